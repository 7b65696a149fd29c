import type { Order } from '#ticketing'
import { ticketId } from '#ticketing'
import { seatKey } from '../../src/trade/ticketing/seat-row.ts'
import type { Books } from './books.ts'
import type { Call } from './call.ts'
import type { Record } from './record.ts'
import type { SeatEvent } from './seat-history.ts'

const NEVER = Number.POSITIVE_INFINITY

type Asked = { readonly fromTick: number; readonly toTick: number }
type Kept = { readonly record: Record; readonly books: Books; readonly holdMs: number }

/** What happened to each seat, by what servers were asked and answered. */
export function seatEvents(kept: Kept): ReadonlyMap<string, readonly SeatEvent[]> {
  const events = new Map<string, SeatEvent[]>()
  const add = (screeningId: bigint, seat: string, event: SeatEvent) => {
    const key = seatKey({ screeningId, seat })
    events.set(key, [...(events.get(key) ?? []), event])
  }
  for (const order of kept.books.orders.values()) addOrder(kept, order, add)
  for (const call of kept.record.calls) addRefused(call, add)
  for (const { id, status } of kept.books.screenings.values()) {
    if (status !== 'cancelled') continue
    const calls = kept.record.calls.filter(({ ask }) => {
      return ask.kind === 'cancel' && ask.screeningId === id
    })
    const asked = span(calls, ({ answer }) => answer?.said === 'done')
    for (const { screeningId, seat } of kept.books.seats.values()) {
      if (screeningId === id) add(screeningId, seat, event('cancel', 0n, asked))
    }
  }
  return events
}

type Add = (screeningId: bigint, seat: string, event: SeatEvent) => void

function addOrder({ record, books, holdMs }: Kept, order: Order, add: Add): void {
  const { id, screeningId, lines, madeAtMs, expiresAtMs } = order
  const all = (one: SeatEvent) => {
    for (const { seat } of lines) add(screeningId, seat, one)
  }
  const own = record.calls.filter(({ ask }) => 'orderId' in ask && ask.orderId === id)
  const of = (kind: string) => own.filter(({ ask }) => ask.kind === kind)
  const holds = record.calls.filter(({ ask }) => ask.kind === 'hold' && ask.key === order.holdKey)
  const held = span(holds, ({ answer }) => answer?.said === 'order')
  const untilMs = madeAtMs + holdMs
  all({ ...event('take', id, held), atMs: madeAtMs, untilMs })
  if (order.prolonged) {
    const asked = span(of('prolong'), ({ answer }) => answer?.said === 'order')
    all({ ...event('prolong', id, asked), atMs: expiresAtMs - holdMs, untilMs: expiresAtMs })
  }
  const released = span(of('release'), isReleased)
  if (released.toTick < NEVER) all(event('release', id, released))
  else if (of('release').length > 0) all({ ...event('release', id, released), isOptional: true })
  if (order.paidAtMs === undefined) return
  const pays = own.filter(({ ask }) => ask.kind === 'pay' && ask.key === order.paymentKey)
  const settles = record.settles
    .filter(({ paymentKey }) => paymentKey === order.paymentKey)
    .map((one) => ({ ...one, isDone: one.settled === 'paid' }))
  const paid = spanOf([
    ...settles,
    ...pays.map((one) => ({ ...one, isDone: one.answer?.said === 'order' })),
  ])
  all({ ...event('pay', id, paid), atMs: order.paidAtMs })
  const isCancelled = books.screenings.get(screeningId)?.status === 'cancelled'
  for (const [place, { seat }] of lines.entries()) {
    const ticket = ticketId(id, place)
    if (books.tickets.get(ticket)?.state !== 'refunded') continue
    const asked = backOf([...of('refund'), ...of('void')], ticket)
    // Then it may be the cancellation that gave it back, and the rest was told so.
    add(screeningId, seat, { ...event('refund', id, asked), isOptional: isCancelled })
  }
}

function isReleased({ answer }: Call): boolean {
  return answer?.said === 'order' && answer.order.state === 'released'
}

/** Who gave that ticket back: one that named it, else one that meant all that were left. */
function backOf(calls: readonly Call[], ticket: bigint): Asked {
  const naming = ({ ask }: Call) => ask.kind === 'refund' && ask.tickets?.includes(ticket) === true
  const meaning = ({ ask }: Call) => !(ask.kind === 'refund' && ask.tickets)
  const done = ({ answer }: Call) => answer?.said === 'order'
  const named = span(calls.filter(naming), done)
  if (named.toTick < NEVER) return named
  const meant = calls.filter((one) => naming(one) || meaning(one))
  return span(meant, done)
}

function addRefused({ ask, answer, fromTick, toTick }: Call, add: Add): void {
  if (ask.kind !== 'hold' || answer?.said !== 'refused' || answer.refusal !== 'seat_taken') return
  for (const seat of seatsSaid(answer.say)) {
    // When it was looked at only the store knows; that it was taken then was checked by the clock.
    const asked = { fromTick, toTick: toTick ?? NEVER }
    add(ask.screeningId, seat, { ...event('refused', 0n, asked), atMs: Number.NEGATIVE_INFINITY })
  }
}

/** The seats of a refusal: “A1, A2 were taken a moment ago.” */
export function seatsSaid(say: string): readonly string[] {
  return say.replace(/ (was|were) .*/, '').split(', ')
}

function event(what: SeatEvent['what'], order: bigint, asked: Asked): SeatEvent {
  return { what, order, ...asked, atMs: 0, untilMs: 0, isOptional: false }
}

function span(calls: readonly Call[], isDone: (call: Call) => boolean): Asked {
  return spanOf(calls.map((call) => ({ ...call, isDone: isDone(call) })))
}

/** From the first that asked to the first that was told. */
function spanOf(
  calls: readonly {
    readonly fromTick: number
    readonly toTick?: number
    readonly isDone: boolean
  }[],
): Asked {
  const from = Math.min(...calls.map(({ fromTick }) => fromTick))
  const done = calls.filter(({ isDone }) => isDone).map(({ toTick }) => toTick ?? NEVER)
  return { fromTick: calls.length === 0 ? 0 : from, toTick: Math.min(...done, NEVER) }
}
