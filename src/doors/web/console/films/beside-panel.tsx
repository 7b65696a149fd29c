import { Link } from '@tanstack/react-router'
import type { BasisView, Grain } from '#metrics/pure'
import { UNKNOWN } from '../../shared/numbers.ts'
import { FigureLink } from '../cinemas/figure-link.tsx'
import { useDimensionText } from '../parts/dimension-text.ts'
import { useMetricText } from '../parts/metric-text.ts'
import { Panel } from '../parts/panel.tsx'
import { useText } from '../texts/text.tsx'
import { problemOf } from '../wire/problem.ts'
import { useAnswer } from '../wire/queries.ts'
import type { Asked } from '../wire/questions.ts'
import type { Beside } from './beside.ts'
import { besides, grainOf } from './beside.ts'
import type { RunMeasure } from './film-search.ts'

/** Of which film, in whose eyes, and what is laid side by side. */
export type BesideOf = {
  readonly filmId: string
  /** For questions of the film's own tickets. */
  readonly asks: Omit<Asked, 'metrics'>
  readonly measure: RunMeasure
}

type BesidePanelProps = { readonly of: BesideOf; readonly basis: BasisView }

/** Rows shown: the latest. */
const ROWS_MAX = 60

/** What one reporter says of the film, beside our own tickets: never added, the difference shown. */
export function BesidePanel({ of, basis }: BesidePanelProps) {
  const { t } = useText()
  const { filmId, asks, measure } = of
  const grain = grainOf(basis.kinds)
  const by = { metrics: [measure], ...(grain && { grain }) } as const
  // The reporter's whole territory: which cinemas are ours is nothing to it.
  const reported = useAnswer({
    ...by,
    where: { film: [filmId] },
    basis: basis.basis,
    ...(asks.sample !== undefined && { sample: asks.sample }),
  })
  const own = useAnswer({ ...asks, ...by })
  const problem = reported.error && !reported.data ? problemOf(reported.error) : undefined
  const rows =
    reported.data && own.data ? besides(own.data, reported.data, measure, grain) : undefined
  const shown = rows?.slice(-ROWS_MAX)
  return (
    <Panel
      title={t('filmBeside', { source: basis.name })}
      note={<Covers basis={basis} />}
      className="film-beside"
      action={
        <Link to="/imports/reconcile" className="link">
          {t('reconcile')}
        </Link>
      }
    >
      {reported.error !== null && !reported.data && (
        <p className="panel-empty">{problem?.detail ?? t('noAnswer')}</p>
      )}
      {!rows && !reported.error && <p className="panel-empty">{t('loading')}</p>}
      {rows && reported.data?.rows.length === 0 && (
        <p className="panel-empty">{t('filmBesideNone', { source: basis.name })}</p>
      )}
      {shown && reported.data && reported.data.rows.length > 0 && (
        <>
          <BesideTable rows={shown} of={of} basis={basis} grain={grain} />
          {rows && rows.length > shown.length && (
            <p className="film-say quiet">
              {t('filmBesideMore', { count: rows.length - shown.length })}
            </p>
          )}
        </>
      )}
    </Panel>
  )
}

/** Which days and territories the reporter speaks of: a nation's figures are not one circuit's. */
function Covers({ basis }: { readonly basis: BasisView }) {
  const { t, dates } = useText()
  const dimension = useDimensionText()
  const { firstDay, lastDay, territories } = basis
  const places = territories
    .filter((code) => code !== '')
    .map((code) => dimension.value('territory', code))
  const parts = [
    places.join(t('comma')),
    firstDay !== undefined &&
      lastDay !== undefined &&
      t('fromTo', { from: dates.date(firstDay), to: dates.date(lastDay) }),
  ].filter(Boolean)
  return <>{parts.join(' · ')}</>
}

type BesideTableProps = BesidePanelProps & {
  readonly rows: readonly Beside[]
  readonly grain: Grain | undefined
}

function BesideTable({ rows, of, basis, grain }: BesideTableProps) {
  const { t, numbers, dates } = useText()
  const metric = useMetricText()
  const dimension = useDimensionText()
  const { asks, measure } = of
  const day = (period: string) =>
    period === ''
      ? t('filmBesideAll')
      : grain === 'day'
        ? dates.day(period)
        : dimension.value('period', period, { grain })
  return (
    <div className="film-scroll film-scroll-tall">
      <table className="figures film-beside-table" data-testid="beside">
        <thead>
          <tr>
            <th scope="col">{t('period')}</th>
            <th scope="col" className="figure">
              {t('filmOwn')}
            </th>
            <th scope="col" className="figure">
              {basis.name}
            </th>
            <th scope="col" className="figure">
              {t('filmDifference')}
            </th>
            <th scope="col" className="figure">
              {t('filmOwnPart')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ period, own, reported, difference, part }) => (
            <tr key={period}>
              <th scope="row">{day(period)}</th>
              <td className="figure">
                {period === '' ? (
                  metric.figure(measure, own)
                ) : (
                  <FigureLink
                    question={{
                      ...asks,
                      ...{ from: period, to: period },
                      metrics: [measure],
                      by: ['cinema'],
                    }}
                  >
                    {metric.figure(measure, own)}
                  </FigureLink>
                )}
              </td>
              <td className="figure">{metric.figure(measure, reported)}</td>
              <td className="figure">
                {difference === undefined ? UNKNOWN : metric.figure(measure, difference)}
              </td>
              <td className="figure">{part === undefined ? UNKNOWN : numbers.percent(part)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
