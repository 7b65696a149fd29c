import { Link } from '@tanstack/react-router'
import { useContext } from 'react'
import type { Answer, MetricId } from '#metrics/pure'
import { UNKNOWN } from '../../shared/numbers.ts'
import { EfficiencyFigure } from '../cinemas/efficiency-figure.tsx'
import { ExportMenu } from '../parts/export-menu.tsx'
import { figureSize, useMetricText } from '../parts/metric-text.ts'
import { Panel } from '../parts/panel.tsx'
import { ShareBar } from '../parts/share-bar.tsx'
import { daysText } from '../parts/span-choice.tsx'
import { useText } from '../texts/text.tsx'
import type { Asked } from '../wire/questions.ts'
import { numberOf, textOf } from '../wire/rows.ts'
import type { RankedFilm } from './film-ranks.ts'
import { rankedFilms } from './film-ranks.ts'
import { briefText, shareText } from './lead-text.ts'
import { MarketLink, MarketOrganisation } from './market-link.tsx'
import type { MarketChange, MarketSearch } from './market-search.ts'
import { RankMoved } from './rank-moved.tsx'
import type { Market } from './use-market.ts'
import { FILMS_SHOWN } from './use-market.ts'
import { useMarketMetric } from './use-metric-name.ts'
import type { Ours } from './use-ours.ts'

type MarketFilmsProps = {
  readonly market: Market
  readonly ours: Ours | undefined
  readonly search: MarketSearch
  readonly go: (changed: MarketChange) => void
}

/** After the measure, in this order, as far as the source has them. */
const COLUMNS = [
  'moneyShare',
  'admissionShare',
  'admissions',
  'gross',
  'screeningShare',
  'seatShare',
  'efficiency',
  'peoplePerScreening',
  'averageTicketPrice',
  'sites',
  'lifetimeGross',
  'lifetimeAdmissions',
] as const satisfies readonly MetricId[]
type Column = (typeof COLUMNS)[number]

/** The films of the period, the largest first. */
export function MarketFilms({ market, ours, search, go }: MarketFilmsProps) {
  const texts = useText()
  const { t } = texts
  const { scope, films, before, ages, asked, waits } = market
  const { measure } = scope
  const ranked = films && rankedFilms({ films, before, ages }, measure)
  const every = search.films === 'all'
  const shown = every ? ranked : ranked?.slice(0, FILMS_SHOWN)
  const columns = columnsOf(market)
  // A column of dashes says nothing.
  const listed = new Set(ranked?.map(({ id }) => id))
  const plays = ours?.films?.rows.some((row) => listed.has(textOf(row, 'filmId')))
  const own = plays ? ours?.films : undefined
  const count = (ranked?.length ?? 0) + (films?.others?.count ?? 0)
  return (
    <Panel
      title={t('marketFilms')}
      note={films && t('marketFilmsNote', { count, days: daysText(texts, scope.days) })}
      className="market-films"
      action={<ExportMenu question={asked.films} chart="bar" />}
    >
      {/* A wide table scrolls on its own, and by keyboard. */}
      <section
        className="market-scroll"
        data-waits={waits || undefined}
        aria-label={t('marketFilmsNote', { count, days: daysText(texts, scope.days) })}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it must be reachable to be scrolled
        tabIndex={0}
      >
        {shown && shown.length > 0 && (
          <table className="rows market-rows" data-testid="market-films">
            <Heads market={market} columns={columns} own={own !== undefined} />
            <tbody>
              {shown.map((film) => (
                <Film key={film.id} film={film} {...{ market, columns, own }} />
              ))}
            </tbody>
          </table>
        )}
      </section>
      {!ranked && <p className="panel-empty">{t('loading')}</p>}
      {ranked?.length === 0 && (
        <p className="panel-empty">{t('marketNoFigures', { days: daysText(texts, scope.days) })}</p>
      )}
      {ranked && ranked.length > FILMS_SHOWN && (
        <footer className="panel-foot market-more">
          <button
            type="button"
            className="link"
            onClick={() => go({ films: every ? undefined : 'all' })}
          >
            {every
              ? t('marketFewerFilms', { count: FILMS_SHOWN })
              : t('marketAllFilms', { count: ranked.length })}
          </button>
          {every && films?.others && (
            <span>{t('marketFilmsOthers', { count: films.others.count })}</span>
          )}
        </footer>
      )}
    </Panel>
  )
}

/** Each once: a share is of what leads, and to date is of it too. */
function columnsOf({ asked, scope }: Market): readonly Column[] {
  const money = scope.measure === 'gross'
  const left: readonly MetricId[] = money
    ? ['gross', 'admissionShare', 'lifetimeAdmissions']
    : ['admissions', 'moneyShare', 'lifetimeGross']
  return COLUMNS.filter((id) => asked.films.metrics.includes(id) && !left.includes(id))
}

type HeadsProps = {
  readonly market: Market
  readonly columns: readonly Column[]
  readonly own: boolean
}

function Heads({ market, columns, own }: HeadsProps) {
  const { t } = useText()
  const { name, meaning } = useMarketMetric(market.scope.reporter)
  const head = (id: Column, className: string) => (
    <th key={id} scope="col" className={className} title={`${name(id)}. ${meaning(id)}`}>
      {t(`marketHead_${id}`)}
    </th>
  )
  return (
    <thead>
      <tr>
        <th scope="col" className="figure market-rank">
          <span className="hidden-text">{t('marketRank')}</span>
        </th>
        <th scope="col" className="market-moved" title={t('marketMoved')}>
          <span className="hidden-text">{t('marketMoved')}</span>
        </th>
        <th scope="col">{t('film')}</th>
        {head(market.scope.measure, 'figure sorted')}
        {columns.map((id) => head(id, isShare(id) ? 'figure market-share' : 'figure'))}
        {own && (
          <th scope="col" className="figure">
            {t('marketOursShare')}
          </th>
        )}
      </tr>
    </thead>
  )
}

const isShare = (id: Column) => id === 'moneyShare' || id === 'admissionShare'

const isLifetime = (id: Column) => id === 'lifetimeGross' || id === 'lifetimeAdmissions'

type FilmProps = {
  readonly film: RankedFilm
  readonly market: Market
  readonly columns: readonly Column[]
  readonly own: Answer | undefined
}

function Film({ film, market, columns, own }: FilmProps) {
  const { t, numbers } = useText()
  const { figure } = useMetricText()
  const { scope, asked } = market
  const { measure } = scope
  const { row, id, distributor, day } = film
  const organisation = useContext(MarketOrganisation)
  const age =
    day === undefined
      ? distributor
      : distributor === ''
        ? t('marketAge', { day })
        : t('marketDistributorAge', { distributor, day })
  const said = row[measure]
  const minor = typeof said === 'object' && said !== null ? said.minor : undefined
  return (
    <tr data-testid="market-film" data-film={id}>
      <td className="figure market-rank">{numbers.countExact(film.rank)}</td>
      <td className="market-moved">
        <RankMoved moved={film.moved} />
      </td>
      <th scope="row" className="cell-name">
        <span className="market-name">
          <span className="narrow-inline">{numbers.countExact(film.rank)} </span>
          <Link
            to="/films/$filmId"
            params={{ filmId: id }}
            search={organisation === undefined ? {} : { organisation }}
          >
            {film.name}
          </Link>
        </span>
        {age !== '' && <small className="wide">{age}</small>}
      </th>
      <td className="figure cell-lead" data-minor={minor}>
        <MarketLink question={ofFilm(asked.films, id, measure)}>{figure(measure, said)}</MarketLink>
      </td>
      {columns.map((column) => (
        <Cell key={column} column={column} film={film} age={age} />
      ))}
      {own && <OwnCell film={film} own={own} />}
    </tr>
  )
}

type CellProps = { readonly column: Column; readonly film: RankedFilm; readonly age: string }

function Cell({ column, film, age }: CellProps) {
  const { numbers, lang } = useText()
  const { figure } = useMetricText()
  const { row, moved } = film
  if (column === 'efficiency') {
    return (
      <td className="figure cell-wide">
        <EfficiencyFigure value={numberOf(row, column)} />
      </td>
    )
  }
  if (!isShare(column)) {
    const brief = isLifetime(column) && lang === 'en' ? briefText(row[column], numbers) : undefined
    return <td className="figure cell-wide">{brief ?? figure(column, row[column])}</td>
  }
  const share = numberOf(row, column)
  return (
    <>
      {/* On a phone the second line: how old it is and how it moved, then its share. */}
      <td className="figure market-share cell-change">
        {share !== undefined && <ShareBar share={share} />}
        <span>{figure(column, share)}</span>
      </td>
      <td className="narrow cell-note">
        {age} <RankMoved moved={moved} />
      </td>
    </>
  )
}

/** Our part of what the market gave for a film. */
function OwnCell({ film, own }: { readonly film: RankedFilm; readonly own: Answer }) {
  const { numbers, lang } = useText()
  const ours = own.rows.find((row) => textOf(row, 'filmId') === film.id)
  const [part, whole] = [figureSize(ours?.['gross']), figureSize(film.row['gross'])]
  const share = part !== undefined && whole ? part / whole : undefined
  return (
    <td className="figure cell-wide">
      {share === undefined ? UNKNOWN : shareText(share, numbers, lang)}
    </td>
  )
}

function ofFilm(question: Asked, filmId: string, metric: MetricId): Asked {
  const { by: _by, limit: _limit, ...rest } = question
  const where = { ...question.where, film: [filmId] }
  return { ...rest, where, metrics: [metric], grain: 'day' }
}
