import type { ComparisonId } from '#metrics/pure'
import { isDay } from '../../shared/days.ts'
import { COMPARISON_IDS } from '../parts/comparison-ids.ts'
import type { MarketSpan } from './market-days.ts'
import { MARKET_SPANS } from './market-days.ts'

export type MarketMeasure = 'gross' | 'admissions'

/** What the address says; what it leaves out follows the newest figures there are. */
export type MarketSearch = {
  readonly organisation?: string
  /** Id of the source that reports. */
  readonly source?: string
  readonly territory?: string
  readonly span?: MarketSpan
  /** A day of the period shown. */
  readonly day?: string
  readonly measure?: MarketMeasure
  readonly currency?: string
  /** Comparisons, commas between; none. */
  readonly against?: string
  /** Every film and not only the first ten. */
  readonly films?: 'all'
}

export type MarketChange = {
  readonly [Name in keyof MarketSearch]?: MarketSearch[Name] | undefined
}

/** Offered in a market: a film’s weeks are its own page’s. */
export const MARKET_AGAINST = [
  'previous',
  'weekday',
  'year',
  'holiday',
] as const satisfies readonly ComparisonId[]

const NONE = 'none'

/** Reads the address; what it does not understand it leaves out. */
export function readMarketSearch(search: Record<string, unknown>): MarketSearch {
  const { organisation, source, territory, day, currency, against } = search
  const span = MARKET_SPANS.find((one) => one === search['span'])
  const measure = (['gross', 'admissions'] as const).find((one) => one === search['measure'])
  const code = typeof territory === 'string' && /^[A-Z0-9]{2,3}$/.test(territory)
  // A number where the address was written by hand.
  const named = source === undefined ? '' : String(source)
  return {
    ...(organisation !== undefined && { organisation: String(organisation) }),
    ...(/^[1-9]\d{0,9}$/.test(named) && { source: named }),
    ...(code && { territory }),
    ...(span && { span }),
    ...(isDay(day) && { day }),
    ...(measure && { measure }),
    ...(typeof currency === 'string' && /^[A-Z]{3}$/.test(currency) && { currency }),
    ...(typeof against === 'string' && isAgainst(against) && { against }),
    ...(search['films'] === 'all' && { films: 'all' as const }),
  }
}

/** What figures are held against; unless said, what people look at first over such a span. */
export function againstOf({ against }: MarketSearch, span: MarketSpan): readonly ComparisonId[] {
  if (against === undefined) return USUAL[span]
  return COMPARISON_IDS.filter((id) => against.split(',').includes(id))
}

export function againstText(ids: readonly ComparisonId[]): string {
  return ids.join(',') || NONE
}

const USUAL: Readonly<Record<MarketSpan, readonly ComparisonId[]>> = {
  day: ['weekday', 'year'],
  weekend: ['weekday', 'year'],
  week: ['previous', 'year'],
  month: ['previous', 'year'],
  year: ['year'],
}

function isAgainst(said: string): boolean {
  return said === NONE || said.split(',').every((id) => MARKET_AGAINST.some((one) => one === id))
}

/** The address after a change; undefined takes a part away. */
export function changedMarket(search: MarketSearch, changed: MarketChange): MarketSearch {
  return readMarketSearch({ ...search, ...changed })
}
