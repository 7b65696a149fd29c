import type { EngineState } from '#store'
import { LIMITS } from './settings.ts'
import { spooled } from './spool.ts'
import type { Batch, Limits, Warehouse, WarehouseRow } from './warehouse.ts'
import { WarehouseDown } from './warehouse.ts'

/** Where a warehouse lives; what also goes through the peer's door, so answers stay text. */
export type Home = {
  /** The rows of one SELECT as the text of a JSON array. */
  ask(sql: string, limits: Limits): Promise<string>
  /** The same as lines of JSON, into a new file of this machine. */
  write(sql: string, limits: Limits, path: string): Promise<void>
  insert(batch: Batch): Promise<void>
  command(sql: string): Promise<void>
  state(): EngineState
  close(): Promise<void>
}

// Also counts itself; the selects of the views at an insert do not count.
const QUERIES_RUN = "select value from system.events where event = 'SelectQuery'"

/** The face of a home. `folder`: where answers stand that are too long to be held. */
export function createWarehouse(home: Home, folder?: string): Warehouse {
  return {
    async query<Shape extends WarehouseRow>(sql: string, limits = LIMITS) {
      // The shape is the caller's knowledge of its own SQL, as with any driver.
      return JSON.parse(await home.ask(sql, limits)) as readonly Shape[]
    },
    spool: (sql, limits = LIMITS) => spooled(home.write, sql, limits, folder),
    insert: (batch) => home.insert(batch),
    command: (sql) => home.command(sql),
    async queriesRun() {
      const rows: readonly { value: string }[] = JSON.parse(await home.ask(QUERIES_RUN, LIMITS))
      return BigInt(rows[0]?.value ?? 0)
    },
    state: () => home.state(),
    close: () => home.close(),
  }
}

/** The engine's own "no": wrong SQL, a limit passed, a batch it cannot read. Asking again won't help. */
export class WarehouseFault extends Error {
  override readonly name = 'WarehouseFault'
  /** ClickHouse's number of the error; 0 where it gave none. */
  readonly code: number
  constructor(message: string, code: number) {
    super(message)
    this.code = code
  }
}

/** Why a request failed, in a form that crosses a process border. */
export type Failure = {
  readonly down: boolean
  readonly code: number
  readonly message: string
}

export function failureOf(fault: unknown): Failure {
  const message = fault instanceof Error ? fault.message : String(fault)
  if (fault instanceof WarehouseDown) return { down: true, code: 0, message }
  return { down: false, code: fault instanceof WarehouseFault ? fault.code : 0, message }
}

export function failureError({ down, code, message }: Failure): Error {
  return down ? new WarehouseDown(message) : new WarehouseFault(message, code)
}
