import { Link } from '@tanstack/react-router'
import { UNKNOWN } from '../../shared/numbers.ts'
import { ChangeFigure } from '../parts/change-figure.tsx'
import { useMetricText } from '../parts/metric-text.ts'
import { Panel } from '../parts/panel.tsx'
import { daysText } from '../parts/span-choice.tsx'
import { useText } from '../texts/text.tsx'
import type { Asked } from '../wire/questions.ts'
import { numberOf } from '../wire/rows.ts'
import { AdviceWords, RuleNote } from './advice.tsx'
import type { TabProps } from './cinema-page.tsx'
import { ticketsOf } from './cinema-questions.ts'
import { EfficiencyFigure } from './efficiency-figure.tsx'
import { ExploreLink } from './explore-link.tsx'
import { FigureLink } from './figure-link.tsx'
import { OccupancyFigure } from './occupancy-figure.tsx'
import { PanelProblem } from './panel-problem.tsx'
import type { SheetFilm, Stay } from './sheet.ts'
import { lastSevenDays } from './use-cinemas-scope.ts'
import { useSheet } from './use-sheet.ts'

/** The films of the last seven days here, what they are worth to the circuit, and whether they stay. */
export function FilmsTab({ scope }: TabProps) {
  const texts = useText()
  const { t } = texts
  const { cinema, own, circuit } = scope
  const days = lastSevenDays(own)
  const { sheet, error, question } = useSheet(circuit.asks, own.asks, days)
  const films = (sheet?.films ?? [])
    .flatMap((film) => {
      const stay = sheet?.stayOf(film.filmId, cinema.id)
      return stay ? [{ film, stay }] : []
    })
    .sort((one, other) => one.stay.rank - other.stay.rank)
  return (
    <Panel
      title={t('cinFilms')}
      note={daysText(texts, days)}
      action={
        <span className="panel-tools">
          <Link
            to="/cinemas/weekend"
            search={{ organisation: cinema.organisationId }}
            className="link"
          >
            {t('weekendSheet')}
          </Link>
          <ExploreLink question={question} />
        </span>
      }
      footer={<RuleNote />}
    >
      <PanelProblem error={error} />
      {!sheet && !error && <p className="panel-empty">{t('loading')}</p>}
      {sheet && films.length === 0 && <p className="panel-empty">{t('cinNoFilms')}</p>}
      {films.length > 0 && (
        <section
          className="wide-table"
          aria-label={t('cinTableOf', { name: t('cinFilms') })}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: it must be reachable to be scrolled
          tabIndex={0}
        >
          <table className="rows stays-table">
            <thead>
              <tr>
                <th scope="col">{t('film')}</th>
                <th scope="col" className="figure">
                  {t('gross')}
                </th>
                <th scope="col" className="figure">
                  {t('cinWeekOnWeek')}
                </th>
                <th scope="col" className="figure">
                  {t('cinShareHere')}
                </th>
                <th scope="col" className="figure">
                  {t('cinShareCircuit')}
                </th>
                <th scope="col" className="figure">
                  {t('cinSeatShare')}
                </th>
                <th scope="col" className="figure">
                  {t('cinHead_efficiency')}
                </th>
                <th scope="col" className="cell-seats">
                  {t('cinHead_occupancy')}
                </th>
                <th scope="col" className="figure">
                  {t('cinShows')}
                </th>
                <th scope="col">{t('stayAdvice')}</th>
              </tr>
            </thead>
            <tbody>
              {films.map(({ film, stay }) => (
                <StayRow
                  key={film.filmId}
                  {...{ film, stay }}
                  asks={{ ...ticketsOf(own.asks), ...days }}
                />
              ))}
            </tbody>
          </table>
        </section>
      )}
    </Panel>
  )
}

type StayRowProps = {
  readonly film: SheetFilm
  readonly stay: Stay
  readonly asks: Omit<Asked, 'metrics'>
}

function StayRow({ film, stay, asks }: StayRowProps) {
  const { t, numbers } = useText()
  const { figure } = useMetricText()
  const share = (value: number | undefined) =>
    value === undefined ? UNKNOWN : numbers.percent(value)
  const asked = (metric: Asked['metrics'][number]): Asked => ({
    ...asks,
    where: { ...asks.where, film: [film.filmId] },
    metrics: [metric],
    grain: 'day',
  })
  return (
    <tr data-testid="stay-row" data-film={film.filmId} data-advice={stay.holdover.advice}>
      <th scope="row" className="cell-name">
        <Link to="/films/$filmId" params={{ filmId: film.filmId }} className="row-link">
          {film.name}
        </Link>
        {film.week !== undefined && (
          <small className="film-week">{t('cinFilmWeek', { week: film.week })}</small>
        )}
      </th>
      <td className="figure cell-lead" data-minor={stay.gross?.minor}>
        <FigureLink question={asked('gross')}>{figure('gross', stay.gross)}</FigureLink>
      </td>
      <td className="figure cell-change">
        <Drop change={stay.change} isNew={stay.gross !== undefined} />
      </td>
      <td className="figure wide-cell">
        <FigureLink question={asked('moneyShare')}>{share(stay.moneyShare)}</FigureLink>
      </td>
      <td className="figure wide-cell">{share(numberOf(film.row, 'moneyShare'))}</td>
      <td className="figure wide-cell">
        <FigureLink question={asked('seatShare')}>{share(stay.seatShare)}</FigureLink>
      </td>
      <td className="figure wide-cell">
        <FigureLink question={asked('efficiency')}>
          <EfficiencyFigure value={stay.efficiency} />
        </FigureLink>
      </td>
      <td className="cell-seats wide-cell">
        <FigureLink question={asked('occupancy')}>
          <OccupancyFigure share={stay.occupancy} />
        </FigureLink>
      </td>
      <td className="figure wide-cell">
        <FigureLink question={asked('screeningsListed')}>
          {numbers.countExact(stay.screenings)}
        </FigureLink>
      </td>
      <td className="cell-note">
        <AdviceWords holdover={stay.holdover} />
      </td>
    </tr>
  )
}

type DropProps = {
  readonly change: number | undefined
  /** It was not there then. */
  readonly isNew: boolean
}

/** Against the same days a week earlier. */
export function Drop({ change, isNew }: DropProps) {
  const { t, numbers } = useText()
  return (
    <ChangeFigure
      change={change}
      size={numbers.percentSize}
      words={{ up: t('up'), down: t('down') }}
      {...(isNew && { instead: t('new') })}
    />
  )
}
