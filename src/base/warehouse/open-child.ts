import type { ChildHomeOptions } from './child-home.ts'
import { openChildHome } from './child-home.ts'
import { createWarehouse } from './home.ts'
import { SCHEMA } from './schema.ts'
import type { Warehouse } from './warehouse.ts'

/** A warehouse in a folder of its own, with its schema and without a store: for tests and tools. */
export async function openChildWarehouse(options: ChildHomeOptions): Promise<Warehouse> {
  const home = await openChildHome(options)
  for (const statement of SCHEMA) await home.command(statement)
  return createWarehouse(home)
}
