import type { FactTable } from '#warehouse'
import type { Field } from './fields.ts'
import type { ColumnRule, Constant, MappedTable, Mapping } from './mapping.ts'

/** How a file that is new might be read: what evidence settles, and questions where none does. */
export type Proposal = {
  /** What was settled. It reads the file once the questions are answered. */
  readonly mapping: Mapping
  /** The same as YAML. */
  readonly text: string
  readonly table: FactTable
  /** For people: "ticket sales by showing, with “Qty” for “Quantity”". */
  readonly looksLike: string
  readonly columns: readonly ProposedColumn[]
  /** About the file as a whole. */
  readonly questions: readonly Question[]
  readonly counts: { readonly read: number; readonly leftOut: number; readonly asked: number }
}

/** `sure`: words and values agree. `likely`: one of them says so and nothing speaks against it. */
export const CONFIDENCES = ['sure', 'likely', 'asked', 'left_out'] as const
export type Confidence = (typeof CONFIDENCES)[number]

export type ProposedColumn = {
  readonly column: string
  readonly confidence: Confidence
  /** Absent: left out, or asked. */
  readonly rule?: ColumnRule
  /** The first cell that is not blank. */
  readonly first: string
  /** How it is read, or why it is left out: one sentence. */
  readonly reads: string
  /** The first value as it will be read. */
  readonly shown?: string
  readonly question?: Question
}

/** What no evidence settled. `about` is a column, or what of the file as a whole. */
export type Question = {
  readonly about: 'column' | 'table' | 'currency' | 'timezone' | 'territory' | 'period' | 'day'
  readonly ask: string
  readonly choices: readonly Choice[]
}

/** An answer, with how the first value is then read and what it puts into the mapping. */
export type Choice = {
  readonly say: string
  readonly shows?: string
  /** Of a column; without one the answer leaves the column out. */
  readonly rule?: ColumnRule
  /** Of the file as a whole: a setting of that name… */
  readonly value?: string
  /** …or what holds for every row. */
  readonly constant?: Constant
}

/** What is known of whose file it is, beside the file. */
export type ProposalContext = {
  readonly fileName: string
  readonly currency?: string
  readonly timezone?: string
  readonly territory?: string
}

/** The first rows of a file as a mapping reads them; nothing is written. */
export type MappingPreview = {
  readonly mapping: Mapping
  readonly text: string
  readonly header: readonly string[]
  /** The fields that rows have, in the order to show them. */
  readonly fields: readonly { readonly field: Field; readonly label: string }[]
  readonly rows: readonly PreviewRow[]
  readonly counts: {
    readonly read: number
    readonly row: number
    readonly empty: number
    readonly quarantined: number
  }
}

export type PreviewRow = {
  readonly line: number
  readonly fate: 'row' | 'empty' | 'quarantined'
  /** Why it is in quarantine, or by which rule it says nothing. */
  readonly say?: string
  readonly notes: readonly string[]
  readonly cells: readonly PreviewCell[]
}

export type PreviewCell = {
  readonly field: Field
  /** As it was read: 2026-11-20 20:15, 23.80 EUR. */
  readonly shown: string
  readonly cell: string
}

export type MappingView = {
  readonly id: string
  readonly name: string
  readonly version: number
  /** Of facts it fills, or the layout whose columns it renames. */
  readonly table?: MappedTable
  readonly layout?: string
  readonly columns: readonly string[]
  readonly madeAt: string
}

export type SavedMapping = MappingView & { readonly text: string; readonly mapping: Mapping }
