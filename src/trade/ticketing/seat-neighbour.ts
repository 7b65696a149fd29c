import type { Seat, SeatPlan } from '#venues/pure'
import { seatId } from '#venues/pure'

/** Seats side by side, from left to right: who sits in them sits together. */
export type Run = { readonly seats: readonly Seat[]; readonly ids: readonly string[] }

/** Where a seat is: the how-manieth of which run. */
export type Spot = { readonly run: Run; readonly at: number }

export type PlanRuns = {
  readonly runs: readonly Run[]
  readonly spots: ReadonlyMap<string, Spot>
}

/** A plan, and the ids of the seats nobody can take: held, sold, out of order, kept by the house. */
export type SeatSituation = { readonly plan: SeatPlan; readonly taken: ReadonlySet<string> }

/** Seats of a run that can all be taken, as many as there are side by side; `to` is after the last. */
export type Stretch = { readonly run: Run; readonly from: number; readonly to: number }

type Step = { readonly dx: number; readonly dy: number; readonly wheelchair: boolean }

/**
 * Where the right neighbour in the same row may stand, the likeliest first. A slanted or curved row
 * falls by half a step at a time. A wheelchair place is wider than a seat, so its companion may be
 * drawn up to two steps away. Anything else between two seats is an aisle or a missing seat.
 */
const STEPS: readonly Step[] = [
  { dx: 1, dy: 0, wheelchair: false },
  { dx: 1, dy: -0.5, wheelchair: false },
  { dx: 1, dy: 0.5, wheelchair: false },
  { dx: 1.5, dy: 0, wheelchair: true },
  { dx: 2, dy: 0, wheelchair: true },
]

/** A saved plan never changes, and every hold asks: its runs are worked out once. */
const known = new WeakMap<SeatPlan, PlanRuns>()

export function planRuns(plan: SeatPlan): PlanRuns {
  const before = known.get(plan)
  if (before) return before
  const made = makeRuns(plan)
  known.set(plan, made)
  return made
}

function makeRuns({ seats }: SeatPlan): PlanRuns {
  const rights = rightNeighbours(seats)
  const followers = new Set(rights.values())
  const runs: Run[] = []
  const spots = new Map<string, Spot>()
  for (const first of seats) {
    if (followers.has(first)) continue
    const inRun: Seat[] = []
    for (let seat: Seat | undefined = first; seat; seat = rights.get(seat)) inRun.push(seat)
    const run = { seats: inRun, ids: inRun.map(seatId) }
    runs.push(run)
    for (const [at, id] of run.ids.entries()) spots.set(id, { run, at })
  }
  return { runs, spots }
}

function rightNeighbours(seats: readonly Seat[]): ReadonlyMap<Seat, Seat> {
  const rows = new Map<string, Map<number, Seat>>()
  for (const seat of seats) {
    const row = rows.get(seat.row) ?? new Map<number, Seat>()
    rows.set(seat.row, row.set(placeKey(seat.x, seat.y), seat))
  }
  const rights = new Map<Seat, Seat>()
  const claimed = new Set<Seat>()
  for (const { dx, dy, wheelchair } of STEPS) {
    for (const seat of seats) {
      if (rights.has(seat)) continue
      const right = rows.get(seat.row)?.get(placeKey(seat.x + dx, seat.y + dy))
      if (!right || claimed.has(right)) continue
      if (wheelchair && seat.kind !== 'wheelchair' && right.kind !== 'wheelchair') continue
      rights.set(seat, right)
      claimed.add(right)
    }
  }
  return rights
}

/** Half steps up to 120 in both directions, as one number. */
function placeKey(x: number, y: number): number {
  return x * 2 * 1024 + y * 2
}

/** The stretches that can be taken now. */
export function stretches(situation: SeatSituation): readonly Stretch[] {
  const found: Stretch[] = []
  for (const run of planRuns(situation.plan).runs) {
    let from = 0
    for (let at = 0; at <= run.seats.length; at += 1) {
      if (at < run.seats.length && isOpen(situation, run, at)) continue
      if (at > from) found.push({ run, from, to: at })
      from = at + 1
    }
  }
  return found
}

/** The stretch a seat is in, or nothing if it cannot be taken. */
export function stretchAt(situation: SeatSituation, { run, at }: Spot): Stretch | undefined {
  if (!isOpen(situation, run, at)) return undefined
  let from = at
  let to = at + 1
  while (from > 0 && isOpen(situation, run, from - 1)) from -= 1
  while (to < run.seats.length && isOpen(situation, run, to)) to += 1
  return { run, from, to }
}

/** Whether a seat can be taken: half a love seat only while the other half can. */
function isOpen({ taken }: SeatSituation, run: Run, at: number): boolean {
  const id = run.ids[at]
  if (id === undefined || taken.has(id)) return false
  const mate = mateAt(run, at)
  if (mate === undefined) return true
  const other = run.ids[mate]
  return other !== undefined && mateAt(run, mate) === at && !taken.has(other)
}

/** Where in its run the other half of a love seat is. */
export function mateAt({ seats }: Run, at: number): number | undefined {
  const kind = seats[at]?.kind
  if (kind === 'love-left') return at + 1
  return kind === 'love-right' ? at - 1 : undefined
}
