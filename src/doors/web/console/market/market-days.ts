import type { Grain } from '#metrics/pure'
import { isDay, monthEnd, monthStart, shiftDay, weekdayOf, weekStart } from '../../shared/days.ts'
import type { Days } from '../parts/span.ts'

/** Over what a market is looked at. */
export const MARKET_SPANS = ['day', 'weekend', 'week', 'month', 'year'] as const
export type MarketSpan = (typeof MARKET_SPANS)[number]

/** The finest kind of period that a source reports in: it decides what can be looked at. */
export type ReportedKind = 'day' | 'weekend' | 'week' | 'year'

const KINDS: readonly ReportedKind[] = ['day', 'weekend', 'week', 'year']

export function finestKind(kinds: readonly string[]): ReportedKind {
  return KINDS.find((kind) => kinds.includes(kind)) ?? 'day'
}

/** What can be put together from periods of a kind: no week from weekends, no day from weeks. */
export function spansOf(kind: ReportedKind): readonly MarketSpan[] {
  switch (kind) {
    case 'day':
      return MARKET_SPANS
    case 'weekend':
      return ['weekend', 'year']
    case 'week':
      return ['week', 'year']
    case 'year':
      return ['year']
  }
}

/** The span that is shown where the address says none, or one that the source does not have. */
export function spanOf(said: MarketSpan | undefined, kind: ReportedKind): MarketSpan {
  const spans = spansOf(kind)
  return said !== undefined && spans.includes(said) ? said : (spans[0] ?? 'day')
}

const FRIDAY = 4

/** The period that a day is in; of a weekend the one that it is in or that came before it. */
export function periodOf(span: MarketSpan, day: string): Days {
  switch (span) {
    case 'day':
      return { from: day, to: day }
    case 'weekend': {
      const friday = shiftDay(day, -((weekdayOf(day) - FRIDAY + 7) % 7))
      return { from: friday, to: shiftDay(friday, 2) }
    }
    case 'week': {
      const monday = weekStart(day)
      return { from: monday, to: shiftDay(monday, 6) }
    }
    case 'month':
      return { from: monthStart(day), to: monthEnd(day) }
    case 'year':
      return { from: `${day.slice(0, 4)}-01-01`, to: `${day.slice(0, 4)}-12-31` }
  }
}

/**
 * The same where a source reports weeks or weekends of its own: they begin on the weekday of the first
 * that it reports, and a weekend ends on its Sunday.
 */
export function ownPeriodOf(span: MarketSpan, day: string, firstDay: string): Days {
  if (span !== 'week' && span !== 'weekend') return periodOf(span, day)
  const from = shiftDay(day, -((weekdayOf(day) - weekdayOf(firstDay) + 7) % 7))
  return { from, to: shiftDay(from, span === 'week' ? 6 : 6 - weekdayOf(from)) }
}

/** A holiday makes some weekends a day longer; nothing else of the source ends on that day. */
export function withHoliday({ from, to }: Days): Days {
  return { from, to: shiftDay(to, 1) }
}

/** Cut off where figures end: a year that is not over is held against as much of the one before. */
export function cutAt({ from, to }: Days, lastDay: string): Days {
  return to > lastDay && lastDay >= from ? { from, to: lastDay } : { from, to }
}

/** A day of the period before or after this one. */
export function steppedDay(span: MarketSpan, { from, to }: Days, step: -1 | 1): string {
  if (step === 1) return span === 'weekend' ? shiftDay(from, 7) : shiftDay(to, 1)
  return span === 'weekend' ? shiftDay(from, -7) : shiftDay(from, -1)
}

/** The period just before one, as long: what ranks are compared with. */
export function periodBefore(span: MarketSpan, days: Days): Days {
  if (span !== 'week' && span !== 'weekend') return periodOf(span, steppedDay(span, days, -1))
  return { from: shiftDay(days.from, -7), to: shiftDay(days.to, -7) }
}

export type Trend = Days & { readonly grain: Exclude<Grain, 'quarter'> }

const DAYS_SHOWN = 35
const WEEKS_SHOWN = 26
const MONTHS_SHOWN = 24
const YEARS_SHOWN = 10

/** The time that leads up to a period, and how it is parted. */
export function trendOf(span: MarketSpan, kind: ReportedKind, { from, to }: Days): Trend {
  if (span === 'year') return { from: yearsBefore(from, YEARS_SHOWN - 1), to, grain: 'year' }
  switch (span) {
    case 'day':
      return { from: shiftDay(to, 1 - DAYS_SHOWN), to, grain: 'day' }
    case 'weekend':
      // Of weekends alone there are no days between.
      return kind === 'day'
        ? { from: shiftDay(to, 1 - DAYS_SHOWN), to, grain: 'day' }
        : { from: shiftDay(from, 7 - 7 * WEEKS_SHOWN), to, grain: 'week' }
    case 'week':
      return { from: shiftDay(from, 7 - 7 * WEEKS_SHOWN), to, grain: 'week' }
    case 'month':
      return { from: monthsBefore(from, MONTHS_SHOWN - 1), to, grain: 'month' }
  }
}

/** The weeks that begin in the year of a day, each whole: one that is not over is not drawn like others. */
export function yearWeeks(day: string, lastDay: string, kind: ReportedKind = 'day'): Days {
  const year = periodOf('year', day)
  const from = weekStart(shiftDay(year.from, 6))
  const ends = [shiftDay(weekStart(year.to), 6), shiftDay(weekStart(shiftDay(lastDay, 1)), -1)]
  const to = ends.toSorted()[0] ?? year.to
  const last = to < from ? shiftDay(from, 6) : to
  // A source’s own week that begins in the last of these may end six days after it.
  return { from, to: kind === 'day' ? last : shiftDay(last, 6) }
}

function yearsBefore(day: string, years: number): string {
  return `${String(Number(day.slice(0, 4)) - years).padStart(4, '0')}${day.slice(4)}`
}

function monthsBefore(day: string, months: number): string {
  let start = monthStart(day)
  for (let at = 0; at < months; at++) start = monthStart(shiftDay(start, -1))
  return start
}

/** The day shown: the one said, within what there is. */
export function settledDay(said: string | undefined, first: string, last: string): string {
  if (!isDay(said)) return last
  if (said > last) return last
  return said < first ? first : said
}
