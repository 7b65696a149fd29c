import type { UseQueryResult } from '@tanstack/react-query'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Operations } from './api.gen.ts'
import { pathOf, read, send } from './client.ts'

export type SavedView = Operations['savedViews']['answer']['views'][number]
type NewView = Operations['saveView']['body']

const KEY = ['saved-views']

/** Pages that were saved under a name. */
export function useSavedViews(): UseQueryResult<readonly SavedView[]> {
  return useQuery({
    queryKey: KEY,
    queryFn: async ({ signal }) =>
      (await read<Operations['savedViews']['answer']>(pathOf('savedViews'), signal)).views,
  })
}

export function useSaveView() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (view: NewView) =>
      send<SavedView>('saveView', { body: JSON.stringify(view), type: 'application/json' }),
    onSuccess: () => queries.invalidateQueries({ queryKey: KEY }),
  })
}

export function useRemoveView() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (id: string) => send<SavedView>('removeSavedView', undefined, '', id),
    onSuccess: () => queries.invalidateQueries({ queryKey: KEY }),
  })
}
