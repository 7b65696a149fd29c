import type { Grain } from '#metrics/pure'

const DAY_MS = 86_400_000
/** Twenty years of days; nothing draws more. */
const PERIODS_MAX = 7_400
const MONTHS: Readonly<Record<Exclude<Grain, 'day' | 'week'>, number>> = {
  month: 1,
  quarter: 3,
  year: 12,
}

function shiftDay(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10)
}

function shiftMonths(day: string, months: number): string {
  const date = new Date(`${day.slice(0, 7)}-01T00:00:00Z`)
  date.setUTCMonth(date.getUTCMonth() + months)
  return date.toISOString().slice(0, 10)
}

export function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(`${text}T00:00:00Z`))
}

function nextPeriod(start: string, grain: Grain): string {
  if (grain === 'day') return shiftDay(start, 1)
  return grain === 'week' ? shiftDay(start, 7) : shiftMonths(start, MONTHS[grain])
}

/** Last day of the period that starts at `start`. */
export function periodEnd(start: string, grain: Grain): string {
  return shiftDay(nextPeriod(start, grain), -1)
}

/** Every period from the first to the last, both starts of periods: a gap in time is seen as one. */
export function periodsBetween(first: string, last: string, grain: Grain): readonly string[] {
  const periods: string[] = []
  for (let at = first; at <= last && periods.length < PERIODS_MAX; at = nextPeriod(at, grain)) {
    periods.push(at)
  }
  return periods
}

/** The place of the period that holds a day, −1 before the first and after the last. */
export function periodAt(periods: readonly string[], grain: Grain, day: string): number {
  const at = periods.findLastIndex((period) => period <= day)
  return at !== -1 && day <= periodEnd(periods[at] ?? '', grain) ? at : -1
}

/** Friday to Sunday: the trade's weekend. */
export function isWeekend(day: string): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  return weekday === 0 || weekday >= 5
}

export function quarterOf(day: string): number {
  return Math.ceil(Number(day.slice(5, 7)) / 3)
}
