/** Arbitrary facts and questions about them, for the planner's property test only. */

import * as fc from 'fast-check'
import { localMoment } from '#kernel'
import type { Aliases } from '#programme'
import type { TicketFact } from '#warehouse'
import { told } from './oracle.ts'
import type { DimensionId, Grain, MetricId, Question } from './question.ts'
import { DIMENSION_IDS, METRIC_IDS } from './question-key.ts'
import { dayMinuteText } from './sale-time.ts'

const UINT32_MAX = 4_294_967_295
const UINT64_MAX = 18_446_744_073_709_551_615n
const INT64_MAX = 9_223_372_036_854_775_807n
const MINUTE_MS = 60_000

/** Around changes of the clock, the end of a year, a leap day, and on an ordinary evening. */
const STARTS_MS = [
  '2026-03-29T00:30:00Z',
  '2026-03-29T01:15:00Z',
  '2026-03-08T07:10:00Z',
  '2026-10-25T00:40:00Z',
  '2026-10-25T01:40:00Z',
  '2026-11-01T05:30:00Z',
  '2026-12-31T22:30:00Z',
  '2027-01-01T03:59:00Z',
  '2028-02-29T18:00:00Z',
  '2026-11-23T19:15:00Z',
].map((text) => Temporal.Instant.from(text).epochMilliseconds)

const PLACES = [
  { cinema: 1, timezone: 'Europe/Berlin', dayStartsAt: 6, currency: 'EUR' },
  { cinema: 0, timezone: 'Europe/Berlin', dayStartsAt: 0, currency: 'EUR' },
  { cinema: UINT32_MAX, timezone: 'Pacific/Auckland', dayStartsAt: 23, currency: 'EUR' },
  { cinema: 7, timezone: 'America/New_York', dayStartsAt: 4, currency: 'USD' },
] as const

const TICKET_TYPES = [
  'Adult',
  'Kind, 2D',
  '',
  `'; drop table ticket; --`,
  'a\\',
  '"{x:UInt8}" %s ? $1',
  'line\nbreak\ttab\0nul',
  '学生票 🎟️',
  'NULL',
]
const CHANNELS = ['', 'counter', 'web', 'app', 'Maoyan', "O'Seller\\"]
const PRICES = [0n, 1n, 850n, 1050n, 999n, INT64_MAX]

/** Of one screening; which facts become of it says `factsOf`. */
const screening = fc.record({
  owner: fc.constantFrom(0, 0, 1, 2),
  place: fc.constantFrom(...PLACES),
  film: fc.constantFrom(0, 1, 2, 3, UINT32_MAX),
  id: fc.constantFrom(0n, 1n, 2n, 1n << 63n, UINT64_MAX - 1n, UINT64_MAX),
  startsAtMs: fc.constantFrom(...STARTS_MS),
})

/** Minutes before the start at which a sale or refund happened; undefined where nobody said. */
const lead = fc.option(fc.integer({ min: -3 * 1440, max: 3 * 1440 }), { nil: undefined, freq: 6 })

const sale = fc.record({
  screening: fc.nat(),
  quantity: fc.integer({ min: 1, max: 4 }),
  price: fc.constantFrom(...PRICES),
  fees: fc.tuple(fc.constantFrom(0n, 30n, 120n), fc.constantFrom(0n, 99n)),
  ticketType: fc.constantFrom(...TICKET_TYPES),
  channel: fc.constantFrom(...CHANNELS),
  source: fc.constantFrom(1, 2, UINT32_MAX),
  lead,
  refund: fc.option(fc.record({ share: fc.constantFrom(1, 2), lead, takenBack: fc.boolean() }), {
    freq: 3,
  }),
  scan: fc.option(fc.record({ lead, undone: fc.boolean() }), { freq: 3 }),
  takenBack: fc.oneof({ weight: 4, arbitrary: fc.constant(false) }, fc.constant(true)),
})

export type Dataset = {
  readonly facts: readonly TicketFact[]
  readonly owners: readonly number[]
  /** Half of all datasets have films or cinemas that are one. */
  readonly aliases: Aliases
}

const FILM_GROUPS: readonly (readonly (readonly [number, number])[])[] = [
  [],
  [],
  [[3, 1]],
  [[UINT32_MAX, 0]],
  [
    [2, 1],
    [3, 1],
    [UINT32_MAX, 0],
  ],
]
const CINEMA_GROUPS: readonly (readonly (readonly [number, number])[])[] = [
  [],
  [],
  [[7, 1]],
  [
    [1, 0],
    [UINT32_MAX, 0],
  ],
]

/** Facts of three owners, of whom one, two or all three are asked for. */
export function datasetArbitrary(firstOwner: number): fc.Arbitrary<Dataset> {
  return fc
    .record({
      screenings: fc.array(screening, { minLength: 3, maxLength: 9 }),
      sales: fc.oneof(
        { weight: 1, arbitrary: fc.array(sale, { maxLength: 3 }) },
        { weight: 9, arbitrary: fc.array(sale, { minLength: 25, maxLength: 90, size: 'max' }) },
      ),
      owners: fc.constantFrom([0], [0, 1], [0, 2], [0, 1, 2]),
      films: fc.constantFrom(...FILM_GROUPS),
      cinemas: fc.constantFrom(...CINEMA_GROUPS),
    })
    .map(({ screenings: drawn, ...rest }) => ({ screenings: oneEach(drawn), ...rest }))
    .map(({ screenings, sales, owners, films, cinemas }) => ({
      aliases: { film: new Map(films), cinema: new Map(cinemas) },
      facts: sales.flatMap((one, at) => factsOf(one, at, screenings, firstOwner)),
      owners: owners.map((owner) => firstOwner + owner),
    }))
}

type Screening = typeof screening extends fc.Arbitrary<infer Value> ? Value : never
type Sale = typeof sale extends fc.Arbitrary<infer Value> ? Value : never

/** A screening of one id in one cinema has one film and one start, whoever reports it. */
function oneEach(drawn: readonly Screening[]): Screening[] {
  return drawn.map((show) => {
    const first = drawn.find(({ id, place }) => id === show.id && place === show.place) ?? show
    return { ...first, owner: show.owner }
  })
}

function factsOf(
  one: Sale,
  at: number,
  screenings: readonly Screening[],
  firstOwner: number,
): TicketFact[] {
  const show = screenings[one.screening % screenings.length]
  if (!show) throw new Error('a dataset without screenings')
  const start = Temporal.Instant.fromEpochMilliseconds(show.startsAtMs)
  const local = localMoment(start, show.place)
  const sold: TicketFact = {
    owner: firstOwner + show.owner,
    exhibitor: firstOwner + show.owner,
    cinema: show.place.cinema,
    auditorium: 1,
    screening: show.id,
    film: show.film,
    distributor: 0,
    channel: one.channel,
    ticketType: one.ticketType,
    tariff: 0,
    seat: '',
    kind: 'sale',
    quantity: one.quantity,
    priceMinor: one.price,
    feeHallMinor: one.fees[0],
    feeOnlineMinor: one.fees[1],
    taxMinor: 0n,
    currency: show.place.currency,
    payment: 'cash',
    customer: 0n,
    ...saleMoment(show, one.lead),
    startsAtSeconds: show.startsAtMs / 1000,
    tradingDay: local.tradingDay,
    startHour: local.hour,
    source: one.source,
    fact: BigInt(at),
  }
  const facts = [sold]
  if (one.refund) {
    const quantity = Math.max(1, Math.floor(one.quantity / one.refund.share))
    const part = (amount: bigint) => -(amount * BigInt(quantity)) / BigInt(one.quantity)
    const refund: TicketFact = {
      ...sold,
      kind: 'refund',
      quantity: -quantity,
      priceMinor: part(sold.priceMinor),
      feeHallMinor: part(sold.feeHallMinor),
      feeOnlineMinor: part(sold.feeOnlineMinor),
      ...saleMoment(show, one.refund.lead),
    }
    facts.push(refund)
    if (one.takenBack || one.refund.takenBack) facts.push(takenBack(refund))
  }
  if (one.takenBack) facts.push(takenBack(sold))
  if (one.scan) facts.push(...scansOf(sold, one.scan.undone, saleMoment(show, one.scan.lead)))
  return facts
}

function scansOf(
  sold: TicketFact,
  undone: boolean,
  moment: ReturnType<typeof saleMoment>,
): TicketFact[] {
  const nothing = { quantity: 0, priceMinor: 0n, feeHallMinor: 0n, feeOnlineMinor: 0n }
  const scan = { ...sold, ...nothing, ...moment, kind: 'scan' as const }
  return [{ ...scan, scanned: 1 }, ...(undone ? [{ ...scan, scanned: -1 as const }] : [])]
}

function saleMoment({ startsAtMs, place }: Screening, minutesBefore: number | undefined) {
  if (minutesBefore === undefined) {
    return { soldAtMs: undefined, soldDay: undefined, soldMinute: undefined }
  }
  const soldAtMs = startsAtMs - minutesBefore * MINUTE_MS
  const local = localMoment(Temporal.Instant.fromEpochMilliseconds(soldAtMs), place)
  return { soldAtMs, soldDay: local.tradingDay, soldMinute: local.minute }
}

function takenBack(fact: TicketFact): TicketFact {
  return {
    ...fact,
    quantity: -fact.quantity,
    priceMinor: -fact.priceMinor,
    feeHallMinor: -fact.feeHallMinor,
    feeOnlineMinor: -fact.feeOnlineMinor,
  }
}

const GRAINS: readonly Grain[] = ['day', 'week', 'month', 'quarter', 'year']

/** Given now and then, so that most questions are about something. */
function seldom<Value>(arbitrary: fc.Arbitrary<Value>): fc.Arbitrary<Value | null> {
  return fc.oneof({ weight: 2, arbitrary: fc.constant(null) }, { weight: 1, arbitrary })
}

/** Questions that have something to find among the facts. */
export function questionArbitrary(facts: readonly TicketFact[]): fc.Arbitrary<Question> {
  return fc
    .record({
      metrics: fc.shuffledSubarray([...METRIC_IDS], { minLength: 1 }),
      by: fc.shuffledSubarray([...DIMENSION_IDS], { maxLength: 4 }),
      filters: seldom(fc.subarray([...DIMENSION_IDS], { minLength: 1, maxLength: 2 })),
      picks: fc.array(fc.nat(), { minLength: 2, maxLength: 12 }),
      days: seldom(fc.tuple(fc.nat(), fc.nat())),
      grain: seldom(fc.constantFrom(...GRAINS)),
      soldBy: seldom(fc.record({ at: fc.nat(), later: fc.nat({ max: 9 }) })),
      order: seldom(fc.record({ at: fc.nat(), descending: fc.boolean() })),
      limit: seldom(fc.integer({ min: 1, max: 6 })),
      currency: seldom(fc.constantFrom('EUR', 'EUR', 'EUR', 'USD', 'JPY')),
    })
    .map(({ metrics, by, filters, picks, days, grain, soldBy, order, limit, currency }) => {
      const base: Question = { metrics, by, where: filtersOf(facts, filters ?? [], picks) }
      const sortable = [...metrics, ...by, ...(grain ? (['period'] as const) : [])]
      return {
        ...base,
        ...(days && rangeOf(facts, days)),
        ...(grain && { grain }),
        ...(soldBy && { soldBy: cutOf(facts, soldBy) }),
        ...(order && { order: orderAt(sortable, order) }),
        ...(limit !== null && { limit }),
        ...(currency !== null && { currency }),
      }
    })
}

function orderAt(
  sortable: readonly (MetricId | DimensionId | 'period')[],
  { at, descending }: { readonly at: number; readonly descending: boolean },
) {
  return { of: sortable[at % sortable.length] ?? ('period' as const), descending }
}

function filtersOf(
  facts: readonly TicketFact[],
  dimensions: readonly DimensionId[],
  picks: readonly number[],
): Question['where'] {
  if (facts.length === 0) return {}
  const values = (id: DimensionId) =>
    picks.flatMap((pick) => {
      const fact = facts[pick % facts.length]
      return fact ? [told(fact, id)] : []
    })
  return Object.fromEntries(dimensions.map((id) => [id, [...new Set(values(id))]]))
}

/** At or up to nine minutes after a moment at which something was sold. */
function cutOf(
  facts: readonly TicketFact[],
  { at, later }: { readonly at: number; readonly later: number },
): string {
  return dayMinuteText((facts[at % facts.length]?.soldMinute ?? 1170) + later)
}

function rangeOf(facts: readonly TicketFact[], picks: readonly [number, number]) {
  const days = picks.map((pick) => facts[pick % facts.length]?.tradingDay ?? '2026-11-23')
  const [from = '2026-01-01', to = '2026-12-31'] = days.toSorted()
  return { from, to }
}
