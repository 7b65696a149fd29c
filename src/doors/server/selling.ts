import type { Config } from '#config'
import type { Clock, Log } from '#kernel'
import type { Store } from '#store'
import { StoreDown } from '#store'
import type { BoxOffice, HeadCountWatch, SeatWatch, Sheets, TicketingSecret } from '#ticketing'
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
  close(): Promise<void>
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
  return { boxOffice, sheets, seatWatch, headCountWatch, advice, secret, close }
}
