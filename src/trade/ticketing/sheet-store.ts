import type { DayRule } from '#kernel'
import { localMoment } from '#kernel'
import { tariffById } from '#programme'
import type { Tariff } from '#programme/pure'
import { spokenText } from '#programme/pure'
import type { Reader, Store } from '#store'
import type { SeatPlan } from '#venues'
import { loveMate, parsePlan, seatId } from '#venues/pure'
import type { SaleSheet, SheetSeat } from './sale-sheet.ts'
import { OWN_SALES, ownSource } from './screening-said-store.ts'
import { TARIFF_IN_FORCE } from './screening-stamp-store.ts'

const SHEET = `
  select s.id, s.organisation_id, s.cinema_id, s.auditorium_id, s.film_id, s.status, s.starts_at,
    s.trading_day, s.seat_plan_id, r.format, r.language, r.subtitles, r.distributor_id,
    c.timezone, c.day_starts_at,
    ${TARIFF_IN_FORCE} as tariff_id,
    (select id from source where organisation_id = s.organisation_id and kind = 'sales'
      and name = '${OWN_SALES}') as source_id
  from screening s join release r on r.id = s.release_id
    join cinema c on c.id = s.cinema_id
  where s.id = $1`

type SheetRow = {
  id: bigint
  organisation_id: number
  cinema_id: number
  auditorium_id: number
  film_id: number
  status: string
  starts_at: Date
  trading_day: string
  seat_plan_id: number
  format: string
  language: string
  subtitles: readonly string[]
  distributor_id: number | null
  timezone: string
  day_starts_at: number
  tariff_id: number | null
  source_id: number | null
}

/** A plan as sales need it. It never changes once saved, so it is read once for all its screenings. */
export type PlanRead = { readonly plan: SeatPlan; readonly seats: ReadonlyMap<string, SheetSeat> }

export type PlanShelf = { get(seatPlanId: number): Promise<PlanRead> }

const PLAN = 'select plan from seat_plan where id = $1'
const PLANS_KEPT_MAX = 3_000

export function planShelf(reader: Reader): PlanShelf {
  const kept = new Map<number, PlanRead>()
  return {
    async get(seatPlanId) {
      const known = kept.get(seatPlanId)
      if (known) return known
      const row = await reader.row<{ plan: unknown }>(PLAN, seatPlanId)
      const plan = planOf({ seat_plan_id: seatPlanId, plan: row?.plan })
      const read = { plan, seats: sheetSeats(plan) }
      kept.set(seatPlanId, read)
      const oldest = kept.keys().next()
      if (kept.size > PLANS_KEPT_MAX && !oldest.done) kept.delete(oldest.value)
      return read
    },
  }
}

/** Everything needed to sell a screening, or undefined where there is none. */
export async function saleSheet(
  store: Store,
  id: bigint,
  plans: PlanShelf = planShelf(store),
): Promise<SaleSheet | undefined> {
  const row = await store.row<SheetRow>(SHEET, id)
  if (!row) return undefined
  const [tariff, source, plan] = await Promise.all([
    row.tariff_id === null ? undefined : tariffById(store, row.tariff_id),
    row.source_id ?? store.write((transaction) => ownSource(transaction, row.organisation_id)),
    plans.get(row.seat_plan_id),
  ])
  return sheetOf(row, plan, source, tariff)
}

function sheetOf(
  row: SheetRow,
  { plan, seats }: PlanRead,
  source: number,
  tariff: Tariff | undefined,
): SaleSheet {
  const rule: DayRule = { timezone: row.timezone, dayStartsAt: row.day_starts_at }
  const starts = Temporal.Instant.fromEpochMilliseconds(row.starts_at.getTime())
  return {
    id: row.id,
    status: row.status,
    startsAtMs: row.starts_at.getTime(),
    seatPlanId: row.seat_plan_id,
    organisationId: row.organisation_id,
    cinemaId: row.cinema_id,
    auditoriumId: row.auditorium_id,
    filmId: row.film_id,
    distributorId: row.distributor_id ?? 0,
    format: row.format,
    language: spokenText(row),
    tradingDay: row.trading_day,
    weekday: Temporal.PlainDate.from(row.trading_day).dayOfWeek,
    minute: localMoment(starts, rule).minute,
    rule,
    plan,
    seats,
    source,
    ...(tariff && { tariff, tariffId: tariff.id }),
  }
}

type PlanRow = { seat_plan_id: number; plan: unknown }

function planOf({ seat_plan_id, plan }: PlanRow): SeatPlan {
  const parsed = parsePlan(plan)
  if (!parsed.ok) throw new Error(`seat plan ${seat_plan_id} is unsound: ${parsed.say}`)
  return parsed.value
}

/** The seats of a plan by their names. */
export function sheetSeats({ seats }: SeatPlan): ReadonlyMap<string, SheetSeat> {
  return new Map(
    seats.map((seat) => {
      const mate = loveMate(seats, seat)
      const { area, kind, house } = seat
      return [seatId(seat), { area, kind, house, ...(mate && { mate: seatId(mate) }) }]
    }),
  )
}

/** The plan's seats by screening, for laying them out. */
export async function planSeats(
  reader: Reader,
  ids: readonly bigint[],
): Promise<readonly { readonly id: bigint; readonly seats: readonly string[] }[]> {
  const sql = `select s.id, s.seat_plan_id, p.plan from screening s
    join seat_plan p on p.id = s.seat_plan_id where s.id = any($1::bigint[]) order by s.id`
  const rows = await reader.rows<PlanRow & { id: bigint }>(sql, [...ids])
  return rows.map((row) => ({ id: row.id, seats: planOf(row).seats.map(seatId) }))
}
