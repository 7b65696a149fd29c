import type { ComparisonId, ComparisonSpan } from '#metrics/pure'
import { MetricChange } from '../cinemas/metric-change.tsx'
import { useMetricText } from '../parts/metric-text.ts'
import { Segmented } from '../parts/segmented.tsx'
import { daysText } from '../parts/span-choice.tsx'
import { useText } from '../texts/text.tsx'
import { againstName } from './against-name.ts'
import { leadText } from './lead-text.ts'
import type { MarketChange } from './market-search.ts'
import { MarketStrip } from './market-strip.tsx'
import type { Market } from './use-market.ts'
import { useMarketMetric } from './use-metric-name.ts'

type MarketLeadProps = {
  readonly market: Market
  readonly go: (changed: MarketChange) => void
}

/** More signs than this are written smaller. */
const LONG = 12

/** The figure of the period, what it is held against, and those that stand beside it. */
export function MarketLead({ market, go }: MarketLeadProps) {
  const texts = useText()
  const { t, numbers, lang } = texts
  const { name } = useMarketMetric(market.scope.reporter)
  const { scope, total, waits } = market
  const { measure, measures, days, period } = scope
  const figure = total?.total[measure]
  const { digits, unit } = leadText(figure, numbers, lang)
  const said = { measure: name(measure), days: daysText(texts, days) }
  const minor = typeof figure === 'object' && figure !== null ? figure.minor : figure
  return (
    <section
      className="panel market-lead"
      aria-label={name(measure)}
      data-waits={waits || undefined}
    >
      <div className="market-figure">
        <div className="market-over">
          <h2>{t(days.to < period.to ? 'marketLeadSoFar' : 'marketLead', said)}</h2>
          {measures.length > 1 && (
            <Segmented
              label={t('marketMeasure')}
              value={measure}
              choices={measures.map((value) => ({ value, name: name(value) }))}
              onChange={(value) => go({ measure: value })}
            />
          )}
        </div>
        <p
          className="gross market-gross"
          data-testid="market-lead"
          data-minor={minor ?? undefined}
          data-length={digits.length + unit.length > LONG ? 'long' : 'short'}
        >
          {total ? (
            <>
              {digits}
              {unit !== '' && <small>{unit}</small>}
            </>
          ) : (
            <span className="gross-waiting">{t('loading')}</span>
          )}
        </p>
        <ul className="market-changes">
          {scope.against.map((id) => (
            <Against key={id} id={id} market={market} />
          ))}
        </ul>
      </div>
      <MarketStrip market={market} />
    </section>
  )
}

type AgainstProps = { readonly id: ComparisonId; readonly market: Market }

/** “▲ 10.0 % a year before: 13.28亿元”, or why it cannot be said. */
function Against({ id, market }: AgainstProps) {
  const texts = useText()
  const { t } = texts
  const { figure } = useMetricText()
  const { scope, total } = market
  const { measure, days } = scope
  const span = total?.comparisons?.find((one) => one.id === id)
  const plain = againstName(texts, id, scope.span, days)
  if (span?.unavailable !== undefined) {
    return (
      <li className="quiet">{t('marketUnavailable', { name: plain, why: span.unavailable })}</li>
    )
  }
  const { firstDay } = scope.reporter
  if (span?.to !== undefined && span.to < firstDay) {
    const said = { name: plain, day: texts.dates.date(firstDay) }
    return <li className="quiet">{t('marketNotBack', said)}</li>
  }
  const before = total?.total.compared?.[id]?.[measure]
  return (
    <li>
      <MetricChange metric={measure} row={total?.total} against={id} />
      <span title={spanTitle(span, (days) => daysText(texts, days))}>
        {span?.holiday === undefined ? plain : `${plain} ${span.holiday}`}
      </span>
      <b>{figure(measure, before)}</b>
    </li>
  )
}

type Words = (days: { readonly from: string; readonly to: string }) => string

function spanTitle(span: ComparisonSpan | undefined, words: Words): string | undefined {
  if (span?.from === undefined || span.to === undefined) return undefined
  return words({ from: span.from, to: span.to })
}
