import * as z from 'zod'
import type { Outcome } from '#kernel'
import { accept, localMoment, parseId, refuse } from '#kernel'
import type { ScreeningView } from '#programme'
import {
  calendarText,
  copyScreenings,
  moveScreening,
  planScreenings,
  removeScreening,
  screeningEvent,
  screeningsOfCinema,
  screeningViews,
} from '#programme'
import { putOnSale, seatCounts } from '#ticketing'
import { cinemaById } from '#venues'
import { installationId } from '#warehouse'
import type { House } from './house.ts'
import type { Route } from './route.ts'
import { answers } from './route.ts'
import { bigId } from './routes-orders.ts'
import { idOf } from './routes-venues.ts'
import {
  cancellationWire,
  cancelledWire,
  copiedWire,
  daysToCopyWire,
  eventWire,
  movedWire,
  moveWire,
  plannedWire,
  programmeWire,
  publishedWire,
  removedWire,
  screeningsToPlanWire,
  screeningWire,
  toPublishWire,
} from './wire-programme.ts'

const CALENDAR_DAYS_BACK = 7
const CALENDAR_DAYS = 67

export const PROGRAMME_ROUTES: readonly Route[] = [
  answers({
    name: 'programme',
    method: 'GET',
    path: '/v1/cinemas/{id}/programme',
    summary: 'The screenings of a cinema on some trading days, whatever their status',
    refusals: ['cinema_unknown'],
    query: z.object({
      from: z.iso.date().describe('the first trading day'),
      days: z.coerce.number().int().min(1).max(62).default(7),
    }),
    response: programmeWire,
    async answer({ house, params, query }) {
      const cinemaId = idOf(params)
      if (!(await cinemaById(house.store, cinemaId))) return noCinema()
      const shown = { cinemaId, fromDay: query.from, days: query.days }
      const views = await screeningViews(house.store, shown)
      return accept({ screenings: await withSeats(house, views) })
    },
  }),
  answers({
    name: 'planScreenings',
    method: 'POST',
    path: '/v1/cinemas/{id}/screenings',
    summary: 'Plans a release on several trading days and times, all or none',
    refusals: [
      'auditorium_unknown',
      'cinema_unknown',
      'currency_differs',
      'plan_unknown',
      'price_card_unknown',
      'release_unknown',
      'runtime_needed',
      'screening_overlaps',
      'screening_unusable',
      'time_skipped',
    ],
    body: screeningsToPlanWire,
    status: 201,
    response: plannedWire,
    async answer({ house, params, body }) {
      const planned = await house.store.write((transaction) =>
        planScreenings(transaction, {
          ...body,
          cinemaId: idOf(params),
          releaseId: parseId(body.releaseId) ?? 0,
          auditoriumId: parseId(body.auditoriumId) ?? 0,
          priceCardId: parseId(body.priceCardId) ?? 0,
        }),
      )
      if (!planned.ok) return planned
      return accept({ screenings: planned.value.map((id) => ({ id: String(id) })) })
    },
  }),
  answers({
    name: 'copyProgramme',
    method: 'POST',
    path: '/v1/cinemas/{id}/programme/copy',
    summary: 'Plans what some trading days show on others; what overlaps is skipped and named',
    refusals: ['cinema_unknown', 'screening_unusable'],
    body: daysToCopyWire,
    response: copiedWire,
    answer: ({ house, params, body }) =>
      house.store.write((transaction) =>
        copyScreenings(transaction, { ...body, cinemaId: idOf(params) }),
      ),
  }),
  answers({
    name: 'publishProgramme',
    method: 'POST',
    path: '/v1/cinemas/{id}/programme/publish',
    summary: 'Puts planned screenings of a cinema on sale: those named, or those of some days',
    refusals: ['cinema_unknown', 'screening_unknown'],
    body: toPublishWire,
    response: publishedWire,
    async answer({ house, params, body }): Promise<Outcome<{ onSale: number }, PublishRefusal>> {
      const cinemaId = idOf(params)
      if (!(await cinemaById(house.store, cinemaId))) return noCinema()
      const wanted =
        'screenings' in body ? { ids: body.screenings.map(bigId) } : { fromDay: body.from, ...body }
      return house.store.write(async (transaction) => {
        const found = await screeningsOfCinema(transaction, { cinemaId, ...wanted })
        if ('ids' in wanted && found.length < new Set(wanted.ids).size) return noScreening()
        const published = await putOnSale(
          transaction,
          found.map(({ id }) => id),
        )
        return accept({ onSale: published.length })
      })
    },
  }),
  answers({
    name: 'calendar',
    method: 'GET',
    path: '/v1/cinemas/{id}/calendar.ics',
    summary: 'What a cinema shows from a week ago until in two months, as iCalendar',
    refusals: ['cinema_unknown'],
    response: z.string(),
    mediaType: 'text/calendar; charset=utf-8',
    async answer({ house, params }) {
      const cinema = await cinemaById(house.store, idOf(params))
      if (!cinema) return noCinema()
      const { tradingDay } = localMoment(house.clock(), cinema)
      const back = { days: CALENDAR_DAYS_BACK }
      const fromDay = Temporal.PlainDate.from(tradingDay).subtract(back).toString()
      const shown = { cinemaId: cinema.id, fromDay, days: CALENDAR_DAYS }
      const calendar = {
        cinema: cinema.name,
        installation: await installationId(house.store),
        nowMs: house.clock().epochMilliseconds,
        screenings: await screeningViews(house.store, shown),
      }
      return accept(calendarText(calendar))
    },
  }),
  answers({
    name: 'screening',
    method: 'GET',
    path: '/v1/screenings/{id}',
    summary: 'One screening',
    refusals: ['screening_unknown'],
    response: screeningWire,
    async answer({ house, params }) {
      const view = await screeningView(house, bigId(params['id']))
      return view ? accept(view) : noScreening()
    },
  }),
  answers({
    name: 'screeningEvent',
    method: 'GET',
    path: '/v1/screenings/{id}/event',
    summary: 'One screening as schema.org’s ScreeningEvent',
    refusals: ['screening_unknown'],
    response: eventWire,
    mediaType: 'application/ld+json',
    async answer({ house, params }) {
      const view = await screeningView(house, bigId(params['id']))
      const cinema = view && (await cinemaById(house.store, Number(view.cinemaId)))
      if (!cinema) return noScreening()
      const { seats, left, status } = view
      const capacity = status === 'planned' ? {} : { capacity: { seats, left } }
      return accept(screeningEvent({ view, cinema, ...capacity }))
    },
  }),
  answers({
    name: 'moveScreening',
    method: 'POST',
    path: '/v1/screenings/{id}/move',
    summary: 'Puts a planned screening into another auditorium or at another time',
    refusals: [
      'auditorium_unknown',
      'plan_unknown',
      'screening_not_planned',
      'screening_overlaps',
      'screening_unknown',
      'screening_unusable',
    ],
    body: moveWire,
    response: movedWire,
    async answer({ house, params, body }) {
      const { auditoriumId: said, startsAt } = body
      const auditoriumId = said === undefined ? undefined : (parseId(said) ?? 0)
      const moved = await house.store.write((transaction) =>
        moveScreening(transaction, bigId(params['id']), { auditoriumId, startsAt }),
      )
      return moved.ok ? accept({ moved: true as const }) : moved
    },
  }),
  answers({
    name: 'cancelScreening',
    method: 'POST',
    path: '/v1/screenings/{id}/cancel',
    summary: 'Cancels a screening with its orders: what is paid is refunded, what is held let go',
    refusals: ['reason_needed', 'screening_cancelled', 'screening_unknown'],
    body: cancellationWire,
    response: cancelledWire,
    async answer({ house, params, body }) {
      const screeningId = bigId(params['id'])
      const reason = body.reason.trim()
      const cancelled = await house.selling.boxOffice.cancel({ screeningId, reason })
      return cancelled.ok ? accept({ cancelled: true as const, ...cancelled.value }) : cancelled
    },
  }),
  answers({
    name: 'removeScreening',
    method: 'DELETE',
    path: '/v1/screenings/{id}',
    summary: 'Takes a screening out of the programme that was never on sale',
    refusals: ['screening_not_planned', 'screening_unknown'],
    response: removedWire,
    async answer({ house, params }) {
      const removed = await house.store.write((transaction) =>
        removeScreening(transaction, bigId(params['id'])),
      )
      return removed.ok ? accept({ removed: true as const }) : removed
    },
  }),
]

type PublishRefusal = 'cinema_unknown' | 'screening_unknown'
type SeatedView = ScreeningView & { readonly sold: number; readonly left: number }

async function screeningView(house: House, id: bigint): Promise<SeatedView | undefined> {
  const [view] = await withSeats(house, await screeningViews(house.store, { ids: [id] }))
  return view
}

/** How each sells; what is only planned has all the seats of its plan. */
async function withSeats(
  { store }: House,
  views: readonly ScreeningView[],
): Promise<readonly SeatedView[]> {
  const laidOut = views.filter(({ status }) => status !== 'planned').map(({ id }) => BigInt(id))
  const counts = await seatCounts(store, laidOut)
  return views.map((view) => {
    const count = counts.get(BigInt(view.id))
    if (!count) return { ...view, sold: 0, left: view.seats }
    const { seats, sold, held, out } = count
    return { ...view, seats, sold, left: Math.max(0, seats - sold - held - out) }
  })
}

function noCinema() {
  return refuse('cinema_unknown', 'There is no such cinema.')
}

function noScreening() {
  return refuse('screening_unknown', 'There is no such screening.')
}
