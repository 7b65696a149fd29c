export { failedBatches, retryFailedBatches } from '#store'
export type { ChildHomeOptions } from './child-home.ts'
export type { DayRange, Difference, Measure, Sums } from './compare.ts'
export { compareAggregates } from './compare.ts'
export type { FactColumn, FactTable, FactTableShape } from './fact-table.ts'
export { factTableShape, REPORTED_SHAPES } from './fact-table.ts'
export { WarehouseFault } from './home.ts'
export { installationId, WAREHOUSE_MIGRATIONS } from './installation.ts'
export { literal } from './literal.ts'
export type { WarehouseOptions } from './open.ts'
export { openWarehouse } from './open.ts'
export { openChildWarehouse } from './open-child.ts'
export {
  AGGREGATES,
  LISTED_SQL,
  LISTING_KEY,
  MEASURES,
  SEATS_SQL,
  SLOT_MINUTES,
  SOLD_SLOT,
} from './schema.ts'
export type { ScreeningFact } from './screening-fact.ts'
export { encodeScreening, takenBackScreening } from './screening-fact.ts'
export type { Shipper, ShipperOptions } from './shipper.ts'
export { startShipper } from './shipper.ts'
export type { Spool } from './spool.ts'
export type { TicketFact } from './ticket-fact.ts'
export { encodeTicket, SOLD_MINUTE_UNKNOWN } from './ticket-fact.ts'
export type { Batch, BatchFormat, Limits, Warehouse, WarehouseRow } from './warehouse.ts'
export { WarehouseDown } from './warehouse.ts'
