import { seatsApart } from './seat-apart.ts'
import type { Focus } from './seat-focus.ts'
import { focalPoint, middleOf } from './seat-focus.ts'
import { breaksRow, gapLeft } from './seat-gap.ts'
import type { SeatSituation } from './seat-neighbour.ts'
import { planRuns } from './seat-neighbour.ts'
import { leavesCompanionOut, seatsAroundWheelchairs } from './seat-wheelchair.ts'
import type { SeatWindow } from './seat-window.ts'
import { windowIds, windowNearness, windowsOf } from './seat-window.ts'

export type SeatWish = {
  /** Everybody, those in wheelchairs among them. */
  readonly party: number
  readonly wheelchairs?: number | undefined
  /** The id of the only area to look in. */
  readonly area?: string | undefined
}

export type BestSeats = {
  readonly seats: readonly string[]
  /** Side by side in one row. */
  readonly together: boolean
}

/**
 * The best seats for a party, or nothing if so many are not free. In this order:
 * 1. side by side in one row; ordinary seats, then whole love seats for an even party, then love seats
 *    for an odd one, and companions' seats last; all of one area rather than of two; nearest the focal
 *    point (seat-focus.ts), where leaving a seat alone counts as one row more; never a choice that the
 *    gap rule would refuse;
 * 2. in two rows behind each other;
 * 3. as close to each other, and to the focal point, as there are seats.
 * Wheelchair places are for wishes with wheelchairs alone; the rest of that party sits in the companions'
 * seats first. A love seat is never halved.
 */
export function bestSeats(situation: SeatSituation, wish: SeatWish): BestSeats | undefined {
  const { party, wheelchairs = 0 } = wish
  if (!Number.isInteger(party) || party < 1 || wheelchairs < 0 || wheelchairs > party) {
    return undefined
  }
  const focus = focalPoint(situation.plan)
  const seats = nearestTogether(situation, wish, focus)
  if (seats) return { seats, together: true }
  const apart =
    wheelchairs > 0
      ? seatsAroundWheelchairs(situation, { ...wish, wheelchairs }, focus)
      : seatsApart(situation, party, focus, wish.area)
  return apart && { seats: gapLeft(situation, apart)?.instead ?? apart, together: false }
}

/**
 * When somebody was quicker: as many seats together, nearest to those that were wanted, in their area
 * before any other. Wheelchair places are answered with wheelchair places.
 */
export function nearestEqual(
  situation: SeatSituation,
  wanted: readonly string[],
): readonly string[] | undefined {
  const { spots } = planRuns(situation.plan)
  const seats = [...new Set(wanted)].flatMap((id) => {
    const spot = spots.get(id)
    const seat = spot?.run.seats[spot.at]
    return seat ? [seat] : []
  })
  const [first] = seats
  if (!first) return undefined
  const wheelchairs = seats.filter(({ kind }) => kind === 'wheelchair').length
  const wish = { party: seats.length, wheelchairs }
  const focus = middleOf(seats)
  const inArea = nearestTogether(situation, { ...wish, area: first.area }, focus)
  return inArea ?? nearestTogether(situation, wish, focus)
}

function nearestTogether(
  situation: SeatSituation,
  { party, wheelchairs = 0, area }: SeatWish,
  focus: Focus,
): readonly string[] | undefined {
  const ranked = windowsOf(situation, party, focus)
    .filter((window) => window.wheelchairs === wheelchairs)
    .filter((window) => area === undefined || window.area === area)
    .map((window) => ({ window, kind: kindRank(situation, window), near: windowNearness(window) }))
    .sort((one, other) => {
      const mixed = Number(one.window.area === undefined) - Number(other.window.area === undefined)
      return one.kind - other.kind || mixed || one.near - other.near
    })
  const best = ranked.find(({ window: { stretch, start, size } }) => {
    return party === 1 || !breaksRow(situation, stretch, start, size)
  })
  return best && windowIds(best.window)
}

/** Which places a party takes first: the less the better. */
function kindRank(situation: SeatSituation, window: SeatWindow): number {
  const { size, wheelchairs, companions, loveSeats } = window
  if (wheelchairs > 0) return leavesCompanionOut(situation, window) ? 1 : 0
  if (companions > 0) return 3
  if (loveSeats === 0) return 0
  return size % 2 === 0 ? 1 : 2
}
