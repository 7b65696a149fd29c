import type { UseQueryResult } from '@tanstack/react-query'
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { ImportView, QuarantineState } from '#collate/pure'
import type { Operations } from './api.gen.ts'
import { pathOf, read, send } from './client.ts'
import { isRunning } from './queries.ts'

export type FileView = Operations['fileById']['answer']
export type Reading = NonNullable<FileView['reading']>
export type ImportRequest = Operations['startImport']['body']
/** A trial, also of a mapping that is not saved yet. */
export type TryRequest = Operations['tryImport']['body']
/** How somebody wants a file to be read. */
export type ReadingWish = NonNullable<ImportRequest['reading']>
export type Tried = Operations['tryImport']['answer']
export type TriedRow = Tried['firstRows'][number]
export type Quarantine = Operations['quarantine']['answer']
export type QuarantineRow = Quarantine['rows'][number]
export type Changes = Operations['importChanges']['answer']
export type MendingRule = Operations['mendByRule']['body']
export type Mended = Operations['mendByRule']['answer']

const json = (value: unknown) => ({ body: JSON.stringify(value), type: 'application/json' })

export const importsClient = {
  file: (id: string, wish: ReadingWish, signal?: AbortSignal) => {
    const search = new URLSearchParams(
      Object.entries(wish).map(([name, value]) => [name, String(value)]),
    )
    return read<FileView>(`${pathOf('fileById', id)}?${search}`, signal)
  },
  tryOut: (request: TryRequest) => send<Tried>('tryImport', json(request)),
  start: (request: ImportRequest) => send<ImportView>('startImport', json(request)),
  mend: (id: string, line: number, cells: readonly string[]) =>
    send<ImportView>('mendRow', json({ cells }), '', [id, String(line)]),
  setAside: (id: string, line: number) =>
    send<ImportView>('mendRow', json({ setAside: true }), '', [id, String(line)]),
  mendByRule: (id: string, rule: MendingRule) => send<Mended>('mendByRule', json(rule), '', id),
  undo: (id: string) => send<ImportView>('undoImport', undefined, '', id),
  retry: (id: string) => send<Mended>('retryQuarantine', undefined, '', id),
}

/** A kept file as it is read by itself, or as wished; while a new wish is looked up, the last stays. */
export function useFile(id: string, wish: ReadingWish): UseQueryResult<FileView> {
  return useQuery({
    queryKey: ['file', id, wish],
    queryFn: ({ signal }) => importsClient.file(id, wish, signal),
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
  })
}

/** What an import would do with each row. Nothing is asked while the request is not whole. */
export function useTrial(request: TryRequest | undefined): UseQueryResult<Tried> {
  return useQuery({
    queryKey: ['trial', request],
    queryFn: () => importsClient.tryOut(request ?? { fileId: '' }),
    enabled: request !== undefined,
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  })
}

/** One import, followed row by row while it runs. */
export function useImport(id: string): UseQueryResult<ImportView> {
  const queries = useQueryClient()
  const asked = useQuery({
    queryKey: ['import', id],
    queryFn: ({ signal }) => read<ImportView>(pathOf('importById', id), signal),
  })
  const running = asked.data !== undefined && isRunning(asked.data)

  useEffect(() => {
    if (!running) return
    const source = new EventSource(pathOf('importLive', id))
    source.addEventListener('import', (event) => {
      const view = JSON.parse(event.data) as ImportView
      queries.setQueryData(['import', id], view)
      if (isRunning(view)) return
      source.close()
      for (const queryKey of FIGURES) void queries.invalidateQueries({ queryKey })
      void queries.invalidateQueries({ queryKey: ['quarantine', id] })
    })
    return () => source.close()
  }, [id, running, queries])

  return asked
}

/** What is no longer as it was once rows have come in. */
export const FIGURES = [['imports'], ['house'], ['answer'], ['changes'], ['matches'], ['trial']]

const WAITING_EVERY_MS = 5_000

/** Rows of the quarantine, the first 500 of a state. */
export function useQuarantine(
  view: ImportView,
  state: QuarantineState,
): UseQueryResult<Quarantine> {
  return useQuery({
    queryKey: ['quarantine', view.id, state],
    queryFn: ({ signal }) =>
      read<Quarantine>(`${pathOf('quarantine', view.id)}?state=${state}`, signal),
    refetchInterval: isRunning(view) ? WAITING_EVERY_MS : false,
    placeholderData: keepPreviousData,
  })
}

export function useChanges(view: ImportView): UseQueryResult<Changes> {
  return useQuery({
    queryKey: ['changes', view.id, view.corrected, view.withdrawn],
    queryFn: ({ signal }) => read<Changes>(pathOf('importChanges', view.id), signal),
    placeholderData: keepPreviousData,
  })
}
