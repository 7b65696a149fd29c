import { Link } from '@tanstack/react-router'
import { useMetricText } from '../parts/metric-text.ts'
import type { Days } from '../parts/span.ts'
import type { PageScope } from '../scope.ts'
import { useText } from '../texts/text.tsx'
import type { Asked } from '../wire/questions.ts'
import { numberOf, sizeOf } from '../wire/rows.ts'
import { AdviceCounts } from './advice-counts.tsx'
import { ticketsOf } from './cinema-questions.ts'
import { EfficiencyFigure } from './efficiency-figure.tsx'
import { FigureLink } from './figure-link.tsx'
import { Drop } from './films-tab.tsx'
import type { SheetFilm } from './sheet.ts'
import { SheetLines } from './sheet-lines.tsx'
import { SheetPart } from './sheet-part.tsx'

type WeekendFilmsProps = {
  readonly scope: PageScope
  readonly films: readonly SheetFilm[]
  readonly days: Days
}

/** Film by film, distributor by distributor: in the order of the calls. */
export function WeekendFilms({ scope, films, days }: WeekendFilmsProps) {
  const { t } = useText()
  const groups = Map.groupBy(films, ({ distributor }) => distributor)
  const size = (group: readonly SheetFilm[]) =>
    group.reduce((sum, film) => sum + (sizeOf(film.row, 'gross') ?? 0), 0)
  const sorted = [...groups].sort(([, one], [, other]) => size(other) - size(one))
  return sorted.map(([distributor, group], at) => (
    <div key={distributor} className="sheet-group">
      {groups.size > 1 && (
        <p className="sheet-distributor">{distributor || t('weekendNoDistributor')}</p>
      )}
      {group.map((film, index) => (
        <FilmPart
          key={film.filmId}
          film={film}
          scope={scope}
          days={days}
          first={at === 0 && index === 0}
        />
      ))}
    </div>
  ))
}

type FilmPartProps = {
  readonly film: SheetFilm
  readonly scope: PageScope
  readonly days: Days
  readonly first: boolean
}

function FilmPart({ film, scope, days, first }: FilmPartProps) {
  const { t } = useText()
  const { figure } = useMetricText()
  const names = new Map(scope.cinemas.map(({ id, name }) => [id, name]))
  const asks = { ...ticketsOf(scope.asks), ...days }
  const question: Asked = {
    ...asks,
    where: { ...scope.asks.where, film: [film.filmId] },
    metrics: ['gross', 'admissions'],
    by: ['cinema'],
  }
  const lines = film.stays
    .toSorted((one, other) => Number(other.gross?.minor ?? 0) - Number(one.gross?.minor ?? 0))
    .map((stay) => ({
      key: stay.cinemaId,
      stay,
      name: (
        <Link
          to="/cinemas/$cinemaId"
          params={{ cinemaId: stay.cinemaId }}
          search={{ tab: 'films' }}
          className="row-link"
        >
          {names.get(stay.cinemaId) ?? stay.cinemaId}
        </Link>
      ),
    }))
  return (
    <SheetPart
      first={first}
      label={film.name}
      title={
        <>
          <span className="sheet-rank">{film.rank}</span>
          <Link to="/films/$filmId" params={{ filmId: film.filmId }} className="row-link">
            {film.name}
          </Link>
          {film.week !== undefined && <small>{t('cinFilmWeek', { week: film.week })}</small>}
        </>
      }
      facts={
        <>
          <span className="sheet-gross">
            <FigureLink question={question}>
              <b>{figure('gross', film.gross)}</b>
            </FigureLink>{' '}
            <Drop change={numberOf(film.row, 'drop')} isNew={film.gross !== undefined} />
          </span>
          <span>
            {t('weekendPerScreenIs', {
              amount: figure('gross', film.perScreen),
              count: film.screens,
            })}
          </span>
          <span>{t('weekendSites', { count: film.sites })}</span>
          <span>
            {t('cinHead_efficiency')} <EfficiencyFigure value={numberOf(film.row, 'efficiency')} />
          </span>
          <span>
            {t('weekendLifetime', { amount: figure('gross', film.row['lifetimeGross']) })}
          </span>
          <AdviceCounts stays={film.stays} />
        </>
      }
    >
      <SheetLines caption={film.name} head={t('cinema')} lines={lines} asks={asks} />
    </SheetPart>
  )
}
