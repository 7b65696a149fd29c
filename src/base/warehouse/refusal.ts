import { StoreDown } from '#store'
import { WarehouseFault } from './home.ts'
import { WarehouseDown } from './warehouse.ts'

/** Errors of ClickHouse that say something of its own condition, nothing about the batch. */
const CONDITIONS = new Set([
  60, // unknown table: the schema is only being made
  74, // cannot read from a file
  75, // cannot write to a file
  76, // cannot open a file
  81, // unknown database
  159, // time is up
  164, // read-only user
  202, // too many queries at once
  209, // network
  210,
  225, // no keeper
  236, // stopped
  241, // memory
  242, // table is read-only
  243, // no space on disk
  252, // too many parts
  285, // too few replicas
  319, // not known whether all replicas have it
  394, // cancelled
  425, // system error
  497, // access denied
  516, // wrong password
  999, // keeper
])

/** The engine's no to what stands in a batch. */
export function isRefusal(fault: unknown): boolean {
  return fault instanceof WarehouseFault && !CONDITIONS.has(fault.code)
}

/** Whether the same batch is worth another try. */
export function isPassing(fault: unknown): boolean {
  return (
    fault instanceof WarehouseDown || fault instanceof WarehouseFault || fault instanceof StoreDown
  )
}
