import type { Money } from '#kernel'
import type { SourceKind } from '#programme'
import type { Reader } from '#store'
import type { FactTable, Warehouse, WarehouseRow } from '#warehouse'
import type { Note, Rows, Severity, Value } from './finding.ts'

/** What a check looks at: a table of facts, or what PostgreSQL knows of imports, feeds and batches. */
export type Need = FactTable | 'imports' | 'feeds' | 'batches'

/** A question that is asked of the figures again and again, and what its answer means. */
export type Check = {
  readonly id: string
  readonly name: string
  /** Unless a finding says otherwise. */
  readonly severity: Severity
  /** For a cinema manager: what is looked at, when it is found, and what to do. */
  readonly explanation: string
  readonly needs: readonly Need[]
  /** It changes by the minute and costs little. */
  readonly often?: true
  run(context: CheckContext): Promise<CheckResult>
}

export type CheckResult = {
  readonly findings: readonly Finding[]
  readonly notes?: readonly Note[]
}

/** Something that is wrong or doubtful. */
export type Finding = {
  /** What it is about, so that it is recognised next time; unique within check and organisation. */
  readonly subject: string
  readonly severity?: Severity
  /** One sentence for a cinema manager: what is wrong, with figures, and what to do. */
  readonly say: string
  /** Which of the check's sentences it is, where it has several. */
  readonly sentence?: string
  readonly values: Readonly<Record<string, Value>>
  /** Absent where it is the installation's. */
  readonly organisationId?: number
  readonly cinemaId?: number
  readonly filmId?: number
  readonly sourceId?: number
  readonly importId?: number
  readonly firstDay?: string
  readonly lastDay?: string
  readonly money?: readonly Money[]
  readonly rows: Rows
}

/** What a run looks over; what is absent is not narrowed down. */
export type CheckScope = {
  readonly owners: readonly number[]
  readonly from?: string
  readonly to?: string
  readonly cinemaId?: number
  readonly sourceId?: number
  readonly importId?: number
}

export type CheckContext = CheckScope & {
  readonly store: Reader
  readonly warehouse: Warehouse
  readonly now: Temporal.Instant
  readonly places: ReadonlyMap<number, Place>
  readonly sources: ReadonlyMap<number, SourceOf>
  /** Asks the warehouse without the limits of a page's question. */
  ask<Row extends WarehouseRow>(sql: string): Promise<readonly Row[]>
  /** Titles by id. */
  films(ids: Iterable<number>): Promise<ReadonlyMap<number, string>>
}

/** A cinema as checks know it. */
export type Place = {
  readonly id: number
  readonly organisationId: number
  readonly name: string
  readonly timezone: string
  readonly currency: string
  readonly dayStartsAt: number
  readonly live: boolean
  /** Its auditoria that have a plan, with their seats by id. */
  readonly rooms: ReadonlyMap<number, number>
  /** All its auditoria, with a plan or without. */
  readonly roomCount: number
}

export type SourceOf = {
  readonly id: number
  readonly organisationId: number
  readonly name: string
  readonly kind: SourceKind
}

export const NO_ROWS: Rows = { columns: [], rows: [], beyond: 0 }

const ROWS_KEPT = 100

/** The first of the rows behind a finding, and how many more there are. */
export function rowsOf(columns: readonly string[], rows: Rows['rows']): Rows {
  return { columns, rows: rows.slice(0, ROWS_KEPT), beyond: Math.max(0, rows.length - ROWS_KEPT) }
}
