import type { DayRule } from '#kernel'
import type { Tariff } from '#programme/pure'
import type { SeatKind, SeatPlan } from '#venues/pure'

/** What of a screening may change under a sheet; read beside the locked seats and compared. */
export type ScreeningStamp = {
  readonly id: bigint
  readonly status: string
  readonly startsAtMs: number
  readonly seatPlanId: number
  /** The version of its price card that is in force; absent where none is. */
  readonly tariffId?: number
  /** Seats that cannot be sold at its start. */
  readonly outOfOrder: readonly string[]
}

export type SheetSeat = {
  readonly area: string
  readonly kind: SeatKind
  readonly house: boolean
  /** The other half of a love seat. */
  readonly mate?: string
}

/** All that must be known of a screening to sell it; read once and kept while its stamp holds. */
export type SaleSheet = Omit<ScreeningStamp, 'outOfOrder'> & {
  readonly organisationId: number
  readonly cinemaId: number
  readonly auditoriumId: number
  readonly filmId: number
  readonly distributorId: number
  readonly format: string
  /** As facts carry it: `spokenText`. */
  readonly language: string
  readonly tradingDay: string
  /** Of the trading day, Monday 1. */
  readonly weekday: number
  /** Start in minutes of the trading day. */
  readonly minute: number
  readonly rule: DayRule
  readonly plan: SeatPlan
  readonly seats: ReadonlyMap<string, SheetSeat>
  readonly tariff?: Tariff
  /** Where facts of our own sales come from: a row of `source`. */
  readonly source: number
}

/** Whether a sheet still says what is true. */
export function isCurrent(sheet: SaleSheet, stamp: ScreeningStamp): boolean {
  return (
    sheet.status === stamp.status &&
    sheet.startsAtMs === stamp.startsAtMs &&
    sheet.seatPlanId === stamp.seatPlanId &&
    sheet.tariffId === stamp.tariffId
  )
}
