import type { Random } from '#kernel'
import type { SeatSituation } from '#ticketing/pure'
import { bestSeats, nearestEqual } from '#ticketing/pure'
import { loveMate, seatId } from '#venues/pure'
import { chanceOf, drawIndex } from './chance.ts'
import type { FilmKind } from './release.ts'
import { ADULT, CHILD, SENIOR, STUDENT, TICKET_TYPES } from './tariff.ts'

/** Who buys together: a ticket type each, where, and with what. */
export type Guests = {
  readonly ticketTypes: readonly string[]
  readonly channel: 'web' | 'counter'
  readonly paidWith: 'cash' | 'card'
  /** They ask for the best seats; others have a corner of their own. */
  readonly best: boolean
  readonly random: Random
}

/** Of the seats of a screening, so much is sold at the least and at the most. */
const LEAST = 0.1
const MOST = 0.6
/** What is far off sells so much less: half for every so many hours. */
const HALF_HOURS = 30

const SIZES = [18, 52, 13, 13, 4] as const
/** Adult, student, senior, child: who comes with children, and who without. */
const TYPES: Readonly<Record<FilmKind, readonly number[]>> = {
  family: [35, 5, 10, 50],
  adult: [72, 17, 11, 0],
  arthouse: [58, 14, 28, 0],
}
const TYPE_PLACES = [ADULT, STUDENT, SENIOR, CHILD] as const
const WEB_CHANCE = 0.8
const CASH_CHANCE = 0.3
const BEST_CHANCE = 0.45
/** Of those who come in twos. */
const LOVE_CHANCE = 0.15

/**
 * How much of a screening is sold so long before it starts. `occupancy` is what the circuit expects of it
 * in the end.
 */
export function shareSold(occupancy: number, hoursAhead: number): number {
  const popular = Math.min(1, Math.max(0, occupancy) / MOST)
  const near = 0.5 ** (Math.max(0, hoursAhead) / HALF_HOURS)
  return LEAST + (MOST - LEAST) * popular * near
}

/** The how-manieth guests of a screening; the same whoever asks, and whatever came between. */
export function guestsOf(seed: string, screening: bigint, turn: number, kind: FilmKind): Guests {
  const random = chanceOf(seed, 'guests', screening.toString(), turn)
  const size = 1 + drawIndex(random, SIZES)
  const ticketTypes: string[] = Array.from({ length: size }, () => {
    const type = TYPE_PLACES[drawIndex(random, TYPES[kind])] ?? ADULT
    return TICKET_TYPES[type]
  })
  // Children come with somebody.
  const grownUp = ticketTypes.find((type) => type !== TICKET_TYPES[CHILD])
  if (grownUp === undefined) ticketTypes[0] = TICKET_TYPES[ADULT]
  const channel = random.next() < WEB_CHANCE ? 'web' : 'counter'
  const paidWith = channel === 'counter' && random.next() < CASH_CHANCE ? 'cash' : 'card'
  return { ticketTypes, channel, paidWith, best: random.next() < BEST_CHANCE, random }
}

/** How many guests it takes for so many seats. */
export function guestsFor(seats: number, guests: (turn: number) => Guests): number {
  let left = seats
  let turn = 0
  while (left > 0) left -= guests(turn++).ticketTypes.length
  return turn
}

/** Their seats: the best, or those nearest to where they would like to sit; undefined if it is full. */
export function seatsFor(
  situation: SeatSituation,
  { ticketTypes, best, random }: Guests,
): readonly string[] | undefined {
  const party = ticketTypes.length
  const love = party === 2 && random.next() < LOVE_CHANCE ? freeLoveSeats(situation) : []
  if (love.length > 0) return random.pick(love)
  const places = situation.plan.seats.filter(({ kind }) => kind !== 'wheelchair')
  const from = best ? undefined : places[random.whole(0, Math.max(0, places.length - party))]
  if (!from) return bestSeats(situation, { party })?.seats
  const start = places.indexOf(from)
  const wanted = places.slice(start, start + party).map(seatId)
  return nearestEqual(situation, wanted) ?? bestSeats(situation, { party })?.seats
}

function freeLoveSeats({ plan, taken }: SeatSituation): readonly (readonly string[])[] {
  const pairs = plan.seats.flatMap((left) => {
    const right = left.kind === 'love-left' ? loveMate(plan.seats, left) : undefined
    return right ? [[seatId(left), seatId(right)]] : []
  })
  return pairs.filter((pair) => pair.every((seat) => !taken.has(seat)))
}
