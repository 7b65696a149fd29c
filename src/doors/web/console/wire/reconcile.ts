import type { UseQueryResult } from '@tanstack/react-query'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { Drill, ReconcileRow, Reconciliation, Restatements, SourceView } from '#collate/pure'
import type { PATHS } from './api.gen.ts'
import { pathOf, read } from './client.ts'

/** What two sides are asked for, as the address of the API has it. */
export type Asked = Readonly<Record<string, string>>

/** As the server shows it; rows beyond what a page can hold are left off, and said to be. */
export type Shown = Reconciliation & { readonly leftOff: number }

const FIGURES_STALE_MS = 15_000

function address(operation: keyof typeof PATHS, asked: Asked): string {
  return `${pathOf(operation)}?${new URLSearchParams(asked)}`
}

export function csvAddress(operation: 'reconcileCsv' | 'restatementsCsv', asked: Asked): string {
  return address(operation, asked)
}

export function useSources(): UseQueryResult<readonly SourceView[]> {
  return useQuery({
    queryKey: ['sources'],
    queryFn: async ({ signal }) =>
      (await read<{ sources: readonly SourceView[] }>(pathOf('sources'), signal)).sources,
    staleTime: FIGURES_STALE_MS,
  })
}

/** Two sources side by side; while others are on their way, those before stay. */
export function useReconciliation(asked: Asked | undefined): UseQueryResult<Shown> {
  return useQuery({
    queryKey: ['reconcile', asked],
    queryFn: ({ signal }) => read<Shown>(address('reconcile', asked ?? {}), signal),
    enabled: asked !== undefined,
    placeholderData: keepPreviousData,
    staleTime: FIGURES_STALE_MS,
  })
}

/** Both sides' rows behind one row. */
export function useDrill(asked: Asked, row: ReconcileRow): UseQueryResult<Drill> {
  const { filmIds = [], cinemaId, day, from = day, to = day } = row
  const wanted = {
    ...asked,
    films: filmIds.join(','),
    ...(cinemaId !== undefined && { cinema: cinemaId }),
    ...(from !== undefined && { firstDay: from }),
    ...(to !== undefined && { lastDay: to }),
  }
  return useQuery({
    queryKey: ['reconcile-row', wanted],
    queryFn: ({ signal }) => read<Drill>(address('reconcileRow', wanted), signal),
    staleTime: FIGURES_STALE_MS,
  })
}

export function useRestatements(asked: Asked | undefined): UseQueryResult<Restatements> {
  return useQuery({
    queryKey: ['restatements', asked],
    queryFn: ({ signal }) => read<Restatements>(address('restatements', asked ?? {}), signal),
    enabled: asked !== undefined,
    placeholderData: keepPreviousData,
    staleTime: FIGURES_STALE_MS,
  })
}
