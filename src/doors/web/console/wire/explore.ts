import type { UseQueryResult } from '@tanstack/react-query'
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import type { BasisView, DimensionId, PlanView } from '#metrics/pure'
import type { Operations } from './api.gen.ts'
import { pathOf, read } from './client.ts'
import type { Asked } from './questions.ts'
import { questionText } from './questions.ts'

/** What a filter can choose from: the value as it stands in a question, and how people call it. */
type ValueView = Operations['values']['answer']['values'][number]

type TicketsPage = Operations['ticketsBehind']['answer']
/** One ticket behind a figure; a refund has a negative quantity. */
export type TicketView = TicketsPage['tickets'][number]

type Registry = Operations['registry']['answer']

const STILL_MS = 300_000

/** What the server can be asked; the same until another version of it runs. */
export function useRegistry(): UseQueryResult<Registry> {
  return useQuery({
    queryKey: ['registry'],
    queryFn: ({ signal }) => read<Registry>(pathOf('registry'), signal),
    staleTime: Number.POSITIVE_INFINITY,
  })
}

export function useBases(sample: boolean): UseQueryResult<readonly BasisView[]> {
  return useQuery({
    queryKey: ['bases', sample],
    queryFn: async ({ signal }) =>
      (await read<{ bases: readonly BasisView[] }>(`${pathOf('bases')}?sample=${sample}`, signal))
        .bases,
    staleTime: STILL_MS,
  })
}

/** Values of a dimension that a question meets, most first; `search` narrows them by name. */
export function useValues(
  dimension: DimensionId,
  search: string,
  question: Asked | undefined,
): UseQueryResult<readonly ValueView[]> {
  const q = question && questionText(question)
  return useQuery({
    queryKey: ['values', dimension, search, q],
    queryFn: async ({ signal }) => {
      const asked = new URLSearchParams({ dimension, search, ...(q !== undefined && { q }) })
      const path = `${pathOf('values')}?${asked}`
      return (await read<{ values: readonly ValueView[] }>(path, signal)).values
    },
    enabled: question !== undefined,
    placeholderData: keepPreviousData,
    staleTime: STILL_MS,
  })
}

export function usePlan(question: Asked | undefined): UseQueryResult<PlanView> {
  const q = question && questionText(question)
  return useQuery({
    queryKey: ['plan', q],
    queryFn: ({ signal }) =>
      read<PlanView>(`${pathOf('planOf')}?q=${encodeURIComponent(q ?? '')}`, signal),
    enabled: q !== undefined,
  })
}

const TICKETS_A_PAGE = 50

/** The tickets behind a question, page by page. */
export function useTickets(question: Asked) {
  const q = questionText(question)
  return useInfiniteQuery({
    queryKey: ['tickets', q],
    queryFn: ({ signal, pageParam }) => {
      const after = pageParam === '' ? {} : { after: pageParam }
      const asked = new URLSearchParams({ q, limit: String(TICKETS_A_PAGE), ...after })
      return read<TicketsPage>(`${pathOf('ticketsBehind')}?${asked}`, signal)
    },
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  })
}
