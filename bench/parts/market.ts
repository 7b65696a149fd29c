import type { DayRule } from '#kernel'
import { DAY_STARTS_AT, derivedId, localMoment, seededRandom } from '#kernel'
import { filmIds, sourceId } from '#programme'
import type { Store } from '#store'
import { addCinema, addOrganisation, heardFrom } from '#venues'
import type { TicketFact } from '#warehouse'

/** An organisation of the bench's own, whose cinemas report as they sell. */
export type Market = {
  readonly organisation: number
  readonly cinemas: readonly number[]
  readonly films: readonly number[]
  readonly source: number
  readonly rule: DayRule
  /** The trading day of the whole run, ISO, and the minute of it at which the run began. */
  readonly today: string
  readonly minute: number
}

const CURRENCY = 'EUR'
const EVENING_HOUR = 19
const AUDITORIA = 6
const STARTS = [12 * 60, 14 * 60 + 30, 17 * 60, 19 * 60 + 30, 22 * 60]
const TITLES = [
  'The Lighthouse Keeper',
  'Northern Line',
  'A Quiet Harvest',
  'Paper Moons',
  'Second Violin',
  'The Salt Road',
  'Ember and Ash',
  'Twelve Bridges',
]
const TYPES = [
  ['Adult', 1250],
  ['Student', 990],
  ['Senior', 930],
  ['Child', 850],
] as const
const CHANNELS = ['counter', 'web', 'app'] as const
const DAY_MS = 86_400_000

/** Makes the organisation, its cinemas, films and source. */
export async function makeMarket(store: Store, cinemaCount: number): Promise<Market> {
  const now = Temporal.Now.instant()
  // Somewhere it is evening now, so that the day has sales behind it and does not end in the run.
  const rule = { timezone: eveningZone(now), dayStartsAt: DAY_STARTS_AT }
  const moment = localMoment(now, rule)
  return store.write(async (transaction) => {
    const organisation = await addOrganisation(transaction, { name: 'Bench', sample: false })
    const cinemas: number[] = []
    for (let place = 1; place <= cinemaCount; place++) {
      const name = `Cinema ${String(place).padStart(3, '0')}`
      const cinema = { organisationId: organisation, name, currency: CURRENCY, live: true }
      cinemas.push(await addCinema(transaction, { ...cinema, ...rule }))
    }
    await heardFrom(transaction, cinemas, new Date(now.epochMilliseconds))
    const films = [...(await filmIds(transaction, organisation, TITLES)).values()]
    const kind = { organisationId: organisation, kind: 'sales', name: 'Bench' } as const
    const source = await sourceId(transaction, kind)
    const { tradingDay: today, minute } = moment
    return { organisation, cinemas, films, source, rule, today, minute }
  })
}

function eveningZone(now: Temporal.Instant): string {
  const { hour } = now.toZonedDateTimeISO('UTC')
  const ahead = ((EVENING_HOUR - hour + 36) % 24) - 12
  // The names of these zones count the other way.
  return ahead === 0 ? 'Etc/GMT' : `Etc/GMT${ahead > 0 ? '-' : '+'}${Math.abs(ahead)}`
}

/** Every sale of a day before the run; of its own day, those before it began. */
export function* dayFacts(market: Market, day: string): Generator<TicketFact, void, undefined> {
  const random = seededRandom(`day ${day}`)
  const last = day === market.today ? market.minute - 1 : Number.POSITIVE_INFINITY
  for (const cinema of market.cinemas) {
    for (let auditorium = 1; auditorium <= AUDITORIA; auditorium++) {
      for (const start of STARTS) {
        for (let sales = random.whole(4, 9); sales > 0; sales--) {
          const minute = start - random.whole(0, 90)
          const quantity = random.whole(1, 4)
          const [type, price] = random.pick(TYPES)
          if (minute > last) continue
          const place = { cinema, auditorium, day, start }
          const sold = { minute, quantity, type, priceMinor: BigInt(price * quantity) }
          yield factOf(market, place, { ...sold, channel: random.pick(CHANNELS) })
        }
      }
    }
  }
}

/** Makes the tickets sold during the run, one a fact, each number another one. */
export function ticketMaker(market: Market): (number: bigint) => TicketFact {
  const random = seededRandom('live')
  return (number) => {
    const { minute } = localMoment(Temporal.Now.instant(), market.rule)
    const start = STARTS.find((each) => each > minute) ?? STARTS.at(-1) ?? 0
    const auditorium = random.whole(1, AUDITORIA)
    const place = { cinema: random.pick(market.cinemas), auditorium, day: market.today, start }
    const [type, price] = random.pick(TYPES)
    const sold = { minute, quantity: 1, type, priceMinor: BigInt(price + random.whole(0, 99)) }
    const fact = factOf(market, place, { ...sold, channel: random.pick(CHANNELS) })
    return { ...fact, soldAtMs: Temporal.Now.instant().epochMilliseconds, fact: number }
  }
}

/** The days before today that Today compares with and History shows, newest first. */
export function historyDays({ today }: Market, days: number): readonly string[] {
  const from = Temporal.PlainDate.from(today)
  const back = Array.from({ length: days }, (_, place) => place)
  const wanted = new Set([...back, 364])
  return [...wanted].map((ago) => from.subtract({ days: ago }).toString())
}

type Place = {
  readonly cinema: number
  readonly auditorium: number
  readonly day: string
  readonly start: number
}

type Sold = {
  readonly minute: number
  readonly quantity: number
  readonly type: string
  readonly channel: string
  readonly priceMinor: bigint
}

let historyNumber = 1n << 62n

function factOf(market: Market, place: Place, sold: Sold): TicketFact {
  const { cinema, auditorium, day, start } = place
  const { minute, quantity, type, channel, priceMinor } = sold
  const midnightMs = dayStartMs(market, day)
  const film = market.films[(cinema + auditorium + start / 30) % market.films.length] ?? 0
  return {
    owner: market.organisation,
    exhibitor: market.organisation,
    cinema,
    auditorium,
    screening: screeningId(`${cinema} ${auditorium} ${day} ${start}`),
    film,
    distributor: 0,
    channel,
    ticketType: type,
    tariff: 0,
    seat: '',
    kind: 'sale',
    quantity,
    priceMinor,
    feeHallMinor: 0n,
    feeOnlineMinor: channel === 'counter' ? 0n : BigInt(90 * quantity),
    taxMinor: priceMinor / 10n,
    currency: CURRENCY,
    payment: channel === 'counter' ? 'cash' : 'card',
    customer: 0n,
    soldAtMs: midnightMs + minute * 60_000,
    soldDay: day,
    soldMinute: minute,
    startsAtSeconds: midnightMs / 1000 + start * 60,
    tradingDay: day,
    startHour: Math.floor(start / 60) % 24,
    source: market.source,
    fact: historyNumber++,
  }
}

/** The zone's distance from UTC is fixed, so days are all of one length. */
function dayStartMs({ rule, today }: Market, day: string): number {
  const midnight = Temporal.PlainDate.from(today).toZonedDateTime(rule.timezone)
  const apart = Temporal.PlainDate.from(today).since(Temporal.PlainDate.from(day)).days
  return midnight.epochMilliseconds - apart * DAY_MS
}

const screenings = new Map<string, bigint>()

function screeningId(key: string): bigint {
  const known = screenings.get(key)
  if (known !== undefined) return known
  const made = derivedId('bench', key)
  screenings.set(key, made)
  return made
}
