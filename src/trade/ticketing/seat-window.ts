import type { Seat } from '#venues/pure'
import type { Focus } from './seat-focus.ts'
import { nearness, squaredDistance } from './seat-focus.ts'
import { leavesOneAlone } from './seat-gap.ts'
import type { SeatSituation, Stretch } from './seat-neighbour.ts'
import { mateAt, stretches } from './seat-neighbour.ts'

/** Seats side by side that a party, or a part of one, could take. */
export type SeatWindow = {
  readonly stretch: Stretch
  readonly start: number
  readonly size: number
  /** Sum of the squared distances from the focus. */
  readonly squares: number
  readonly leavesOneAlone: boolean
  readonly wheelchairs: number
  readonly companions: number
  readonly loveSeats: number
  /** The area of all its seats; absent if they are of several. */
  readonly area: string | undefined
}

/** Every window of a size in which no love seat is cut in half, from the screen backwards. */
export function windowsOf(
  situation: SeatSituation,
  size: number,
  focus: Focus,
): readonly SeatWindow[] {
  return stretches(situation).flatMap((stretch) => windowsIn(stretch, size, focus))
}

function windowsIn(stretch: Stretch, size: number, focus: Focus): readonly SeatWindow[] {
  const { run, from, to } = stretch
  const windows: SeatWindow[] = []
  const distances = run.seats.slice(from, to).map((seat) => squaredDistance(focus, seat))
  for (let start = from; start + size <= to; start += 1) {
    if (cutsLoveSeat(stretch, start, size)) continue
    let squares = 0
    let [wheelchairs, companions, loveSeats] = [0, 0, 0]
    let area = run.seats[start]?.area
    for (let at = start; at < start + size; at += 1) {
      squares += distances[at - from] ?? 0
      const seat = run.seats[at]
      if (seat?.kind === 'wheelchair') wheelchairs += 1
      else if (seat?.kind === 'companion') companions += 1
      else if (seat?.kind === 'love-left') loveSeats += 1
      if (seat?.area !== area) area = undefined
    }
    const alone = leavesOneAlone(stretch, start, size)
    const counts = { wheelchairs, companions, loveSeats }
    windows.push({ stretch, start, size, squares, leavesOneAlone: alone, ...counts, area })
  }
  return windows
}

function cutsLoveSeat({ run }: Stretch, start: number, size: number): boolean {
  const [first, last] = [mateAt(run, start), mateAt(run, start + size - 1)]
  return (first !== undefined && first < start) || (last !== undefined && last >= start + size)
}

export function windowIds({ stretch: { run }, start, size }: SeatWindow): readonly string[] {
  return run.ids.slice(start, start + size)
}

export function windowSeats({ stretch: { run }, start, size }: SeatWindow): readonly Seat[] {
  return run.seats.slice(start, start + size)
}

export function windowNearness(window: SeatWindow): number {
  return nearness(window.squares, window.size, window.leavesOneAlone)
}
