import { setTimeout as pause } from 'node:timers/promises'
import type { Clock } from '#kernel'
import { screeningsOfCinema } from '#programme'
import type { Reader, Store } from '#store'
import type { BoxOffice, SaleSheet, Sheets } from '#ticketing'
import { seatStates } from '#ticketing'
import type { SeatSituation } from '#ticketing/pure'
import { auditoria } from '#venues'
import { seatId } from '#venues/pure'
import type { Circuit } from './circuit-store.ts'
import { findCircuit } from './circuit-store.ts'
import { targetsOf, ticketsOf } from './demand.ts'
import type { Plan } from './plan.ts'
import { planCircuit } from './plan.ts'
import type { Guests } from './sample-guest.ts'
import { guestsFor, guestsOf, seatsFor, shareSold } from './sample-guest.ts'
import { boxScreenings, PROGRAMME_DAYS } from './sample-programme.ts'
import { guestKey, nextTurns } from './sample-sales-store.ts'
import { auditoriumName, BOX_SITES } from './sample-site.ts'
import type { Screening } from './screening.ts'

/** A few at a time with a rest between, so that nobody else waits for them. */
const AT_ONCE = 4
const REST_MS = 500
/** Screenings of one round: the nearest fill first, and those of next week after them. */
const SCREENINGS_MAX = 40
const HOUR_MS = 3_600_000
/** Who comes later than this stands at the counter, and is a real guest. */
const CLOSES_MS = 3 * 60_000

export type SampleSelling = {
  readonly store: Store
  readonly clock: Clock
  readonly boxOffice: BoxOffice
  readonly sheets: Sheets
  readonly signal: AbortSignal
  readonly restMs?: number
}

/** A screening of the box office, beside the circuit's own of which it is the likeness. */
type Coming = {
  readonly id: bigint
  readonly startsAtMs: number
  readonly model: Screening
  readonly occupancy: number
}

/**
 * One round of the sample's own guests: the nearest screenings that lack some get a few of those who are
 * due by now. They buy through the box office like anybody. Gives how many bought.
 */
export async function sellRound(selling: SampleSelling): Promise<number> {
  const { store, clock, signal, restMs = REST_MS } = selling
  const circuit = await findCircuit(store)
  if (!circuit || circuit.state === 'removing') return 0
  const plan = planCircuit(circuit)
  const coming = await comingScreenings(store, circuit, plan, clock().epochMilliseconds)
  const turns = await nextTurns(store, boxCinemaIds(circuit))
  let bought = 0
  let served = 0
  for (const one of coming) {
    if (signal.aborted || served === SCREENINGS_MAX) return bought
    const sold = await sellSome(selling, { circuit, plan, one, next: turns.get(one.id) ?? 0 })
    if (sold === 0) continue
    bought += sold
    served += 1
    await pause(restMs, undefined, { signal }).catch(() => undefined)
  }
  return bought
}

function boxCinemaIds({ cinemaIds }: Circuit): readonly number[] {
  return BOX_SITES.flatMap(({ site }) => cinemaIds[site] ?? [])
}

/** What is on sale and was planned from the circuit's own programme; what people planned is theirs. */
async function comingScreenings(
  reader: Reader,
  circuit: Circuit,
  plan: Plan,
  nowMs: number,
): Promise<readonly Coming[]> {
  const coming: Coming[] = []
  const today = plan.clocks.at(nowMs)
  for (const { site, rooms } of BOX_SITES) {
    const cinemaId = circuit.cinemaIds[site]
    if (cinemaId === undefined) continue
    const models = modelsOf(plan, site, today.day)
    const named = await auditoria(reader, cinemaId)
    const places = rooms.map((_, place) => {
      return named.find(({ name }) => name === auditoriumName(place))?.id
    })
    const wanted = { cinemaId, fromDay: today.text, days: PROGRAMME_DAYS }
    for (const { id, status, startsAtMs, auditoriumId } of await screeningsOfCinema(
      reader,
      wanted,
    )) {
      const place = places.indexOf(String(auditoriumId))
      const model = models.get(`${place + 1} ${startsAtMs}`)
      if (status !== 'on_sale' || startsAtMs < nowMs + CLOSES_MS || !model) continue
      coming.push({ id, startsAtMs, ...model })
    }
  }
  return coming.toSorted((one, other) => one.startsAtMs - other.startsAtMs)
}

type Model = { readonly model: Screening; readonly occupancy: number }

/** The circuit's own screenings of a site by auditorium and start, with what it expects of each. */
function modelsOf(plan: Plan, index: number, today: number): ReadonlyMap<string, Model> {
  const models = new Map<string, Model>()
  const site = plan.sites[index]
  if (!site) return models
  for (let day = today; day < today + PROGRAMME_DAYS; day++) {
    const screenings = boxScreenings(plan, index, day)
    const targets = targetsOf(ticketsOf(plan, site, day), screenings)
    for (const [at, model] of screenings.entries()) {
      const occupancy = (targets[at] ?? 0) / model.capacity
      models.set(`${model.auditorium} ${model.startsAtMs}`, { model, occupancy })
    }
  }
  return models
}

type Due = {
  readonly circuit: Circuit
  readonly plan: Plan
  readonly one: Coming
  /** The turn of the first guests who have not bought. */
  readonly next: number
}

async function sellSome(selling: SampleSelling, due: Due): Promise<number> {
  const { store, clock, sheets } = selling
  const { plan, one, next } = due
  const sheet = await sheets.get(one.id)
  if (!sheet) return 0
  const guests = (turn: number) => guestsOf(plan.seed, one.model.id, turn, one.model.release.kind)
  const hoursAhead = (one.startsAtMs - clock().epochMilliseconds) / HOUR_MS
  const seats = Math.round(sheet.plan.seats.length * shareSold(one.occupancy, hoursAhead))
  const last = Math.min(guestsFor(seats, guests), next + AT_ONCE)
  if (last <= next) return 0
  const taken = new Set((await seatStates(store, one.id)).states.keys())
  const bought: Promise<boolean>[] = []
  for (let turn = next; turn < last; turn++) {
    const who = guests(turn)
    const chosen = seatsFor(situationOf(sheet, taken), who)
    // Full, or nearly so: whoever comes now stays at home.
    if (!chosen) break
    for (const seat of chosen) taken.add(seat)
    bought.push(buy(selling, due, { turn, who, seats: chosen }))
  }
  return (await Promise.all(bought)).filter(Boolean).length
}

function situationOf({ plan }: SaleSheet, taken: ReadonlySet<string>): SeatSituation {
  const house = plan.seats.filter((seat) => seat.house).map(seatId)
  return { plan, taken: new Set([...taken, ...house]) }
}

type Purchase = {
  readonly turn: number
  readonly who: Guests
  readonly seats: readonly string[]
}

/** Holds and pays under keys of its own, so that what a crash left half done is finished, not doubled. */
async function buy(
  { boxOffice }: SampleSelling,
  { circuit, one }: Due,
  { turn, who, seats }: Purchase,
): Promise<boolean> {
  const key = guestKey(circuit.organisationId, one.id, turn)
  const wanted = seats.map((seat, at) => ({ seat, ticketType: who.ticketTypes[at] ?? 'Adult' }))
  const hold = { screeningId: one.id, channel: who.channel, seats: wanted, key, print: 'sample' }
  const held = await boxOffice.hold(hold)
  // Somebody was quicker, or the house has changed its prices: it is tried again in the next round.
  if (!held.ok) return false
  const { id: orderId, screeningId } = held.value
  const paying = { orderId, screeningId, key, print: 'sample', with: who.paidWith, reason: '' }
  return (await boxOffice.pay(paying)).ok
}
