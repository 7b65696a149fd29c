import type { Reading } from '#files'
import type { DayRule } from '#kernel'
import type { FactTable } from '#warehouse'
import type { Contract } from './contract.ts'
import type { QuarantineReason } from './import.ts'
import type { MendingRule } from './mending-rule.ts'
import type { Said } from './said.ts'

/** What a layout made of a row: what it says (at least one fact), nothing by a named rule, or why not. */
export type RowRead = RowOfFacts | EmptyRow | QuarantinedRow

export type RowOfFacts = {
  readonly fate: 'row'
  readonly facts: readonly Said[]
  /** What of the row could not be kept though the row counts: a sentence each. */
  readonly notes?: readonly string[]
}

/** A row that says nothing. `rule` is for a cinema manager: "no figure at all". */
export type EmptyRow = { readonly fate: 'empty'; readonly rule: string }

/** A row that cannot count until somebody corrects it. `say` is for a cinema manager. */
export type QuarantinedRow = {
  readonly fate: 'quarantined'
  readonly reason: QuarantineReason
  readonly say: string
}

/** Whose file it is, as far as the layout needs to know. */
export type LayoutContext = DayRule & {
  readonly currency: string
  /** ISO 3166; empty where the file is a cinema's. */
  readonly territory: string
  readonly fileName: string
  /** By which rows of the source that cannot count are mended; as they stood when the import began. */
  readonly rules?: readonly MendingRule[]
  /** Of rows sent by HTTP. */
  readonly contract?: Contract
  /** One of several tables of its file: what it lacks another may hold, and nothing is taken back. */
  readonly isPart?: true
}

/** Reads the cells of a row by the columns of its header. */
export type RowReader = (cells: readonly string[]) => RowRead

/** What a row of the file is, and how much a file says by what it leaves out. */
export type Meaning = {
  /** `keyed`: one fact a key. `counted`: no key; equal rows are as many facts as there are rows. */
  readonly rows: 'keyed' | 'counted'
  /**
   * What the file is the whole of: what stood there from this source and is missing now is taken back.
   * `part`: of nothing. `span`: of each cinema (or territory) from its first moment in the file to its
   * last. `days`: of each cinema (or territory) and day it names. `all`: of everything this source said
   * of the cinema or territory.
   */
  readonly scope: 'part' | 'span' | 'days' | 'all'
  /** The key says nothing of the day: what stands under it may stand on another. */
  readonly dayless?: boolean
}

/** Whose facts the rows are: of the cinema or territory the importer names, or nobody's in particular. */
export type About = 'cinema' | 'territory' | 'nothing'

/** What a file of one kind looks like and what its rows mean. */
export type Layout = {
  readonly id: string
  readonly version: number
  readonly name: string
  readonly table: FactTable
  readonly about: About
  readonly meaning: Meaning
  /** Columns that must all be in the header, in any order; others are left alone. */
  readonly columns: readonly string[]
  /** Columns that are known though nothing is read from them: to a contract they are not new. */
  readonly ignored?: readonly string[]
  /** Where columns alone could be another table's: whether these are its first rows (some hundred). */
  readonly fits?: (header: readonly string[], firstRows: readonly (readonly string[])[]) => boolean
  /** What a file of this kind without any row says; such a file is then refused with it. */
  readonly nothing?: string
  /** What the layout itself settles; the importer is then not asked. */
  readonly fixed?: {
    readonly territory?: string
    readonly currency?: string
    readonly timezone?: string
  }
  /** Where the file must be read otherwise than it would be by itself. */
  readonly reading?: Partial<Reading>
  reader(header: readonly string[], context: LayoutContext): RowReader
}

export function quarantined(reason: QuarantineReason, say: string): QuarantinedRow {
  return { fate: 'quarantined', reason, say }
}
