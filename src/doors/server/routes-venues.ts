import { OWN_ORGANISATION } from '#collate'
import type { DayRule, Outcome } from '#kernel'
import { accept, parseId, refuse, tradingDayStart } from '#kernel'
import { endSeatOutOfOrder, soldInConflict, takeSeatsOutOfOrder } from '#ticketing'
import {
  addAuditorium,
  addOrganisation,
  auditoria,
  auditoriumById,
  cinemaById,
  openCinema,
  outOfOrder,
} from '#venues'
import { viewConflict } from './conflict-view.ts'
import type { Route } from './route.ts'
import { answers } from './route.ts'
import {
  auditoriaWire,
  auditoriumWire,
  conflictsWire,
  endedWire,
  madeWire,
  newAuditoriumWire,
  newCinemaWire,
  newOutOfOrderWire,
  outOfOrderWire,
} from './wire-plans.ts'

export const VENUE_ROUTES: readonly Route[] = [
  answers({
    name: 'openCinema',
    method: 'POST',
    path: '/v1/cinemas',
    summary: 'Makes a cinema by hand; imports make theirs themselves',
    refusals: ['name_unusable', 'name_taken', 'timezone_unknown', 'currency_unknown'],
    body: newCinemaWire,
    status: 201,
    response: madeWire,
    async answer({ house, body }) {
      const opened = await house.store.write(async (transaction) => {
        const own = { name: OWN_ORGANISATION, sample: false }
        const organisationId = await addOrganisation(transaction, own)
        return openCinema(transaction, { organisationId, ...body })
      })
      if (!opened.ok) return opened
      house.live.houseChanged()
      return accept({ id: String(opened.value) })
    },
  }),
  answers({
    name: 'auditoria',
    method: 'GET',
    path: '/v1/auditoria',
    summary: 'Every auditorium, with the newest version of its seat plan',
    refusals: [],
    response: auditoriaWire,
    answer: async ({ house }) => accept({ auditoria: await auditoria(house.store) }),
  }),
  answers({
    name: 'cinemaAuditoria',
    method: 'GET',
    path: '/v1/cinemas/{id}/auditoria',
    summary: 'The auditoria of one cinema',
    refusals: ['cinema_unknown'],
    response: auditoriaWire,
    async answer({ house, params }) {
      const id = idOf(params)
      const cinema = await cinemaById(house.store, id)
      if (!cinema) return refuse('cinema_unknown', 'There is no such cinema.')
      return accept({ auditoria: await auditoria(house.store, id) })
    },
  }),
  answers({
    name: 'addAuditorium',
    method: 'POST',
    path: '/v1/cinemas/{id}/auditoria',
    summary: 'Adds an auditorium to a cinema',
    refusals: ['cinema_unknown', 'name_unusable', 'name_taken', 'auditoria_too_many'],
    body: newAuditoriumWire,
    status: 201,
    response: madeWire,
    async answer({ house, params, body }) {
      const added = await house.store.write((transaction) =>
        addAuditorium(transaction, { cinemaId: idOf(params), name: body.name }),
      )
      return added.ok ? accept({ id: String(added.value) }) : added
    },
  }),
  answers({
    name: 'auditorium',
    method: 'GET',
    path: '/v1/auditoria/{id}',
    summary: 'One auditorium',
    refusals: ['auditorium_unknown'],
    response: auditoriumWire,
    async answer({ house, params }): Promise<Outcome<AuditoriumFound, 'auditorium_unknown'>> {
      const found = await auditoriumById(house.store, idOf(params))
      return found ? accept(found) : noAuditorium()
    },
  }),
  answers({
    name: 'outOfOrder',
    method: 'GET',
    path: '/v1/auditoria/{id}/out-of-order',
    summary: 'Seats that are out of order now or will be',
    refusals: ['auditorium_unknown'],
    response: outOfOrderWire,
    async answer({ house, params }) {
      const id = idOf(params)
      if (!(await auditoriumById(house.store, id))) return noAuditorium()
      return accept({ periods: await outOfOrder(house.store, id, house.clock()) })
    },
  }),
  answers({
    name: 'takeOutOfOrder',
    method: 'POST',
    path: '/v1/auditoria/{id}/out-of-order',
    summary: 'Takes seats out of order for a period, all or none',
    refusals: ['auditorium_unknown', 'plan_unknown', 'seat_unknown', 'period_unusable'],
    body: newOutOfOrderWire,
    status: 201,
    response: outOfOrderWire,
    async answer({ house, params, body }) {
      const auditoriumId = idOf(params)
      const auditorium = await auditoriumById(house.store, auditoriumId)
      const cinema = auditorium && (await cinemaById(house.store, Number(auditorium.cinemaId)))
      if (!cinema) return noAuditorium()
      const { seats, reason, lastDay } = body
      const from = body.from ?? house.clock().toString()
      const to = lastDay === undefined ? body.to : endOfDay(lastDay, cinema)
      const taken = await house.store.write((transaction) =>
        takeSeatsOutOfOrder(transaction, { auditoriumId, seats, reason, from, to }),
      )
      if (!taken.ok) return taken
      return accept({ periods: await outOfOrder(house.store, auditoriumId, house.clock()) })
    },
  }),
  answers({
    name: 'outOfOrderConflicts',
    method: 'GET',
    path: '/v1/auditoria/{id}/out-of-order-conflicts',
    summary: 'Tickets to come whose seat will be out of order when their screening starts',
    refusals: ['auditorium_unknown'],
    response: conflictsWire,
    async answer({ house, params }) {
      const id = idOf(params)
      if (!(await auditoriumById(house.store, id))) return noAuditorium()
      const { all, tickets } = await soldInConflict(house.store, id, house.clock())
      return accept({ all, tickets: tickets.map((ticket) => viewConflict(house, ticket)) })
    },
  }),
  answers({
    name: 'endOutOfOrder',
    method: 'DELETE',
    path: '/v1/out-of-order/{id}',
    summary: 'Ends a period: the seat can be sold again',
    refusals: ['period_unknown'],
    response: endedWire,
    async answer({ house, params }) {
      const ended = await house.store.write((transaction) =>
        endSeatOutOfOrder(transaction, idOf(params)),
      )
      return ended.ok ? accept({ ended: true as const }) : ended
    },
  }),
]

type AuditoriumFound = NonNullable<Awaited<ReturnType<typeof auditoriumById>>>

/** When a trading day is over by the cinema's own clock, wherever whoever asks sits. */
function endOfDay(day: string, rule: DayRule): string {
  const next = Temporal.PlainDate.from(day).add({ days: 1 }).toString()
  return tradingDayStart(next, rule).toString()
}

/** 0 stands for whatever cannot be an id: nothing has it. */
export function idOf(params: Readonly<Record<string, string>>): number {
  return parseId(params['id'] ?? '') ?? 0
}

export function noAuditorium() {
  return refuse('auditorium_unknown', 'There is no such auditorium.')
}
