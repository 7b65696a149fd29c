import type { MetricId } from '#metrics/pure'
import { useText } from '../texts/text.tsx'
import type { Market } from './use-market.ts'
import { useMarketMetric } from './use-metric-name.ts'
import { useSourceWords } from './use-reporters.ts'

/** What the page rests on: who reports, up to when, and what each figure means. */
export function MarketFoot({ market }: { readonly market: Market }) {
  const { t, dates } = useText()
  const { scope, total, asked } = market
  const words = useSourceWords()(scope.reporter)
  const { name, meaning } = useMarketMetric(scope.reporter)
  const shown: readonly MetricId[] = [
    ...new Set([...asked.total.metrics, ...asked.films.metrics] satisfies MetricId[]),
  ]
  return (
    <footer className="market-foot">
      <p>
        <span>{t('marketAsReported', { source: words.name })}</span>
        {words.partial && <span>{t('marketPartial')}</span>}
        <span>{t('marketReported', { day: dates.date(scope.reporter.lastDay) })}</span>
        {total && <span>{t('asOf', { time: dates.momentOf(total.freshness.asOf) })}</span>}
      </p>
      <details>
        <summary>{t('marketDefinitions')}</summary>
        <dl>
          {shown.map((metric) => (
            <div key={metric}>
              <dt>{name(metric)}</dt>
              <dd>{meaning(metric)}</dd>
            </div>
          ))}
        </dl>
      </details>
    </footer>
  )
}
