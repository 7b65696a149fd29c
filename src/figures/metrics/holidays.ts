import type { Warehouse } from '#warehouse'
import { literal } from '#warehouse'
import type { Holiday } from './comparison.ts'
import { holidaysOf } from './comparison.ts'

/** Every holiday that a calendar of these owners knows; days worked in exchange are none. */
export async function readHolidays(
  warehouse: Warehouse,
  owners: readonly number[],
): Promise<readonly Holiday[]> {
  if (owners.length === 0) return []
  const rows = await warehouse.query<{ day: string; name: string }>(
    `select day, name from calendar_day
where owner in ${literal.list(owners, literal.uint32)} and kind = 'holiday'
group by day, name having sum(weight) > 0 order by day`,
  )
  return holidaysOf(rows)
}
