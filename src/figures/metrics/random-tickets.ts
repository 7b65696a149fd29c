/** Made-up screenings, and facts of tickets for them. */
import type { Random } from '#kernel'
import { localMoment } from '#kernel'
import type { TicketFact } from '#warehouse'
import type { Place } from './random-place.ts'
import { chance, randomStart, UINT32_MAX, UINT64_MAX } from './random-place.ts'

const INT64_MAX = 9_223_372_036_854_775_807n
const MINUTE_MS = 60_000

const TICKET_TYPES = [
  'Adult',
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
const CHANNELS = ['', 'counter', 'counter', 'web', 'web', 'app', 'Maoyan', "O'Seller\\"]
const PRICES = [0n, 0n, 1n, 850n, 1050n, 999n, 1333n, 2500n]
const SCREENINGS = [0n, 1n, 2n, 3n, 4n, 5n, 1n << 63n, UINT64_MAX - 1n, UINT64_MAX]

/** One showing of a film; who tells of it, and what, is drawn apart. */
export type Show = {
  readonly owner: number
  readonly place: Place
  readonly film: number
  readonly screening: bigint
  readonly startsAtMs: number
  readonly tradingDay: string
  readonly startHour: number
  readonly auditorium: number
  readonly format: string
  readonly language: string
}

/** A screening of one id in one cinema has one film and one start, whoever reports it. */
export function randomShows(
  random: Random,
  {
    places,
    anchorMs,
    firstOwner,
  }: { places: readonly Place[]; anchorMs: number; firstOwner: number },
): Show[] {
  const known = new Map<string, Show>()
  return Array.from({ length: random.whole(4, 16) }, () => {
    const [place, screening] = [random.pick(places), random.pick(SCREENINGS)]
    const owner = firstOwner + random.pick([0, 0, 1, 2])
    const key = `${place.cinema} ${screening}`
    const earlier = known.get(key)
    if (earlier) return { ...earlier, owner }
    const startsAtMs = randomStart(random, anchorMs)
    const local = localMoment(Temporal.Instant.fromEpochMilliseconds(startsAtMs), place)
    const show: Show = {
      owner,
      place,
      screening,
      startsAtMs,
      film: random.pick([0, 1, 2, 3, UINT32_MAX]),
      tradingDay: local.tradingDay,
      startHour: local.hour,
      auditorium: random.pick([0, 1, 2, UINT32_MAX]),
      format: random.pick(['', '2D', '2D', 'IMAX']),
      language: random.pick(['', 'en', 'zh-Hans']),
    }
    known.set(key, show)
    return show
  })
}

export function randomTickets(random: Random, shows: readonly Show[], count: number): TicketFact[] {
  // Amounts at the edge of what a column holds stand in few worlds: beside them nothing else shows.
  const prices = chance(random, 10) ? [...PRICES, INT64_MAX] : PRICES
  return Array.from({ length: count }, (_, at) => factsOf(random, random.pick(shows), at, prices))
    .flat()
    .toSorted(() => random.next() - 0.5)
}

function factsOf(
  random: Random,
  show: Show,
  at: number,
  prices: readonly bigint[],
): readonly TicketFact[] {
  const sale = saleOf(random, show, at, prices)
  const facts = [sale]
  const undone = chance(random, 15)
  if (chance(random, 30)) {
    const refund = refundOf(random, show, sale)
    facts.push(refund)
    if (undone || chance(random, 30)) facts.push(takenBack(refund))
  }
  if (undone) {
    facts.push(takenBack(sale))
    // Said again with other figures: a correction.
    if (chance(random, 40)) facts.push({ ...saleOf(random, show, at, prices), source: sale.source })
  }
  if (chance(random, 30)) {
    const none = { quantity: 0, priceMinor: 0n, feeHallMinor: 0n, feeOnlineMinor: 0n, taxMinor: 0n }
    const scan = { ...sale, ...none, ...momentOf(random, show), kind: 'scan' as const }
    facts.push({ ...scan, scanned: 1 })
    if (chance(random, 30)) facts.push({ ...scan, scanned: -1 })
  }
  return facts
}

function saleOf(random: Random, show: Show, at: number, prices: readonly bigint[]): TicketFact {
  const priceMinor = random.pick(prices)
  return {
    owner: show.owner,
    exhibitor: show.owner,
    cinema: show.place.cinema,
    auditorium: show.auditorium,
    screening: show.screening,
    film: show.film,
    distributor: 0,
    channel: random.pick(CHANNELS),
    ticketType: random.pick(TICKET_TYPES),
    tariff: 0,
    seat: '',
    kind: 'sale',
    quantity: random.whole(1, 4),
    priceMinor,
    feeHallMinor: random.pick([0n, 30n, 120n]),
    feeOnlineMinor: random.pick([0n, 99n]),
    taxMinor: priceMinor / random.pick([11n, 20n]),
    currency: show.place.currency,
    payment: 'cash',
    customer: 0n,
    ...momentOf(random, show),
    startsAtSeconds: show.startsAtMs / 1000,
    tradingDay: show.tradingDay,
    startHour: show.startHour,
    format: show.format,
    language: show.language,
    source: random.pick([1, 1, 2, UINT32_MAX]),
    fact: BigInt(at),
  }
}

/** At a moment of its own: as often as not on another day. */
function refundOf(random: Random, show: Show, sale: TicketFact): TicketFact {
  const quantity = Math.max(1, Math.floor(sale.quantity / random.pick([1, 2])))
  const part = (amount: bigint) => -(amount * BigInt(quantity)) / BigInt(sale.quantity)
  return {
    ...sale,
    kind: 'refund',
    quantity: -quantity,
    priceMinor: part(sale.priceMinor),
    feeHallMinor: part(sale.feeHallMinor),
    feeOnlineMinor: part(sale.feeOnlineMinor),
    taxMinor: part(sale.taxMinor),
    ...momentOf(random, show),
  }
}

/** When it was sold, given back or scanned; of some nobody said. */
function momentOf(random: Random, { startsAtMs, place }: Show) {
  if (chance(random, 15)) return { soldAtMs: undefined, soldDay: undefined, soldMinute: undefined }
  const minutes = chance(random, 60) ? random.whole(-30, 300) : random.whole(-3 * 1440, 5 * 1440)
  const soldAtMs = startsAtMs - minutes * MINUTE_MS
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
    taxMinor: -fact.taxMinor,
  }
}
