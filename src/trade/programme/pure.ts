export { RUNTIME_MINUTES_MAX, TITLE_CHARACTERS_MAX } from './film.ts'
export type { Screening, ScreeningStatus } from './screening.ts'
export {
  CLEANING_MINUTES,
  CLEANING_MINUTES_MAX,
  freeAgainMs,
  LATE_SALE_MINUTES,
  SCREENING_STATUSES,
  salesEndMs,
  TRAILERS_MINUTES,
  TRAILERS_MINUTES_MAX,
} from './screening.ts'
export { DOORS_OPEN_MINUTES } from './screening-event.ts'
export type { Spoken } from './spoken.ts'
export { readSpoken, spokenText } from './spoken.ts'
export type { Channel, Price, Pricing, Tariff, TariffLine } from './tariff.ts'
export { priceOf, taxWithin, ticketTypesFor, totalOf } from './tariff.ts'
export type { TariffLineSaid } from './tariff-line.ts'
export { readTariffLines, TARIFF_LINES_MAX } from './tariff-line.ts'
