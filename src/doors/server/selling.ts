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
  planShelf,
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

/** An order as it was held, with its code, which takes a while to work out. */
export type Held = { readonly order: Order; readonly code: string }

export type HeldLately = {
  get(id: bigint): Held | undefined
  add(held: Held): void
}

/** As many as can be waiting to be paid; of others PostgreSQL is asked. */
const HELD_LATELY_MAX = 20_000

function keepHeld(): HeldLately {
  const kept = new Map<bigint, Held>()
  return {
    get: (id) => kept.get(id),
    add(held) {
      kept.set(held.order.id, held)
      if (kept.size <= HELD_LATELY_MAX) return
      // A quarter at once: the oldest entry of a map that loses one at a time is slow to find.
      for (const id of [...kept.keys()].slice(0, HELD_LATELY_MAX / 4)) kept.delete(id)
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
  const plans = planShelf(store)
  const sheets = createSheets((screening) => saleSheet(store, screening, plans))
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
