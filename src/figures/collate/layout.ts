import type { DayRule } from '#kernel'
import type { QuarantineReason } from './import.ts'

/** What a row of ticket sales says, once read. Amounts in minor units of the cinema's currency. */
export type TicketRow = {
  readonly title: string
  readonly ticketType: string
  readonly kind: 'sale' | 'refund'
  /** Negative for a refund, like the amount. */
  readonly quantity: number
  readonly priceMinor: bigint
  readonly startsAtSeconds: number
  readonly tradingDay: string
  readonly startHour: number
  /** Names the row within cinema and source: the same key again is the same row, or its correction. */
  readonly key: string
}

export type RowRead =
  | { readonly fate: 'row'; readonly row: TicketRow }
  | { readonly fate: 'empty' }
  | QuarantinedRow

/** A row that cannot count until somebody corrects it. `say` is for a cinema manager. */
export type QuarantinedRow = {
  readonly fate: 'quarantined'
  readonly reason: QuarantineReason
  readonly say: string
}

export type LayoutContext = DayRule & { readonly currency: string }

/** Reads the cells of a row by the columns of its header. */
export type RowReader = (cells: readonly string[]) => RowRead

/**
 * What a file of one kind looks like and what its rows mean. Its rows are keyed: the same key with
 * the same figures is a duplicate, with others a correction; the file is a part of its scope, so what
 * it leaves out stays.
 */
export type Layout = {
  readonly id: string
  readonly version: number
  readonly name: string
  /** Columns that must all be in the header, in any order; others are left alone. */
  readonly columns: readonly string[]
  reader(header: readonly string[], context: LayoutContext): RowReader
}

export function quarantined(reason: QuarantineReason, say: string): QuarantinedRow {
  return { fate: 'quarantined', reason, say }
}
