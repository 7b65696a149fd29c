import { useMemo } from 'react'
import type { Figure, MetricId } from '#metrics/pure'
import type { Lang } from '../../shared/numbers.ts'
import { LOCALES, UNKNOWN } from '../../shared/numbers.ts'
import type { Texts } from '../texts/text.tsx'
import { useText } from '../texts/text.tsx'
import { UNITS } from './metric-units.ts'

/** Amounts of a few units, whose cents say something. */
const SMALL_AMOUNTS: ReadonlySet<MetricId> = new Set([
  'averageTicketPrice',
  'averagePriceWithFees',
  'revenuePerSeatDay',
])

type Given = Figure | string | undefined

/** Metrics as the reader's language names and writes them. */
export type MetricText = {
  readonly name: (metric: MetricId) => string
  /** In the middle of a sentence. */
  readonly lower: (metric: MetricId) => string
  readonly meaning: (metric: MetricId) => string
  /** As a table shows it; – where it is not known. */
  readonly figure: (metric: MetricId, figure: Given) => string
  /** As an axis or a cell has room for it; an amount in minor units of `currency`. */
  readonly short: (metric: MetricId, size: number, currency: string | undefined) => string
  /** The leading figure, its cents apart. */
  readonly lead: (
    metric: MetricId,
    figure: Given,
  ) => { readonly whole: string; readonly cents: string }
  /** The size of a change, without its sign: points of a share, per cent of all else. */
  readonly changeSize: (metric: MetricId, change: number) => string
}

export function useMetricText(): MetricText {
  const texts = useText()
  return useMemo(() => metricTextOf(texts), [texts])
}

function metricTextOf({ t, numbers, lang }: Texts): MetricText {
  const name = (metric: MetricId) => t(`metric_${metric}`)
  const decimal = decimals(lang)
  const figure = (metric: MetricId, given: Given): string => {
    if (given === undefined || given === null) return UNKNOWN
    if (typeof given === 'object') {
      return SMALL_AMOUNTS.has(metric) ? numbers.moneyExact(given) : numbers.money(given)
    }
    if (typeof given === 'string') return given
    const unit = UNITS[metric]
    if (unit === 'share') return numbers.percent(given)
    if (unit === 'change') return given > 0 ? `+${numbers.percent(given)}` : numbers.percent(given)
    if (unit === 'ratio') return decimal(given, 2)
    return unit === 'people' ? decimal(given, 1) : numbers.countExact(given)
  }
  return {
    name,
    lower: (metric) => (lang === 'en' ? lowered(name(metric)) : name(metric)),
    meaning: (metric) => t(`metricSay_${metric}`),
    figure,
    short: (metric, size, currency) => {
      const unit = UNITS[metric]
      if (unit === 'money') return numbers.moneyShort(size, currency ?? '')
      if (unit === 'share' || unit === 'change') return percentShort(size, lang, decimal)
      if (unit === 'ratio') return decimal(size, 2)
      return unit === 'people' ? decimal(size, 1) : numbers.countShort(size)
    },
    lead: (metric, given) =>
      typeof given === 'object' && given !== null
        ? numbers.moneyParts(given)
        : { whole: figure(metric, given), cents: '' },
    changeSize: (metric, change) =>
      inPoints(metric) ? numbers.pointsSize(change) : numbers.percentSize(change),
  }
}

/** Shares move by points. */
export function inPoints(metric: MetricId): boolean {
  const unit = UNITS[metric]
  return unit === 'share' || unit === 'change'
}

/** A change in points of a share, relative of all else; `new` where there was nothing before. */
export function metricChange(
  metric: MetricId,
  now: Given,
  before: Given,
): number | 'new' | undefined {
  const size = figureSize(now)
  const sizeBefore = figureSize(before)
  if (size === undefined) return undefined
  if (inPoints(metric)) return sizeBefore === undefined ? undefined : size - sizeBefore
  if (!sizeBefore) return size > 0 && !isMean(metric) ? 'new' : undefined
  return size / sizeBefore - 1
}

/** Not known before is not new: only what is counted can begin. */
function isMean(metric: MetricId): boolean {
  return SMALL_AMOUNTS.has(metric) || UNITS[metric] === 'ratio' || UNITS[metric] === 'people'
}

/** A figure as a number to draw or compare with; not for showing. */
export function figureSize(given: Given): number | undefined {
  if (typeof given === 'number') return given
  return typeof given === 'object' && given !== null ? Number(given.minor) : undefined
}

function decimals(lang: Lang) {
  const made = [1, 2].map(
    (digits) =>
      new Intl.NumberFormat(LOCALES[lang], {
        minimumFractionDigits: digits,
        maximumFractionDigits: digits,
      }),
  )
  return (value: number, digits: 1 | 2) =>
    (made[digits - 1]?.format(value) ?? String(value)).replace('-', '−')
}

/** Without a decimal that says nothing. */
function percentShort(
  share: number,
  lang: Lang,
  decimal: (value: number, digits: 1 | 2) => string,
): string {
  return decimal(share * 100, 1).replace(/\.0$/, '') + (lang === 'zh' ? '%' : '\u00a0%')
}

function lowered(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1)
}
