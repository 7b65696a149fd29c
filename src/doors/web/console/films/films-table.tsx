import { Search } from 'lucide-react'
import type { ComparisonId } from '#metrics/pure'
import { LOCALES } from '../../shared/numbers.ts'
import { SortHead } from '../cinemas/sort-head.tsx'
import { Choice } from '../parts/choice.tsx'
import { comparisonName } from '../parts/compare-choice.tsx'
import { ExportMenu } from '../parts/export-menu.tsx'
import { useMetricText } from '../parts/metric-text.ts'
import { Panel } from '../parts/panel.tsx'
import { daysText } from '../parts/span-choice.tsx'
import type { PageScope } from '../scope.ts'
import { TableFoot } from '../table-foot.tsx'
import { useText } from '../texts/text.tsx'
import type { FilmLine } from './film-lines.ts'
import { distributorsOf, shownLines } from './film-lines.ts'
import { FilmRow, OthersRow } from './film-row.tsx'
import type { FilmColumn, FilmOrder, FilmsChange, FilmsSearch } from './films-search.ts'
import { FILM_ORDERS } from './films-search.ts'
import type { FilmsAsked } from './use-films-answers.ts'

type FilmsTableProps = {
  readonly scope: PageScope
  readonly asked: FilmsAsked
  readonly search: FilmsSearch
  readonly lines: readonly FilmLine[] | undefined
  readonly go: (changed: FilmsChange) => void
}

/** The films with their figures; every head sorts. */
export function FilmsTable({ scope, asked, search, lines, go }: FilmsTableProps) {
  const texts = useText()
  const { t, lang } = texts
  const order = search.order ?? 'gross'
  const up = search.up === '1'
  const shown = lines && shownLines(lines, { order, up, find: search.find ?? '' }, LOCALES[lang])
  const { films, days, compared } = asked
  return (
    <Panel
      title={t('filmListTitle')}
      note={lines && t('filmListCount', { count: lines.length, days: daysText(texts, days) })}
      action={<ExportMenu question={asked.question} chart="bar" />}
      className="film-table"
      footer={films && lines && lines.length > 0 && <FilmsFoot asked={asked} scope={scope} />}
    >
      <Tools lines={lines ?? []} search={search} go={go} />
      <div className="film-scroll" data-waits={asked.waits || undefined}>
        {shown && shown.length > 0 && (
          <table className="rows film-rows" data-testid="films">
            <FilmHeads order={order} up={up} asked={asked} go={go} />
            <tbody>
              {shown.map((line) => (
                <FilmRow key={line.id} line={line} asked={asked} scope={scope} />
              ))}
              {films?.others && !search.find && (
                <OthersRow count={films.others.count} row={films.others.row} asked={asked} />
              )}
            </tbody>
          </table>
        )}
      </div>
      {!lines && !asked.problem && <p className="panel-empty">{t('loading')}</p>}
      {lines?.length === 0 && (
        <p className="panel-empty">{t('filmListNone', { days: daysText(texts, days) })}</p>
      )}
      {lines && lines.length > 0 && shown?.length === 0 && (
        <p className="panel-empty">
          {t('filmListNotFound', { find: search.find ?? '', count: lines.length })}
        </p>
      )}
      {compared && compared.to !== days.to && (
        <p className="panel-empty film-note">
          {t('filmListRuns', { days: daysText(texts, compared) })}
        </p>
      )}
    </Panel>
  )
}

type ToolsProps = Pick<FilmsTableProps, 'search' | 'go'> & { readonly lines: readonly FilmLine[] }

function Tools({ lines, search, go }: ToolsProps) {
  const { t, lang } = useText()
  const metric = useMetricText()
  const named = distributorsOf(lines, LOCALES[lang])
  const chosen = search.distributor
  // What is filtered by stays to choose from, even where nothing of it is left.
  const distributors = chosen === undefined || named.includes(chosen) ? named : [chosen, ...named]
  const nameOf = (order: FilmOrder) =>
    order === 'change' || order === 'week' || order === 'film'
      ? t(`filmOrder_${order}`)
      : metric.name(order)
  return (
    <div className="film-tools">
      <label className="film-find">
        <Search size={16} aria-hidden />
        <span className="hidden-text">{t('filmFind')}</span>
        <input
          type="search"
          placeholder={t('filmFind')}
          defaultValue={search.find ?? ''}
          onChange={(event) => go({ find: event.target.value })}
        />
      </label>
      <Choice
        label={t('dim_distributor')}
        value={chosen ?? EVERY}
        items={[
          { id: EVERY, name: t('filmDistributorsAll') },
          ...distributors.map((name) => ({ id: name, name })),
        ]}
        onChange={(id) => go({ distributor: id === EVERY ? undefined : id })}
      />
      <span className="narrow film-order">
        <Choice
          label={t('filmOrder')}
          value={search.order ?? 'gross'}
          items={FILM_ORDERS.map((id) => ({ id, name: nameOf(id) }))}
          onChange={(id) => go({ order: FILM_ORDERS.find((one) => one === id), up: undefined })}
        />
      </span>
    </div>
  )
}

/** No distributor is called by nothing but a space. */
const EVERY = ' '

type HeadsProps = Pick<FilmsTableProps, 'asked' | 'go'> & {
  readonly order: FilmOrder
  readonly up: boolean
}

function FilmHeads({ order, up, asked, go }: HeadsProps) {
  const texts = useText()
  const { t } = texts
  const metric = useMetricText()
  const sort = (id: FilmOrder) => go(turned(order, up, id))
  const head = (id: FilmOrder, name: string, className: string, title?: string) => (
    <SortHead
      key={id}
      of={id}
      name={name}
      sorting={{ order, up, sort }}
      className={className}
      {...(title !== undefined && { title })}
    />
  )
  const column = (id: FilmColumn, className = '') =>
    head(
      id,
      t(`filmHead_${id}`),
      `figure ${className}`,
      `${metric.name(id)}. ${metric.meaning(id)}`,
    )
  const days = asked.compared ?? asked.days
  const versus = (id: ComparisonId) => t('tableVersus', { name: comparisonName(texts, id, days) })
  return (
    <thead>
      <tr>
        <th scope="col" className="figure film-rank">
          {t('filmRank')}
        </th>
        {head('film', t('film'), 'film-name')}
        <th scope="col" className="film-distributor">
          {t('dim_distributor')}
        </th>
        {head('week', t('filmHead_week'), 'figure')}
        {column('gross')}
        {asked.against.map((id, index) =>
          index === 0 ? (
            head('change', versus(id), 'figure film-change')
          ) : (
            <th key={id} scope="col" className="figure film-change">
              {versus(id)}
            </th>
          ),
        )}
        {column('moneyShare', 'film-share')}
        {column('screeningShare')}
        {column('seatShare')}
        {column('efficiency')}
        {column('peoplePerScreening')}
        {column('occupancy', 'film-seats')}
        {column('averageTicketPrice')}
        {column('refundRate')}
        {column('lifetimeGross')}
      </tr>
    </thead>
  )
}

/** The same head again turns the order round; names rise first, figures fall. */
function turned(order: FilmOrder, up: boolean, id: FilmOrder): FilmsChange {
  const rising = order === id ? !up : id === 'film'
  return { order: id === 'gross' && !rising ? undefined : id, up: rising ? '1' : undefined }
}

function FilmsFoot({ asked, scope }: Pick<FilmsTableProps, 'asked' | 'scope'>) {
  const { t } = useText()
  if (!asked.films) return null
  const { reporting, expected } = asked.films.sites
  return (
    <>
      <TableFoot answer={asked.films} timezone={scope.timezone} />
      <span>{t('filmSites', { reporting, count: expected })}</span>
      <span>{t('filmEfficiencySay')}</span>
    </>
  )
}
