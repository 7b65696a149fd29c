import { currencyDigits } from '#kernel/pure'
import { Panel } from '../parts/panel.tsx'
import { ShareBar } from '../parts/share-bar.tsx'
import type { Days } from '../parts/span.ts'
import { useText } from '../texts/text.tsx'
import { useAnswer } from '../wire/queries.ts'
import { pricesQuestion } from './cinema-questions.ts'
import type { CinemaScope } from './cinema-scope.ts'
import { ExploreLink } from './explore-link.tsx'
import { PanelProblem } from './panel-problem.tsx'
import type { PriceBand } from './price-bands.ts'
import { priceBands } from './price-bands.ts'

type PricesPanelProps = { readonly scope: CinemaScope; readonly days: Days }

/** How many people paid how much. */
export function PricesPanel({ scope, days }: PricesPanelProps) {
  const { t, numbers } = useText()
  const question = pricesQuestion(scope.own.asks, days)
  const { data: answer, error } = useAnswer(question)
  const scale = 10 ** currencyDigits(answer?.currency ?? scope.cinema.currency)
  const found = answer && priceBands(answer.rows, scale)
  const name = ({ from, below }: PriceBand, currency: string) =>
    below === 0
      ? t('complimentary')
      : t('fromTo', {
          from: numbers.money({ minor: String(from), currency }),
          to: numbers.moneyExact({ minor: String(below - 1), currency }),
        })
  return (
    <Panel
      title={t('cinPrices')}
      action={<ExploreLink question={{ ...question, by: ['ticketType', 'format', 'weekday'] }} />}
      footer={<span>{t('cinPricesSay')}</span>}
    >
      <PanelProblem error={error} />
      {!answer && !error && <p className="panel-empty">{t('loading')}</p>}
      {answer && !found && <p className="panel-empty">{t('noSalesSpan')}</p>}
      {found && (
        <table className="rows bars-table">
          <thead>
            <tr>
              <th scope="col">{t('cinPrice')}</th>
              <th scope="col">{t('cinShare')}</th>
              <th scope="col" className="figure">
                {t('admissions')}
              </th>
            </tr>
          </thead>
          <tbody>
            {found.bands.map((band) => (
              <tr key={band.from} data-testid="price-band">
                <th scope="row" className="cell-name">
                  {name(band, found.currency)}
                </th>
                <td className="cell-bar">
                  <ShareBar share={band.share} />
                  <span>{numbers.percent(band.share)}</span>
                </td>
                <td className="figure cell-lead">{numbers.countExact(band.admissions)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Panel>
  )
}
