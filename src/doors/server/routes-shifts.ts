import * as z from 'zod'
import { accept, refuse } from '#kernel'
import {
  closeShift,
  dayReport,
  newestShifts,
  noShift,
  openShift,
  openShifts,
  shiftTotals,
} from '#ticketing'
import { cinemaById } from '#venues'
import type { Route } from './route.ts'
import { answers } from './route.ts'
import { idOf } from './routes-venues.ts'
import {
  dayReportWire,
  newShiftWire,
  shiftEndWire,
  shiftsWire,
  shiftTotalsWire,
  shiftWire,
} from './wire-shifts.ts'

export const SHIFT_ROUTES: readonly Route[] = [
  answers({
    name: 'shifts',
    method: 'GET',
    path: '/v1/cinemas/{id}/shifts',
    summary: 'The newest 200 shifts of a cinema’s tills, or those that are open',
    refusals: ['cinema_unknown'],
    query: z.object({ open: z.literal('true').optional() }),
    response: shiftsWire,
    async answer({ house, params, query }) {
      const id = idOf(params)
      if (!(await cinemaById(house.store, id))) {
        return refuse('cinema_unknown', 'There is no such cinema.')
      }
      const list = query.open === 'true' ? openShifts : newestShifts
      return accept({ shifts: await list(house.store, id) })
    },
  }),
  answers({
    name: 'openShift',
    method: 'POST',
    path: '/v1/cinemas/{id}/shifts',
    summary: 'Opens the shift of a till with its float counted in; one at a time',
    refusals: ['amount_unusable', 'cinema_unknown', 'name_unusable', 'shift_open'],
    body: newShiftWire,
    status: 201,
    response: shiftWire,
    answer: ({ house, params, body }) =>
      house.store.write((transaction) =>
        openShift(transaction, { cinemaId: idOf(params), ...body }),
      ),
  }),
  answers({
    name: 'shift',
    method: 'GET',
    path: '/v1/shifts/{id}',
    summary: 'A shift with what was taken in it, by kind of payment and by ticket type',
    refusals: ['shift_unknown'],
    response: shiftTotalsWire,
    async answer({ house, params }) {
      const id = shiftOf(params)
      const totals = id === undefined ? undefined : await shiftTotals(house.store, id)
      return totals ? accept(totals) : noShift()
    },
  }),
  answers({
    name: 'closeShift',
    method: 'POST',
    path: '/v1/shifts/{id}/close',
    summary: 'Ends a shift with the drawer counted; says by how much it is over or short',
    refusals: ['amount_unusable', 'shift_closed', 'shift_unknown'],
    body: shiftEndWire,
    response: shiftWire,
    async answer({ house, params, body }) {
      const id = shiftOf(params)
      if (id === undefined) return noShift()
      const { counted, note = '' } = body
      return house.store.write((transaction) => closeShift(transaction, id, { counted, note }))
    },
  }),
  answers({
    name: 'dayReport',
    method: 'GET',
    path: '/v1/cinemas/{id}/day-report',
    summary: 'What was sold and given back on a trading day, and whether it adds up',
    refusals: ['cinema_unknown', 'day_unusable'],
    query: z.object({ day: z.string().describe('ISO date of a trading day') }),
    response: dayReportWire,
    answer: ({ house, params, query }) =>
      dayReport(house.store, { cinemaId: idOf(params), day: query.day, clock: house.clock }),
  }),
]

/** Shifts are counted beyond 2^31 in a long life. */
function shiftOf({ id = '' }: Readonly<Record<string, string>>): bigint | undefined {
  return /^[1-9]\d{0,17}$/.test(id) ? BigInt(id) : undefined
}
