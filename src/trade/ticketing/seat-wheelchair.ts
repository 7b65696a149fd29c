import type { Seat } from '#venues/pure'
import type { Focus } from './seat-focus.ts'
import { middleOf, nearness, placeOf, squaredDistance } from './seat-focus.ts'
import type { Run, SeatSituation, Spot } from './seat-neighbour.ts'
import { planRuns } from './seat-neighbour.ts'
import { fillNearest, unitsOf } from './seat-unit.ts'
import type { SeatWindow } from './seat-window.ts'
import { windowSeats } from './seat-window.ts'

/** A companion's seat is at most so far from its wheelchair place. */
const BESIDE_MAX = 2
/** Of how many places, the nearest to the focal point, the neighbourhood is tried. */
const CENTRES = 12

/** Whether somebody would sit elsewhere although a companion's seat beside a wheelchair is free. */
export function leavesCompanionOut(situation: SeatSituation, window: SeatWindow): boolean {
  const { stretch, start, size, wheelchairs, companions } = window
  if (size === wheelchairs + companions) return false
  const { run } = stretch
  return windowSeats(window).some((seat, place) => {
    if (seat.kind !== 'wheelchair') return false
    return companionsBeside(situation, run, start + place).some((at) => {
      return at < start || at >= start + size
    })
  })
}

/** Where the free companions' seats of a wheelchair place are, the nearest first. */
function companionsBeside({ taken }: SeatSituation, run: Run, at: number): readonly number[] {
  const place = run.seats[at]
  if (!place) return []
  const far = (seat: Seat) => Math.abs(seat.x - place.x)
  return run.seats
    .flatMap((seat, other) => {
      const isBeside = seat.kind === 'companion' && far(seat) <= BESIDE_MAX
      return isBeside && !taken.has(run.ids[other] ?? '') ? [{ other, far: far(seat) }] : []
    })
    .sort((one, another) => one.far - another.far)
    .map(({ other }) => other)
}

/**
 * Where no row holds them side by side: wheelchair places close to each other, their companions'
 * seats as far as they go, and the nearest other seats for whoever is left.
 */
export function seatsAroundWheelchairs(
  situation: SeatSituation,
  wish: {
    readonly party: number
    readonly wheelchairs: number
    readonly area?: string | undefined
  },
  focus: Focus,
): readonly string[] | undefined {
  const { party, wheelchairs, area } = wish
  const { plan, taken } = situation
  const places = [...planRuns(plan).spots]
    .filter(([id, { run, at }]) => {
      const seat = run.seats[at]
      const isIn = area === undefined || seat?.area === area
      return seat?.kind === 'wheelchair' && isIn && !taken.has(id)
    })
    .map(([, spot]) => ({ ...spot, seat: seatAt(spot) }))
  let best: readonly string[] | undefined
  let least = Number.POSITIVE_INFINITY
  for (const { seat } of sortedBy(focus, places).slice(0, CENTRES)) {
    const those = sortedBy(placeOf(seat), places).slice(0, wheelchairs)
    if (those.length < wheelchairs) return undefined
    const group = withCompany(situation, those, party, area)
    if (!group) continue
    const middle = middleOf(those.map((one) => one.seat))
    const squares = (from: Focus) =>
      group.reduce((sum, { seat: one }) => sum + squaredDistance(from, one), 0)
    const near = nearness(squares(middle) + squares(focus), party, false)
    if (near >= least) continue
    best = group.map(({ id }) => id)
    least = near
  }
  return best
}

type Placed = Spot & { readonly seat: Seat }
type Taken = { readonly id: string; readonly seat: Seat }

function withCompany(
  situation: SeatSituation,
  places: readonly Placed[],
  party: number,
  area: string | undefined,
): readonly Taken[] | undefined {
  const group = new Map<string, Seat>()
  const join = (run: Run, at: number) => {
    const [id, seat] = [run.ids[at], run.seats[at]]
    if (id !== undefined && seat && group.size < party) group.set(id, seat)
  }
  for (const { run, at } of places) join(run, at)
  const beside = places.map(({ run, at }) => ({ run, seats: companionsBeside(situation, run, at) }))
  // One companion for each first, then a second.
  const most = Math.max(...beside.map(({ seats }) => seats.length))
  for (let turn = 0; turn < most; turn += 1) {
    for (const { run, seats } of beside) {
      const at = seats[turn]
      if (at === undefined) continue
      if (area === undefined || run.seats[at]?.area === area) join(run, at)
    }
  }
  const rest = party - group.size
  if (rest > 0) {
    const others = unitsOf(situation).filter(({ ids, area: own }) => {
      return !ids.some((id) => group.has(id)) && (area === undefined || own === area)
    })
    const middle = middleOf(places.map(({ seat }) => seat))
    const found = [0, 1, 2].map((rank) => {
      return fillNearest(
        others.filter((unit) => unit.rank <= rank),
        rest,
        middle,
      )
    })
    const filled = found.find((units) => units !== undefined)
    if (!filled) return undefined
    for (const { ids, seats } of filled) {
      for (const [place, id] of ids.entries()) {
        const seat = seats[place]
        if (seat) group.set(id, seat)
      }
    }
  }
  return [...group].map(([id, seat]) => ({ id, seat }))
}

function seatAt({ run, at }: Spot): Seat {
  const seat = run.seats[at]
  if (!seat) throw new Error('a spot without its seat')
  return seat
}

function sortedBy(focus: Focus, places: readonly Placed[]): readonly Placed[] {
  return places.toSorted((one, other) => {
    return squaredDistance(focus, one.seat) - squaredDistance(focus, other.seat)
  })
}
