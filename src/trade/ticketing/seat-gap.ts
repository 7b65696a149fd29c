import type { Seat } from '#venues/pure'
import type { SeatSituation, Stretch } from './seat-neighbour.ts'
import { planRuns, stretchAt } from './seat-neighbour.ts'

/** A seat that a choice leaves alone, and the choice that would not, if it is close by. */
export type SeatGap = {
  readonly lonely: string
  readonly instead: readonly string[] | undefined
}

/**
 * With fewer free seats than this the rule rests: the last seats are sold as they are. Ten is a large
 * party; with fewer seats left a gap is as good as any other seat.
 */
export const SELL_WHAT_IS_LEFT = 10
const SHIFT_MAX = 2

/** The seats of a choice that lie in one stretch; `picked` says where, from left to right. */
type Piece = { readonly stretch: Stretch; readonly picked: readonly number[] }

/**
 * The single-seat-gap rule: a choice must not leave one ordinary seat alone, with nobody free to sit
 * beside it. Whether the other side is a taken seat or the end of a run makes no difference: the seat
 * is as hard to sell (AMC and Yoyaku count the end of a row; Regal does not). The rule protects seats
 * from being wasted and must never cost a booking, so it rests where the guest cannot help it:
 * - the seat was alone before: nothing got worse;
 * - every way to seat as many there, at the same price, leaves one alone (two in a stretch of three, or
 *   all but one): as seats.io has it, a gap that cannot be avoided is none;
 * - a single guest: one alone is who fills gaps, and cannot move closer to anybody;
 * - wheelchair places, their companions and love seats: they cannot be shifted;
 * - hardly any seat is left.
 */
export function gapLeft(situation: SeatSituation, chosen: readonly string[]): SeatGap | undefined {
  if (chosen.length < 2) return undefined
  const gaps: { piece: Piece; lonely: number }[] = []
  for (const piece of piecesOf(situation, chosen)) {
    const lonely = newlyAlone(piece)
    if (lonely !== undefined && whole(piece).length > 0) gaps.push({ piece, lonely })
  }
  const [first] = gaps
  const lonely = first?.piece.stretch.run.ids[first.lonely]
  if (lonely === undefined || isNearlyFull(situation)) return undefined
  return {
    lonely,
    instead: shifted(
      chosen,
      gaps.map(({ piece }) => piece),
    ),
  }
}

/** Whether the rule has anything against `size` seats of a stretch, from `start` on. */
export function breaksRow(
  situation: SeatSituation,
  stretch: Stretch,
  start: number,
  size: number,
): boolean {
  const piece = { stretch, picked: Array.from({ length: size }, (_, at) => start + at) }
  if (newlyAlone(piece) === undefined) return false
  return whole(piece).length > 0 && !isNearlyFull(situation)
}

/** Whether `size` seats of a stretch, from `start` on, leave an ordinary seat alone beside them. */
export function leavesOneAlone(stretch: Stretch, start: number, size: number): boolean {
  const { run, from, to } = stretch
  const before = start - from === 1 && run.seats[from]?.kind === 'standard'
  const after = to - (start + size) === 1 && run.seats[to - 1]?.kind === 'standard'
  return before || after
}

function isNearlyFull({ plan, taken }: SeatSituation): boolean {
  let free = 0
  for (const id of planRuns(plan).spots.keys()) {
    if (!taken.has(id)) free += 1
    if (free === SELL_WHAT_IS_LEFT) return false
  }
  return true
}

/** A choice by the stretches it lies in; strangers and taken seats among it are left out. */
function piecesOf(situation: SeatSituation, chosen: readonly string[]): readonly Piece[] {
  const { spots } = planRuns(situation.plan)
  const pieces: { stretch: Stretch; picked: number[] }[] = []
  for (const id of new Set(chosen)) {
    const spot = spots.get(id)
    if (!spot) continue
    const { run, at } = spot
    const met = pieces.find(({ stretch }) => {
      return stretch.run === run && stretch.from <= at && at < stretch.to
    })
    const stretch = met ? undefined : stretchAt(situation, spot)
    if (met) met.picked.push(at)
    else if (stretch) pieces.push({ stretch, picked: [at] })
  }
  for (const { picked } of pieces) picked.sort((one, other) => one - other)
  return pieces
}

/** Where the seat stands that had a free neighbour and has none now. */
function newlyAlone({ stretch: { run, from, to }, picked }: Piece): number | undefined {
  const isPicked = new Set(picked)
  const isFree = (at: number) => at >= from && at < to && !isPicked.has(at)
  for (let at = from; at < to; at += 1) {
    if (!isFree(at) || run.seats[at]?.kind !== 'standard') continue
    if (!isFree(at - 1) && !isFree(at + 1)) return at
  }
  return undefined
}

/** Where as many could sit side by side, as dear, without leaving a seat alone. Special places: nowhere. */
function whole({ stretch, picked }: Piece): readonly number[] {
  const { run, from, to } = stretch
  const places = picked.map((at) => run.seats[at])
  if (!places.every((seat) => seat?.kind === 'standard')) return []
  const price = areasOf(places)
  const starts: number[] = []
  for (let start = from; start + picked.length <= to; start += 1) {
    if (leavesOneAlone(stretch, start, picked.length)) continue
    const seats = run.seats.slice(start, start + picked.length)
    if (seats.every(({ kind }) => kind === 'standard') && areasOf(seats) === price) {
      starts.push(start)
    }
  }
  return starts
}

function areasOf(seats: readonly (Seat | undefined)[]): string {
  return JSON.stringify(seats.map((seat) => seat?.area).toSorted())
}

/** The choice with each of the pieces shifted by at most two seats, or nothing if one would need more. */
function shifted(
  chosen: readonly string[],
  pieces: readonly Piece[],
): readonly string[] | undefined {
  const others = new Map<string, string>()
  for (const piece of pieces) {
    const { stretch, picked } = piece
    const first = picked[0] ?? 0
    const starts = whole(piece).filter((start) => Math.abs(start - first) <= SHIFT_MAX)
    const [start] = starts.toSorted((one, other) => {
      return Math.abs(one - first) - Math.abs(other - first) || one - other
    })
    if (start === undefined) return undefined
    for (const [place, at] of picked.entries()) {
      const [old, other] = [stretch.run.ids[at], stretch.run.ids[start + place]]
      if (old !== undefined && other !== undefined) others.set(old, other)
    }
  }
  return [...new Set(chosen)].map((id) => others.get(id) ?? id)
}
