import type { Changes, Order, Ticket } from '#ticketing'
import { ticketId } from '#ticketing'
import type { SeatKey, SeatRow } from '#ticketing/pure'
import { seatKey } from '../../src/trade/ticketing/seat-row.ts'

export type PaymentRow = {
  readonly key: string
  readonly reference: string
  readonly provider: string
  readonly state: 'started' | 'settled' | 'failed'
  readonly amountMinor: bigint
  readonly returnedMinor: bigint
}

export type ReturnRow = {
  readonly key: string
  readonly paymentKey: string
  readonly amountMinor: bigint
  readonly state: 'due' | 'done'
}

export type ScreeningRow = {
  readonly id: bigint
  readonly status: string
  readonly startsAtMs: number
  readonly seatPlanId: number
  readonly tariffId: number
}

/** What facts say of one ticket, added up. */
export type FactSum = { readonly quantity: number; readonly minor: bigint }

/** The tables of the booking core, as they stand after the last commit. */
export type Books = {
  readonly seats: Map<string, SeatRow>
  readonly orders: Map<bigint, Order>
  readonly orderOfKey: Map<string, bigint>
  readonly tickets: Map<bigint, Ticket>
  readonly payments: Map<string, PaymentRow>
  readonly paymentsOf: Map<string, string[]>
  readonly returns: Map<string, ReturnRow>
  readonly facts: Map<bigint, FactSum>
  readonly screenings: Map<bigint, ScreeningRow>
  lastNumber: bigint
}

/** What PostgreSQL refuses by a constraint, whatever a program believes. */
export class ConstraintViolation extends Error {
  override readonly name = 'ConstraintViolation'
  readonly constraint: string
  constructor(constraint: string, what: string) {
    super(`${constraint}: ${what}`)
    this.constraint = constraint
  }
}

export function openBooks(): Books {
  return {
    seats: new Map(),
    orders: new Map(),
    orderOfKey: new Map(),
    tickets: new Map(),
    payments: new Map(),
    paymentsOf: new Map(),
    returns: new Map(),
    facts: new Map(),
    screenings: new Map(),
    lastNumber: 0n,
  }
}

export function layOut(books: Books, screening: ScreeningRow, seats: readonly string[]): void {
  books.screenings.set(screening.id, screening)
  for (const seat of seats) {
    const key: SeatKey = { screeningId: screening.id, seat }
    books.seats.set(seatKey(key), key)
  }
}

/** The tickets of an order, by their numbers. */
export function ticketsOf(books: Books, { id, lines }: Order): readonly Ticket[] {
  return lines.flatMap((_, place) => {
    const ticket = books.tickets.get(ticketId(id, place))
    return ticket ? [ticket] : []
  })
}

export function goodTickets(books: Books, order: Order): readonly Ticket[] {
  return ticketsOf(books, order).filter(({ state }) => state === 'valid')
}

/** Whose orders the seats of a screening are in, as order-store.ts lists them for a cancellation. */
export function ordersWithin(books: Books, screening: bigint): readonly bigint[] {
  const ids = [...books.seats.values()].flatMap(({ screeningId, orderId }) => {
    return screeningId === screening && orderId !== undefined ? [orderId] : []
  })
  return [...new Set(ids)]
}

/** Writes a step, all of it; where a constraint is in the way it throws and has written nothing. */
export function commit(books: Books, changes: Changes): void {
  checkOrders(books, changes)
  checkTickets(books, changes)
  const returned = checkMoney(books, changes)
  for (const { screeningId } of changes.cancelled) {
    if (books.screenings.get(screeningId)?.status === 'cancelled') {
      throw new Error(`screening ${screeningId}: The screening is cancelled already.`)
    }
  }
  write(books, changes)
  for (const [key, returnedMinor] of returned) {
    const payment = books.payments.get(key)
    if (payment) books.payments.set(key, { ...payment, returnedMinor })
  }
}

function checkOrders(books: Books, { newOrders }: Changes): void {
  const keys = new Set<string>()
  for (const { id, holdKey } of newOrders) {
    if (books.orders.has(id)) throw new ConstraintViolation('ticket_order_pkey', `${id}`)
    if (books.orderOfKey.has(holdKey) || keys.has(holdKey)) {
      throw new ConstraintViolation('ticket_order_hold_key_key', holdKey)
    }
    keys.add(holdKey)
  }
}

function checkTickets(books: Books, { tickets, newTickets }: Changes): void {
  const refunded = new Set(tickets.map(({ id }) => id))
  for (const id of refunded) {
    if (books.tickets.get(id)?.state !== 'valid') {
      throw new Error('a ticket was refunded by somebody else meanwhile')
    }
  }
  if (newTickets.length === 0) return
  const good = new Set<string>()
  for (const one of books.tickets.values()) {
    if (one.state === 'valid' && !refunded.has(one.id)) good.add(seatKey(one))
  }
  for (const one of newTickets) {
    if (books.tickets.has(one.id)) throw new ConstraintViolation('ticket_pkey', `${one.id}`)
    if (good.has(seatKey(one))) throw new ConstraintViolation('ticket_good_once', seatKey(one))
    good.add(seatKey(one))
  }
}

/** What of each payment would be given back then. */
function checkMoney(books: Books, changes: Changes): ReadonlyMap<string, bigint> {
  const amounts = new Map<string, bigint>()
  for (const one of changes.payments) {
    if (one.made !== 'settled') continue
    if (books.payments.has(one.key) || amounts.has(one.key)) {
      throw new ConstraintViolation('payment_key_key', one.key)
    }
    amounts.set(one.key, one.amountMinor)
  }
  const returned = new Map<string, bigint>()
  const keys = new Set<string>()
  for (const { key, paymentKey, amountMinor } of changes.returns) {
    if (books.returns.has(key) || keys.has(key)) continue
    keys.add(key)
    const payment = books.payments.get(paymentKey)
    const most = payment?.amountMinor ?? amounts.get(paymentKey)
    if (most === undefined) continue
    const sum = (returned.get(paymentKey) ?? payment?.returnedMinor ?? 0n) + amountMinor
    if (sum > most) throw new ConstraintViolation('payment_returned_at_most', paymentKey)
    returned.set(paymentKey, sum)
  }
  return returned
}

function write(books: Books, changes: Changes): void {
  for (const row of changes.seats) {
    if (books.seats.has(seatKey(row))) books.seats.set(seatKey(row), row)
  }
  for (const order of changes.newOrders) {
    books.orders.set(order.id, order)
    books.orderOfKey.set(order.holdKey, order.id)
  }
  for (const order of changes.orders) {
    const kept = books.orders.get(order.id)
    if (kept) books.orders.set(order.id, { ...order, ...neverWritten(kept) })
  }
  for (const ticket of [...changes.tickets, ...changes.newTickets]) {
    books.tickets.set(ticket.id, ticket)
  }
  for (const one of changes.payments) {
    if (one.made === 'settled') {
      addPayment(books, { ...one, state: 'settled', returnedMinor: 0n })
      continue
    }
    const kept = books.payments.get(one.key)
    if (kept && kept.state !== 'settled') {
      books.payments.set(one.key, { ...kept, state: one.state })
    }
  }
  for (const one of changes.returns) {
    if (books.returns.has(one.key) || !books.payments.has(one.paymentKey)) continue
    const { key, paymentKey, amountMinor, state } = one
    books.returns.set(key, { key, paymentKey, amountMinor, state })
  }
  for (const fact of changes.facts) {
    const { quantity, minor } = books.facts.get(fact.fact) ?? { quantity: 0, minor: 0n }
    const amount = fact.priceMinor + fact.feeHallMinor + fact.feeOnlineMinor
    books.facts.set(fact.fact, { quantity: quantity + fact.quantity, minor: minor + amount })
  }
  for (const { screeningId } of changes.cancelled) {
    const kept = books.screenings.get(screeningId)
    if (kept) books.screenings.set(screeningId, { ...kept, status: 'cancelled' })
  }
}

export function addPayment(books: Books, row: PaymentRow): void {
  const { key, reference, provider, state, amountMinor, returnedMinor } = row
  books.payments.set(key, { key, reference, provider, state, amountMinor, returnedMinor })
  const others = books.paymentsOf.get(reference) ?? []
  books.paymentsOf.set(reference, [...others, key])
}

/** Columns of an order that its update leaves alone. */
function neverWritten(order: Order) {
  const { id, organisationId, cinemaId, screeningId, channel, holdKey, holdPrint } = order
  const { madeAtMs, currency } = order
  return {
    id,
    organisationId,
    cinemaId,
    screeningId,
    channel,
    holdKey,
    holdPrint,
    madeAtMs,
    currency,
  }
}
