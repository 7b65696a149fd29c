import { daysBetween, isDay, monthEnd, monthStart, shiftDay, weekdayOf } from '../../shared/days.ts'
import type { PageScope } from '../scope.ts'

export const SPAN_IDS = [
  'today',
  'yesterday',
  'last7',
  'last28',
  'thisWeek',
  'lastWeek',
  'thisMonth',
  'lastMonth',
  'thisQuarter',
  'thisYear',
  'lastYear',
  'all',
] as const
export type SpanId = (typeof SPAN_IDS)[number]

/** Trading days, first and last, both included. */
export type Days = { readonly from: string; readonly to: string }

/** A span by its name, which moves with the days, or days of one's own, which do not. */
export type SpanSaid = SpanId | Days

/** What spans are reckoned from. */
export type SpanRule = {
  /** The present trading day; the last with figures where nothing is live. */
  readonly present: string
  readonly firstDay: string
  /** The present day is not over. */
  readonly live: boolean
  /** On which weekday a film week starts, 0 is Monday. */
  readonly weekStartsOn?: number
}

export function spanRule({ present, firstDay, live }: PageScope): SpanRule {
  return { present, firstDay, live }
}

/** The spans there are: where nothing is live the last day is over, and today is nothing of its own. */
export function spanIds({ live }: SpanRule): readonly SpanId[] {
  return live ? SPAN_IDS : SPAN_IDS.filter((id) => id !== 'today' && id !== 'yesterday')
}

/** The days of a span. Those that look back end with the last day that is over. */
export function spanDays(said: SpanSaid, rule: SpanRule): Days {
  if (typeof said === 'object') return said
  const { present, live } = rule
  const over = live ? shiftDay(present, -1) : present
  const days = daysOf(said, { ...rule, over })
  return days.to < days.from ? { from: days.from, to: days.from } : days
}

function daysOf(id: SpanId, rule: SpanRule & { readonly over: string }): Days {
  const { present, over, firstDay } = rule
  const week = filmWeekStart(present, rule.weekStartsOn ?? 0)
  const year = present.slice(0, 4)
  switch (id) {
    case 'today':
      return { from: present, to: present }
    case 'yesterday':
      return { from: over, to: over }
    case 'last7':
      return { from: shiftDay(over, -6), to: over }
    case 'last28':
      return { from: shiftDay(over, -27), to: over }
    case 'thisWeek':
      return { from: week, to: present }
    case 'lastWeek':
      return { from: shiftDay(week, -7), to: shiftDay(week, -1) }
    case 'thisMonth':
      return { from: monthStart(present), to: present }
    case 'lastMonth': {
      const end = shiftDay(monthStart(present), -1)
      return { from: monthStart(end), to: end }
    }
    case 'thisQuarter':
      return { from: quarterStart(present), to: present }
    case 'thisYear':
      return { from: `${year}-01-01`, to: present }
    case 'lastYear': {
      const before = String(Number(year) - 1).padStart(4, '0')
      return { from: `${before}-01-01`, to: monthEnd(`${before}-12-01`) }
    }
    case 'all':
      return { from: firstDay, to: present }
  }
}

function filmWeekStart(day: string, startsOn: number): string {
  return shiftDay(day, -((weekdayOf(day) - startsOn + 7) % 7))
}

function quarterStart(day: string): string {
  const month = Math.floor((Number(day.slice(5, 7)) - 1) / 3) * 3 + 1
  return `${day.slice(0, 4)}-${String(month).padStart(2, '0')}-01`
}

export function daysCount({ from, to }: Days): number {
  return daysBetween(from, to) + 1
}

/** Whether the span reaches the day that is running. */
export function isRunning({ from, to }: Days, { live, present }: SpanRule): boolean {
  return live && from <= present && present <= to
}

export function isSpanId(said: unknown): said is SpanId {
  return SPAN_IDS.some((id) => id === said)
}

/** Reads a span from the parts of an address; undefined where it says none that makes sense. */
export function readSpan(span: unknown, from: unknown, to: unknown): SpanSaid | undefined {
  if (isSpanId(span)) return span
  return isTradingDay(from) && isTradingDay(to) && from <= to ? { from, to } : undefined
}

/** A day of the calendar, within those that facts can have. */
export function isTradingDay(said: unknown): said is string {
  return isDay(said) && said >= FIRST_DAY && said <= LAST_DAY && shiftDay(said, 0) === said
}

const FIRST_DAY = '1970-01-01'
const LAST_DAY = '2149-06-06'
