import type { Basis, ComparisonId, DimensionId, MetricId } from '#metrics/pure'
import type { Order } from '../parts/answer-columns.ts'
import { COMPARISON_IDS } from '../parts/comparison-ids.ts'
import type { RowKey } from '../parts/dimension-text.ts'
import { UNITS } from '../parts/metric-units.ts'
import { isTradingDay, readSpan } from '../parts/span.ts'
import { listOf, listText } from './address-list.ts'
import type { ExploreState, Filters, Pick } from './explore-state.ts'
import {
  BY_IDS,
  DRILL_TABS,
  FILTER_IDS,
  FIRST_STATE,
  GRAINS,
  KEYS_MAX,
  METRICS_MAX,
  VALUES_MAX,
} from './explore-state.ts'

type Plain =
  | 'organisation'
  | 'show'
  | 'by'
  | 'span'
  | 'from'
  | 'to'
  | 'grain'
  | 'against'
  | 'basis'
  | 'convert'
  | 'in'
  | 'chart'
  | 'order'
  | 'tab'

/** Parts of the address. Lists are joined by dots; what is left out is as Explore opens. */
export type ExploreSearch = Readonly<
  Partial<Record<Plain | DimensionId | `not-${DimensionId}` | `at-${RowKey}`, string>>
>

/** Says that nothing is meant where leaving it out would mean what Explore opens with. */
const NONE = 'none'

/** Reads the address; what it does not understand it leaves out. */
export function readExplore(search: Record<string, unknown>): ExploreState {
  const said = (name: string) => textOf(search[name])
  const metrics = known(listOf(said('show') ?? ''), isMetric).slice(0, METRICS_MAX)
  const grain = GRAINS.find((id) => id === said('grain'))
  const by = readBy(said('by'), grain !== undefined)
  const shown = { metrics: metrics.length > 0 ? metrics : FIRST_STATE.metrics, by }
  const order = readOrder(said('order'), [...shown.metrics, ...by, ...(grain ? ['period'] : [])])
  const pick = readPick(said, grain ? ['period', ...by] : by)
  const organisation = said('organisation')
  const convert = readCurrency(said('convert'))
  const currency = readCurrency(said('in'))
  const chart = said('chart')
  return {
    ...shown,
    ...(organisation !== undefined && /^\d{1,19}$/.test(organisation) && { organisation }),
    span: readSpan(said('span'), said('from'), said('to')) ?? FIRST_STATE.span,
    ...(grain && { grain }),
    compare: readCompare(said('against')),
    where: readFilters(said, ''),
    whereNot: readFilters(said, 'not-'),
    basis: readBasis(said('basis')),
    ...(convert !== undefined && { convert }),
    ...(currency !== undefined && convert === undefined && { currency }),
    ...(chart !== undefined && /^[a-zA-Z]{2,20}$/.test(chart) && { chart }),
    ...(order && { order }),
    ...(pick && { pick }),
    tab: (pick && DRILL_TABS.find((id) => id === said('tab'))) ?? 'screenings',
  }
}

/** The shortest address that says it. */
export function writeExplore(state: ExploreState): ExploreSearch {
  const { span, grain, basis, order, pick } = state
  const metrics = listText(state.metrics)
  const by = listText(state.by) || NONE
  const against = listText(state.compare) || NONE
  return {
    ...(state.organisation !== undefined && { organisation: state.organisation }),
    ...(metrics !== listText(FIRST_STATE.metrics) && { show: metrics }),
    ...(by !== listText(FIRST_STATE.by) && { by }),
    ...(grain && { grain }),
    ...(typeof span === 'object' ? span : span !== FIRST_STATE.span && { span }),
    ...(against !== listText(FIRST_STATE.compare) && { against }),
    ...filterParts(state.where, ''),
    ...filterParts(state.whereNot, 'not-'),
    ...(basis !== 'tickets' && { basis: basis.slice('reported:'.length) }),
    ...(state.convert !== undefined && { convert: state.convert }),
    ...(state.currency !== undefined && { in: state.currency }),
    ...(state.chart !== undefined && { chart: state.chart }),
    ...(order && { order: order.descending ? `${order.of}.desc` : order.of }),
    ...pickParts(pick),
    ...(pick && state.tab !== 'screenings' && { tab: state.tab }),
  }
}

/** The address of the same view in its one form; garbage is gone. */
export function exploreSearch(search: Record<string, unknown>): ExploreSearch {
  return writeExplore(readExplore(search))
}

/** Something said twice counts once, the first time. */
function textOf(value: unknown): string | undefined {
  const said: unknown = Array.isArray(value) ? value[0] : value
  if (typeof said === 'number') return String(said)
  return typeof said === 'string' && said.isWellFormed() ? said : undefined
}

function known<Value extends string>(
  values: readonly string[],
  is: (value: string) => value is Value,
): readonly Value[] {
  return [...new Set(values.filter(is))]
}

const isMetric = (value: string): value is MetricId => Object.hasOwn(UNITS, value)
const isBy = (value: string): value is DimensionId => BY_IDS.some((id) => id === value)
const isComparison = (value: string): value is ComparisonId =>
  COMPARISON_IDS.some((id) => id === value)

function readBy(text: string | undefined, hasGrain: boolean): readonly DimensionId[] {
  const max = hasGrain ? KEYS_MAX - 1 : KEYS_MAX
  if (text === NONE) return []
  const by = known(listOf(text ?? ''), isBy).slice(0, max)
  return by.length > 0 ? by : FIRST_STATE.by.slice(0, max)
}

function readCompare(text: string | undefined): readonly ComparisonId[] {
  if (text === NONE) return []
  const ids = known(listOf(text ?? ''), isComparison)
  return ids.length > 0 ? COMPARISON_IDS.filter((id) => ids.includes(id)) : FIRST_STATE.compare
}

function readBasis(text: string | undefined): Basis {
  return text !== undefined && /^[1-9]\d{0,9}$/.test(text) ? `reported:${Number(text)}` : 'tickets'
}

function readCurrency(text: string | undefined): string | undefined {
  return text !== undefined && /^[A-Z]{3}$/.test(text) ? text : undefined
}

function readOrder(text: string | undefined, sortable: readonly string[]): Order | undefined {
  const [of, direction, more] = listOf(text ?? '')
  if (more !== undefined || (direction !== undefined && direction !== 'desc')) return undefined
  if (of === undefined || !sortable.includes(of)) return undefined
  if (!isMetric(of) && !isBy(of) && of !== 'period') return undefined
  return { of, descending: direction === 'desc' }
}

type Said = (name: string) => string | undefined

function readFilters(said: Said, prefix: '' | 'not-'): Filters {
  const filters: Partial<Record<DimensionId, readonly string[]>> = {}
  for (const id of FILTER_IDS) {
    const text = said(prefix + id)
    if (text === undefined) continue
    const values = [...new Set(listOf(text).filter((value) => isValue(id, value)))]
    if (values.length > 0) filters[id] = values.slice(0, VALUES_MAX)
  }
  return filters
}

function filterParts(filters: Filters, prefix: '' | 'not-') {
  const parts: Partial<Record<DimensionId | `not-${DimensionId}`, string>> = {}
  for (const id of FILTER_IDS) {
    const values = filters[id]
    if (values && values.length > 0) parts[`${prefix}${id}`] = listText(values)
  }
  return parts
}

/** A mark is named by all that rows are told apart by, or not at all. */
function readPick(said: Said, keys: readonly RowKey[]): Pick | undefined {
  const pick: Partial<Record<RowKey, string>> = {}
  for (const key of keys) {
    const [value, more] = listOf(said(`at-${key}`) ?? '')
    if (value === undefined || more !== undefined) return undefined
    if (key === 'period' ? !isTradingDay(value) : !isValue(key, value)) return undefined
    pick[key] = value
  }
  return keys.length > 0 ? pick : undefined
}

function pickParts(pick: Pick | undefined) {
  const parts: Partial<Record<`at-${RowKey}`, string>> = {}
  for (const key of ['period', ...BY_IDS] as const) {
    const value = pick?.[key]
    if (value !== undefined) parts[`at-${key}`] = listText([value])
  }
  return parts
}

const TEXT_LENGTH_MAX = 200
const isText = (value: string) => value.length <= TEXT_LENGTH_MAX
const isId = (value: string) => /^\d{1,20}$/.test(value)
const isCount = (value: string) => /^(-?\d{1,6})?$/.test(value)

const VALUES: Partial<Record<DimensionId, (value: string) => boolean>> = {
  film: isId,
  cinema: isId,
  auditorium: isId,
  screening: isId,
  tradingDay: isTradingDay,
  weekday: (value) => /^[1-7]$/.test(value),
  hour: (value) => /^(\d|1\d|2[0-3])$/.test(value),
  saleTime: (value) => /^(before|after|unknown|[0-4]\d:[0-5]\d)$/.test(value),
  currency: (value) => /^[A-Z]{3}$/.test(value),
  startsAt: (value) => /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?Z$/.test(value),
  daysBefore: isCount,
  releaseDay: isCount,
  releaseWeek: isCount,
}

/** Whether a dimension can have the value at all. */
function isValue(id: DimensionId, value: string): boolean {
  return (VALUES[id] ?? isText)(value)
}
