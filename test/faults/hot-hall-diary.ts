import type { SeatEvent } from './hot-hall-linear.ts'

type Span = { readonly fromMs: number; readonly toMs: number }

/** One request for seats, and what was told: `nothing` where the answer never came. */
export type HoldTry = Span & {
  readonly key: string
  readonly seats: readonly string[]
  readonly told: 'held' | 'taken' | 'other' | 'nothing'
  readonly order?: string
  readonly endsAtMs?: number
  /** Those of the seats that were named as taken. */
  readonly taken?: readonly string[]
}

/** One request to pay or release an order. */
export type MoveTry = Span & {
  readonly what: 'pay' | 'release'
  readonly order: string
  readonly told: 'done' | 'other' | 'nothing'
}

/** One look at the whole hall. */
export type Look = Span & { readonly states: Readonly<Record<string, string>> }

/** Everything that the buyers of one screening asked and were told. */
export type Diary = {
  readonly holds: HoldTry[]
  readonly moves: MoveTry[]
  readonly looks: Look[]
}

export function openDiary(): Diary {
  return { holds: [], moves: [], looks: [] }
}

type Order = Span & {
  readonly id: string
  readonly seats: readonly string[]
  readonly endsAtMs: number
  readonly paid?: Span
  readonly released?: Span
}

/** What each seat went through, by its name. */
export function seatEvents(
  { holds, moves, looks }: Diary,
  seats: readonly string[],
): ReadonlyMap<string, readonly SeatEvent[]> {
  const events = new Map<string, SeatEvent[]>(seats.map((seat) => [seat, []]))
  const note = (seat: string, event: SeatEvent) => void events.get(seat)?.push(event)
  for (const { id: order, paid, released, endsAtMs, ...made } of ordersOf(holds, moves)) {
    const span = { fromMs: made.fromMs, toMs: made.toMs }
    for (const seat of made.seats) {
      note(seat, { what: 'take', order, ...span })
      note(seat, { what: 'over', order, fromMs: endsAtMs, toMs: endsAtMs })
      if (paid) note(seat, { what: 'pay', order, ...paid })
      if (released) note(seat, { what: 'release', order, ...released })
    }
  }
  for (const { told, seats: wanted, taken = [], fromMs, toMs } of holds) {
    if (told !== 'taken') continue
    for (const seat of wanted) {
      const what = taken.includes(seat) ? 'is taken' : 'is free'
      note(seat, { what, order: '', fromMs, toMs })
    }
  }
  for (const { states, fromMs, toMs } of looks) {
    for (const seat of seats) note(seat, { what: lookOf(states[seat]), order: '', fromMs, toMs })
  }
  for (const event of untold(holds, moves)) note(event.seat, event)
  return events
}

function lookOf(state: string | undefined): SeatEvent['what'] {
  if (state === undefined) return 'is free'
  return state === 'sold' ? 'is sold' : 'is held'
}

/** Orders whose buyer heard of them; what was sent twice happened once, by the first answer at last. */
export function ordersOf(holds: readonly HoldTry[], moves: readonly MoveTry[]): readonly Order[] {
  const tries = Map.groupBy(holds, ({ key }) => key)
  const moved = Map.groupBy(moves, ({ what, order }) => `${what} ${order}`)
  const moveOf = (what: MoveTry['what'], order: string) => {
    const all = moved.get(`${what} ${order}`) ?? []
    const done = all.filter(({ told }) => told === 'done')
    return done.length === 0 ? undefined : spanOf(all, done)
  }
  return [...tries.values()].flatMap((all): Order[] => {
    const held = all.filter(({ told }) => told === 'held')
    const [first] = held
    if (!first?.order || first.endsAtMs === undefined) return []
    const { order: id, seats, endsAtMs } = first
    const [paid, released] = [moveOf('pay', id), moveOf('release', id)]
    const span = spanOf(all, held)
    return [{ id, seats, endsAtMs, ...span, ...(paid && { paid }), ...(released && { released }) }]
  })
}

/** From the first request that may have done it to the first answer that says it is done. */
function spanOf<Try extends Span & { readonly told: string }>(
  all: readonly Try[],
  done: readonly Try[],
): Span {
  const able = all.filter((one) => done.includes(one) || one.told === 'nothing')
  return {
    fromMs: Math.min(...able.map(({ fromMs }) => fromMs)),
    toMs: Math.min(...done.map(({ toMs }) => toMs)),
  }
}

type OfSeat = SeatEvent & { readonly seat: string }

/** What may have happened without anybody being told, as it does when a server is killed. */
function untold(holds: readonly HoldTry[], moves: readonly MoveTry[]): readonly OfSeat[] {
  const known = new Set(holds.flatMap(({ told, key }) => (told === 'held' ? [key] : [])))
  const made = holds.filter(({ told, key }) => told === 'nothing' && !known.has(key))
  const toMs = Number.POSITIVE_INFINITY
  const seatsOf = new Map(holds.map(({ order, seats }) => [order, seats]))
  const done = new Set(moves.flatMap((move) => (move.told === 'done' ? [nameOf(move)] : [])))
  const moved = moves.filter((move) => move.told === 'nothing' && !done.has(nameOf(move)))
  return [
    ...made.flatMap(({ key: order, seats, fromMs }) => {
      const may = { order, fromMs, toMs, maybe: true as const }
      return seats.flatMap((seat): OfSeat[] => [
        { seat, what: 'take', ...may },
        { seat, what: 'over', ...may },
      ])
    }),
    ...moved.flatMap(({ what, order, fromMs }) => {
      const may = { what, order, fromMs, toMs, maybe: true as const }
      return (seatsOf.get(order) ?? []).map((seat): OfSeat => ({ seat, ...may }))
    }),
  ]
}

function nameOf({ what, order }: MoveTry): string {
  return `${what} ${order}`
}

/** Refusals of seats of which every one was free from the request to the answer, whoever looks back. */
export function unfairRefusals({ holds, moves }: Diary): readonly HoldTry[] {
  const had = new Map<string, Span[]>()
  for (const { seats, fromMs, endsAtMs, paid, released } of ordersOf(holds, moves)) {
    // Until it certainly was over.
    const toMs = paid ? Number.POSITIVE_INFINITY : Math.min(endsAtMs, released?.toMs ?? endsAtMs)
    for (const seat of seats) had.set(seat, [...(had.get(seat) ?? []), { fromMs, toMs }])
  }
  for (const { seat, fromMs, toMs } of untold(holds, moves)) {
    had.set(seat, [...(had.get(seat) ?? []), { fromMs, toMs }])
  }
  return holds.filter(({ told, seats, fromMs, toMs }) => {
    const met = (one: Span) => one.fromMs <= toMs && fromMs <= one.toMs
    return told === 'taken' && !seats.some((seat) => had.get(seat)?.some(met))
  })
}
