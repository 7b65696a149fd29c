import { valueKey } from '#charts'
import type { AnswerRow, DimensionId, Grain, Question } from '#metrics/pure'
import { monthEnd, periodEnd, shiftDay } from '../../shared/days.ts'
import { rowKeys } from '../parts/answer-columns.ts'
import type { RowKey } from '../parts/dimension-text.ts'
import type { Days } from '../parts/span.ts'
import { spanDays, spanRule } from '../parts/span.ts'
import type { PageScope } from '../scope.ts'
import type { Asked } from '../wire/questions.ts'
import type { ExploreState, Filters, Pick } from './explore-state.ts'

/** Rows of what has no end of its own: names beyond these stand in one row. */
const ROWS_MAX = 1_000
const OPEN_ENDED: ReadonlySet<DimensionId> = new Set([
  'film',
  'cinema',
  'auditorium',
  'distributor',
  'ticketType',
  'screening',
  'startsAt',
])

export function stateDays(state: ExploreState, scope: PageScope): Days {
  return spanDays(state.span, spanRule(scope))
}

/** Everything of the question but what is counted and by what. */
export function baseQuestion(state: ExploreState, scope: PageScope): Omit<Asked, 'metrics'> {
  const { basis, convert, currency } = state
  const { sample, where } = scope.asks
  // Cinemas of reported figures are the source's: those of ours say nothing of them.
  const own = basis === 'tickets' ? where : {}
  return {
    basis,
    ...(sample !== undefined && { sample }),
    ...stateDays(state, scope),
    where: { ...own, ...state.where },
    ...(Object.keys(state.whereNot).length > 0 && { whereNot: state.whereNot }),
    ...(convert !== undefined && { convert }),
    ...(currency !== undefined && { currency }),
  }
}

/** Sales are summed in steps of five minutes. */
const STEP_MINUTES = 5

/**
 * Up to when a day that is running is held against others, as questions say it: to them the same
 * time of day. Absent where whole days are compared, or nothing is.
 */
export function comparedUntil(state: ExploreState, scope: PageScope): string | undefined {
  const { from, to } = stateDays(state, scope)
  const { minuteNow, present } = scope
  if (from !== present || to !== present || minuteNow === undefined) return undefined
  if (state.compare.length === 0 || state.basis !== 'tickets') return undefined
  const minute = Math.floor(minuteNow / STEP_MINUTES) * STEP_MINUTES
  const hours = String(Math.floor(minute / 60)).padStart(2, '0')
  return `${hours}:${String(minute % 60).padStart(2, '0')}`
}

/** The question that the page asks. */
export function exploreQuestion(state: ExploreState, scope: PageScope): Asked {
  const { metrics, by, grain, compare, order } = state
  const open = by.some((id) => OPEN_ENDED.has(id))
  const soldBy = comparedUntil(state, scope)
  return {
    ...baseQuestion(state, scope),
    ...(soldBy !== undefined && { soldBy }),
    metrics,
    by,
    ...(grain && { grain }),
    ...(compare.length > 0 && { compare }),
    ...(order && { order }),
    ...(open && !grain && { limit: ROWS_MAX }),
  }
}

/** What tells a row from all others of its answer, as the address says it. */
export function pickOf(row: AnswerRow, question: Question): Pick {
  return Object.fromEntries(rowKeys(question).map((key) => [key, valueKey(row, key)]))
}

/** The same mark as charts look for it: films, cinemas and auditoria by their ids. */
export function selectedOf(pick: Pick | undefined): Readonly<Record<string, string>> | undefined {
  if (!pick) return undefined
  return Object.fromEntries(Object.entries(pick).map(([key, value]) => [IDS[key] ?? key, value]))
}

const IDS: Readonly<Record<string, string>> = {
  film: 'filmId',
  cinema: 'cinemaId',
  auditorium: 'auditoriumId',
}

export function isRowOf(row: AnswerRow, pick: Pick): boolean {
  return Object.entries(pick).every(([key, value]) => valueKey(row, key as RowKey) === value)
}

/** What stands behind a mark: the same question of its values alone. */
export function pickedBase(state: ExploreState, scope: PageScope): Omit<Asked, 'metrics'> {
  const base = baseQuestion(state, scope)
  const { period, ...values } = state.pick ?? {}
  const where: Record<string, readonly string[]> = { ...base.where }
  for (const [key, value] of Object.entries(values)) where[key] = [value]
  return { ...base, where, ...(period !== undefined && periodDays(period, state, base)) }
}

/** What of a period lies in the span. */
function periodDays(
  period: string,
  { grain = 'day' }: ExploreState,
  { from = period, to = period }: Partial<Days>,
): Days {
  const end = lastDayOf(period, grain)
  return { from: period < from ? from : period, to: to < end ? to : end }
}

function lastDayOf(start: string, grain: Grain): string {
  if (grain === 'year') return `${start.slice(0, 4)}-12-31`
  // A day in the third month of the quarter, whichever months they are.
  return grain === 'quarter' ? monthEnd(shiftDay(start, 75)) : periodEnd(start, grain)
}

/** The filters that would leave only the mark. */
export function filteredTo(state: ExploreState, scope: PageScope): ExploreState {
  const { pick, ...rest } = state
  if (!pick) return state
  const { period, ...values } = pick
  const where: Partial<Record<string, readonly string[]>> = { ...state.where }
  for (const [key, value] of Object.entries(values)) where[key] = [value]
  return {
    ...rest,
    where: where as Filters,
    ...(period !== undefined && { span: periodDays(period, state, stateDays(state, scope)) }),
    tab: 'screenings',
  }
}
