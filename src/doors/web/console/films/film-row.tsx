import { Link } from '@tanstack/react-router'
import type { AnswerRow, MetricId } from '#metrics/pure'
import { UNKNOWN } from '../../shared/numbers.ts'
import { EfficiencyFigure } from '../cinemas/efficiency-figure.tsx'
import { FigureLink } from '../cinemas/figure-link.tsx'
import { OccupancyFigure } from '../cinemas/occupancy-figure.tsx'
import { ChangeFigure } from '../parts/change-figure.tsx'
import { useMetricText } from '../parts/metric-text.ts'
import { ShareBar } from '../parts/share-bar.tsx'
import type { PageScope } from '../scope.ts'
import { useText } from '../texts/text.tsx'
import { numberOf } from '../wire/rows.ts'
import type { Change, FilmLine } from './film-lines.ts'
import type { FilmsAsked } from './use-films-answers.ts'

type FilmRowProps = {
  readonly line: FilmLine
  readonly asked: FilmsAsked
  readonly scope: PageScope
}

/** One film of the list. Its name leads to its page, its figures to the question behind them. */
export function FilmRow({ line, asked, scope }: FilmRowProps) {
  const { t, numbers } = useText()
  const { row, week } = line
  const organisation = scope.organisation.id
  return (
    <tr data-testid="film-line" data-film={line.id}>
      <td className="figure film-rank">{numbers.countExact(line.rank)}</td>
      <th scope="row" className="cell-name film-name">
        <Link to="/films/$filmId" params={{ filmId: line.id }} search={{ organisation }}>
          {line.name}
        </Link>
      </th>
      <td className="film-distributor">{line.distributor || UNKNOWN}</td>
      <td className="figure film-age">
        {week === undefined ? (
          UNKNOWN
        ) : (
          <>
            <span className="wide">{numbers.countExact(week)}</span>
            <span className="narrow-inline">{t('filmWeek', { week })}</span>
          </>
        )}
      </td>
      <Drilled row={row} metric="gross" filmId={line.id} asked={asked} className="cell-lead" />
      {asked.against.map((id) => (
        <ChangeCell key={id} change={line.changes[id]} />
      ))}
      <ShareCell row={row} />
      {(['screeningShare', 'seatShare'] as const).map((metric) => (
        <Drilled key={metric} row={row} metric={metric} filmId={line.id} asked={asked} />
      ))}
      <td className="figure film-efficiency">
        <span className="narrow-inline quiet">{t('filmHead_efficiency')} </span>
        <EfficiencyFigure value={numberOf(row, 'efficiency')} />
      </td>
      <Drilled row={row} metric="peoplePerScreening" filmId={line.id} asked={asked} />
      <SeatsCell row={row} />
      {(['averageTicketPrice', 'refundRate', 'lifetimeGross'] as const).map((metric) => (
        <Drilled key={metric} row={row} metric={metric} filmId={line.id} asked={asked} />
      ))}
    </tr>
  )
}

type OthersRowProps = {
  readonly count: number
  readonly row: AnswerRow
  readonly asked: FilmsAsked
}

/** What is beyond the longest list. */
export function OthersRow({ count, row, asked }: OthersRowProps) {
  const { t } = useText()
  const metric = useMetricText()
  const cell = (id: MetricId) => <td className="figure">{metric.figure(id, row[id])}</td>
  return (
    <tr className="others">
      <td />
      <th scope="row" className="cell-name film-name">
        {t('moreFilms', { count })}
      </th>
      <td className="film-distributor" />
      <td />
      <td className="figure cell-lead">{metric.figure('gross', row['gross'])}</td>
      {asked.against.map((id) => (
        <td key={id} className="film-change" />
      ))}
      <ShareCell row={row} />
      {cell('screeningShare')}
      {cell('seatShare')}
      {cell('efficiency')}
      {cell('peoplePerScreening')}
      <SeatsCell row={row} />
      {cell('averageTicketPrice')}
      {cell('refundRate')}
      {cell('lifetimeGross')}
    </tr>
  )
}

type DrilledProps = {
  readonly row: AnswerRow
  readonly metric: MetricId
  readonly filmId: string
  readonly asked: FilmsAsked
  readonly className?: string
}

/** A figure of a film; it leads to the same question, of this film by day. */
function Drilled({ row, metric, filmId, asked, className = '' }: DrilledProps) {
  const text = useMetricText()
  const { metrics: _, by: __, limit: ___, ...question } = asked.question
  return (
    <td className={`figure ${className}`}>
      <FigureLink
        question={{
          ...question,
          metrics: [metric],
          grain: 'day',
          where: { ...question.where, film: [filmId] },
        }}
      >
        {text.figure(metric, row[metric])}
      </FigureLink>
    </td>
  )
}

function ChangeCell({ change }: { readonly change: Change }) {
  const { t, numbers } = useText()
  return (
    <td className="figure cell-change film-change">
      <ChangeFigure
        change={change === 'new' ? undefined : change}
        instead={change === 'new' ? t('new') : UNKNOWN}
        size={numbers.percentSize}
        words={{ up: t('up'), down: t('down') }}
      />
    </td>
  )
}

function ShareCell({ row }: { readonly row: AnswerRow }) {
  const { numbers } = useText()
  const share = numberOf(row, 'moneyShare')
  return (
    <td className="figure cell-share film-share">
      {share !== undefined && <ShareBar share={share} />}
      <span>{share === undefined ? UNKNOWN : numbers.percent(share)}</span>
    </td>
  )
}

function SeatsCell({ row }: { readonly row: AnswerRow }) {
  return (
    <td className="film-seats cell-note">
      <OccupancyFigure share={numberOf(row, 'occupancy')} />
    </td>
  )
}
