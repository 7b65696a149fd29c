import type { Config } from '#config'
import type { Clock, Log } from '#kernel'
import type { Store } from '#store'
import { StoreDown } from '#store'
import type {
  BoxOffice,
  HeadCountWatch,
  Order,
  SeatWatch,
  Sheets,
  TicketingSecret,
} from '#ticketing'
import {
  bookingStore,
  createBoxOffice,
  createSheets,
  HOLD_MS,
  liveOrders,
  saleSheet,
  ticketingSecret,
  watchHeadCounts,
  watchSeats,
} from '#ticketing'
import type { SeatAdvice } from './seat-advice.ts'
import { seatAdvice } from './seat-advice.ts'

/** What sells: the box office, what it knows of screenings, and who watches their seats. */
export type Selling = {
  readonly boxOffice: BoxOffice
  readonly sheets: Sheets
  readonly seatWatch: SeatWatch
  readonly advice: SeatAdvice
  readonly headCountWatch: HeadCountWatch
  readonly secret: TicketingSecret
  /** Orders as they were held here lately: what is asked of them does not change any more. */
  readonly heldLately: HeldLately
  close(): Promise<void>
}

export type HeldLately = {
  get(id: bigint): Order | undefined
  add(order: Order): void
}

/** As many as can be waiting to be paid; of others PostgreSQL is asked. */
const HELD_LATELY_MAX = 20_000

function keepHeld(): HeldLately {
  const kept = new Map<bigint, Order>()
  return {
    get: (id) => kept.get(id),
    add(order) {
      kept.set(order.id, order)
      const oldest = kept.keys().next()
      if (kept.size > HELD_LATELY_MAX && !oldest.done) kept.delete(oldest.value)
    },
  }
}

export async function openSelling(options: {
  readonly store: Store
  readonly clock: Clock
  readonly log: Log
  readonly config: Config
}): Promise<Selling> {
  const { store, clock, log, config } = options
  const sheets = createSheets((screening) => saleSheet(store, screening))
  const boxOffice = createBoxOffice({
    storage: bookingStore(store),
    sheets,
    liveOrders: (screening) => liveOrders(store, screening),
    holdMs: config.holdSeconds === undefined ? HOLD_MS : config.holdSeconds * 1000,
    isGeneral: (fault) => fault instanceof StoreDown,
  })
  const secret = await ticketingSecret(store)
  const seatWatch = await watchSeats({ store, clock, log })
  const headCountWatch = await watchHeadCounts({ store, seatWatch, log })
  const close = async () => {
    await headCountWatch.close()
    await seatWatch.close()
  }
  const advice = seatAdvice({ store, clock })
  const heldLately = keepHeld()
  return { boxOffice, sheets, seatWatch, headCountWatch, advice, heldLately, secret, close }
}
