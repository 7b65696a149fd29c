import type { UseQueryResult } from '@tanstack/react-query'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { Mapping } from '#collate/pure'
import type { Operations } from './api.gen.ts'
import { pathOf, read, send } from './client.ts'
import type { ReadingWish } from './imports.ts'

export type Proposal = Operations['proposeMapping']['answer']
export type Preview = Operations['previewMapping']['answer']
export type PreviewRequest = Operations['previewMapping']['body']
export type MappingView = Operations['mappings']['answer']['mappings'][number]
export type SavedMapping = Operations['mapping']['answer']

const json = (value: unknown) => ({ body: JSON.stringify(value), type: 'application/json' })

export const mappingsClient = {
  save: (mapping: Mapping) => send<SavedMapping>('saveMapping', json({ mapping })),
  saveText: (text: string) => send<SavedMapping>('saveMapping', json({ text })),
}

/** How a file that is new might be read. */
export function useProposal(
  fileId: string,
  reading: ReadingWish,
  wanted: boolean,
): UseQueryResult<Proposal> {
  return useQuery({
    queryKey: ['proposal', fileId, reading],
    queryFn: () => send<Proposal>('proposeMapping', json({ fileId, reading })),
    enabled: wanted,
    staleTime: Number.POSITIVE_INFINITY,
  })
}

/** The first rows as a mapping reads them; while another is on its way, the one before stays. */
export function usePreview(request: PreviewRequest | undefined): UseQueryResult<Preview> {
  return useQuery({
    queryKey: ['preview', request],
    queryFn: () => send<Preview>('previewMapping', json(request)),
    enabled: request !== undefined,
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
  })
}

export function useMappings(): UseQueryResult<readonly MappingView[]> {
  return useQuery({
    queryKey: ['mappings'],
    queryFn: async ({ signal }) =>
      (await read<Operations['mappings']['answer']>(pathOf('mappings'), signal)).mappings,
  })
}

export function useMapping(id: string | undefined): UseQueryResult<SavedMapping> {
  return useQuery({
    queryKey: ['mapping', id],
    queryFn: ({ signal }) => read<SavedMapping>(pathOf('mapping', id ?? ''), signal),
    enabled: id !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
  })
}
