import { useMemo } from 'react'
import { shiftDay } from '../../shared/days.ts'
import type { Days, SpanSaid } from '../parts/span.ts'
import { readSpan, spanDays, spanRule } from '../parts/span.ts'
import type { PageScope } from '../scope.ts'
import { pageScope } from '../scope.ts'
import type { House } from '../wire/client.ts'
import type { DaysSearch } from './cinemas-search.ts'

/** What the pages of cinemas are about; the same object until something in it changes. */
export function useCinemasScope(
  house: House,
  { organisation, currency }: { readonly organisation?: string; readonly currency?: string },
): PageScope | undefined {
  const scope = pageScope(house, {
    ...(organisation !== undefined && { organisation }),
    ...(currency !== undefined && { currency }),
  })
  // Clocks move by the minute and change nothing here; states do.
  const key =
    scope &&
    JSON.stringify([
      scope.asks,
      scope.day,
      scope.live,
      scope.organisation,
      scope.cinemas.map(({ id, name, state, heardAt }) => [id, name, state, heardAt]),
    ])
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for the scope
  return useMemo(() => scope, [key])
}

/** The last trading day that is over: what is running now is not held against whole days. */
export function lastFullDay({ live, present, lastDay }: PageScope): string {
  return live ? shiftDay(present, -1) : lastDay
}

/** How the days of a page are said: unless otherwise, the last four weeks that are over. */
export function spanSaid({ span, from, to }: DaysSearch): SpanSaid {
  return readSpan(span, from, to) ?? 'last28'
}

export function daysOf(scope: PageScope, search: DaysSearch): Days {
  return spanDays(spanSaid(search), spanRule(scope))
}

/** The last seven days that are over: every weekday once. */
export function lastSevenDays(scope: PageScope): Days {
  return spanDays('last7', spanRule(scope))
}
