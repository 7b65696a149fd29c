import type { Reader } from '#store'
import type { StampRowFound } from './booking-rows.ts'
import { readStamp } from './booking-rows.ts'
import type { ScreeningStamp } from './sale-sheet.ts'

/** Of a row `s` of screening: the version of its price card that is in force, by PostgreSQL's clock. */
export const TARIFF_IN_FORCE = `(select t.id from tariff t
      where t.price_card_id = s.price_card_id and t.in_force_from <= clock_timestamp()
      order by t.in_force_from desc, t.version desc limit 1)`

/** Of rows `s` of screening and `o` of seat_out_of_order: the seat cannot be sold at the start. */
export const OUT_AT_START = `o.auditorium_id = s.auditorium_id and o.from_at <= s.starts_at
        and (o.to_at is null or o.to_at > s.starts_at)`

export const STAMPS = `
  select s.id, s.status, s.starts_at, s.seat_plan_id, ${TARIFF_IN_FORCE} as tariff_id,
    array(select distinct o.seat from seat_out_of_order o where ${OUT_AT_START}) as out_of_order
  from screening s where s.id = any($1::bigint[])`

/** What may have changed of a screening since its sheet was read. */
export async function screeningStamp(
  reader: Reader,
  id: bigint,
): Promise<ScreeningStamp | undefined> {
  const row = await reader.row<StampRowFound>(STAMPS, [id])
  return row && readStamp(row)
}
