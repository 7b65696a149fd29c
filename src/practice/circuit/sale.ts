import type { Random } from '#kernel'
import { chanceOf, drawIndex } from './chance.ts'
import type { DayClock, DayNumber } from './day-clock.ts'
import type { Plan } from './plan.ts'
import { PRESALE_DAYS } from './plan.ts'
import type { FilmKind } from './release.ts'
import type { Screening } from './screening.ts'
import { ADULT, CHILD, COMPLIMENTARY, COUNTER, FAMILY } from './tariff.ts'

/** Tickets of one type bought, or given back, at once. */
export type Sale = {
  readonly atMs: number
  /** Place of the screening in its day. */
  readonly screening: number
  readonly type: number
  readonly channel: number
  readonly quantity: number
  readonly refund: boolean
  readonly cash: boolean
}

/** What selling one screening takes: `free` seats are counted down as tickets go. */
export type Box = {
  readonly place: number
  readonly screening: Screening
  readonly random: Random
  readonly sales: Sale[]
  free: number
}

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS

/** Slightly above the 1.2 % wanted, since who bought in the last minutes cannot give back. */
const REFUND_CHANCE = 0.0163
const REFUND_UNTIL_MS = 10 * MINUTE_MS
const CASH_CHANCE = 0.27
const PRESALE_CHANCE = 0.08
const PRESALE_CHANCE_OPENING = 0.24
const COUNTER_CHANCE = 0.46
/** An online sale of the day comes so long before the start, as a rule. */
const LEAD_MS = 3 * HOUR_MS
/** Nobody buys today's tickets earlier than so long after the trading day began. */
const DAY_OPENS_MS = 1.25 * HOUR_MS
const COUNTER_LEAD_MS = 9 * MINUTE_MS

/** Weights of the ticket types, in orders, by what is shown. */
const TYPES: Readonly<Record<FilmKind, readonly number[]>> = {
  family: [37, 4, 4, 34, 18, 4],
  adult: [66, 16, 12, 1, 0, 5],
  arthouse: [56, 14, 25, 0, 0, 6],
}
const ONLINE: readonly number[] = [0, 46, 35, 12, 7]
/** Party sizes of one to four. */
const PARTY = [30, 50, 9, 11] as const
const ALONE = [85, 13, 1, 1] as const

/** Sells `target` tickets of a screening over the days and hours before it starts. */
export function sellScreening(plan: Plan, box: Box, target: number, day: DayNumber): void {
  const { screening, random } = box
  const dayClock = plan.clocks.of(day)
  const presale = screening.opening ? PRESALE_CHANCE_OPENING : PRESALE_CHANCE
  let left = target
  while (left > 0) {
    if (random.next() < presale) {
      const clock = plan.clocks.of(day - 1 - daysAhead(random))
      left -= sellParty(box, { atMs: presaleMs(clock, random), channel: online(random), left })
    } else if (random.next() < COUNTER_CHANCE) {
      const lead = -Math.log(1 - random.next()) * COUNTER_LEAD_MS - 6 * MINUTE_MS
      const atMs = Math.max(screening.startsAtMs - lead, dayClock.startMs + DAY_OPENS_MS)
      left -= sellParty(box, { atMs: Math.round(atMs), channel: COUNTER, left })
    } else {
      const atMs = onlineMs(dayClock, screening.startsAtMs, random)
      left -= sellParty(box, { atMs, channel: online(random), left })
    }
  }
}

function online(random: Random): number {
  return drawIndex(random, ONLINE)
}

/** The eve sells half of what is sold before the day; each day earlier half as much. */
function daysAhead(random: Random): number {
  const ahead = Math.floor(-Math.log2(1 - random.next()))
  return Math.min(PRESALE_DAYS - 1, ahead)
}

/** Some time from nine to half past eleven at night, most of them in the evening. */
function presaleMs(clock: DayClock, random: Random): number {
  const peak = (random.next() + random.next() + Math.sqrt(random.next())) / 3
  return Math.round(clock.startMs + (3 + 14.4 * peak) * HOUR_MS)
}

function onlineMs(clock: DayClock, startsAtMs: number, random: Random): number {
  const opens = clock.startMs + DAY_OPENS_MS
  const latest = startsAtMs - 5 * MINUTE_MS
  const lead = -Math.log(1 - random.next()) * LEAD_MS
  const atMs = latest - lead
  // What would come before the day opens is spread over the day instead.
  return Math.round(atMs >= opens ? atMs : opens + random.next() * (latest - opens))
}

type Party = { readonly atMs: number; readonly channel: number; readonly left: number }

/** One purchase: at most `left` tickets and the free seats. Gives how many tickets it was. */
function sellParty(box: Box, { atMs, channel, left }: Party): number {
  const { screening, random } = box
  let type = drawIndex(random, TYPES[screening.release.kind])
  if (type === COMPLIMENTARY && channel !== COUNTER) type = ADULT
  const most = Math.min(left, box.free)
  if (type === FAMILY && most < 4) type = most > 1 ? CHILD : ADULT
  if (type === FAMILY) return ring(box, { atMs, type, channel, quantity: 4 })
  const sizes = type === ADULT || type === CHILD ? PARTY : ALONE
  const quantity = Math.min(most, 1 + drawIndex(random, sizes))
  if (type !== CHILD || quantity < 2) return ring(box, { atMs, type, channel, quantity })
  // Children come with somebody: one adult for the lot of them.
  const children = ring(box, { atMs, type: CHILD, channel, quantity: quantity - 1 })
  return children + ring(box, { atMs, type: ADULT, channel, quantity: 1 })
}

type Line = {
  readonly atMs: number
  readonly type: number
  readonly channel: number
  readonly quantity: number
}

/** Notes the sale, and perhaps that it is given back. A seat given back is not sold again. */
export function ring(box: Box, { atMs, type, channel, quantity }: Line): number {
  const { random, place: screening } = box
  const cash = channel === COUNTER && random.next() < CASH_CHANCE
  const line = { screening, type, channel, quantity, cash }
  box.sales.push({ ...line, atMs, refund: false })
  box.free -= quantity
  const until = box.screening.startsAtMs - REFUND_UNTIL_MS
  if (random.next() < REFUND_CHANCE && atMs < until) {
    const backMs = atMs + Math.round(random.next() * (until - atMs))
    box.sales.push({ ...line, atMs: backMs, refund: true })
  }
  return quantity
}

export function openBox(plan: Plan, place: number, screening: Screening): Box {
  const random = chanceOf(plan.seed, 'sale', screening.id.toString())
  return { place, screening, random, sales: [], free: screening.capacity }
}
