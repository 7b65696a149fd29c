import { Link } from '@tanstack/react-router'
import { useMetricText } from '../parts/metric-text.ts'
import { Panel } from '../parts/panel.tsx'
import type { Days } from '../parts/span.ts'
import type { PageScope } from '../scope.ts'
import { useText } from '../texts/text.tsx'
import type { Asked } from '../wire/questions.ts'
import { ofCinemas } from '../wire/questions.ts'
import { numberOf } from '../wire/rows.ts'
import { AdviceSign } from './advice.tsx'
import { ticketsOf } from './cinema-questions.ts'
import { EfficiencyFigure } from './efficiency-figure.tsx'
import { FigureLink } from './figure-link.tsx'
import { Drop } from './films-tab.tsx'
import { PartSteps } from './part-steps.tsx'
import type { Sheet, SheetFilm } from './sheet.ts'
import type { Part } from './use-part.ts'
import type { WeekendChange } from './weekend-search.ts'

type WeekendMatrixProps = {
  readonly scope: PageScope
  readonly sheet: Sheet
  readonly films: readonly SheetFilm[]
  readonly part: Part
  readonly days: Days
  readonly go: (changed: WeekendChange) => void
}

/** Films across, cinemas down: in each cell what it took, how far that fell, and its efficiency. */
export function WeekendMatrix({ scope, sheet, films, part, days, go }: WeekendMatrixProps) {
  const { t } = useText()
  const { figure } = useMetricText()
  const asks: Omit<Asked, 'metrics'> = { ...ticketsOf(scope.asks), ...days }
  return (
    <Panel
      title={t('weekendFilmsByCinemas')}
      note={t('weekendCellSay')}
      action={<PartSteps part={part} go={go} />}
    >
      <section
        className="wide-table"
        aria-label={t('cinTableOf', { name: t('weekendFilmsByCinemas') })}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it must be reachable to be scrolled
        tabIndex={0}
      >
        <table className="matrix">
          <thead>
            <tr>
              <th scope="col" className="matrix-corner">
                {t('cinema')}
              </th>
              <th scope="col" className="figure">
                {t('tableTotal')}
              </th>
              {films.map((film) => (
                <th key={film.filmId} scope="col" className="matrix-film">
                  <Link to="/films/$filmId" params={{ filmId: film.filmId }} className="row-link">
                    {film.name}
                  </Link>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            <tr className="matrix-total">
              <th scope="row">{t('weekendAllCinemas')}</th>
              <td className="figure" />
              {films.map((film) => (
                <td key={film.filmId} className="figure">
                  <b>{figure('gross', film.gross)}</b>
                  <Drop change={numberOf(film.row, 'drop')} isNew={film.gross !== undefined} />
                  <EfficiencyFigure value={numberOf(film.row, 'efficiency')} />
                </td>
              ))}
            </tr>
            <tr className="matrix-average">
              <th scope="row">{t('weekendPerScreen')}</th>
              <td className="figure" />
              {films.map((film) => (
                <td key={film.filmId} className="figure">
                  <b>{figure('gross', film.perScreen)}</b>
                  <small>{t('weekendScreens', { count: film.screens })}</small>
                </td>
              ))}
            </tr>
            {part.cinemas.map((cinema) => {
              const row = part.rowOf(cinema.id)
              return (
                <tr key={cinema.id} data-testid="matrix-row">
                  <th scope="row">
                    <Link
                      to="/cinemas/$cinemaId"
                      params={{ cinemaId: cinema.id }}
                      search={{ tab: 'films' }}
                      className="row-link"
                    >
                      {cinema.name}
                    </Link>
                  </th>
                  <td className="figure">
                    {row ? (
                      <>
                        <b>{figure('gross', row['gross'])}</b>
                        <Drop change={numberOf(row, 'drop')} isNew={false} />
                      </>
                    ) : (
                      <span className="silent">{t('cinNoFiguresShort')}</span>
                    )}
                  </td>
                  {films.map((film) => {
                    const stay = sheet.stayOf(film.filmId, cinema.id)
                    if (!stay) return <td key={film.filmId} className="matrix-none" />
                    const { advice } = stay.holdover
                    return (
                      <td key={film.filmId} className="figure">
                        <FigureLink
                          question={{
                            ...asks,
                            where: {
                              ...ofCinemas(scope.asks, [cinema.id]).where,
                              film: [film.filmId],
                            },
                            metrics: ['gross', 'admissions'],
                            by: ['auditorium', 'hour'],
                          }}
                        >
                          <b>{figure('gross', stay.gross)}</b>
                        </FigureLink>
                        <Drop change={stay.change} isNew={stay.gross !== undefined} />
                        <span className="matrix-efficiency">
                          {advice !== 'hold' && <AdviceSign holdover={stay.holdover} />}
                          <EfficiencyFigure value={stay.efficiency} />
                        </span>
                      </td>
                    )
                  })}
                </tr>
              )
            })}
          </tbody>
        </table>
      </section>
    </Panel>
  )
}
