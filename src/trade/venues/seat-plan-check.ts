import type { Outcome } from '#kernel/pure'
import { accept, refuse } from '#kernel/pure'
import type { Area, Seat, SeatPlan } from './seat-plan.ts'
import {
  AREAS_MAX,
  GRID_MAX,
  inReadingOrder,
  loveMate,
  NUMBER_MAX,
  SEAT_KINDS,
  SEATS_MAX,
  seatId,
} from './seat-plan.ts'

export type PlanRefusal =
  | 'area_unknown'
  | 'companion_alone'
  | 'love_seat_unpaired'
  | 'place_outside'
  | 'places_overlap'
  | 'plan_empty'
  | 'plan_malformed'
  | 'plan_too_large'
  | 'seat_twice'

/** What keeps a plan from being saved, and the seat it is about. */
export type PlanProblem = {
  readonly refusal: PlanRefusal
  readonly say: string
  /** As printed on the ticket. */
  readonly seat?: string
}

/** Row names: up to four letters (capital where there are capitals) or digits. */
export const ROW_NAME = /^[\p{Lu}\p{Lo}\p{Nd}]{1,4}$/u
/** Begins with a letter or digit, so that no spreadsheet takes it for a formula. */
export const AREA_TEXT = /^[\p{L}\p{N}][^\p{C}\p{Z}]*(?: [^\p{C}\p{Z}]+)*$/u
export const AREA_TEXT_MAX = 24
/** A wheelchair place is wider than a seat; so far apart its companion still sits beside it. */
const BESIDE_MAX = 2

/** Everything that is wrong with a plan, each named by its seat; none: it may be saved. */
export function planProblems(plan: SeatPlan): readonly PlanProblem[] {
  if (plan.seats.length === 0) {
    return [{ refusal: 'plan_empty', say: 'The plan has no seat yet. Draw a row.' }]
  }
  return [...shapeProblems(plan), ...companionProblems(plan)]
}

/** The problems that editing never leaves behind; a companion may wait for its wheelchair place. */
export function shapeProblems(plan: SeatPlan): readonly PlanProblem[] {
  if (plan.seats.length > SEATS_MAX) {
    const say = `${plan.seats.length} seats are too many: a plan has at most ${SEATS_MAX}.`
    return [{ refusal: 'plan_too_large', say }]
  }
  return [
    ...areaProblems(plan),
    ...plan.seats.flatMap((seat) => seatProblems(plan, seat)),
    ...twice(plan),
    ...overlaps(plan),
  ]
}

function areaProblems({ areas }: SeatPlan): PlanProblem[] {
  const refusal = 'plan_malformed'
  if (areas.length === 0 || areas.length > AREAS_MAX) {
    return [{ refusal, say: `A plan has 1 to ${AREAS_MAX} areas, this one ${areas.length}.` }]
  }
  if (new Set(areas.map(({ id }) => id)).size < areas.length) {
    return [{ refusal, say: 'Two areas have the same id.' }]
  }
  const bad = areas.find(({ id, name }) => ![id, name].every(isAreaText))
  const rule = `begins with a letter or digit and has at most ${AREA_TEXT_MAX} characters`
  return bad ? [{ refusal, say: `“${bad.name}” is no name of an area: one ${rule}.` }] : []
}

export function isAreaText(text: string): boolean {
  return text.length <= AREA_TEXT_MAX && text === text.normalize('NFC') && AREA_TEXT.test(text)
}

function seatProblems({ areas, seats }: SeatPlan, seat: Seat): PlanProblem[] {
  const id = seatId(seat)
  const problem = (refusal: PlanRefusal, say: string) => [{ refusal, say, seat: id }]
  if (!ROW_NAME.test(seat.row)) {
    const say = `“${seat.row}” is no row: up to four capital letters or digits.`
    return problem('plan_malformed', say)
  }
  if (!Number.isInteger(seat.number) || seat.number < 1 || seat.number > NUMBER_MAX) {
    const say = `Seat numbers run from 1 to ${NUMBER_MAX}; row ${seat.row} has ${seat.number}.`
    return problem('plan_malformed', say)
  }
  if (!isOnGrid(seat.x) || !isOnGrid(seat.y)) {
    const say = `${id} stands at ${seat.x}, ${seat.y}: places run from 0 to ${GRID_MAX} by halves.`
    return problem('place_outside', say)
  }
  if (!areas.some((area) => area.id === seat.area)) {
    return problem('area_unknown', `${id} is in the area “${seat.area}”, which the plan has not.`)
  }
  if (seat.kind.startsWith('love') && !loveMate(seats, seat)) {
    return problem('love_seat_unpaired', `${id} is half a love seat: its other half is not there.`)
  }
  return []
}

export function isOnGrid(at: number): boolean {
  return at >= 0 && at <= GRID_MAX && Number.isInteger(at * 2)
}

function twice({ seats }: SeatPlan): PlanProblem[] {
  const met = new Set<string>()
  return seats.flatMap((seat) => {
    const id = seatId(seat)
    if (!met.has(id)) {
      met.add(id)
      return []
    }
    const say = `There are two seats ${id}. Renumber the row or give it another letter.`
    return [{ refusal: 'seat_twice' as const, say, seat: id }]
  })
}

/** Each place takes four quarters of the grid; two that share one stand on each other. */
function overlaps({ seats }: SeatPlan): PlanProblem[] {
  const taken = new Map<string, string>()
  return seats.flatMap((seat) => {
    const id = seatId(seat)
    let other: string | undefined
    for (const dx of [0, 0.5]) {
      for (const dy of [0, 0.5]) {
        const quarter = `${seat.x + dx}/${seat.y + dy}`
        other ??= taken.get(quarter)
        taken.set(quarter, id)
      }
    }
    if (other === undefined) return []
    return [{ refusal: 'places_overlap' as const, say: `${id} stands on ${other}.`, seat: id }]
  })
}

function companionProblems({ seats }: SeatPlan): PlanProblem[] {
  const wheelchairs = seats.filter(({ kind }) => kind === 'wheelchair')
  const isAlone = ({ row, x, y }: Seat) =>
    !wheelchairs.some((place) => {
      return place.row === row && place.y === y && Math.abs(place.x - x) <= BESIDE_MAX
    })
  return seats
    .filter((seat) => seat.kind === 'companion' && isAlone(seat))
    .map((seat) => ({
      refusal: 'companion_alone',
      say: `${seatId(seat)} is a companion’s seat without a wheelchair place beside it.`,
      seat: seatId(seat),
    }))
}

/** Reads a plan from JSON as far as a draft needs: the right shape. Problems may remain. */
export function readPlan(value: unknown): Outcome<SeatPlan, 'plan_malformed' | 'plan_too_large'> {
  if (!isRecord(value)) return malformed('A plan is an object with areas, screen and seats.')
  const { areas, screen, seats } = value
  if (!Array.isArray(areas) || !areas.every(isArea)) {
    return malformed('areas is a list of {id, name}.')
  }
  if (!isRecord(screen) || !isSize(screen['x']) || !isSize(screen['width'])) {
    return malformed('screen says its middle x and its width, in seats.')
  }
  if (!Array.isArray(seats)) return malformed('seats is a list.')
  if (seats.length > SEATS_MAX) {
    return refuse('plan_too_large', `${seats.length} seats; a plan has at most ${SEATS_MAX}.`)
  }
  const bad = seats.findIndex((seat) => !isSeat(seat))
  if (bad !== -1) {
    const words = JSON.stringify(seats[bad])?.slice(0, 80)
    return malformed(`Seat ${bad + 1} of the list is not one: ${words}.`)
  }
  return accept({
    areas: areas.map(({ id, name }: Area) => ({ id, name })),
    screen: { x: screen['x'], width: screen['width'] },
    seats: inReadingOrder(seats.map(seatOnly)),
  })
}

/** Reads a plan that can be saved, or says what the first problem is and with which seat. */
export function parsePlan(value: unknown): Outcome<SeatPlan, PlanRefusal> {
  const read = readPlan(value)
  if (!read.ok) return read
  const [first, ...more] = planProblems(read.value)
  if (!first) return read
  const others = more.length === 0 ? '' : ` (and ${more.length} more)`
  return refuse(first.refusal, first.say + others)
}

function malformed(say: string) {
  return refuse('plan_malformed', say)
}

function seatOnly({ row, number, x, y, kind, area, house }: Seat): Seat {
  return { row, number, x, y, kind, area, house }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isSize(value: unknown): value is number {
  return typeof value === 'number' && value >= 0 && value <= GRID_MAX
}

function isArea(value: unknown): value is Area {
  return isRecord(value) && typeof value['id'] === 'string' && typeof value['name'] === 'string'
}

function isSeat(value: unknown): value is Seat {
  if (!isRecord(value)) return false
  const { row, number, x, y, kind, area, house } = value
  return (
    typeof row === 'string' &&
    [number, x, y].every((one) => typeof one === 'number' && Number.isFinite(one)) &&
    SEAT_KINDS.some((one) => one === kind) &&
    typeof area === 'string' &&
    typeof house === 'boolean'
  )
}
