import { Link } from '@tanstack/react-router'
import type { AnswerRow, Figure, MetricId } from '#metrics/pure'
import { ChangeFigure } from '../parts/change-figure.tsx'
import { metricChange, useMetricText } from '../parts/metric-text.ts'
import { Panel } from '../parts/panel.tsx'
import { useText } from '../texts/text.tsx'
import { textOf } from '../wire/rows.ts'
import { AlikeChoice } from './alike-choice.tsx'
import { cinemasQuestion } from './cinema-questions.ts'
import { comparedWith, readDays } from './cinemas-search.ts'
import { ExploreLink } from './explore-link.tsx'
import { FigureLink } from './figure-link.tsx'
import type { FiguresTabProps } from './figures-tab.tsx'
import { medianOf } from './median.ts'

const METRICS = [
  'revenuePerSeatDay',
  'occupancy',
  'peoplePerScreening',
  'averageTicketPrice',
] as const satisfies readonly MetricId[]

/** The cinema beside those like it, and how far it is from their median. */
export function AlikePanel({ scope, search, go, days, alike }: FiguresTabProps) {
  const { t } = useText()
  const { name, figure, changeSize } = useMetricText()
  const { cinema, circuit } = scope
  const rows = alike.answer?.rows ?? []
  const own = rows.find((row) => textOf(row, 'cinemaId') === cinema.id)
  const others = alike.ids
    .map((id) => rows.find((row) => textOf(row, 'cinemaId') === id))
    .filter((row) => row !== undefined)
  const without = alike.ids.length - others.length
  const medians = new Map<MetricId, Figure>(
    METRICS.map((metric) => [metric, medianOf(others, metric)]),
  )
  const question = {
    ...cinemasQuestion(circuit.asks, days, comparedWith(search)),
    metrics: METRICS,
    where: { cinema: [cinema.id, ...alike.ids] },
  }
  const line = (row: AnswerRow, isOwn: boolean) => {
    const id = textOf(row, 'cinemaId')
    return (
      <tr key={id} className={isOwn ? 'own' : ''} data-testid="alike-line">
        <th scope="row" className="cell-name">
          {isOwn ? (
            textOf(row, 'cinema')
          ) : (
            <Link
              to="/cinemas/$cinemaId"
              params={{ cinemaId: id }}
              search={readDays(search)}
              className="row-link"
            >
              {textOf(row, 'cinema')}
            </Link>
          )}
        </th>
        {METRICS.map((metric) => (
          <td key={metric} className="figure">
            <FigureLink question={{ ...question, where: { cinema: [id] }, metrics: [metric] }}>
              {figure(metric, row[metric])}
            </FigureLink>
          </td>
        ))}
      </tr>
    )
  }
  return (
    <Panel
      title={t('cinAlike')}
      action={
        <span className="panel-tools">
          <AlikeChoice {...{ scope, alike, go }} />
          <ExploreLink question={question} />
        </span>
      }
      footer={<span>{alike.by && t(`cinAlikeRule_${alike.by}`)}</span>}
    >
      {others.length === 0 ? (
        <p className="panel-empty">{alike.answer ? t('cinAlikeNone') : t('loading')}</p>
      ) : (
        <section className="wide-table" aria-label={t('cinTableOf', { name: t('cinAlike') })}>
          <table className="rows alike-table">
            <thead>
              <tr>
                <th scope="col">{t('cinema')}</th>
                {METRICS.map((metric) => (
                  <th key={metric} scope="col" className="figure" title={name(metric)}>
                    {t(`cinHead_${metric}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {own && line(own, true)}
              {others.map((row) => line(row, false))}
            </tbody>
            <tfoot>
              <tr className="total">
                <th scope="row" className="cell-name">
                  {t('cinMedian')}
                </th>
                {METRICS.map((metric) => (
                  <td key={metric} className="figure">
                    {figure(metric, medians.get(metric))}
                  </td>
                ))}
              </tr>
              <tr className="beside">
                <th scope="row" className="cell-name">
                  {t('cinFromMedian')}
                </th>
                {METRICS.map((metric) => (
                  <td key={metric} className="figure">
                    <FromMedian
                      {...{ metric, own, median: medians.get(metric) }}
                      changeSize={changeSize}
                    />
                  </td>
                ))}
              </tr>
            </tfoot>
          </table>
        </section>
      )}
      {without > 0 && <p className="panel-empty">{t('cinAlikeWithout', { count: without })}</p>}
    </Panel>
  )
}

type FromMedianProps = {
  readonly metric: MetricId
  readonly own: AnswerRow | undefined
  readonly median: Figure | undefined
  readonly changeSize: (metric: MetricId, change: number) => string
}

function FromMedian({ metric, own, median, changeSize }: FromMedianProps) {
  const { t } = useText()
  const change = metricChange(metric, own?.[metric], median)
  return (
    <ChangeFigure
      change={change === 'new' ? undefined : change}
      size={(size) => changeSize(metric, size)}
      words={{ up: t('up'), down: t('down') }}
    />
  )
}
