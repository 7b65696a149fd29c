import type { Changes, Order, View } from '#ticketing'
import { orderTotal, stateAt } from '#ticketing'
import type { SeatRow } from '#ticketing/pure'
import { seatKey } from '../../src/trade/ticketing/seat-row.ts'
import type { Books } from './books.ts'
import { goodTickets } from './books.ts'
import type { Call, SettleCall } from './call.ts'
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
  committing(view: View, changes: Changes): void
  committed(view: View, changes: Changes): void
  answered(call: Call): void
  /** Everything that must hold of all orders and seats, at the end. */
  checkAll(): void
}

/** A row since its commit; `atMs` is the moment for which it was decided. */
type Stood = { readonly tick: number; readonly atMs: number; readonly row: SeatRow }

export function createRecord(world: World, books: Books, holdMs: number): Record {
  const calls: Call[] = []
  const counts = new Map<string, number>()
  const history = new Map<string, Stood[]>()
  const orderOfHold = new Map<string, bigint>()
  const paidUnder = new Map<string, number | undefined>()
  const before = new Map<string, SeatRow>()
  let found: Violation | undefined
  const fail = (say: string) => {
    found ??= { tick: world.tick(), say }
  }
  const count = (what: string) => void counts.set(what, (counts.get(what) ?? 0) + 1)
  const check = (holds: boolean, say: () => string) => {
    if (!holds) fail(say())
  }

  /** Whether a seat could not be had at some moment of that span. */
  const wasTaken = (key: string, fromTick: number): boolean => {
    const stood = history.get(key) ?? []
    for (let at = stood.length - 1; at >= 0; at--) {
      const one = stood[at]
      if (!one) break
      const { tick, atMs, row } = one
      const { orderId, heldUntilMs } = row
      // The clock may have gone back and forth: the least it said is what counts for the refused; and who
      // came in one batch with the taker was refused at the moment of that decision.
      const sinceMs = world.leastSince(Math.max(tick, fromTick))
      const leastMs = tick >= fromTick ? Math.min(sinceMs, atMs) : sinceMs
      if (orderId !== undefined && (heldUntilMs === undefined || heldUntilMs > leastMs)) return true
      if (tick <= fromTick) break
    }
    return false
  }

  const checkSeat = (was: SeatRow, is: SeatRow, nowMs: number, changed: ReadonlySet<bigint>) => {
    const key = seatKey(is)
    if (is.orderId === undefined) {
      const own = was.orderId === undefined || changed.has(was.orderId)
      check(own, () => `${key} was let go by a step that did not concern its order ${was.orderId}`)
      return
    }
    const own = was.orderId === undefined || was.orderId === is.orderId
    const over = was.heldUntilMs !== undefined && was.heldUntilMs <= nowMs
    check(own || over, () => {
      const until = was.heldUntilMs === undefined ? 'sold' : `held until ${was.heldUntilMs}`
      return `${key} went to order ${is.orderId} at ${nowMs}, though ${until} for ${was.orderId}`
    })
    if (is.heldUntilMs === undefined) return
    const order = books.orders.get(is.orderId)
    const waits = order?.state === 'open' || order?.state === 'paying'
    check(waits && order.expiresAtMs === is.heldUntilMs, () => {
      return `${key} is held until ${is.heldUntilMs} for order ${is.orderId}, which is ${order?.state}`
    })
  }

  const checkOrder = (order: Order, nowMs: number) => {
    const { id, lines, screeningId } = order
    const good = goodTickets(books, order)
    const goodSeats = new Set(good.map(({ seat }) => seat))
    for (const { seat } of lines) {
      const row = books.seats.get(seatKey({ screeningId, seat }))
      const sold = row?.orderId === id && row.heldUntilMs === undefined
      check(sold === goodSeats.has(seat), () => {
        return `order ${id}: ${seat} is ${sold ? '' : 'not '}its own, its ticket says otherwise`
      })
      const waits = stateAt(order, nowMs)
      const holds = row?.orderId === id && (row.heldUntilMs ?? 0) > nowMs
      check(!holds || waits === 'open' || waits === 'paying', () => {
        return `order ${id} is ${waits} and holds ${seat} on`
      })
    }
    checkMoney(order, orderTotal(lines.filter(({ seat }) => goodSeats.has(seat))))
    for (const [place, line] of lines.entries()) {
      const fact = books.facts.get(id * 64n + BigInt(place)) ?? { quantity: 0, minor: 0n }
      const is = goodSeats.has(line.seat)
      const right = fact.quantity === (is ? 1 : 0) && fact.minor === (is ? orderTotal([line]) : 0n)
      check(right, () => `order ${id}: facts of ${line.seat} add up to ${fact.quantity}`)
    }
  }

  /** What came in for an order, less what goes back, is what its good tickets cost. */
  const checkMoney = (order: Order, worth: bigint) => {
    let kept = 0n
    for (const key of books.paymentsOf.get(order.id.toString()) ?? []) {
      const payment = books.payments.get(key)
      if (payment?.state === 'settled') kept += payment.amountMinor
      if (payment) kept -= payment.returnedMinor
    }
    check(kept === worth, () => `order ${order.id}: ${kept} kept for tickets worth ${worth}`)
  }

  const checkHeld = ({ ask, answer, fromTick }: Call) => {
    if (ask.kind !== 'hold') return
    if (answer?.said === 'refused' && answer.refusal === 'seat_taken') {
      count('seats refused as taken')
      for (const seat of answer.say.replace(/ (was|were) .*/, '').split(', ')) {
        const key = seatKey({ screeningId: ask.screeningId, seat })
        check(
          wasTaken(key, fromTick),
          () => `${key} was refused as taken and was free all the time`,
        )
      }
    }
    if (answer?.said !== 'order') return
    const { id, madeAtMs, expiresAtMs, prolonged, lines, holdPrint } = answer.order
    const known = orderOfHold.get(ask.key)
    check(known === undefined || known === id, () => `two orders under the key ${ask.key}`)
    check(holdPrint === ask.print, () => `${ask.key} was answered with another request's order`)
    check(prolonged || expiresAtMs === madeAtMs + holdMs, () => `order ${id} has another time`)
    const seats = lines.map(({ seat }) => seat).join()
    check(seats === ask.seats.map(({ seat }) => seat).join(), () => `order ${id} has other seats`)
    orderOfHold.set(ask.key, id)
  }

  const checkPaid = ({ ask, answer, toTick }: Call) => {
    if (ask.kind !== 'pay') return
    const key = `${ask.orderId} ${ask.key} ${ask.print}`
    if (answer?.said === 'order') {
      const { paidAtMs } = answer.order
      const same = !paidUnder.has(key) || paidUnder.get(key) === paidAtMs
      check(same, () => `the payment ${ask.key} was made twice`)
      paidUnder.set(key, paidAtMs)
    } else if (answer?.said === 'refused') {
      check(
        !paidUnder.has(key),
        () => `${ask.key} was accepted, then ${answer.refusal} (${toTick})`,
      )
    }
  }

  return {
    calls,
    settles: [],
    counts,
    count,
    fail,
    violation: () => found,
    committing(_view, { seats }) {
      before.clear()
      for (const row of seats) before.set(seatKey(row), books.seats.get(seatKey(row)) ?? row)
    },
    committed({ nowMs }, changes) {
      count('commits')
      const changed = new Set(changes.orders.map(({ id }) => id))
      const touched = new Set([...changed, ...changes.newOrders.map(({ id }) => id)])
      for (const row of changes.seats) {
        const was = before.get(seatKey(row)) ?? row
        checkSeat(was, row, nowMs, changed)
        if (was.orderId !== undefined) touched.add(was.orderId)
        const stood = history.get(seatKey(row)) ?? []
        if (stood.length === 0) stood.push({ tick: 0, atMs: nowMs, row: was })
        stood.push({ tick: world.tick(), atMs: nowMs, row })
        history.set(seatKey(row), stood)
      }
      for (const id of touched) {
        const order = books.orders.get(id)
        if (order) checkOrder(order, nowMs)
      }
    },
    checkAll() {
      for (const order of books.orders.values()) checkOrder(order, world.nowMs())
      for (const row of books.seats.values()) {
        if ((row.heldUntilMs ?? 0) > world.nowMs()) checkSeat(row, row, world.nowMs(), new Set())
      }
    },
    answered(call) {
      const { ask, answer } = call
      if (answer) count(`${ask.kind}: ${answer.said === 'refused' ? answer.refusal : answer.said}`)
      checkHeld(call)
      checkPaid(call)
      if (answer?.said === 'fault') checkFault(call, fail)
    },
  }
}

/** Faults that are the world's or a hostile guest's; any other is a bug. */
function checkFault({ ask, answer }: Call, fail: (say: string) => void): void {
  if (answer?.said !== 'fault') return
  const { name, message } = answer.fault
  if (name === 'StoreGone' || message.startsWith('ticket_order_hold_key_key')) return
  fail(`${ask.kind}: ${name}: ${message}`)
}
