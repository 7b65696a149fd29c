import * as fc from 'fast-check'
import type { Seat, SeatKind, SeatPlan } from '#venues/pure'
import { planProblems, seatId } from '#venues/pure'
import type { SeatSituation } from './seat-neighbour.ts'

const KINDS: Readonly<Record<string, readonly SeatKind[]>> = {
  s: ['standard'],
  p: ['standard'],
  w: ['wheelchair'],
  c: ['companion'],
  l: ['love-left', 'love-right'],
}

/**
 * A plan in letters, a line a row from the screen backwards: s a seat, p a dearer one, w a wheelchair
 * place, c its companion, l both halves of a love seat, _ an aisle, h half a step. Upper case: taken.
 * Rows are A, B, C …; numbers run from 1.
 */
export function drawn(...lines: readonly string[]): SeatSituation {
  const seats: Seat[] = []
  const taken = new Set<string>()
  for (const [y, line] of lines.entries()) {
    const row = String.fromCharCode(65 + y)
    let [x, number] = [0, 1]
    for (const letter of line) {
      for (const kind of KINDS[letter.toLowerCase()] ?? []) {
        const area = letter.toLowerCase() === 'p' ? 'Premium' : 'Standard'
        const seat = { row, number, x, y, kind, area, house: false }
        seats.push(seat)
        if (letter !== letter.toLowerCase()) taken.add(seatId(seat))
        x += 1
        number += 1
      }
      if (letter === '_') x += 1
      if (letter === 'h') x += 0.5
    }
  }
  const width = Math.max(1, ...seats.map(({ x }) => x + 1))
  const areas = [
    { id: 'Standard', name: 'Standard' },
    { id: 'Premium', name: 'Premium' },
  ]
  const plan: SeatPlan = { areas, screen: { x: width / 2, width }, seats }
  return { plan, taken }
}

/** Any small auditorium in which some seats are taken. */
export function anySituation(): fc.Arbitrary<SeatSituation> {
  const letter = fc.constantFrom(...'ssssssssSSSSppPwcWClL__h')
  const line = fc.array(letter, { minLength: 1, maxLength: 12 }).map((letters) => letters.join(''))
  return fc
    .array(line, { minLength: 1, maxLength: 5 })
    .map((lines) => drawn(...lines))
    .filter(({ plan }) => planProblems(plan).every(({ refusal }) => refusal === 'companion_alone'))
}

/** Whether seats stand side by side, told without runs: sorted, each one step from the last. */
export function standSideBySide(plan: SeatPlan, seats: readonly Seat[]): boolean {
  const sorted = seats.toSorted((one, other) => one.x - other.x)
  return sorted.every((seat, at) => {
    const before = sorted[at - 1]
    if (!before) return true
    if (before.row !== seat.row || before.y !== seat.y) return false
    const step = seat.x - before.x
    const isWide = seat.kind === 'wheelchair' || before.kind === 'wheelchair'
    const between = plan.seats.some(({ row, x }) => row === seat.row && before.x < x && x < seat.x)
    return step === 1 || (isWide && step <= 2 && !between)
  })
}

/** Free ordinary seats that nobody can sit beside. */
export function aloneIn({ plan, taken }: SeatSituation): ReadonlySet<string> {
  const half = plan.seats.filter((seat) => {
    const step = seat.kind === 'love-left' ? 1 : seat.kind === 'love-right' ? -1 : 0
    return plan.seats.some((mate) => {
      return mate.row === seat.row && mate.x === seat.x + step && taken.has(seatId(mate))
    })
  })
  const free = plan.seats.filter((seat) => !taken.has(seatId(seat)) && !half.includes(seat))
  const alone = free.filter((seat) => {
    if (seat.kind !== 'standard') return false
    return !free.some((other) => other !== seat && standSideBySide(plan, [seat, other]))
  })
  return new Set(alone.map(seatId))
}

export function seatsOf({ plan }: SeatSituation, ids: readonly string[]): readonly Seat[] {
  return ids.map((id) => {
    const seat = plan.seats.find((one) => seatId(one) === id)
    if (!seat) throw new Error(`no seat ${id}`)
    return seat
  })
}
