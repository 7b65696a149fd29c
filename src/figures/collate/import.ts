import type { OtherTable, Reading } from '#files'
import type { MoneyWire } from '#kernel/pure'
import type { About } from './layout.ts'

/**
 * Reading rows, as often as it is cut off, until done; or failed, for a reason that does not pass. A
 * whole import can be undone, as if its file had never been given.
 */
export const IMPORT_STATES = ['reading', 'done', 'failed', 'undoing', 'undone'] as const

export type ImportState = (typeof IMPORT_STATES)[number]

/** The fates of the rows read so far; they add up to `read`. */
export type Fates = {
  readonly read: number
  readonly accepted: number
  readonly duplicate: number
  readonly quarantined: number
  readonly empty: number
}

/** What the accepted rows came to: of gross in the smallest unit of its currency, else a count. */
export type ImportTotal = {
  readonly measure: string
  readonly currency?: string
  /** A plain decimal. */
  readonly value: string
}

export type LayoutName = { readonly id: string; readonly name: string }

export type ImportView = Fates & {
  readonly id: string
  readonly state: ImportState
  readonly fileName: string
  readonly bytes: number
  /** How far into the file reading is. */
  readonly bytesRead: number
  readonly layout: LayoutName
  readonly mappingId?: string
  readonly sourceId: string
  readonly source: string
  /** What the rows are facts of: tickets, reported box office, screenings … */
  readonly table: string
  /** Absent where the file is about no cinema of ours. */
  readonly cinemaId?: string
  readonly cinema?: string
  readonly territory?: string
  readonly reading?: Reading
  readonly createdAt: string
  readonly finishedAt?: string
  /** Why it failed and what to do, one sentence. */
  readonly say?: string
  /** Of the accepted rows: those that put other figures in the place of what stood. */
  readonly corrected: number
  /** Facts that stood before and that this file, being the whole of its scope, no longer has. */
  readonly withdrawn: number
  /** What may be missing is only taken back once nothing is in quarantine. */
  readonly withdrawalDue: boolean
  /** Rows in quarantine that were neither corrected nor set aside. */
  readonly waiting: number
  readonly totals: readonly ImportTotal[]
  /** The totals of tickets and reported gross in one currency, and the days they span. */
  readonly admissions?: number
  readonly gross?: MoneyWire
  readonly firstDay?: string
  readonly lastDay?: string
}

/** Why a row cannot count until somebody corrects it. */
export const QUARANTINE_REASONS = [
  'amount_unreadable',
  'amounts_disagree',
  'bytes_not_text',
  'cinema_missing',
  'columns_wrong',
  'contract_broken',
  'currency_unknown',
  'file_broken',
  'moment_skipped',
  'moment_unreadable',
  'name_too_long',
  'number_unreadable',
  'over_capacity',
  'quantity_unreadable',
  'quote_broken',
  'row_too_long',
  'title_missing',
  'value_missing',
  'value_unknown',
  'year_absurd',
  'zone_unknown',
] as const

export type QuarantineReason = (typeof QUARANTINE_REASONS)[number]

export type QuarantineState = 'waiting' | 'corrected' | 'set_aside'

export type QuarantineView = {
  /** Line of the file at which the row begins, 1 being the header. */
  readonly line: number
  readonly reason: QuarantineReason
  /** A sentence a cinema manager understands. */
  readonly say: string
  readonly raw: string
  /** Absent where the row could not be cut into cells. */
  readonly cells?: readonly string[]
  readonly state: QuarantineState
  readonly correctedCells?: readonly string[]
}

/**
 * A fact that took another's place, or was taken back. Both as the warehouse writes them, by column;
 * film and cinema by name.
 */
export type ChangeView = {
  /** None for what a whole file no longer held. */
  readonly line?: number
  readonly before: Readonly<Record<string, string>>
  readonly after?: Readonly<Record<string, string>>
}

/** A kept file that nobody has imported yet. */
export type FileView = {
  readonly id: string
  readonly fileName: string
  readonly bytes: number
  /** How it is read; absent where it cannot be. */
  readonly reading?: Reading
  readonly header: readonly string[]
  readonly firstRows: readonly (readonly string[])[]
  /** What of the file could be read instead; none where it holds one table. */
  readonly tables: readonly OtherTable[]
  readonly layout?: LayoutName & { readonly about: About }
  /** A saved mapping that fits. */
  readonly mapping?: { readonly id: string; readonly name: string; readonly about: About }
  /** Why neither fits, or why it cannot be read. */
  readonly say?: string
}
