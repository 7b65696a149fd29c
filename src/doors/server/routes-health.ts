import * as z from 'zod'
import { accept } from '#kernel'
import { enginesOf } from './house-view.ts'
import { describeApi } from './openapi.ts'
import type { Route } from './route.ts'
import { answers } from './route.ts'
import { readyWire } from './wire.ts'

export const HEALTH_ROUTES: readonly Route[] = [
  answers({
    name: 'livez',
    method: 'GET',
    path: '/livez',
    summary: 'The process runs',
    refusals: [],
    response: z.object({ live: z.literal(true) }),
    answer: async () => accept({ live: true as const }),
  }),
  answers({
    name: 'readyz',
    method: 'GET',
    path: '/readyz',
    summary: 'Both engines answer; 503 while one of them is away',
    refusals: [],
    response: readyWire,
    async answer({ house }) {
      await house.store.rows('select 1')
      await house.warehouse.query('select 1 as one')
      return accept({ ready: true, engines: enginesOf(house) })
    },
  }),
]

/** Made of all the other routes, so it cannot stand among them. */
export function descriptionRoute(others: readonly Route[]): Route {
  return answers({
    name: 'openapi',
    method: 'GET',
    path: '/v1/openapi.json',
    summary: 'This description, OpenAPI 3.1',
    refusals: [],
    response: z.record(z.string(), z.unknown()),
    answer: async () => accept(describeApi(others)),
  })
}
