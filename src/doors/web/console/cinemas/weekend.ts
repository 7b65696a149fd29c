import { shiftDay, weekdayOf } from '../../shared/days.ts'
import type { Span } from '../wire/questions.ts'

const SUNDAY = 6
const FRIDAY = 4

/** The weekend, Friday to Sunday, that holds a day; of a Monday to Thursday, the one before it. */
export function weekendOf(day: string): Span {
  const friday = shiftDay(day, -((weekdayOf(day) - FRIDAY + 7) % 7))
  return { from: friday, to: shiftDay(friday, 2) }
}

/** The last weekend that is over by the end of this day. */
export function lastWeekend(lastFullDay: string): Span {
  const sunday = shiftDay(lastFullDay, -((weekdayOf(lastFullDay) - SUNDAY + 7) % 7))
  return weekendOf(sunday)
}
