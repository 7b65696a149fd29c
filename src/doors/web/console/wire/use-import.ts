import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { ImportView } from '#collate/pure'
import { client, pathOf } from './client.ts'
import { isRunning } from './queries.ts'

/** One import, followed row by row while it runs. */
export function useImport(id: string) {
  const queries = useQueryClient()
  const asked = useQuery({
    queryKey: ['import', id],
    queryFn: ({ signal }) => client.import(id, signal),
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
      for (const queryKey of [['imports'], ['house'], ['answer'], ['quarantine', id]]) {
        void queries.invalidateQueries({ queryKey })
      }
    })
    return () => source.close()
  }, [id, running, queries])

  return asked
}
