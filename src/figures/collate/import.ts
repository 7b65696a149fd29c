import type { MoneyWire } from '#kernel/pure'

/** Reading rows, as often as it is cut off, until done; or failed, for a reason that does not pass. */
export type ImportState = 'reading' | 'done' | 'failed'

/** The fates of the rows read so far; they add up to `read`. */
export type Fates = {
  readonly read: number
  readonly accepted: number
  readonly duplicate: number
  readonly quarantined: number
  readonly empty: number
}

export type ImportView = Fates & {
  readonly id: string
  readonly state: ImportState
  readonly fileName: string
  readonly bytes: number
  /** How far into the file reading is. */
  readonly bytesRead: number
  readonly layout: { readonly id: string; readonly name: string }
  readonly cinemaId: string
  readonly cinema: string
  readonly createdAt: string
  readonly finishedAt?: string
  /** Why it failed and what to do, one sentence. */
  readonly say?: string
  /** What the accepted rows came to, and the trading days they span. */
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
  'columns_wrong',
  'moment_skipped',
  'moment_unreadable',
  'name_too_long',
  'quantity_unreadable',
  'quote_broken',
  'row_too_long',
  'title_missing',
  'year_absurd',
] as const

export type QuarantineReason = (typeof QUARANTINE_REASONS)[number]

export type QuarantineView = {
  /** Line of the file at which the row begins, 1 being the header. */
  readonly line: number
  readonly reason: QuarantineReason
  /** A sentence a cinema manager understands. */
  readonly say: string
  readonly raw: string
}

/** A kept file that nobody has imported yet. */
export type FileView = {
  readonly id: string
  readonly fileName: string
  readonly bytes: number
  readonly header: readonly string[]
  readonly firstRows: readonly (readonly string[])[]
  readonly layout?: { readonly id: string; readonly name: string }
  /** Why no layout fits. */
  readonly say?: string
}
