import type { Reading } from '#files'
import type { Field } from './fields.ts'

/** The tables of facts that a mapping can fill. */
export const MAPPED_TABLES = [
  'ticket',
  'box_office',
  'concession',
  'stored_value',
  'screening',
] as const
export type MappedTable = (typeof MAPPED_TABLES)[number]

/** How a file that no layout knows is read: what each of its columns becomes, and what a row means. */
export type Mapping = ColumnsMapping | RenameMapping

/** A file of a known layout of which columns were renamed: it keeps the layout's source and keys. */
export type RenameMapping = {
  readonly name: string
  readonly reading?: Partial<Reading>
  /** A layout's id. */
  readonly layout: string
  /** The column's new name, and the one the layout knows. */
  readonly rename: readonly Renamed[]
}

export type Renamed = { readonly column: string; readonly was: string }

export type ColumnsMapping = {
  readonly name: string
  readonly reading?: Partial<Reading>
  readonly table: MappedTable
  /** Of reported box office that names no cinema: whose figures they are. Absent: a territory’s. */
  readonly about?: 'cinema' | 'territory'
  /** ISO 4217; absent: the cinema's, or what the importer is told. */
  readonly currency?: string
  /** IANA name; absent: the cinema's, or what the importer is told. */
  readonly timezone?: string
  /** `counted`: equal rows are as many facts as there are rows; or the fields that tell rows apart. */
  readonly rows: 'counted' | readonly Field[]
  readonly scope: Scope
  readonly columns: readonly ColumnRule[]
  /** Columns that are known and left out on purpose; absent where there are none. */
  readonly ignore?: readonly string[]
  /** What holds for every row and stands in no column. */
  readonly constants: readonly Constant[]
  readonly empty: readonly EmptyRule[]
}

export const SCOPES = ['part', 'span', 'days', 'all'] as const
export type Scope = (typeof SCOPES)[number]

export type Constant = { readonly field: Field; readonly value: string }

/** A column of the file, the field it becomes, and how its cells are read. */
export type ColumnRule = ColumnOptions & {
  /** As the header has it. A name that stands twice is `Name (2)` the second time. */
  readonly column: string
  readonly field: Field
}

export type ColumnOptions = {
  /** How dates stand. Absent: only what can be read one way is read; 03/04/2018 is not. */
  readonly dates?: DateForm
  /** Years 543 ahead: 2561 is 2018. */
  readonly era?: 'buddhist'
  /** Of moments, where it is not the file's: UTC, or an IANA name. */
  readonly zone?: string
  /** The decimal mark. Absent: only what can be read one way is read; 1,234 is not. */
  readonly decimal?: '.' | ','
  readonly unit?: Unit
  /** Cells that mean another word: 退 → refund. */
  readonly words?: readonly Word[]
}

export type Word = { readonly cell: string; readonly means: string }

/** Year, month and day in their order; days since 1900 as spreadsheets count; seconds or milliseconds. */
export const DATE_FORMS = ['ymd', 'mdy', 'dmy', 'excel', 'seconds', 'milliseconds'] as const
export type DateForm = (typeof DATE_FORMS)[number]

/** What 1 in a cell stands for. `minor`: the smallest unit of the currency. */
export const UNITS = [
  'minor',
  'one',
  'thousand',
  'ten_thousand',
  'million',
  'hundred_million',
] as const
export type Unit = (typeof UNITS)[number]

/** Rows that say nothing, by a rule with a name: all these columns blank, or one that reads so. */
export type EmptyRule = {
  readonly rule: string
  readonly blank?: readonly string[]
  readonly column?: string
  readonly is?: readonly string[]
}
