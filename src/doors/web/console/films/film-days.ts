import { shiftDay } from '../../shared/days.ts'
import type { PageScope } from '../scope.ts'
import type { Span } from '../wire/questions.ts'

/** Sales are summed in steps of this. */
const STEP_MINUTES = 5

/** What of a span can be compared: a day that runs up to now, of longer spans the days that are over. */
export function comparable(
  { from, to }: Span,
  { live, present, minuteNow }: PageScope,
): (Span & { readonly soldBy?: string }) | undefined {
  if (!live || to < present) return { from, to }
  if (from >= present) {
    if (minuteNow === undefined || from > present) return undefined
    return { from, to: from, soldBy: soldBy(minuteNow) }
  }
  return { from, to: shiftDay(present, -1) }
}

/** The last whole step before a minute, as questions say it: one at night is "25:00". */
function soldBy(minute: number): string {
  const mark = Math.floor(minute / STEP_MINUTES) * STEP_MINUTES
  const hours = String(Math.floor(mark / 60)).padStart(2, '0')
  return `${hours}:${String(mark % 60).padStart(2, '0')}`
}
