import * as z from 'zod'
import { accept, refuse } from '#kernel'
import type { Channel } from '#programme/pure'
import { priceOf, SCREENING_STATUSES, salesEndMs, ticketTypesFor } from '#programme/pure'
import type { SaleSheet, SeatsNow } from '#ticketing'
import { isCurrent, LINES_MAX, screeningStamp, seatStates, WEB_LINES_MAX } from '#ticketing'
import { bestSeats } from '#ticketing/pure'
import type { House } from './house.ts'
import { iso, viewPrice } from './order-view.ts'
import type { Route } from './route.ts'
import { answers, streams } from './route.ts'
import { bigId } from './routes-orders.ts'
import { bestSeatsWire, seatsLiveWire, seatsWire } from './wire-orders.ts'

const channelQuery = z.object({ channel: z.string().min(1).max(40).default('web') })

const wishQuery = channelQuery.extend({
  party: z.coerce.number().int().min(1).max(LINES_MAX),
  wheelchairs: z.coerce.number().int().min(0).max(LINES_MAX).optional(),
  area: z.string().max(80).optional(),
})

export const SEAT_ROUTES: readonly Route[] = [
  answers({
    name: 'seats',
    method: 'GET',
    path: '/v1/screenings/{id}/seats',
    summary: 'The seats of a screening: their plan, which cannot be had, and what each costs',
    refusals: ['screening_unknown'],
    query: channelQuery,
    response: seatsWire,
    async answer({ house, params, query }) {
      const view = await seatsView(house, bigId(params['id']), query.channel)
      return view ? accept(view) : noScreening()
    },
  }),
  answers({
    name: 'bestSeats',
    method: 'GET',
    path: '/v1/screenings/{id}/best-seats',
    summary:
      'The best seats for a party that are free now, together where that can be; holds nothing',
    refusals: ['no_seats_left', 'screening_unknown'],
    query: wishQuery,
    response: bestSeatsWire,
    async answer({ house, params, query }) {
      const sheet = await house.selling.sheets.get(bigId(params['id']))
      if (!sheet) return noScreening()
      const { channel, ...wish } = query
      const situation = await house.selling.advice.situation(sheet, channel)
      const best = bestSeats(situation, wish)
      if (best) return accept(best)
      return refuse('no_seats_left', `There are not ${query.party} such seats left.`)
    },
  }),
  streams({
    name: 'seatsLive',
    method: 'GET',
    path: '/v1/screenings/{id}/seats/live',
    summary: 'The seats that cannot be had, at once and whenever that changes',
    refusals: ['screening_unknown'],
    query: channelQuery,
    events: { seats: seatsLiveWire },
    async open({ house, params, query }, stream) {
      const sheet = await house.selling.sheets.get(bigId(params['id']))
      if (!sheet) return noScreening()
      return accept(
        house.selling.seatWatch.watch(sheet.id, (now) => {
          stream.send('seats', { states: withHouseSeats(now, sheet, query.channel) })
        }),
      )
    },
  }),
]

/** What a guest of a channel sees of a screening's seats; undefined where there is no screening. */
export async function seatsView(house: House, id: bigint, channel: Channel) {
  const sheet = await freshSheet(house, id)
  if (!sheet) return undefined
  const { states } = await seatStates(house.store, id)
  const currency = sheet.tariff?.currency ?? ''
  return {
    screeningId: id.toString(),
    status: SCREENING_STATUSES.find((one) => one === sheet.status) ?? 'planned',
    startsAt: iso(sheet.startsAtMs),
    salesEndAt: iso(salesEndMs(sheet.startsAtMs, channel)),
    now: house.clock().toString(),
    plan: sheet.plan,
    states: withHouseSeats(Object.fromEntries(states), sheet, channel),
    prices: pricesOf(sheet, channel),
    currency,
    tax: {
      name: sheet.tariff?.taxName ?? '',
      basisPoints: sheet.tariff?.taxBasisPoints ?? 0,
    },
    linesMax: channel === 'counter' ? LINES_MAX : WEB_LINES_MAX,
  }
}

/** The sheet at hand, unless the screening, its plan or its prices have changed since it was read. */
async function freshSheet(house: House, id: bigint): Promise<SaleSheet | undefined> {
  const { sheets } = house.selling
  const [sheet, stamp] = await Promise.all([sheets.get(id), screeningStamp(house.store, id)])
  if (!sheet || !stamp || isCurrent(sheet, stamp)) return sheet
  sheets.forget(id)
  return sheets.get(id)
}

function pricesOf(sheet: SaleSheet, channel: Channel) {
  const { tariff, weekday, minute, format } = sheet
  if (!tariff) return []
  return sheet.plan.areas.flatMap(({ id: area }) => {
    const at = { area, channel, weekday, minute, format }
    return ticketTypesFor(tariff, at).flatMap((ticketType) => {
      const price = priceOf(tariff, { ...at, ticketType })
      return price ? [{ ticketType, area, ...viewPrice(price, tariff.currency) }] : []
    })
  })
}

/** The counter sells what the house keeps back; to everybody else it is not for sale. */
function withHouseSeats(now: SeatsNow, { seats }: SaleSheet, channel: Channel) {
  if (channel === 'counter') return now
  const kept = [...seats].filter(([seat, { house }]) => house && now[seat] === undefined)
  return { ...now, ...Object.fromEntries(kept.map(([seat]) => [seat, 'house' as const])) }
}

function noScreening() {
  return refuse('screening_unknown', 'There is no such screening.')
}
