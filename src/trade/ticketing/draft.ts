import type { PaymentWrite, ReturnWrite } from '#payments'
import type { TicketFact } from '#warehouse'
import type { Changes, Ticket, View } from './booking.ts'
import type { Order } from './order.ts'
import type { ScreeningStamp } from './sale-sheet.ts'
import type { SeatKey, SeatRow } from './seat-row.ts'
import { seatKey } from './seat-row.ts'

/**
 * What stands within a step, with what its earlier requests have decided already: so of two requests
 * in one batch the first to come wins, and no statement meets the same row twice.
 */
export type Draft = {
  readonly nowMs: number
  seat(key: SeatKey): SeatRow | undefined
  order(id: bigint): Order | undefined
  tickets(order: bigint): readonly Ticket[]
  /** The order made under a hold's key, before or in this batch. */
  known(holdKey: string): Order | undefined
  stamp(screening: bigint): ScreeningStamp | undefined
  takeNumber(): bigint
  putSeat(row: SeatRow): void
  addOrder(order: Order): void
  putOrder(order: Order): void
  addTickets(tickets: readonly Ticket[]): void
  putTickets(tickets: readonly Ticket[]): void
  addPayment(write: PaymentWrite): void
  addReturn(write: ReturnWrite): void
  addFacts(facts: readonly TicketFact[]): void
  cancel(screeningId: bigint, reason: string): void
  changes(): Changes
}

export function openDraft(view: View): Draft {
  const seats = new Map(view.seats.map((row) => [seatKey(row), row]))
  const orders = new Map(view.orders.map((order) => [order.id, order]))
  const known = new Map(view.known.map((order) => [order.holdKey, order]))
  const stamps = new Map(view.screenings.map((stamp) => [stamp.id, stamp]))
  const tickets = new Map<bigint, readonly Ticket[]>()
  for (const one of view.tickets) {
    tickets.set(one.orderId, [...(tickets.get(one.orderId) ?? []), one])
  }
  const numbers = [...view.numbers]
  const written = openChanges()
  return {
    nowMs: view.nowMs,
    seat: (key) => seats.get(seatKey(key)),
    order: (id) => orders.get(id),
    tickets: (order) => tickets.get(order) ?? [],
    known: (holdKey) => known.get(holdKey),
    stamp: (screening) => stamps.get(screening),
    takeNumber() {
      const number = numbers.shift()
      if (number === undefined) throw new Error('a step asked for fewer numbers than it takes')
      return number
    },
    putSeat(row) {
      seats.set(seatKey(row), row)
      written.seats.set(seatKey(row), row)
    },
    addOrder(order) {
      known.set(order.holdKey, order)
      written.newOrders.push(order)
    },
    putOrder(order) {
      orders.set(order.id, order)
      written.orders.set(order.id, order)
    },
    addTickets: (made) => void written.newTickets.push(...made),
    putTickets(moved) {
      for (const one of moved) {
        const others = (tickets.get(one.orderId) ?? []).filter(({ id }) => id !== one.id)
        tickets.set(one.orderId, [...others, one])
      }
      written.tickets.push(...moved)
    },
    addPayment: (write) => void written.payments.push(write),
    addReturn: (write) => void written.returns.push(write),
    addFacts: (facts) => void written.facts.push(...facts),
    cancel: (screeningId, reason) => void written.cancelled.push({ screeningId, reason }),
    changes: () => ({
      ...written,
      seats: [...written.seats.values()],
      orders: [...written.orders.values()],
    }),
  }
}

function openChanges() {
  const newOrders: Order[] = []
  const newTickets: Ticket[] = []
  const tickets: Ticket[] = []
  const payments: PaymentWrite[] = []
  const returns: ReturnWrite[] = []
  const facts: TicketFact[] = []
  const cancelled: { screeningId: bigint; reason: string }[] = []
  const seats = new Map<string, SeatRow>()
  const orders = new Map<bigint, Order>()
  return { seats, newOrders, orders, newTickets, tickets, payments, returns, facts, cancelled }
}
