import { ArrowDown } from 'lucide-react'
import { useRef, useState } from 'react'
import { Button } from 'react-aria-components/Button'
import type { AnswerRow } from '#metrics/pure'
import type { CinemaView } from '#venues/pure'
import type { Dates } from '../shared/dates.ts'
import { UNKNOWN } from '../shared/numbers.ts'
import { ChangeFigure } from './parts/change-figure.tsx'
import { Panel } from './parts/panel.tsx'
import { Settling } from './parts/settling.tsx'
import { StateGlyph } from './parts/state-glyph.tsx'
import { useSettledOrder } from './parts/use-settled-order.ts'
import { useText } from './texts/text.tsx'
import type { Today } from './use-today.ts'
import { moneyOf, sizeOf, textOf } from './wire/rows.ts'

const SHOWN_FIRST = 9
/** Beyond this a page of rows helps nobody. */
const SHOWN_MAX = 300

type Line = { readonly cinema: CinemaView; readonly row: AnswerRow | undefined }

/** Every cinema of the organisation: one without a figure keeps its row and says why. */
export function CinemasPanel({ today }: { readonly today: Today }) {
  const { t, dates } = useText()
  const [all, setAll] = useState(false)
  const hasFigures = useRef(false)
  const { cinemas: answer, scope, compared } = today
  const byId = new Map(answer?.rows.map((row) => [textOf(row, 'cinemaId'), row]))
  const lines = scope.cinemas
    .map((cinema): Line => ({ cinema, row: byId.get(cinema.id) }))
    .sort((one, other) => (sizeOf(other.row, 'gross') ?? -1) - (sizeOf(one.row, 'gross') ?? -1))
  const settled = useSettledOrder(
    answer ? lines : [],
    ({ cinema }) => cinema.id,
    hasFigures.current,
  )
  hasFigures.current = (answer?.rows.length ?? 0) > 0
  const shown = all ? settled.rows.slice(0, SHOWN_MAX) : firstLines(settled.rows)
  const more = settled.rows.length > shown.length && !all
  return (
    <Panel
      title={t('cinemas')}
      note={t('byGross')}
      className="cinemas"
      {...(more && {
        action: (
          <Button className="link-button" onPress={() => setAll(true)}>
            {t('allCount', { count: settled.rows.length })}
          </Button>
        ),
      })}
    >
      <table className="rows" {...settled.hover}>
        <thead>
          <tr>
            <th scope="col">{t('cinema')}</th>
            <th scope="col" className="figure sorted" aria-sort="descending">
              {t('gross')} <ArrowDown size={12} aria-hidden />
            </th>
            <th scope="col" className="figure">
              {t('versus', { day: dates.day(compared.week.day) })}
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map((line) => (
            <CinemaRow key={line.cinema.id} line={line} today={today} />
          ))}
        </tbody>
      </table>
      {!answer && <p className="panel-empty">{t('loading')}</p>}
      {all && settled.rows.length > SHOWN_MAX && (
        <p className="panel-empty">
          {t('moreCinemas', { count: settled.rows.length - SHOWN_MAX })}
        </p>
      )}
    </Panel>
  )
}

const DAY_MS = 86_400_000

/** A time, with its day where that was not within the last one. */
function sinceText(heardAt: string, timezone: string, { house }: Today, dates: Dates): string {
  const near = Date.parse(house.now) - Date.parse(heardAt) < DAY_MS
  return near ? dates.timeOf(heardAt, timezone) : dates.momentOf(heardAt, timezone)
}

/** The largest, but whoever is late or silent is always among them. */
function firstLines(lines: readonly Line[]): readonly Line[] {
  const isLate = ({ cinema: { state } }: Line) => state === 'stale' || state === 'silent'
  const late = lines.filter(isLate).slice(0, SHOWN_FIRST)
  const large = lines.filter((line) => !isLate(line)).slice(0, SHOWN_FIRST - late.length)
  const kept = new Set([...late, ...large])
  return lines.filter((line) => kept.has(line))
}

function CinemaRow({ line, today }: { readonly line: Line; readonly today: Today }) {
  const { t, numbers, dates } = useText()
  const { cinema, row } = line
  const running = today.scope.minuteNow !== undefined
  const state = running ? cinema.state : 'file'
  const gross = moneyOf(row, 'gross')
  const lastHeard = cinema.heardAt ? sinceText(cinema.heardAt, cinema.timezone, today, dates) : ''
  const heard = cinema.heardAt ? dates.timeOf(cinema.heardAt, cinema.timezone) : UNKNOWN
  const name = (
    <th scope="row" className="cell-name">
      {running && <StateGlyph state={state} />}
      {running && <span className="hidden-text">{t(`state_${state}`)}: </span>}
      {cinema.name}
    </th>
  )
  if (state === 'silent') {
    const figure = gross ? numbers.money(gross) : UNKNOWN
    return (
      <tr data-testid="cinema-row" data-cinema={cinema.id}>
        {name}
        <td colSpan={2} className="figure cell-span silent">
          {cinema.heardAt ? t('silentLast', { time: lastHeard }) : t('silentToday')}
          {gross && t('presaleOnly', { amount: figure })}
        </td>
      </tr>
    )
  }
  return (
    <tr data-testid="cinema-row" data-cinema={cinema.id}>
      {name}
      <td className="figure cell-lead" data-minor={gross?.minor}>
        {gross ? <Settling of={gross.minor}>{numbers.money(gross)}</Settling> : UNKNOWN}
      </td>
      <td className="figure cell-change">
        {state === 'stale' ? (
          <span className="stale">{t('staleAt', { time: heard })}</span>
        ) : (
          <ChangeFigure
            change={row && today.compared.ofCinema(row)}
            size={numbers.percentSize}
            words={{ up: t('up'), down: t('down') }}
          />
        )}
      </td>
    </tr>
  )
}
