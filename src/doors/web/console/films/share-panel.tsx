import type { Answer, AnswerRow } from '#metrics/pure'
import { UNKNOWN } from '../../shared/numbers.ts'
import { EfficiencyFigure } from '../cinemas/efficiency-figure.tsx'
import { FigureLink } from '../cinemas/figure-link.tsx'
import { Panel } from '../parts/panel.tsx'
import { useText } from '../texts/text.tsx'
import { numberOf, textOf } from '../wire/rows.ts'
import { EarnsPanel } from './earns-panel.tsx'
import type { FilmFrame } from './film-frame.ts'
import { weekOfRelease } from './film-run.ts'

type SharePanelProps = { readonly frame: FilmFrame; readonly weeks: Answer | undefined }

/** So many weeks fit beside the run: the latest. */
const WEEKS_SHOWN = 6

/** Money filled, seats outlined: what it took of the circuit, and what room it was given. */
export function SharePanel({ frame, weeks }: SharePanelProps) {
  const { t } = useText()
  const opens = frame.opensOn > frame.over
  const rows = (weeks?.rows ?? []).filter((row) => Number(textOf(row, 'releaseWeek')) >= 1)
  const shown = rows.slice(-WEEKS_SHOWN)
  const shares = shown.flatMap((row) => [
    numberOf(row, 'moneyShare') ?? 0,
    numberOf(row, 'seatShare') ?? 0,
  ])
  const most = Math.max(0.01, ...shares)
  const seats = shown.some((row) => numberOf(row, 'seatShare') !== undefined)
  return (
    <Panel title={t('filmShare')} className="film-shares">
      <table className="film-share-table">
        <thead>
          <tr>
            <th scope="col">
              <span className="hidden-text">{t('dim_releaseWeek')}</span>
            </th>
            <th scope="col">
              <span className="film-key film-key-money">{t('filmMoney')}</span>
              {seats && <span className="film-key film-key-seats">{t('filmSeats')}</span>}
            </th>
            <th scope="col" className="figure">
              <span className="hidden-text">{t('filmShare')}</span>
            </th>
            <th scope="col" className="figure" title={t('metricSay_efficiency')}>
              {t('filmHead_efficiency')}
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map((row) => (
            <WeekShare key={textOf(row, 'releaseWeek')} row={row} most={most} frame={frame} />
          ))}
        </tbody>
      </table>
      {(opens || weeks) && shown.length === 0 && (
        <p className="panel-empty">{t('filmShareNone')}</p>
      )}
      {!weeks && !opens && <p className="panel-empty">{t('loading')}</p>}
      {weeks && shown.length > 0 && !seats && <p className="film-say">{t('filmNoSeatsSay')}</p>}
      {rows.length > shown.length && (
        <p className="film-say quiet">
          {t('filmShareLatest', { count: rows.length - shown.length })}
        </p>
      )}
      {seats && <EarnsPanel frame={frame} />}
    </Panel>
  )
}

type WeekShareProps = {
  readonly row: AnswerRow
  /** The longest bar. */
  readonly most: number
  readonly frame: FilmFrame
}

function WeekShare({ row, most, frame }: WeekShareProps) {
  const { t, numbers } = useText()
  const week = Number(textOf(row, 'releaseWeek'))
  const money = numberOf(row, 'moneyShare')
  const seats = numberOf(row, 'seatShare')
  const days = weekOfRelease(frame.opensOn, week)
  const width = (share: number | undefined) => `${((share ?? 0) / most) * 100}%`
  const percent = (share: number | undefined) =>
    share === undefined ? UNKNOWN : numbers.percent(share)
  return (
    <tr>
      <th scope="row">{t('filmWeekName', { week })}</th>
      <td className="film-bars" aria-hidden>
        <span className="film-bar-money" style={{ width: width(money) }} />
        {seats !== undefined && <span className="film-bar-seats" style={{ width: width(seats) }} />}
      </td>
      <td className="figure film-pair">
        <FigureLink
          question={{
            ...{ ...frame.circuit, ...days },
            metrics: ['moneyShare', 'seatShare', 'efficiency'],
            by: ['film'],
          }}
        >
          <b>{percent(money)}</b>
          <small>{percent(seats)}</small>
        </FigureLink>
      </td>
      <td className="figure">
        <EfficiencyFigure value={numberOf(row, 'efficiency')} />
      </td>
    </tr>
  )
}
