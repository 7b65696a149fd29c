import { accept } from '#kernel'
import type { Route } from './route.ts'
import { answers } from './route.ts'
import { houseWire, sampleWire } from './wire.ts'

export const HOUSE_ROUTES: readonly Route[] = [
  answers({
    name: 'house',
    method: 'GET',
    path: '/v1/house',
    summary: 'Organisations, cinemas and how their figures stand, engines, sample circuit',
    refusals: [],
    response: houseWire,
    async answer({ house }) {
      const view = await house.view()
      const { organisations, cinemas } = view
      return accept({ ...view, organisations: [...organisations], cinemas: [...cinemas] })
    },
  }),
  answers({
    name: 'makeSample',
    method: 'POST',
    path: '/v1/sample',
    summary: 'Makes the sample circuit: a season of history, then sales as they happen',
    refusals: ['sample_busy'],
    status: 202,
    response: sampleWire,
    answer: ({ house }) => house.sample.make(),
  }),
  answers({
    name: 'removeSample',
    method: 'DELETE',
    path: '/v1/sample',
    summary: 'Removes the sample circuit and every figure of it; real ones are not touched',
    refusals: [],
    status: 202,
    response: sampleWire,
    answer: ({ house }) => house.sample.remove(),
  }),
]
