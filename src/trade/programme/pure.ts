export type { Screening, ScreeningStatus } from './screening.ts'
export { freeAgainMs, LATE_SALE_MINUTES, SCREENING_STATUSES, salesEndMs } from './screening.ts'
export type { Channel, Price, Pricing, Tariff, TariffLine } from './tariff.ts'
export { priceOf, taxWithin, ticketTypesFor, totalOf } from './tariff.ts'
