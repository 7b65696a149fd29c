import type { EngineState } from '#store'
import type { FactTable } from './fact-table.ts'
import type { Spool } from './spool.ts'

/** One row of an answer, as ClickHouse's JSON gives it: 64-bit integers and decimals are text. */
export type WarehouseRow = Readonly<Record<string, unknown>>

/** What one question may cost at most; the engine stops it beyond. */
export type Limits = {
  readonly secondsMax: number
  readonly memoryBytesMax: number
  readonly rowsReadMax: number
}

export type BatchFormat = 'JSONEachRow' | 'TabSeparatedWithNames'

/**
 * A numbered batch: the same token and the same bytes may be sent any number of times and count
 * once, in the base table and in every aggregate.
 */
export type Batch = {
  readonly table: FactTable | 'import_seen'
  readonly token: string
  /** One fact a line. */
  readonly body: string
  /** What the lines are; JSONEachRow unless said. With names, the first line is those of the columns. */
  readonly format?: BatchFormat
}

/** ClickHouse, in a child of ours, in a peer's child or by URL: what happened, fast. */
export type Warehouse = {
  /** One SELECT, without a FORMAT clause. Values in it passed through the literal formatter. */
  query<Shape extends WarehouseRow>(sql: string, limits?: Limits): Promise<readonly Shape[]>
  /** The same of an answer too long to be held; whoever takes it closes it. */
  spool<Shape extends WarehouseRow>(sql: string, limits?: Limits): Promise<Spool<Shape>>
  /** Durable in base and aggregates when it resolves. Throws WarehouseDown when it must be sent again. */
  insert(batch: Batch): Promise<void>
  /** DDL, deletes of a whole owner, settings: nothing that asks. */
  command(sql: string): Promise<void>
  /** SELECTs the engine itself has counted since it started (system.events). */
  queriesRun(): Promise<bigint>
  state(): EngineState
  close(): Promise<void>
}

/** The engine is not there just now; what was asked may be asked again. */
export class WarehouseDown extends Error {
  override readonly name = 'WarehouseDown'
}
