import type { Outcome } from '#kernel/pure'
import { accept, refuse } from '#kernel/pure'
import type { Area, Place, Seat, SeatKind, SeatPlan } from './seat-plan.ts'
import {
  inReadingOrder,
  loveMate,
  nextRowName,
  rowNames,
  SEATS_MAX,
  screenOver,
  seatId,
} from './seat-plan.ts'
import type { PlanRefusal } from './seat-plan-check.ts'
import { shapeProblems } from './seat-plan-check.ts'

export type Numbering = {
  /** The end at which counting begins, as seen facing the screen. */
  readonly from: 'left' | 'right'
  readonly start: number
  /** 2 where one side is odd and the other even. */
  readonly step: number
}

/** A change of a plan. `seats` are ids as printed; ids that are not there change nothing. */
export type PlanEdit =
  | ({ readonly do: 'add-row'; readonly row: string; readonly area: string } & {
      readonly from: Place
      readonly to: Place
      readonly numbering: Numbering
    })
  | { readonly do: 'delete'; readonly seats: readonly string[] }
  | {
      readonly do: 'move'
      readonly seats: readonly string[]
      readonly dx: number
      readonly dy: number
    }
  | { readonly do: 'renumber'; readonly rows: readonly string[]; readonly numbering: Numbering }
  | { readonly do: 'rename-row'; readonly row: string; readonly to: string }
  /** Names every row anew from the screen backwards, without the letters to skip. */
  | { readonly do: 'name-rows'; readonly first: string; readonly skip: readonly string[] }
  | {
      readonly do: 'set-kind'
      readonly seats: readonly string[]
      readonly kind: 'standard' | 'wheelchair' | 'companion' | 'love'
    }
  | { readonly do: 'set-area'; readonly seats: readonly string[]; readonly area: string }
  | { readonly do: 'set-house'; readonly seats: readonly string[]; readonly house: boolean }
  | { readonly do: 'add-area'; readonly area: Area }
  | { readonly do: 'remove-area'; readonly id: string }
  /** Pushes every seat at or beyond `at` away by half a step: along x or along y. */
  | { readonly do: 'add-aisle'; readonly along: 'x' | 'y'; readonly at: number }

/** The plan after a change, in reading order, or why it cannot be: nothing is half done. */
export function editPlan(plan: SeatPlan, edit: PlanEdit): Outcome<SeatPlan, PlanRefusal> {
  const changed = change(plan, edit)
  if (!changed.ok) return changed
  const seats = inReadingOrder(changed.value.seats)
  const next = { ...changed.value, seats, screen: screenAfter(plan, seats) }
  const [problem] = shapeProblems(next)
  return problem ? refuse(problem.refusal, problem.say) : accept(next)
}

/** The screen stays over the seats' middle unless somebody has put it elsewhere. */
function screenAfter(plan: SeatPlan, seats: readonly Seat[]): SeatPlan['screen'] {
  const followed = screenOver(plan.seats)
  const follows = followed.x === plan.screen.x && followed.width === plan.screen.width
  return follows ? screenOver(seats) : plan.screen
}

function change(plan: SeatPlan, edit: PlanEdit): Outcome<SeatPlan, PlanRefusal> {
  switch (edit.do) {
    case 'add-row':
      return addRow(plan, edit)
    case 'delete': {
      const gone = withMates(plan, edit.seats)
      return accept({ ...plan, seats: plan.seats.filter((seat) => !gone.has(seat)) })
    }
    case 'move': {
      const { dx, dy } = edit
      return mapSeats(plan, edit.seats, (seat) => ({ ...seat, x: seat.x + dx, y: seat.y + dy }))
    }
    case 'renumber':
      return renumber(plan, edit.rows, edit.numbering)
    case 'rename-row':
      return mapRows(plan, new Map([[edit.row, edit.to]]))
    case 'name-rows':
      return nameRows(plan, edit.first, edit.skip)
    case 'set-kind':
      return edit.kind === 'love' ? pairUp(plan, edit.seats) : setKind(plan, edit.seats, edit.kind)
    case 'set-area':
      return mapSeats(plan, edit.seats, (seat) => ({ ...seat, area: edit.area }))
    case 'set-house':
      return mapSeats(plan, edit.seats, (seat) => ({ ...seat, house: edit.house }))
    case 'add-area':
      return accept({ ...plan, areas: [...plan.areas, edit.area] })
    case 'remove-area':
      return accept({ ...plan, areas: plan.areas.filter(({ id }) => id !== edit.id) })
    case 'add-aisle': {
      const { along, at } = edit
      const push = (seat: Seat) =>
        seat[along] < at ? seat : { ...seat, [along]: seat[along] + 0.5 }
      return accept({ ...plan, seats: plan.seats.map(push) })
    }
  }
}

/** The seats of these ids, and the other halves of their love seats. */
function withMates({ seats }: SeatPlan, ids: readonly string[]): ReadonlySet<Seat> {
  const wanted = new Set(ids)
  const chosen = seats.filter((seat) => wanted.has(seatId(seat)))
  return new Set(chosen.flatMap((seat) => [seat, loveMate(seats, seat) ?? seat]))
}

/** A love seat moves, and changes area and house, as the one thing it is. */
function mapSeats(plan: SeatPlan, ids: readonly string[], to: (seat: Seat) => Seat) {
  const chosen = withMates(plan, ids)
  return accept({ ...plan, seats: plan.seats.map((seat) => (chosen.has(seat) ? to(seat) : seat)) })
}

type NewRow = Extract<PlanEdit, { do: 'add-row' }>

/** The places of a row along a line, a seat's pitch apart; y follows the line by half steps. */
export function placesAlong(from: Place, to: Place): readonly Place[] {
  const steps = Math.min(Math.round(Math.abs(to.x - from.x)), SEATS_MAX)
  const way = to.x < from.x ? -1 : 1
  return Array.from({ length: steps + 1 }, (_, step) => {
    const fall = steps === 0 ? 0 : ((to.y - from.y) * step) / steps
    return { x: from.x + way * step, y: Math.round((from.y + fall) * 2) / 2 }
  })
}

function addRow(plan: SeatPlan, { row, area, from, to, numbering }: NewRow) {
  const places = placesAlong(from, to)
  const kind: SeatKind = 'standard'
  const seats = places.map((place) => ({ row, number: 0, ...place, kind, area, house: false }))
  const numbers = numbersFor(seats, numbering)
  const added = seats.map((seat, at) => ({ ...seat, number: numbers[at] ?? 0 }))
  return accept({ ...plan, seats: [...plan.seats, ...added] })
}

function renumber(plan: SeatPlan, rows: readonly string[], numbering: Numbering) {
  const named = new Map<Seat, number>()
  for (const row of rows) {
    const seats = plan.seats.filter((seat) => seat.row === row)
    const numbers = numbersFor(seats, numbering)
    for (const [at, seat] of seats.entries()) named.set(seat, numbers[at] ?? 0)
  }
  return accept({
    ...plan,
    seats: plan.seats.map((seat) => ({ ...seat, number: named.get(seat) ?? seat.number })),
  })
}

/** A number for each seat of a row, in the order in which the seats are given. */
function numbersFor(seats: readonly Seat[], { from, start, step }: Numbering): readonly number[] {
  const sorted = seats.toSorted((one, other) => one.x - other.x || one.y - other.y)
  if (from === 'right') sorted.reverse()
  const numbers = new Map(sorted.map((seat, at) => [seat, start + at * step]))
  return seats.map((seat) => numbers.get(seat) ?? start)
}

function nameRows(plan: SeatPlan, first: string, skip: readonly string[]) {
  const names = new Map<string, string>()
  let name = first
  for (const row of rowNames(plan)) {
    names.set(row, name)
    name = nextRowName(name, skip)
  }
  return mapRows(plan, names)
}

function mapRows(plan: SeatPlan, names: ReadonlyMap<string, string>) {
  const seats = plan.seats.map((seat) => ({ ...seat, row: names.get(seat.row) ?? seat.row }))
  return accept({ ...plan, seats })
}

/** Half a love seat that becomes something else leaves an ordinary seat beside it. */
function setKind(plan: SeatPlan, ids: readonly string[], kind: SeatKind) {
  const wanted = new Set(ids)
  const touched = withMates(plan, ids)
  const to = (seat: Seat): Seat => {
    if (wanted.has(seatId(seat))) return { ...seat, kind }
    return touched.has(seat) ? { ...seat, kind: 'standard' } : seat
  }
  return accept({ ...plan, seats: plan.seats.map(to) })
}

/** Makes love seats of neighbours, from the left; one that is left over is refused. */
function pairUp(plan: SeatPlan, ids: readonly string[]): Outcome<SeatPlan, PlanRefusal> {
  const waiting = inReadingOrder([...withMates(plan, ids)]).map((seat) => seat)
  const kinds = new Map<Seat, SeatKind>()
  while (waiting.length > 0) {
    const left = waiting.shift()
    const right = waiting[0]
    if (!left) break
    const isBeside = right?.row === left.row && right.y === left.y && right.x === left.x + 1
    if (!right || !isBeside) {
      const say = `${seatId(left)} has no neighbour among the chosen seats to be a love seat with.`
      return refuse('love_seat_unpaired', say)
    }
    waiting.shift()
    kinds.set(left, 'love-left').set(right, 'love-right')
  }
  const seats = plan.seats.map((seat) => ({ ...seat, kind: kinds.get(seat) ?? seat.kind }))
  return accept({ ...plan, seats })
}
