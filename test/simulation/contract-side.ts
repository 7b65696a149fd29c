import { systemClock } from '#kernel'
import type { BookingStorage, BoxOffice, SaleSheet } from '#ticketing'
import { bookingStore, createBoxOffice, createSheets, liveOrders, saleSheet } from '#ticketing'
import type { Order } from '#ticketing/pure'
import type {
  OrderRowFound,
  SeatRowFound,
  TicketRowFound,
} from '../../src/trade/ticketing/booking-rows.ts'
import { readOrder, readSeat, readTicket } from '../../src/trade/ticketing/booking-rows.ts'
import type { openTestHouse } from '../support/house.ts'
import type { OnSale } from '../support/on-sale.ts'
import type { Books, PaymentRow, ReturnRow } from './books.ts'
import { addPayment, layOut, openBooks, ordersWithin } from './books.ts'
import type { Rows } from './contract-rows.ts'
import { memoryStorage } from './memory-storage.ts'
import { createRowLocks } from './row-locks.ts'

/** One of the two storages that must not differ, with a box office on it. */
export type Side = {
  readonly name: string
  readonly storage: BookingStorage
  readonly office: BoxOffice
  /** Lets an order's time be over. */
  expire(orderId: bigint): Promise<void>
  /** As it looks to a clock that went back: its time runs again. */
  unexpire(orderId: bigint): Promise<void>
  startPayment(key: string, orderId: bigint, amountMinor: bigint): Promise<void>
  rows(): Promise<Rows>
}

type Store = Awaited<ReturnType<typeof openTestHouse>>['store']

const HOLD_MS = 600_000
const HOUR_MS = 3_600_000

const EXPIRE = [
  "update ticket_order set expires_at = expires_at - interval '1 hour' where id = $1",
  "update screening_seat set held_until = held_until - interval '1 hour' where order_id = $1",
]
const UNEXPIRE = `
  update ticket_order set expires_at = expires_at + interval '1 hour' where id = $1`
const START = `
  insert into payment (organisation_id, key, reference, provider, state, amount_minor, currency)
  values ($1, $2, $3, 'wallet', 'started', $4, 'EUR')`
const PAYMENTS = `
  select key, reference, provider, state, amount_minor as "amountMinor",
    returned_minor as "returnedMinor" from payment order by id`
const RETURNS = `
  select r.key, p.key as "paymentKey", r.amount_minor as "amountMinor", r.state
  from payment_return r join payment p on p.id = r.payment_id order by r.id`

export function postgresSide(store: Store, { organisationId }: OnSale): Side {
  const storage = bookingStore(store)
  const office = createBoxOffice({
    storage,
    sheets: createSheets((screening) => saleSheet(store, screening)),
    liveOrders: (screening) => liveOrders(store, screening),
    holdMs: HOLD_MS,
    isGeneral: () => false,
  })
  const write = (sql: string, ...values: readonly (bigint | number | string)[]) =>
    store.write((transaction) => transaction.run(sql, ...values))
  return {
    name: 'PostgreSQL',
    storage,
    office,
    async expire(orderId) {
      for (const sql of EXPIRE) await write(sql, orderId)
    },
    async unexpire(orderId) {
      await write(UNEXPIRE, orderId)
    },
    async startPayment(key, orderId, amountMinor) {
      await write(START, organisationId, key, orderId.toString(), amountMinor)
    },
    async rows() {
      const seats = await store.rows<SeatRowFound>(`select screening_id, seat, order_id,
        extract(epoch from held_until) * 1000 as held_until, 0 as now_ms from screening_seat`)
      const orders = await store.rows<OrderRowFound>('select * from ticket_order')
      const tickets = await store.rows<TicketRowFound>('select * from ticket')
      return {
        seats: seats.map(readSeat),
        orders: orders.map(readOrder),
        tickets: tickets.map(readTicket),
        payments: await store.rows<PaymentRow>(PAYMENTS),
        returns: await store.rows<ReturnRow>(RETURNS),
        cancelled: (
          await store.rows<{ id: bigint }>("select id from screening where status = 'cancelled'")
        ).map(({ id }) => id),
      }
    },
  }
}

/** The same screenings in memory; their sheets are PostgreSQL's, but for what the memory knows better. */
export async function memorySide(store: Store, { screenings }: OnSale): Promise<Side> {
  const books = openBooks()
  let seatPlanId = 0
  for (const id of screenings) {
    const sheet = await saleSheet(store, id)
    if (!sheet) throw new Error('no sheet')
    seatPlanId = sheet.seatPlanId
    const { status, startsAtMs, tariffId = 0, seats } = sheet
    layOut(books, { id, status, startsAtMs, tariffId, seatPlanId }, [...seats.keys()])
  }
  const actor = { name: 'memory', isAlive: true, waits: 0 }
  const nothing = () => undefined
  const world = { nowMs: () => systemClock().epochMilliseconds, pause: async () => undefined }
  const locks = createRowLocks({ park: (_actor, _label, run) => run() })
  const watch = { mayBreak: nothing, committing: nothing, committed: nothing }
  const storage = memoryStorage({ world, books, locks, actor, ...watch })
  const sheetOf = async (id: bigint): Promise<SaleSheet | undefined> => {
    const sheet = await saleSheet(store, id)
    const row = books.screenings.get(id)
    return sheet && row && { ...sheet, status: row.status }
  }
  const office = createBoxOffice({
    storage,
    sheets: createSheets(sheetOf),
    liveOrders: async (screening) => ordersWithin(books, screening),
    holdMs: HOLD_MS,
    isGeneral: () => false,
  })
  return {
    name: 'memory',
    storage,
    office,
    async expire(orderId) {
      expireInMemory(books, orderId)
    },
    async unexpire(orderId) {
      const order = books.orders.get(orderId)
      if (order) books.orders.set(orderId, { ...order, expiresAtMs: order.expiresAtMs + HOUR_MS })
    },
    async startPayment(key, orderId, amountMinor) {
      const row = { key, reference: orderId.toString(), provider: 'wallet', amountMinor }
      addPayment(books, { ...row, state: 'started', returnedMinor: 0n })
    },
    async rows() {
      return {
        seats: [...books.seats.values()],
        orders: [...books.orders.values()],
        tickets: [...books.tickets.values()],
        payments: [...books.payments.values()],
        returns: [...books.returns.values()],
        cancelled: [...books.screenings.values()]
          .filter(({ status }) => status === 'cancelled')
          .map(({ id }) => id),
      }
    },
  }
}

function expireInMemory(books: Books, orderId: bigint): void {
  const order: Order | undefined = books.orders.get(orderId)
  if (order) books.orders.set(orderId, { ...order, expiresAtMs: order.expiresAtMs - HOUR_MS })
  for (const [key, row] of books.seats) {
    if (row.orderId !== orderId || row.heldUntilMs === undefined) continue
    books.seats.set(key, { ...row, heldUntilMs: row.heldUntilMs - HOUR_MS })
  }
}
