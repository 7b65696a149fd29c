import type { Outcome } from '#kernel'
import { accept, refuse } from '#kernel'
import type { Seat, SeatPlan } from './seat-plan.ts'
import { EMPTY_PLAN, SEATS_MAX, screenOver } from './seat-plan.ts'
import type { StatusCount } from './seat-plan-status.ts'
import { statusCounts } from './seat-plan-status.ts'

type Spot = { readonly seat_row: string; readonly status: unknown }
type Row = { readonly seat_code: string; readonly seat_rows: readonly Spot[] }
type Snapshot = { readonly seat_map: readonly Row[] }

/** What a ticket seller's page showed of one screening: rows of seats with codes, and no places. */
export function isSnapshot(value: unknown): value is Snapshot {
  if (typeof value !== 'object' || value === null || !('seat_map' in value)) return false
  const rows: unknown = value.seat_map
  return Array.isArray(rows) && rows.length > 0 && rows.every(isRow)
}

function isRow(value: unknown): value is Row {
  if (typeof value !== 'object' || value === null) return false
  if (!('seat_code' in value) || !('seat_rows' in value)) return false
  const { seat_code, seat_rows } = value
  return typeof seat_code === 'string' && Array.isArray(seat_rows) && seat_rows.every(isSpot)
}

function isSpot(value: unknown): value is Spot {
  return (
    typeof value === 'object' &&
    value !== null &&
    'seat_row' in value &&
    typeof value.seat_row === 'string'
  )
}

type Read = { readonly plan: SeatPlan; readonly statuses: readonly StatusCount[] }

/**
 * Seats stand side by side in the file's order: it tells no aisles. Its status codes are documented
 * nowhere, so no seat is taken for sold or broken by them.
 */
export function planFromSnapshot({
  seat_map,
}: Snapshot): Outcome<Read, 'plan_malformed' | 'plan_too_large'> {
  const seats: Seat[] = []
  const statuses: unknown[] = []
  for (const [y, { seat_code: row, seat_rows }] of seat_map.entries()) {
    if (seats.length + seat_rows.length > SEATS_MAX) {
      return refuse('plan_too_large', `More than ${SEATS_MAX} seats.`)
    }
    for (const [x, { seat_row, status }] of seat_rows.entries()) {
      const number = seat_row.startsWith(row) ? seat_row.slice(row.length) : ''
      if (!/^\d{1,3}$/.test(number)) {
        return refuse('plan_malformed', `“${seat_row.slice(0, 20)}” is no seat of row ${row}.`)
      }
      const rest = { x, y, kind: 'standard', area: 'Standard', house: false } as const
      seats.push({ row, number: Number(number), ...rest })
      statuses.push(status)
    }
  }
  const plan = { areas: EMPTY_PLAN.areas, screen: screenOver(seats), seats }
  return accept({ plan, statuses: statusCounts(statuses) })
}
