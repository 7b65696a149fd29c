import type {
  AnswerRow,
  ComparisonId,
  Figure,
  MetricDefinition,
  MetricId,
  Unit,
} from '#metrics/pure'
import type { Manner } from './manner.ts'

const UNKNOWN = '–'
const MINUS = '−'

/** A row's figure, or one of what it is compared with; null where it is not known. */
export function figureOf(row: AnswerRow, metric: MetricId, comparison?: ComparisonId): Figure {
  const figure = comparison === undefined ? row[metric] : row.compared?.[comparison]?.[metric]
  return figure === undefined || typeof figure === 'string' ? null : figure
}

/** A figure as it is drawn: money in minor units, exact up to 2^53. */
export function drawnValue(figure: Figure): number | undefined {
  if (figure === null) return undefined
  return typeof figure === 'number' ? figure : Number(figure.minor)
}

/** Amounts of a few units, whose cents say something. */
const SMALL_AMOUNTS: readonly MetricId[] = [
  'averageTicketPrice',
  'averagePriceWithFees',
  'revenuePerSeatDay',
]

/** A figure as it is read: exact amounts, shares in per cent, – where it is not known. */
export function figureText(
  figure: Figure,
  { id, unit }: Pick<MetricDefinition, 'id' | 'unit'>,
  { numbers }: Manner,
): string {
  if (figure === null) return UNKNOWN
  if (typeof figure === 'object') {
    return SMALL_AMOUNTS.includes(id) ? numbers.moneyExact(figure) : numbers.money(figure)
  }
  if (unit === 'share') return numbers.percent(figure)
  if (unit === 'change') return signed(figure, numbers.percentSize(figure))
  if (unit === 'ratio') return decimal(figure, 2)
  if (unit === 'people') return decimal(figure, 1)
  return numbers.countExact(figure)
}

/** Along an axis or in a cell: short. */
export function shortText(
  value: number,
  unit: Unit,
  currency: string | undefined,
  { numbers }: Manner,
): string {
  if (unit === 'money')
    return currency === undefined ? UNKNOWN : numbers.moneyShort(value, currency)
  if (unit === 'share' || unit === 'change') {
    const sign = unit === 'change' && value > 0 ? '+' : ''
    return sign + numbers.percent(value).replace(/\.0(?=\D)/, '')
  }
  if (unit === 'ratio' || unit === 'people') return String(Number(value.toFixed(2)))
  return numbers.countShort(value)
}

/** The same without its unit, for a cell whose chart says the unit. */
export function cellText(
  value: number,
  unit: Unit,
  currency: string | undefined,
  manner: Manner,
): string {
  if (unit === 'people') return value.toFixed(1)
  if (unit === 'share' || unit === 'change') {
    return manner.numbers.percent(value).replace(/(\.\d)?\s*%$/, '')
  }
  return bareText(shortText(value, unit, currency, manner)).replace(/\u00a0(?=[km])/, '')
}

/** Without the currency before it or the unit after it. */
export function bareText(text: string): string {
  return text.replace(/^(\u2212?)[^\d+\u2212–]+/, '$1').replace(/\s*%$|元$/, '')
}

/**
 * How far a figure is from what it is compared with: shares in points, everything else relative.
 * Undefined where either is not known or there was nothing before.
 */
export function changeOf(now: Figure, before: Figure, unit: Unit): number | undefined {
  const value = drawnValue(now)
  const base = drawnValue(before)
  if (value === undefined || base === undefined) return undefined
  if (typeof now === 'object' && typeof before === 'object' && now?.currency !== before?.currency)
    return undefined
  if (unit === 'share' || unit === 'change') return value - base
  return base === 0 ? undefined : value / base - 1
}

/** A change with its sign: "+12.4 %", "−3.1 pt". */
export function changeText(change: number | undefined, unit: Unit, { numbers }: Manner): string {
  if (change === undefined) return UNKNOWN
  const inPoints = unit === 'share' || unit === 'change'
  return signed(change, inPoints ? numbers.pointsSize(change) : numbers.percentSize(change))
}

function signed(value: number, size: string): string {
  if (!/[1-9]/.test(size)) return size
  return (value < 0 ? MINUS : '+') + size
}

function decimal(value: number, digits: number): string {
  return value.toFixed(digits).replace('-', MINUS)
}
