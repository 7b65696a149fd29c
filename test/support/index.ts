export { axeComplaints } from './axe.ts'
export type { Seat } from './browser.ts'
export { openChromium, sitDown } from './browser.ts'
export type { Seen } from './camera.ts'
export { filmCodes } from './camera.ts'
export type { CircuitTicket } from './circuit-files.ts'
export {
  CIRCUIT_LAST_DAY,
  circuitScreenings,
  circuitTickets,
  grossOf,
  MISSING,
  NATION_MAPPING,
  NATION_TIMES,
  nationFile,
  SALT_ROAD,
  SCREENINGS_MAPPING,
  screeningsFile,
  TICKETS_MAPPING,
  ticketsFile,
} from './circuit-files.ts'
export type { CounterCinema } from './counter-cinema.ts'
export { afternoonZone, openCounterCinema } from './counter-cinema.ts'
export type { SentEvent } from './events.ts'
export { readEvents } from './events.ts'
export { keepFilmsApart } from './films-apart.ts'
export type { PaidOrder } from './gate.ts'
export { sellSeats } from './gate.ts'
export { gb18030 } from './gb18030.ts'
export type { GuestCinema } from './guest-cinema.ts'
export { openGuestCinema } from './guest-cinema.ts'
export type { Guest, GuestPage } from './guest-forms.ts'
export { asGuest, fieldsOf } from './guest-forms.ts'
export type { StoreHolder } from './hold-store.ts'
export { holdStore } from './hold-store.ts'
export { openTestHouse } from './house.ts'
export type { MarketRow } from './market-file.ts'
export {
  festivalFiles,
  MARKET_MAPPING,
  marketFile,
  marketRows,
  WEEKEND_FILE,
  WEEKEND_MAPPING,
} from './market-file.ts'
export type { OnSale } from './on-sale.ts'
export { plainPlan, putSomethingOnSale } from './on-sale.ts'
export type { Postgres15 } from './postgres-15.ts'
export { startPostgres15 } from './postgres-15.ts'
export { serveTestHouse } from './server.ts'
export { sharedData } from './shared-data.ts'
export type { TillRow } from './till-file.ts'
export { TILL_HEADER, tillFile, tillLine, tillRows } from './till-file.ts'
export { admissionsOf, giveTill, ticketsOf } from './till-import.ts'
