import * as z from 'zod'
import { LAYOUTS } from '#collate'
import { accept } from '#kernel'
import type { Route } from './route.ts'
import { answers } from './route.ts'

const layoutsWire = z.object({
  layouts: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      table: z.string(),
      columns: z.array(z.string()).describe('that it needs'),
    }),
  ),
})

export const LAYOUT_ROUTES: readonly Route[] = [
  answers({
    name: 'layouts',
    method: 'GET',
    path: '/v1/layouts',
    summary: 'The kinds of files that are known by their content',
    refusals: [],
    response: layoutsWire,
    async answer() {
      const layouts = LAYOUTS.map(({ id, name, table, columns }) => {
        return { id, name, table, columns: [...columns] }
      })
      return accept({ layouts })
    },
  }),
]
