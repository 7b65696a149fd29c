import type { PeriodKind } from '../said.ts'

export const PERIODS = [
  'day',
  'weekend',
  'week',
  'year',
  'to_date',
  'undated',
] as const satisfies readonly PeriodKind[]

export function isPeriod(text: string): text is PeriodKind {
  return PERIODS.some((one) => one === text)
}

/** The kind of a period by its length; weekends are of two to five days. */
export function periodOf(firstDay: string, lastDay: string): PeriodKind | undefined {
  const days = daysFrom(firstDay, lastDay) + 1
  if (days === 1) return 'day'
  if (days >= 2 && days <= 5) return 'weekend'
  if (days === 7) return 'week'
  return days === 365 || days === 366 ? 'year' : undefined
}

const DAY_MS = 86_400_000

export function daysFrom(first: string, last: string): number {
  return Math.round((Date.parse(last) - Date.parse(first)) / DAY_MS)
}
