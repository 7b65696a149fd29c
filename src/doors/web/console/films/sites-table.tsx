import { Link } from '@tanstack/react-router'
import type { Answer, AnswerRow, ComparisonId } from '#metrics/pure'
import type { CinemaView } from '#venues/pure'
import { UNKNOWN } from '../../shared/numbers.ts'
import { AdviceWords } from '../cinemas/advice.tsx'
import { EfficiencyFigure } from '../cinemas/efficiency-figure.tsx'
import { FigureLink } from '../cinemas/figure-link.tsx'
import { MetricChange } from '../cinemas/metric-change.tsx'
import { OccupancyFigure } from '../cinemas/occupancy-figure.tsx'
import type { Stay } from '../cinemas/sheet.ts'
import { stateWords } from '../cinemas/state-words.ts'
import { comparisonName } from '../parts/compare-choice.tsx'
import { useMetricText } from '../parts/metric-text.ts'
import type { Days } from '../parts/span.ts'
import { StateGlyph } from '../parts/state-glyph.tsx'
import { useText } from '../texts/text.tsx'
import { numberOf, textOf } from '../wire/rows.ts'
import type { FilmFrame } from './film-frame.ts'
import type { Missing } from './missing.ts'

type SitesTableProps = {
  readonly frame: FilmFrame
  readonly days: Days
  /** By the server's clock. */
  readonly nowMs: number
  readonly answer: Answer
  readonly changes: Answer | undefined
  readonly against: ComparisonId | undefined
  readonly roomsOf: (cinemaId: string) => readonly string[]
  /** Where some of these days have not come. */
  readonly missingOf: (cinemaId: string) => Missing | undefined
  /** Of the last seven days: what its stay there is judged by. */
  readonly stayOf: (cinemaId: string) => Stay | undefined
}

/** The cinemas that show it, most gross first. */
export function SitesTable(props: SitesTableProps) {
  const texts = useText()
  const { t } = texts
  const metric = useMetricText()
  const { answer, against, days } = props
  if (answer.rows.length === 0) return <p className="panel-empty">{t('filmSitesNone')}</p>
  return (
    <div className="film-scroll">
      <table className="rows film-rows film-sites-rows" data-testid="film-sites">
        <thead>
          <tr>
            <th scope="col">{t('cinema')}</th>
            <th scope="col">{t('filmScreens')}</th>
            <th scope="col" className="figure">
              {t('filmShows')}
            </th>
            <th scope="col" className="figure sorted" aria-sort="descending">
              {t('gross')}
            </th>
            {against && (
              <th scope="col" className="figure">
                {t('tableVersus', { name: comparisonName(texts, against, days) })}
              </th>
            )}
            <th scope="col" className="figure">
              {t('admissions')}
            </th>
            <th scope="col" className="film-seats">
              {t('tableSeats')}
            </th>
            <th scope="col" className="figure" title={metric.meaning('efficiency')}>
              {metric.name('efficiency')}
            </th>
            <th scope="col">{t('filmAdvice')}</th>
          </tr>
        </thead>
        <tbody>
          {answer.rows.map((row) => (
            <SiteRow key={textOf(row, 'cinemaId')} {...props} row={row} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function SiteRow({ row, ...props }: SitesTableProps & { readonly row: AnswerRow }) {
  const { frame, days, changes, against, roomsOf, stayOf, nowMs } = props
  const missing = props.missingOf(textOf(row, 'cinemaId'))
  const { t, numbers } = useText()
  const metric = useMetricText()
  const id = textOf(row, 'cinemaId')
  const cinema = frame.scope.cinemas.find((one) => one.id === id)
  const rooms = roomsOf(id)
  const shows = numberOf(row, 'screeningsListed')
  const then = changes?.rows.find((one) => textOf(one, 'cinemaId') === id)
  const late = lateIn(frame, days, cinema)
  return (
    <tr data-testid="site-row" data-cinema={id}>
      <th scope="row" className="cell-name">
        {(late || missing) && <StateGlyph state={late ?? 'silent'} />}
        <Link to="/cinemas/$cinemaId" params={{ cinemaId: id }}>
          {textOf(row, 'cinema')}
        </Link>
      </th>
      <td className="film-rooms">
        {rooms.length === 0 ? UNKNOWN : shownRooms(rooms, (count) => t('filmRoomsMore', { count }))}
      </td>
      <td className="figure film-shows">{shows ? numbers.countExact(shows) : UNKNOWN}</td>
      <td className="figure cell-lead">
        <FigureLink
          question={{
            ...{ ...frame.asks, ...days },
            metrics: ['gross'],
            grain: 'day',
            where: { ...frame.asks.where, cinema: [id] },
          }}
        >
          {metric.figure('gross', row['gross'])}
        </FigureLink>
      </td>
      {against && (
        <td className="figure cell-change">
          {late || missing ? (
            <span className="quiet">{t('filmNotCompared')}</span>
          ) : (
            <MetricChange metric="gross" row={then} against={against} />
          )}
        </td>
      )}
      <td className="figure film-admissions">{metric.figure('admissions', row['admissions'])}</td>
      <td className="film-seats cell-note">
        {late && cinema ? (
          <LateWords cinema={cinema} nowMs={nowMs} />
        ) : missing ? (
          <span className="silent">{t('filmDaysMissing', { count: missing.days.length })}</span>
        ) : (
          <OccupancyFigure share={numberOf(row, 'occupancy')} />
        )}
      </td>
      <td className="figure film-efficiency">
        <EfficiencyFigure value={numberOf(row, 'efficiency')} />
      </td>
      <td className="film-advice">
        <AdviceWords holdover={(!missing && stayOf(id)?.holdover) || { silence: 'noFigure' }} />
      </td>
    </tr>
  )
}

/** Of a cinema that is late today nothing of today is judged. */
function lateIn({ scope }: FilmFrame, { to }: Days, cinema: CinemaView | undefined) {
  if (!scope.live || to !== scope.present || !cinema) return undefined
  return cinema.state === 'stale' || cinema.state === 'silent' ? cinema.state : undefined
}

type LateWordsProps = { readonly cinema: CinemaView; readonly nowMs: number }

function LateWords({ cinema, nowMs }: LateWordsProps) {
  const texts = useText()
  return <span className={cinema.state}>{stateWords(texts, cinema, nowMs)}</span>
}

/** "1, 4"; of many the first and how many more. */
function shownRooms(rooms: readonly string[], more: (count: number) => string): string {
  const most = 3
  const names = rooms.slice(0, most).map((name) => name.replace(/^(Screen|Auditorium)\s+/i, ''))
  return rooms.length <= most
    ? names.join(', ')
    : `${names.join(', ')} ${more(rooms.length - most)}`
}
