import type { Seat } from '#venues/pure'
import type { Focus } from './seat-focus.ts'
import { squaredDistance } from './seat-focus.ts'
import type { SeatSituation } from './seat-neighbour.ts'
import { stretches } from './seat-neighbour.ts'

/** Ordinary seats first, then love seats, then companions'. */
export type UnitRank = 0 | 1 | 2

/** What can only be taken whole: a seat, or the two places of a love seat. */
export type SeatUnit = {
  readonly ids: readonly string[]
  readonly seats: readonly Seat[]
  readonly area: string
  readonly rank: UnitRank
}

/** All that can be taken now, wheelchair places left out. */
export function unitsOf(situation: SeatSituation): readonly SeatUnit[] {
  return stretches(situation).flatMap(({ run, from, to }) => {
    const units: SeatUnit[] = []
    for (let at = from; at < to; at += 1) {
      const seat = run.seats[at]
      if (!seat || seat.kind === 'wheelchair' || seat.kind === 'love-right') continue
      const end = seat.kind === 'love-left' ? at + 2 : at + 1
      const rank = seat.kind === 'companion' ? 2 : seat.kind === 'love-left' ? 1 : 0
      const [ids, seats] = [run.ids.slice(at, end), run.seats.slice(at, end)]
      units.push({ ids, seats, area: seat.area, rank })
    }
    return units
  })
}

export function unitDistance(focus: Focus, { seats }: SeatUnit): number {
  return seats.reduce((sum, seat) => sum + squaredDistance(focus, seat), 0)
}

/** As many places as are needed, the nearest first; nothing if they cannot be filled without halving. */
export function fillNearest(
  units: readonly SeatUnit[],
  places: number,
  centre: Focus,
): readonly SeatUnit[] | undefined {
  const perSeat = (unit: SeatUnit) => unitDistance(centre, unit) / unit.ids.length
  const sorted = units
    .map((unit) => ({ unit, far: perSeat(unit) }))
    .sort((one, other) => one.far - other.far)
  const filled: SeatUnit[] = []
  let left = places
  for (const { unit } of sorted) {
    if (left === 0) break
    if (unit.ids.length > left) continue
    filled.push(unit)
    left -= unit.ids.length
  }
  if (left === 0) return filled
  // One place is left and only love seats are: the last single seat makes room for one.
  const pair = sorted.find(({ unit }) => unit.ids.length === 2 && !filled.includes(unit))
  const single = filled.findLastIndex(({ ids }) => ids.length === 1)
  if (left !== 1 || !pair || single === -1) return undefined
  return filled.toSpliced(single, 1, pair.unit)
}
