import type { SeatKind } from '#venues/pure'
import type { Focus } from './seat-focus.ts'
import { nearness, placeOf } from './seat-focus.ts'
import { breaksRow, gapLeft } from './seat-gap.ts'
import type { SeatSituation } from './seat-neighbour.ts'
import type { SeatUnit, UnitRank } from './seat-unit.ts'
import { fillNearest, unitDistance, unitsOf } from './seat-unit.ts'
import type { SeatWindow } from './seat-window.ts'
import { windowIds, windowsOf } from './seat-window.ts'

/** Of how many places, the nearest to the focal point, the neighbourhood is tried. */
const CENTRES = 12
/** Among how many places, the nearest to the focal point, neighbours are looked for first. */
const NEIGHBOURHOOD = 128
/** How far behind a row the next one stands; a cross aisle is wider. */
const BEHIND = [-1.5, -1, 1, 1.5]

/** Seats for a party that no row can hold, or nothing if there are not as many. */
export function seatsApart(
  situation: SeatSituation,
  party: number,
  focus: Focus,
  area: string | undefined,
): readonly string[] | undefined {
  return (
    behindEachOther(situation, party, focus, area) ?? closeTogether(situation, party, focus, area)
  )
}

/** Two rows, one behind the other, the parts as equal as can be; of four or more nobody sits alone. */
function behindEachOther(
  situation: SeatSituation,
  party: number,
  focus: Focus,
  area: string | undefined,
): readonly string[] | undefined {
  const least = party > 3 ? 2 : 1
  const made = new Map<number, readonly SeatWindow[]>()
  const windows = (size: number) => {
    const found = made.get(size) ?? windowsOf(situation, size, focus)
    made.set(size, found)
    return found
  }
  for (const rank of ranksIn(situation)) {
    for (const oneArea of area === undefined ? [true, false] : [true]) {
      const isAllowed = (window: SeatWindow) =>
        rankOf(window) <= rank &&
        (!oneArea || window.area !== undefined) &&
        (area === undefined || window.area === area)
      for (let small = Math.floor(party / 2); small >= least; small -= 1) {
        const sizes = [party - small, small] as const
        const [many, few] = sizes.map((size) => windows(size).filter(isAllowed))
        const pair = many && few && nearestPair(situation, many, few, oneArea)
        if (pair) return pair.flatMap(windowIds)
      }
    }
  }
  return undefined
}

/** Ordinary seats; with them love seats; with these companions' seats: as far as the plan has such. */
function ranksIn({ plan }: SeatSituation): readonly UnitRank[] {
  const has = (kind: SeatKind) => plan.seats.some((seat) => seat.kind === kind)
  return [0, ...(has('love-left') ? [1 as const] : []), ...(has('companion') ? [2 as const] : [])]
}

function rankOf({ wheelchairs, companions, loveSeats }: SeatWindow): number {
  if (wheelchairs > 0) return Number.POSITIVE_INFINITY
  return companions > 0 ? 2 : Number(loveSeats > 0)
}

function nearestPair(
  situation: SeatSituation,
  many: readonly SeatWindow[],
  few: readonly SeatWindow[],
  oneArea: boolean,
): readonly [SeatWindow, SeatWindow] | undefined {
  const rows = Map.groupBy(few, rowOf)
  let best: readonly [SeatWindow, SeatWindow] | undefined
  let least = Number.POSITIVE_INFINITY
  for (const one of many) {
    const [left, right] = columns(one)
    for (const behind of BEHIND) {
      for (const other of rows.get(rowOf(one) + behind) ?? []) {
        const [otherLeft, otherRight] = columns(other)
        if (otherLeft >= right || left >= otherRight) continue
        if (oneArea && one.area !== other.area) continue
        // Nearer is also less askew: half a seat aside is half a seat further.
        const askew = Math.abs(left + right - otherLeft - otherRight) / 2
        const alone = one.leavesOneAlone || other.leavesOneAlone
        const size = one.size + other.size
        const near = askew + nearness(one.squares + other.squares, size, alone)
        if (near >= least) continue
        if (alone && [one, other].some((part) => isRefused(situation, part))) continue
        best = [one, other]
        least = near
      }
    }
  }
  return best
}

function isRefused(situation: SeatSituation, { stretch, start, size }: SeatWindow): boolean {
  return breaksRow(situation, stretch, start, size)
}

function rowOf(window: SeatWindow): number {
  return window.stretch.run.seats[window.start]?.y ?? 0
}

function columns({ stretch: { run }, start, size }: SeatWindow): readonly [number, number] {
  return [run.seats[start]?.x ?? 0, (run.seats[start + size - 1]?.x ?? 0) + 1]
}

/** The places nearest to one of the best that are left: all of one area if there are as many. */
function closeTogether(
  situation: SeatSituation,
  party: number,
  focus: Focus,
  area: string | undefined,
): readonly string[] | undefined {
  const units = unitsOf(situation)
  const areas = area === undefined ? situation.plan.areas.map(({ id }) => id) : [area]
  for (const rank of ranksIn(situation)) {
    const usable = units.filter((unit) => unit.rank <= rank)
    const byArea = areas.map((one) => usable.filter((unit) => unit.area === one))
    const inOne = nearestOf(byArea.flatMap((those) => clusters(situation, those, party, focus)))
    if (inOne) return inOne.ids
    if (area !== undefined) continue
    const inAny = nearestOf(clusters(situation, usable, party, focus))
    if (inAny) return inAny.ids
  }
  return undefined
}

type Cluster = { readonly ids: readonly string[]; readonly far: number; readonly refused: boolean }

function nearestOf(found: readonly Cluster[]): Cluster | undefined {
  return found.toSorted((one, other) => {
    return Number(one.refused) - Number(other.refused) || one.far - other.far
  })[0]
}

function clusters(
  situation: SeatSituation,
  units: readonly SeatUnit[],
  party: number,
  focus: Focus,
): readonly Cluster[] {
  const sorted = units
    .map((unit) => ({ unit, far: unitDistance(focus, unit) }))
    .sort((one, other) => one.far - other.far)
    .map(({ unit }) => unit)
  const near = sorted.slice(0, Math.max(NEIGHBOURHOOD, 2 * party))
  return sorted.slice(0, CENTRES).flatMap(({ seats: [seat] }) => {
    if (!seat) return []
    const centre = placeOf(seat)
    const found = fillNearest(near, party, centre) ?? fillNearest(units, party, centre)
    if (!found) return []
    const squares = (from: Focus) => found.reduce((sum, unit) => sum + unitDistance(from, unit), 0)
    const far = nearness(squares(focus) + squares(centre), party, false)
    const ids = found.flatMap((unit) => unit.ids)
    const gap = gapLeft(situation, ids)
    if (!gap) return [{ ids, far, refused: false }]
    return [{ ids: gap.instead ?? ids, far, refused: gap.instead === undefined }]
  })
}
