import { expectAccepted } from '#kernel'
import type { PlanEdit, SeatPlan } from '#venues/pure'
import { EMPTY_PLAN, editPlan, freshRowName, rowNames, seatId } from '#venues/pure'

export const STANDARD = 'Standard'
export const PREMIUM = 'Premium'

/** How a room of the sample is drawn; a row is named by its place, the first being A. */
type Room = {
  /** Seats of each row, from the screen backwards; every row stands over the middle. */
  readonly rows: readonly number[]
  /** Gaps of one step before the seat at this place of the widest row. */
  readonly aisles: readonly number[]
  /** The row behind which people cross the room; wheelchair places stand at its ends. */
  readonly cross: string
  readonly wheelchairs: readonly string[]
  readonly companions: readonly string[]
  readonly premium: readonly string[]
  readonly loveRow?: string
  readonly house: readonly string[]
}

export type RoomName = keyof typeof ROOMS

const ROOMS = {
  /** An aisle in the middle, and all that a plan can have. */
  grand: {
    rows: [12, 14, 16, 16, 16, 16, 16, 16, 16, 12],
    aisles: [8],
    cross: 'D',
    wheelchairs: ['D1', 'D16'],
    companions: ['D2', 'D15'],
    premium: ['H', 'J', 'K'],
    loveRow: 'K',
    house: ['E8'],
  },
  /** Two aisles, a block between them. */
  promenade: {
    rows: [12, 12, 14, 14, 14, 14, 14, 14],
    aisles: [4, 10],
    cross: 'C',
    wheelchairs: ['C1', 'C14'],
    companions: ['C2', 'C13'],
    premium: ['F', 'G', 'H'],
    loveRow: 'H',
    house: ['E7'],
  },
  parlour: {
    rows: [10, 10, 11, 11, 11, 11, 11],
    aisles: [],
    cross: 'A',
    wheelchairs: ['A1'],
    companions: ['A2'],
    premium: ['F', 'G'],
    house: ['D6'],
  },
  studio: {
    rows: [7, 8, 8, 8, 8],
    aisles: [],
    cross: 'A',
    wheelchairs: ['A1'],
    companions: ['A2'],
    premium: ['E'],
    loveRow: 'E',
    house: [],
  },
} as const satisfies Readonly<Record<string, Room>>

export const ROOM_NAMES: readonly RoomName[] = ['grand', 'promenade', 'parlour', 'studio']

/** Nobody reads an I on a ticket for certain. */
const SKIP = ['I'] as const

/** The seat plan of a room: drawn as a person would draw it, edit by edit. */
export function roomPlan(name: RoomName): SeatPlan {
  const room: Room = ROOMS[name]
  const bare = room.rows.reduce((plan, seats, at) => addRow(plan, room, seats, at), EMPTY_PLAN)
  return furnished(bare, room)
}

function addRow(plan: SeatPlan, { rows }: Room, seats: number, at: number): SeatPlan {
  const left = (Math.max(...rows) - seats) / 2
  const from = { x: left, y: at }
  const to = { x: left + seats - 1, y: at }
  const numbering = { from: 'left', start: 1, step: 1 } as const
  const row = freshRowName(plan, SKIP)
  return edited(plan, { do: 'add-row', row, area: STANDARD, from, to, numbering })
}

function furnished(bare: SeatPlan, room: Room): SeatPlan {
  const inRows = (...rows: readonly string[]) => {
    return bare.seats.filter(({ row }) => rows.includes(row)).map(seatId)
  }
  // From the right, so that what one aisle pushes away does not move the next one's place.
  const aisles = room.aisles.toReversed().flatMap((at) => gapBefore('x', at))
  const crossing = rowNames(bare).indexOf(room.cross) + 1
  const edits: readonly PlanEdit[] = [
    { do: 'add-area', area: { id: PREMIUM, name: 'Premium' } },
    { do: 'set-area', seats: inRows(...room.premium), area: PREMIUM },
    ...aisles,
    ...gapBefore('y', crossing),
    { do: 'set-kind', seats: room.wheelchairs, kind: 'wheelchair' },
    { do: 'set-kind', seats: room.companions, kind: 'companion' },
    ...(room.loveRow === undefined
      ? []
      : [{ do: 'set-kind', seats: inRows(room.loveRow), kind: 'love' } as const]),
    { do: 'set-house', seats: room.house, house: true },
  ]
  return edits.reduce(edited, bare)
}

/** A whole step; one edit makes half of it. */
function gapBefore(along: 'x' | 'y', at: number): readonly PlanEdit[] {
  return [
    { do: 'add-aisle', along, at },
    { do: 'add-aisle', along, at },
  ]
}

function edited(plan: SeatPlan, edit: PlanEdit): SeatPlan {
  return expectAccepted(editPlan(plan, edit))
}
