import type { ComparisonId, Figure } from '#metrics/pure'
import { UNKNOWN } from '../../shared/numbers.ts'
import { ChangeFigure } from '../parts/change-figure.tsx'
import { figureSize, useMetricText } from '../parts/metric-text.ts'
import { Panel } from '../parts/panel.tsx'
import { ShareBar } from '../parts/share-bar.tsx'
import { useText } from '../texts/text.tsx'
import { textOf } from '../wire/rows.ts'
import { againstName } from './against-name.ts'
import { shareText } from './lead-text.ts'
import type { Market } from './use-market.ts'
import { useMarketMetric } from './use-metric-name.ts'
import type { Ours } from './use-ours.ts'
import { useSourceWords } from './use-reporters.ts'

type MarketOursProps = { readonly market: Market; readonly ours: Ours }

const FILMS_SHOWN = 6
const MEASURES = ['gross', 'admissions', 'screenings'] as const

/** What is ours of what the market gave: each named, never added. */
export function MarketOurs({ market, ours }: MarketOursProps) {
  const { t } = useText()
  const wordsOf = useSourceWords()
  const { scope, total } = market
  const { figure } = useMetricText()
  const { name } = useMarketMetric(market.scope.reporter)
  const known = MEASURES.filter((id) => scope.reporter.metrics.includes(id))
  const nothing = ours.total && !figureSize(ours.total.total['admissions'])
  return (
    <Panel
      title={t('marketOurs')}
      note={t('marketOursCinemas', { count: ours.cinemas })}
      className="market-ours"
      footer={<span>{t('marketOursSay', { source: wordsOf(scope.reporter).name })}</span>}
    >
      {!ours.total && <p className="panel-empty">{t('loading')}</p>}
      {nothing && <p className="panel-empty">{t('marketOursNothing')}</p>}
      {ours.total && !nothing && (
        <table className="rows ours-rows" data-testid="market-ours">
          <thead>
            <tr>
              <th scope="col">
                <span className="hidden-text">{t('marketMeasure')}</span>
              </th>
              <th scope="col" className="figure">
                {t('marketOursColumn')}
              </th>
              <th scope="col" className="figure">
                {t('marketOursMarket')}
              </th>
              <th scope="col" className="figure market-share">
                {t('marketOursShare')}
              </th>
            </tr>
          </thead>
          <tbody>
            {known.map((id) => (
              <tr key={id}>
                <th scope="row" className="cell-name">
                  {name(id)}
                </th>
                <td className="figure cell-lead">{figure(id, ours.total?.total[id])}</td>
                <td className="figure cell-note">{figure(id, total?.total[id])}</td>
                <ShareOf part={ours.total?.total[id]} whole={total?.total[id]}>
                  {id === scope.measure && <Moved market={market} ours={ours} />}
                </ShareOf>
              </tr>
            ))}
          </tbody>
          <Films market={market} ours={ours} />
        </table>
      )}
    </Panel>
  )
}

type Given = Figure | string | undefined
type ShareOfProps = {
  readonly part: Given
  readonly whole: Given
  readonly children?: React.ReactNode
}

function ShareOf({ part, whole, children }: ShareOfProps) {
  const { numbers, lang } = useText()
  const share = shareOf(part, whole)
  return (
    <td className="figure market-share cell-change">
      {children}
      {share !== undefined && <ShareBar share={share} />}
      <span>{share === undefined ? UNKNOWN : shareText(share, numbers, lang)}</span>
    </td>
  )
}

/** Our share against our share of the first span it is held against, in points. */
function Moved({ market, ours }: MarketOursProps) {
  const texts = useText()
  const { t, numbers } = texts
  const { scope, total } = market
  const [first] = scope.against
  if (first === undefined) return null
  const before = (id: ComparisonId) =>
    shareOf(
      ours.total?.total.compared?.[id]?.[scope.measure],
      total?.total.compared?.[id]?.[scope.measure],
    )
  const now = shareOf(ours.total?.total[scope.measure], total?.total[scope.measure])
  const was = before(first)
  if (now === undefined || was === undefined) return null
  return (
    <span title={t('tableVersus', { name: againstName(texts, first, scope.span, scope.days) })}>
      <ChangeFigure
        change={now - was}
        size={numbers.pointsSize}
        words={{ up: t('up'), down: t('down') }}
      />
    </span>
  )
}

/** Our largest films, each beside what it gave in the whole market. */
function Films({ market, ours }: MarketOursProps) {
  const { t } = useText()
  const { figure } = useMetricText()
  const { measure } = market.scope
  const reported = new Map(market.films?.rows.map((row) => [textOf(row, 'filmId'), row]))
  const rows = (ours.films?.rows ?? [])
    .toSorted((one, other) => (figureSize(other[measure]) ?? 0) - (figureSize(one[measure]) ?? 0))
    .slice(0, FILMS_SHOWN)
  if (rows.length === 0) return null
  return (
    <tbody className="ours-films">
      <tr className="ours-head">
        <th scope="rowgroup" colSpan={4}>
          {t('marketOursFilms')}
        </th>
      </tr>
      {rows.map((row) => {
        const id = textOf(row, 'filmId')
        const whole = reported.get(id)?.[measure]
        return (
          <tr key={id}>
            <th scope="row" className="cell-name">
              {textOf(row, 'film')}
            </th>
            <td className="figure cell-lead">{figure(measure, row[measure])}</td>
            <td className="figure cell-note">{figure(measure, whole)}</td>
            <ShareOf part={row[measure]} whole={whole} />
          </tr>
        )
      })}
    </tbody>
  )
}

function shareOf(part: Given, whole: Given): number | undefined {
  const [own, all] = [figureSize(part), figureSize(whole)]
  return own !== undefined && all ? own / all : undefined
}
