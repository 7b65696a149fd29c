/** What a place is for. A love seat is two places side by side that sell as one. */
export const SEAT_KINDS = [
  'standard',
  'wheelchair',
  'companion',
  'love-left',
  'love-right',
] as const
export type SeatKind = (typeof SEAT_KINDS)[number]

/** A point of the plan: 1 is one seat's pitch, in half steps; y grows away from the screen. */
export type Place = { readonly x: number; readonly y: number }

export type Seat = Place & {
  /** Letters or digits as on the chair's row: A, AA, 5, 甲. */
  readonly row: string
  readonly number: number
  readonly kind: SeatKind
  /** The id of its area. */
  readonly area: string
  /** Kept back by the house: sold only by hand. */
  readonly house: boolean
}

/** A price category: seats of one area cost the same. */
export type Area = { readonly id: string; readonly name: string }

/** The seats of an auditorium. Once saved a plan never changes; saving makes the next version. */
export type SeatPlan = {
  readonly areas: readonly Area[]
  /** Its middle and its width, on the same grid; it hangs before y 0. */
  readonly screen: { readonly x: number; readonly width: number }
  /** In reading order: from the screen backwards, from left to right. */
  readonly seats: readonly Seat[]
}

export const SEATS_MAX = 2_000
export const AREAS_MAX = 12
export const NUMBER_MAX = 999
/** Places run from 0 to this, in both directions. */
export const GRID_MAX = 120

export const EMPTY_PLAN: SeatPlan = {
  areas: [{ id: 'Standard', name: 'Standard' }],
  screen: { x: 8, width: 12 },
  seats: [],
}

/**
 * A seat as printed on the ticket: row, then number. Rows that end in a digit keep a dash between
 * (5-12), since 512 would also be row 51, seat 2.
 */
export function seatId({ row, number }: Pick<Seat, 'row' | 'number'>): string {
  return /\p{Nd}$/u.test(row) ? `${row}-${number}` : `${row}${number}`
}

export function inReadingOrder(seats: readonly Seat[]): readonly Seat[] {
  return seats.toSorted((one, other) => one.y - other.y || one.x - other.x)
}

/** Row names in order of their places, from the screen backwards. */
export function rowNames({ seats }: SeatPlan): readonly string[] {
  return [...new Set(inReadingOrder(seats).map(({ row }) => row))]
}

/** The other half of a love seat, if it is there. */
export function loveMate(seats: readonly Seat[], seat: Seat): Seat | undefined {
  if (seat.kind !== 'love-left' && seat.kind !== 'love-right') return undefined
  const [x, kind] =
    seat.kind === 'love-left' ? [seat.x + 1, 'love-right'] : [seat.x - 1, 'love-left']
  return seats.find((other) => {
    return other.kind === kind && other.x === x && other.y === seat.y && other.row === seat.row
  })
}

/** A screen as wide as four fifths of the seats, over their middle. */
export function screenOver(seats: readonly Seat[]): SeatPlan['screen'] {
  if (seats.length === 0) return EMPTY_PLAN.screen
  const left = Math.min(...seats.map(({ x }) => x))
  const right = Math.max(...seats.map(({ x }) => x)) + 1
  return { x: (left + right) / 2, width: Math.max(4, Math.round((right - left) * 0.8)) }
}

/** The row name after another: A … Z, AA, AB …, without the letters to skip; digits count on. */
export function nextRowName(name: string | undefined, skip: readonly string[] = []): string {
  if (name !== undefined && /^\d+$/.test(name)) return String(Number(name) + 1)
  let next = name === undefined ? 'A' : letterAfter(name)
  // Whoever skips every letter would wait for ever; then none is skipped.
  if (new Set(skip).size >= 26) return next
  while ([...next].some((letter) => skip.includes(letter))) next = letterAfter(next)
  return next
}

/** The name for a row drawn next: after the last one's, and not yet taken. */
export function freshRowName(plan: SeatPlan, skip: readonly string[] = []): string {
  const names = rowNames(plan)
  let name = nextRowName(names.at(-1), skip)
  while (names.includes(name)) name = nextRowName(name, skip)
  return name
}

function letterAfter(name: string): string {
  if (!/^[A-Z]+$/.test(name)) return 'A'
  const head = name.slice(0, -1)
  if (!name.endsWith('Z')) return head + String.fromCharCode(name.charCodeAt(name.length - 1) + 1)
  return head === '' ? 'AA' : `${letterAfter(head)}A`
}
