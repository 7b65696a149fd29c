import type { Warehouse } from '#warehouse'
import { literal } from '#warehouse'
import type { Found } from './rank.ts'
import { territoriesOfZones } from './territory.ts'

export type CalendarAsked = {
  readonly warehouse: Warehouse
  /** Everybody whose calendars the asker may read. */
  readonly owners: readonly number[]
  readonly from: string
  readonly to: string
  /** Of the cinemas that are looked at. */
  readonly zones: readonly string[]
  /** Of reported figures. */
  readonly territories?: readonly string[] | undefined
}

type Day = { territory: string; off: string; name: string; kind: string }

/** A holiday is found whole, however little of it lies in the days asked. */
const AROUND_DAYS = 21

const DAYS = ({ owners, from, to }: CalendarAsked) => `
  select territory, toString(day) as off, name, kind from calendar_day
  where owner in ${literal.list(owners, literal.uint32)} and kind in ('holiday', 'school')
    and day >= ${literal.date(from)} - ${AROUND_DAYS} and day <= ${literal.date(to)} + ${AROUND_DAYS}
  group by territory, day, name, kind having sum(weight) > 0
  order by off, kind, name`

/** Days off in the countries of these cinemas. Days worked in place of others are none. */
export async function holidays(asked: CalendarAsked): Promise<readonly Found[]> {
  const days = await asked.warehouse.query<Day>(DAYS(asked))
  const known = [...new Set(days.map(({ territory }) => territory))]
  const there = new Set(asked.territories ?? territoriesOfZones(known, asked.zones))
  return days
    .filter(({ territory }) => there.has(territory))
    .map(({ off, name, kind }) => ({
      kind: 'holiday' as const,
      by: 'house' as const,
      from: off,
      text: name,
      ...(kind === 'school' && { minor: true }),
    }))
}
