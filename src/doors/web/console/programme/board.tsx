import type { MouseEvent } from 'react'
import { useEffect, useRef } from 'react'
import type { CinemaView } from '#venues/pure'
import { Panel } from '../parts/panel.tsx'
import { useText } from '../texts/text.tsx'
import type { Auditorium } from '../wire/plans.ts'
import type { ScreeningView } from '../wire/programme.ts'
import { BoardBlock } from './board-block.tsx'
import { byMinute, DAY_MINUTES, minutePointed } from './board-shape.ts'
import type { PlanStart } from './plan-form.tsx'
import { clockText } from './plan-times.ts'

export type DayProps = {
  readonly day: string
  readonly cinema: CinemaView
  readonly auditoria: readonly Auditorium[]
  readonly screenings: readonly ScreeningView[]
  readonly loading: boolean
  /** One of several days: nothing of it is drawn while nothing is planned. */
  readonly brief: boolean
  readonly onOpen: (id: string) => void
  readonly onPlan?: (start: PlanStart) => void
}

const HOURS = Array.from({ length: 12 }, (_, index) => index * 2)
/** Within so much of now an hour's clock has no room. */
const COVERED_MINUTES = 55
const BEFORE_MINUTES = 30

/** A trading day: a lane for each auditorium, its screenings where they lie in time. */
export function Board(props: DayProps) {
  const { day, cinema, auditoria, screenings, loading, brief } = props
  const { t, dates } = useText()
  const empty = !loading && screenings.length === 0
  const dayStart = cinema.dayStartsAt * 60
  const now = cinema.tradingDay === day ? cinema.minuteNow : undefined
  const first = Math.min(...screenings.map(({ minute }) => minute))
  const scroller = useScrolledTo((first - BEFORE_MINUTES - dayStart) / DAY_MINUTES, day)
  if (empty && brief) return <EmptyDay day={day} />
  return (
    <Panel
      title={dates.day(day)}
      note={loading ? t('houseLoading') : <DayNote screenings={screenings} />}
      className="board-panel"
    >
      <div className="board-scroll" ref={scroller}>
        <div className="board" data-loading={loading ? '' : undefined}>
          <div className="board-axis" aria-hidden>
            {HOURS.map((hour) => {
              const minute = dayStart + hour * 60
              // The clock of now takes the place of an hour that it would cover.
              if (now !== undefined && Math.abs(now - minute) < COVERED_MINUTES) return null
              return (
                <span key={hour} style={{ left: `${(hour / 24) * 100}%` }}>
                  {clockText(minute)}
                </span>
              )
            })}
          </div>
          {auditoria.map((auditorium) => (
            <Lane
              key={auditorium.id}
              {...props}
              auditorium={auditorium}
              screenings={screenings.filter(({ auditoriumId }) => auditoriumId === auditorium.id)}
            />
          ))}
          {now !== undefined && (
            <div className="board-now-frame" aria-hidden>
              <span
                className="board-now"
                style={{ left: `${((now - dayStart) / DAY_MINUTES) * 100}%` }}
              >
                <b>{clockText(now)}</b>
              </span>
            </div>
          )}
        </div>
      </div>
      {empty && (
        <p className="panel-empty">
          {t('boardEmpty', { day: dates.day(day) })} {props.onPlan && t('boardEmptyDo')}
        </p>
      )}
    </Panel>
  )
}

/** Where a board is wider than its place, its first screening is what is seen first. */
function useScrolledTo(share: number, day: string) {
  const scroller = useRef<HTMLDivElement>(null)
  const known = Number.isFinite(share)
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for a day; later it stays where it was put
  useEffect(() => {
    const { current } = scroller
    const axis = current?.querySelector('.board-axis')
    if (current && axis && known) current.scrollLeft = axis.clientWidth * share
  }, [day, known])
  return scroller
}

/** A day of a week on which there is nothing. */
export function EmptyDay({ day }: { readonly day: string }) {
  const { t, dates } = useText()
  return (
    <p className="empty-day">
      <b>{dates.day(day)}</b> <span className="quiet">{t('boardEmptyShort')}</span>
    </p>
  )
}

/** How much there is on a day, and how much of it is sold. */
export function DayNote({ screenings }: Pick<DayProps, 'screenings'>) {
  const { t } = useText()
  const live = screenings.filter(({ status }) => status !== 'cancelled')
  const sold = live.reduce((sum, each) => sum + each.sold, 0)
  const words = [t('screeningsCount', { count: live.length })]
  if (sold > 0) words.push(t('soldCount', { count: sold }))
  return words.join(' · ')
}

type LaneProps = DayProps & { readonly auditorium: Auditorium }

/** A press on a free moment plans there; by keyboard the button above does the same. */
function Lane({ day, cinema, auditorium, screenings, onOpen, onPlan }: LaneProps) {
  const { t } = useText()
  const plan = (event: MouseEvent<HTMLElement>) => {
    if (!onPlan || auditorium.version === 0 || event.target !== event.currentTarget) return
    const { left, width } = event.currentTarget.getBoundingClientRect()
    const minute = minutePointed((event.clientX - left) / width, cinema.dayStartsAt)
    onPlan({ day, auditoriumId: auditorium.id, time: clockText(minute) })
  }
  const live = screenings.filter(({ status }) => status !== 'cancelled').toSorted(byMinute)
  const cancelled = screenings.filter(({ status }) => status === 'cancelled').toSorted(byMinute)
  return (
    <section className="lane" aria-label={auditorium.name}>
      <header className="lane-name">
        <b>{auditorium.name}</b>
        <small>
          {auditorium.version === 0 ? t('noPlanYet') : t('seatsCount', { count: auditorium.seats })}
        </small>
      </header>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: a shortcut; the form has its button */}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: as above */}
      <div className="lane-track" data-plans={onPlan ? '' : undefined} onClick={plan}>
        {live.map((screening) => (
          <BoardBlock
            key={screening.id}
            screening={screening}
            dayStartsAt={cinema.dayStartsAt}
            onOpen={onOpen}
          />
        ))}
      </div>
      {cancelled.length > 0 && (
        <div className="lane-cancelled">
          {cancelled.map((screening) => (
            <BoardBlock
              key={screening.id}
              screening={screening}
              dayStartsAt={cinema.dayStartsAt}
              onOpen={onOpen}
            />
          ))}
        </div>
      )}
    </section>
  )
}

/** What the shapes on a board mean. */
export function BoardKey() {
  const { t } = useText()
  return (
    <p className="board-key" aria-hidden>
      <span>
        <i className="key-planned" /> {t('status_planned')}
      </span>
      <span>
        <i className="key-on-sale" /> {t('status_on_sale')}
      </span>
      <span>
        <i className="key-trailers" /> {t('trailers')}
      </span>
      <span>
        <i className="key-cleaning" /> {t('cleaning')}
      </span>
      <span>
        <i className="key-cancelled" /> <s>{t('status_cancelled')}</s>
      </span>
    </p>
  )
}
