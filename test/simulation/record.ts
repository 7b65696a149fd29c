import type { Changes, View } from '#ticketing'
import type { SeatRow } from '#ticketing/pure'
import { seatKey } from '../../src/trade/ticketing/seat-row.ts'
import type { Books } from './books.ts'
import type { Call, SettleCall } from './call.ts'
import { checkHold, checkOrder, checkSeatMoved } from './invariants.ts'
import { seatsSaid } from './seat-events.ts'
import { createSeatTimeline } from './seat-timeline.ts'
import type { World } from './world.ts'

export type Violation = { readonly tick: number; readonly say: string }

/** What was seen from outside, and the first thing that must not have been. */
export type Record = {
  readonly calls: Call[]
  readonly settles: SettleCall[]
  readonly counts: Map<string, number>
  count(what: string): void
  fail(say: string): void
  violation(): Violation | undefined
  /** Before the rows are written. */
  committing(view: View, changes: Changes): void
  committed(view: View, changes: Changes): void
  answered(call: Call): void
  /** Everything that must hold of all orders and seats, at the end. */
  checkAll(): void
}

export function createRecord(world: World, books: Books, holdMs: number): Record {
  const counts = new Map<string, number>()
  const timeline = createSeatTimeline(world)
  const before = new Map<string, SeatRow>()
  let found: Violation | undefined
  const fail = (say: string) => {
    found ??= { tick: world.tick(), say }
  }
  const count = (what: string) => void counts.set(what, (counts.get(what) ?? 0) + 1)
  const checkHeld = openHoldCheck(holdMs, fail)
  const checkKey = openKeyCheck(fail)
  const checkTaken = ({ ask, answer, fromTick }: Call) => {
    if (ask.kind !== 'hold' || answer?.said !== 'refused' || answer.refusal !== 'seat_taken') return
    for (const seat of seatsSaid(answer.say)) {
      count('seats refused as taken')
      const key = seatKey({ screeningId: ask.screeningId, seat })
      if (!timeline.wasTaken(key, fromTick)) {
        fail(`${key} was refused as taken and was free all the time`)
      }
    }
  }
  return {
    ...{ calls: [], settles: [], counts, count, fail },
    violation: () => found,
    committing(_view, { seats }) {
      before.clear()
      for (const row of seats) before.set(seatKey(row), books.seats.get(seatKey(row)) ?? row)
    },
    committed({ nowMs }, changes) {
      count('commits')
      const committed = { books, nowMs, fail }
      const changed = new Set(changes.orders.map(({ id }) => id))
      const touched = new Set([...changed, ...changes.newOrders.map(({ id }) => id)])
      for (const row of changes.seats) {
        const was = before.get(seatKey(row)) ?? row
        checkSeatMoved(committed, was, row, changed)
        checkHold(committed, row)
        timeline.put(was, row, nowMs)
        if (was.orderId !== undefined) touched.add(was.orderId)
      }
      for (const id of touched) {
        const order = books.orders.get(id)
        if (order) checkOrder(committed, order)
      }
    },
    answered(call) {
      const { ask, answer } = call
      if (answer) count(`${ask.kind}: ${answer.said === 'refused' ? answer.refusal : answer.said}`)
      checkTaken(call)
      checkHeld(call)
      checkKey(call)
      checkFault(call, fail)
    },
    checkAll() {
      const committed = { books, nowMs: world.nowMs(), fail }
      for (const order of books.orders.values()) checkOrder(committed, order)
      for (const row of books.seats.values()) {
        if ((row.heldUntilMs ?? 0) > world.nowMs()) checkHold(committed, row)
      }
    },
  }
}

/** The same key, the same order; and the order is what was asked for. */
function openHoldCheck(holdMs: number, fail: (say: string) => void) {
  const orders = new Map<string, bigint>()
  return ({ ask, answer }: Call) => {
    if (ask.kind !== 'hold' || answer?.said !== 'order') return
    const { id, madeAtMs, expiresAtMs, prolonged, lines, holdPrint } = answer.order
    const known = orders.get(ask.key)
    if (known !== undefined && known !== id) fail(`two orders under the key ${ask.key}`)
    if (holdPrint !== ask.print) fail(`${ask.key} was answered with another request's order`)
    if (!prolonged && expiresAtMs !== madeAtMs + holdMs) fail(`order ${id} has another time`)
    const seats = lines.map(({ seat }) => seat).join()
    if (seats !== ask.seats.map(({ seat }) => seat).join()) fail(`order ${id} has other seats`)
    orders.set(ask.key, id)
  }
}

/** What was accepted under a key is accepted under it for ever, and happened once. */
function openKeyCheck(fail: (say: string) => void) {
  const accepted = new Map<string, number | undefined>()
  return ({ ask, answer }: Call) => {
    if (ask.kind !== 'pay' && ask.kind !== 'refund' && ask.kind !== 'void') return
    const key = `${ask.kind} ${ask.orderId} ${ask.key} ${ask.print}`
    if (answer?.said === 'order') {
      const { paidAtMs } = answer.order
      const isSame = !accepted.has(key) || accepted.get(key) === paidAtMs
      if (!isSame) fail(`the payment ${ask.key} was made twice`)
      accepted.set(key, paidAtMs)
    } else if (answer?.said === 'refused' && accepted.has(key)) {
      fail(`${ask.kind} ${ask.key} was accepted, then ${answer.refusal}`)
    }
  }
}

/** Faults that are the world's; any other is a bug. */
function checkFault({ ask, answer }: Call, fail: (say: string) => void): void {
  if (answer?.said !== 'fault') return
  const { name, message } = answer.fault
  if (name === 'StoreGone') return
  fail(`${ask.kind}: ${name}: ${message}`)
}
