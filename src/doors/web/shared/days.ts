/** Days are ISO text ("2026-11-21") everywhere; these reckon with them, without any zone. */
const DAY_MS = 86_400_000

export function epochMs(day: string): number {
  return Date.parse(`${day}T00:00:00Z`)
}

function fromEpochMs(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10)
}

export function shiftDay(day: string, days: number): string {
  return fromEpochMs(epochMs(day) + days * DAY_MS)
}

export function daysBetween(from: string, to: string): number {
  return Math.round((epochMs(to) - epochMs(from)) / DAY_MS)
}

export function isDay(text: unknown): text is string {
  return (
    typeof text === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(epochMs(text))
  )
}

/** 0 is Monday. */
export function weekdayOf(day: string): number {
  return (new Date(epochMs(day)).getUTCDay() + 6) % 7
}

export function weekStart(day: string): string {
  return shiftDay(day, -weekdayOf(day))
}

export function monthStart(day: string): string {
  return `${day.slice(0, 7)}-01`
}

export function monthEnd(day: string): string {
  return shiftDay(monthStart(shiftDay(monthStart(day), 32)), -1)
}

/** Last day of the period that starts at `start`. */
export function periodEnd(start: string, grain: 'day' | 'week' | 'month'): string {
  if (grain === 'day') return start
  return grain === 'week' ? shiftDay(start, 6) : monthEnd(start)
}

/** Every period of that grain from the one that holds `from` to the one that holds `to`. */
export function periodsBetween(
  from: string,
  to: string,
  grain: 'day' | 'week' | 'month',
): readonly string[] {
  const periods: string[] = []
  let start = grain === 'day' ? from : grain === 'week' ? weekStart(from) : monthStart(from)
  while (start <= to && periods.length < PERIODS_MAX) {
    periods.push(start)
    start = shiftDay(periodEnd(start, grain), 1)
  }
  return periods
}

/** Twenty years of days; nothing draws more. */
const PERIODS_MAX = 7_400
