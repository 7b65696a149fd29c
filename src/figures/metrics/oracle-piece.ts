/**
 * Facts as the oracle holds them: under the ids of their groups, with all that a dimension may ask of
 * them. What a fact does not say is undefined, and no question by it finds the fact.
 */
import type { TicketFact } from '#warehouse'
import type { FactorOf } from './oracle-rate.ts'
import type { ListingFact, World } from './oracle-world.ts'
import type { DimensionId, Grain } from './question.ts'

/** What tickets and listed screenings have in common. */
export type Piece = {
  readonly owner: number
  readonly source: number
  readonly film: number
  readonly cinema: number
  /** The cinema as the fact says it: two that are one may number their screenings alike. */
  readonly cinemaSaid: number
  readonly auditorium: number
  readonly screening: bigint
  readonly startsAtSeconds: number
  readonly startHour: number
  readonly format: string
  readonly language: string
  readonly currency: string
  /** The day that it happened on. */
  readonly day: string
  /** The day it is shown on: another one only where it is held against later days. */
  readonly shownDay: string
  readonly distributor: string
  readonly opensOn: string | undefined
}

export type Ticket = Piece & {
  readonly kind: 'sale' | 'refund' | 'scan'
  readonly quantity: number
  readonly scanned: number
  readonly isFree: boolean
  readonly priceMinor: bigint
  readonly feeMinor: bigint
  readonly taxMinor: bigint
  readonly ticketType: string
  readonly channel: string
  /** Trading days from the sale to the screening; undefined where nobody said when it was sold. */
  readonly daysBefore: number | undefined
  readonly soldMinute: number | undefined
  /** What stands in no other amount here, because nobody said what it is in the currency wanted. */
  readonly lost: Lost
}

export type Lost = { readonly price: bigint; readonly fee: bigint; readonly tax: bigint }

export type Listing = Piece & {
  readonly room: string
  readonly seats: number
  readonly weight: number
}

/** A fact; its amounts turned by a factor where they are to be shown in another currency. */
export function ticketOf(fact: TicketFact, world: World, factorOf: FactorOf): Ticket {
  const { soldDay, soldMinute, priceMinor: price, taxMinor: tax } = fact
  const timed = soldDay !== undefined && soldMinute !== undefined
  const fee = fact.feeHallMinor + fact.feeOnlineMinor
  const factor = factorOf(fact.currency, fact.tradingDay)
  return {
    ...placed(fact, world),
    currency: fact.currency,
    kind: fact.kind,
    quantity: fact.quantity,
    scanned: fact.scanned ?? 0,
    isFree: price === 0n,
    priceMinor: price * (factor ?? 0n),
    feeMinor: fee * (factor ?? 0n),
    taxMinor: tax * (factor ?? 0n),
    lost: factor === undefined ? { price, fee, tax } : { price: 0n, fee: 0n, tax: 0n },
    ticketType: fact.ticketType,
    channel: fact.channel,
    daysBefore: timed ? daysBetween(soldDay, fact.tradingDay) : undefined,
    soldMinute: timed ? soldMinute : undefined,
  }
}

export function listingOf(fact: ListingFact, world: World): Listing {
  const { room, seats, weight } = fact
  return {
    ...placed(fact, world),
    currency: world.homes.get(fact.cinema) ?? '',
    room,
    seats,
    weight,
  }
}

function placed(fact: TicketFact | ListingFact, { aliases, films }: World) {
  // What is said of films goes by the ids that facts carry, not by those of groups.
  const said = films.get(fact.film)
  return {
    owner: fact.owner,
    source: fact.source,
    film: aliases.film.get(fact.film) ?? fact.film,
    cinema: aliases.cinema.get(fact.cinema) ?? fact.cinema,
    cinemaSaid: fact.cinema,
    auditorium: fact.auditorium,
    screening: fact.screening,
    startsAtSeconds: fact.startsAtSeconds,
    startHour: fact.startHour,
    format: fact.format ?? '',
    language: fact.language ?? '',
    day: fact.tradingDay,
    shownDay: fact.tradingDay,
    distributor: said?.distributor ?? '',
    opensOn: said?.opensOn,
  }
}

export function daysBetween(from: string, to: string): number {
  return Temporal.PlainDate.from(from).until(to).days
}

export function dayPlus(day: string, days: number): string {
  return Temporal.PlainDate.from(day).add({ days }).toString()
}

/** A dimension's value as an answer tells it, or undefined where such a fact has none. */
export function told(piece: Piece | Ticket, id: DimensionId): string | undefined {
  switch (id) {
    case 'tradingDay':
      return piece.shownDay
    case 'weekday':
      return String(Temporal.PlainDate.from(piece.day).dayOfWeek)
    case 'hour':
      return String(piece.startHour)
    case 'startsAt':
      return Temporal.Instant.fromEpochMilliseconds(piece.startsAtSeconds * 1000).toString()
    case 'releaseDay':
      return piece.opensOn === undefined ? '' : String(daysBetween(piece.opensOn, piece.day) + 1)
    case 'releaseWeek':
      if (piece.opensOn === undefined) return ''
      return String(Math.floor(daysBetween(piece.opensOn, piece.day) / 7) + 1)
    case 'film':
    case 'cinema':
    case 'auditorium':
    case 'screening':
    case 'distributor':
    case 'format':
    case 'language':
    case 'currency':
      return String(piece[id])
    case 'saleTime':
      return isTicket(piece) ? saleTime(piece) : undefined
    case 'daysBefore':
      return isTicket(piece) ? String(piece.daysBefore ?? '') : undefined
    case 'ticketType':
    case 'channel':
      return isTicket(piece) ? piece[id] : undefined
    case 'territory':
      return undefined
  }
}

export function isTicket(piece: Piece | Ticket): piece is Ticket {
  return 'ticketType' in piece
}

function saleTime({ daysBefore, soldMinute }: Ticket): string {
  if (daysBefore === undefined || soldMinute === undefined) return 'unknown'
  if (daysBefore !== 0) return daysBefore > 0 ? 'before' : 'after'
  const two = (count: number) => String(Math.floor(count)).padStart(2, '0')
  return `${two(soldMinute / 60)}:${two(Math.floor((soldMinute % 60) / 5) * 5)}`
}

/** The first day of the period that a day is in. */
export function periodOf(day: string, grain: Grain): string {
  const date = Temporal.PlainDate.from(day)
  switch (grain) {
    case 'day':
      return day
    case 'week':
      return date.subtract({ days: date.dayOfWeek - 1 }).toString()
    case 'month':
      return date.with({ day: 1 }).toString()
    case 'quarter':
      return date.with({ day: 1, month: date.month - ((date.month - 1) % 3) }).toString()
    case 'year':
      return date.with({ day: 1, month: 1 }).toString()
  }
}
