import { ChevronRight, Plus } from 'lucide-react'
import { Button } from 'react-aria-components/Button'
import { Panel } from '../parts/panel.tsx'
import { SeatRow } from '../parts/seat-row.tsx'
import { useText } from '../texts/text.tsx'
import type { Auditorium } from '../wire/plans.ts'
import type { ScreeningView } from '../wire/programme.ts'
import type { DayProps } from './board.tsx'
import { DayNote, EmptyDay } from './board.tsx'
import { StatusWords } from './board-block.tsx'
import { byMinute, freeAt, overAt } from './board-shape.ts'
import { clockText } from './plan-times.ts'
import { useReleaseName } from './release-name.ts'

/** A trading day on a phone: each auditorium's screenings in their order, with the time between. */
export function DayList(props: DayProps) {
  const { day, auditoria, screenings, loading, brief, cinema } = props
  const { t, dates } = useText()
  const now = cinema.tradingDay === day ? cinema.minuteNow : undefined
  const empty = !loading && screenings.length === 0
  if (empty && brief) return <EmptyDay day={day} />
  return (
    <Panel
      title={dates.day(day)}
      note={loading ? t('houseLoading') : <DayNote screenings={screenings} />}
      className="day-list"
    >
      {empty && <p className="panel-empty">{t('boardEmpty', { day: dates.day(day) })}</p>}
      {auditoria.map((auditorium) => (
        <Hall
          key={auditorium.id}
          {...props}
          auditorium={auditorium}
          now={now}
          screenings={screenings.filter(({ auditoriumId }) => auditoriumId === auditorium.id)}
        />
      ))}
    </Panel>
  )
}

type HallProps = DayProps & {
  readonly auditorium: Auditorium
  readonly now: number | undefined
}

function Hall({ day, auditorium, screenings, now, onOpen, onPlan }: HallProps) {
  const { t } = useText()
  const ordered = screenings.toSorted(byMinute)
  const live = ordered.filter(({ status }) => status !== 'cancelled')
  const next = live.find(({ minute }) => now !== undefined && minute > now)
  const last = live.at(-1)
  const free = last ? clockText(Math.ceil(freeAt(last) / 5) * 5) : ''
  return (
    <section className="hall" aria-label={auditorium.name}>
      <header className="hall-head">
        <h3>{auditorium.name}</h3>
        <small>
          {auditorium.version === 0 ? t('noPlanYet') : t('seatsCount', { count: auditorium.seats })}
        </small>
        {onPlan && auditorium.version > 0 && (
          <Button
            className="icon-button"
            aria-label={t('planIn', { name: auditorium.name })}
            onPress={() => onPlan({ day, auditoriumId: auditorium.id, time: free })}
          >
            <Plus size={18} strokeWidth={1.75} />
          </Button>
        )}
      </header>
      <ol>
        {ordered.map((screening) => (
          <ScreeningRow
            key={screening.id}
            screening={screening}
            gap={gapBefore(live, screening)}
            now={screening === next ? now : undefined}
            onOpen={onOpen}
          />
        ))}
      </ol>
    </section>
  )
}

/** Minutes that the auditorium stands free before a screening; none before the first. */
function gapBefore(live: readonly ScreeningView[], screening: ScreeningView): number | undefined {
  const before = live[live.indexOf(screening) - 1]
  return before && screening.minute - freeAt(before)
}

type ScreeningRowProps = {
  readonly screening: ScreeningView
  readonly gap: number | undefined
  /** The present minute, where it belongs before this row. */
  readonly now: number | undefined
  readonly onOpen: (id: string) => void
}

function ScreeningRow({ screening, gap, now, onOpen }: ScreeningRowProps) {
  const { t } = useText()
  const named = useReleaseName()
  const { film, localTime, status, seats, sold, release } = screening
  return (
    <li>
      {now !== undefined && (
        <p className="row-now">
          <span>{t('nowAt', { time: clockText(now) })}</span>
        </p>
      )}
      {gap !== undefined && gap > 0 && <p className="row-gap">{t('freeFor', { minutes: gap })}</p>}
      <button
        type="button"
        className="screening-row"
        data-status={status}
        onClick={() => onOpen(screening.id)}
      >
        <b className="row-time">{localTime}</b>
        <span className="row-film">
          <span className="row-title">{film.title}</span>
          <span className="row-note">
            {named(release)} · {t('screeningUntil', { time: clockText(overAt(screening)) })}
          </span>
          <TimeBar screening={screening} />
        </span>
        <span className="row-figures">
          {status === 'on_sale' ? (
            <>
              <span>{t('soldOfShort', { sold, seats })}</span>
              <SeatRow share={seats === 0 ? 0 : sold / seats} />
            </>
          ) : (
            <span className="status-chip" data-status={status}>
              {t(`status_${status}`)}
            </span>
          )}
        </span>
        {status === 'on_sale' && <StatusWords screening={screening} />}
        <ChevronRight size={16} aria-hidden />
      </button>
    </li>
  )
}

/** Trailers, the film and cleaning by their lengths. */
export function TimeBar({ screening }: { readonly screening: ScreeningView }) {
  const { trailersMinutes, featureMinutes, cleaningMinutes } = screening
  return (
    <span className="time-bar" aria-hidden>
      <i className="time-trailers" style={{ flexGrow: trailersMinutes }} />
      <i className="time-feature" style={{ flexGrow: featureMinutes }} />
      <i className="time-cleaning" style={{ flexGrow: cleaningMinutes }} />
    </span>
  )
}
