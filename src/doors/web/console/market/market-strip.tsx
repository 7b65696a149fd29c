import { MetricChange } from '../cinemas/metric-change.tsx'
import { useMetricText } from '../parts/metric-text.ts'
import { UNITS } from '../parts/metric-units.ts'
import { SeatRow } from '../parts/seat-row.tsx'
import { useText } from '../texts/text.tsx'
import { numberOf } from '../wire/rows.ts'
import { briefText } from './lead-text.ts'
import { MarketLink } from './market-link.tsx'
import type { Market } from './use-market.ts'
import { useMarketMetric } from './use-metric-name.ts'

const BESIDE_MAX = 6

/** What stands beside the leading figure, as far as the source has it, each with its first change. */
export function MarketStrip({ market }: { readonly market: Market }) {
  const { numbers } = useText()
  const { figure } = useMetricText()
  const { name } = useMarketMetric(market.scope.reporter)
  const { scope, total, asked } = market
  const beside = asked.total.metrics.filter((metric) => metric !== scope.measure)
  if (beside.length === 0) return null
  const row = total?.total
  return (
    <dl className="figure-strip market-strip">
      {beside.slice(0, BESIDE_MAX).map((metric) => {
        const said = row?.[metric]
        const share = metric === 'occupancy' ? numberOf(row, metric) : undefined
        const counted = UNITS[metric] !== 'share' && typeof said === 'number'
        const brief = counted ? briefText(said, numbers) : undefined
        return (
          <div key={metric} className="strip-figure" data-metric={metric}>
            <dt>{name(metric)}</dt>
            <dd className="strip-value">
              <MarketLink question={{ ...asked.total, metrics: [metric] }}>
                {brief ?? figure(metric, said)}
              </MarketLink>
            </dd>
            <dd className="strip-note">
              {share !== undefined && <SeatRow share={share} />}
              <MetricChange metric={metric} row={row} against={scope.against[0]} />
            </dd>
          </div>
        )
      })}
    </dl>
  )
}
