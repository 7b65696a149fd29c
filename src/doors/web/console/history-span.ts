import { daysBetween, monthEnd, monthStart, shiftDay, weekStart } from '../shared/days.ts'
import type { HistoryGrain, HistorySpan, PageScope, PageSearch } from './scope.ts'
import type { Span } from './wire/questions.ts'

/** What History shows, settled from the address. */
export type HistoryView = Span & {
  readonly span: HistorySpan
  readonly grain: HistoryGrain
  /** Grains that make more than one period of it. */
  readonly grains: readonly HistoryGrain[]
}

const GRAINS_FROM_DAYS: Record<HistoryGrain, number> = { day: 1, week: 15, month: 62 }
const MANY_DAYS = 120
const SOME_DAYS = 45

/** An imported three-year file opens by months; a month by days. */
export function historyView(scope: PageScope, search: PageSearch): HistoryView {
  const span = search.span ?? 'all'
  const { from, to } = spanOf(scope, span)
  const days = daysBetween(from, to) + 1
  const all: readonly HistoryGrain[] = ['day', 'week', 'month']
  const grains = all.filter((grain) => days >= GRAINS_FROM_DAYS[grain])
  const fit = days > MANY_DAYS ? 'month' : days > SOME_DAYS ? 'week' : 'day'
  const grain = grains.find((one) => one === search.grain) ?? fit
  return { span, from, to, grain, grains }
}

/** Never beyond the last day: what is sold ahead would stand in a total and in no bar. */
function spanOf({ day, firstDay, lastDay }: PageScope, span: HistorySpan): Span {
  const until = (from: string, to: string) => ({
    from,
    to: lastDay < to ? latest(from, lastDay) : to,
  })
  if (span === 'day') return { from: day, to: day }
  if (span === 'week') return until(weekStart(day), shiftDay(weekStart(day), 6))
  if (span === 'month') return until(monthStart(day), monthEnd(day))
  return { from: firstDay, to: latest(firstDay, lastDay) }
}

function latest(one: string, other: string): string {
  return one < other ? other : one
}
