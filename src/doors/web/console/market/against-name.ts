import type { ComparisonId } from '#metrics/pure'
import { comparisonName } from '../parts/compare-choice.tsx'
import type { Days } from '../parts/span.ts'
import type { Texts } from '../texts/text.tsx'
import type { MarketSpan } from './market-days.ts'

/** What a period is held against, by name; a week’s year before is the same week, not the same dates. */
export function againstName(texts: Texts, id: ComparisonId, span: MarketSpan, days: Days): string {
  const weekly = span === 'week' || span === 'weekend'
  if (id === 'year' && weekly) return texts.t('marketSameWeek')
  return comparisonName(texts, id, days)
}
