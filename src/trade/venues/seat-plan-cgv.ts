import type { Outcome } from '#kernel'
import { accept, refuse } from '#kernel'
import type { Area, Seat, SeatPlan } from './seat-plan.ts'
import { screenOver } from './seat-plan.ts'
import type { StatusCount } from './seat-plan-status.ts'
import { statusCounts } from './seat-plan-status.ts'

type Cell = {
  readonly row_name: string
  readonly seat_no: string | null
  readonly seat_grd_cd: string | null
  readonly seat_status: unknown
}
type Price = { readonly seat_grd_cd: string; readonly seat_grd_nm: string }
type SeatMap = {
  readonly data: { readonly price_group?: readonly Price[]; readonly seat_map: readonly Cell[] }
}

const CELLS_MAX = 10_000

/** The seat map of an Indonesian CGV cinema: one cell a place, from left to right, gaps told as cells. */
export function isCgvMap(value: unknown): value is SeatMap {
  if (typeof value !== 'object' || value === null || !('data' in value)) return false
  const { data } = value
  if (typeof data !== 'object' || data === null || !('seat_map' in data)) return false
  const cells: unknown = data.seat_map
  if (!Array.isArray(cells) || cells.length === 0 || !cells.every(isCell)) return false
  const prices: unknown = 'price_group' in data ? data.price_group : []
  return Array.isArray(prices) && prices.every(isPrice)
}

function isCell(value: unknown): value is Cell {
  if (typeof value !== 'object' || value === null) return false
  if (!('row_name' in value) || !('seat_no' in value) || !('seat_grd_cd' in value)) return false
  const { row_name, seat_no, seat_grd_cd } = value
  const isTextOrNull = (one: unknown) => typeof one === 'string' || one === null
  return typeof row_name === 'string' && isTextOrNull(seat_no) && isTextOrNull(seat_grd_cd)
}

function isPrice(value: unknown): value is Price {
  if (typeof value !== 'object' || value === null) return false
  if (!('seat_grd_cd' in value) || !('seat_grd_nm' in value)) return false
  return typeof value.seat_grd_cd === 'string' && typeof value.seat_grd_nm === 'string'
}

type Read = { readonly plan: SeatPlan; readonly statuses: readonly StatusCount[] }

/** Rows in their order, each cell a pitch; what `seat_status` means nobody says, so it stays unknown. */
export function planFromCgv({ data }: SeatMap): Outcome<Read, 'plan_malformed' | 'plan_too_large'> {
  if (data.seat_map.length > CELLS_MAX) {
    return refuse(
      'plan_too_large',
      `${data.seat_map.length} cells; a map has at most ${CELLS_MAX}.`,
    )
  }
  const areas = new Map<string, Area>()
  for (const { seat_grd_cd, seat_grd_nm } of data.price_group ?? []) {
    areas.set(seat_grd_cd, { id: seat_grd_cd, name: seat_grd_nm })
  }
  const rows = new Map<string, { readonly y: number; cells: number }>()
  const seats: Seat[] = []
  const statuses: unknown[] = []
  for (const { row_name: row, seat_no, seat_grd_cd, seat_status } of data.seat_map) {
    const known = rows.get(row) ?? { y: rows.size, cells: 0 }
    rows.set(row, known)
    const x = known.cells++
    if (seat_no === null) continue
    if (!/^\d{1,3}$/.test(seat_no)) {
      return refuse('plan_malformed', `“${seat_no}” in row ${row} is no seat number.`)
    }
    const area = seat_grd_cd ?? 'Standard'
    if (!areas.has(area)) areas.set(area, { id: area, name: area })
    const place = { x, y: known.y, kind: 'standard', area, house: false } as const
    seats.push({ row, number: Number(seat_no), ...place })
    statuses.push(seat_status)
  }
  const plan = { areas: [...areas.values()], screen: screenOver(seats), seats }
  return accept({ plan, statuses: statusCounts(statuses) })
}
