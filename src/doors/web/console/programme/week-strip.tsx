import { shiftDay } from '../../shared/days.ts'
import { SeatRow } from '../parts/seat-row.tsx'
import { useText } from '../texts/text.tsx'
import type { ScreeningView } from '../wire/programme.ts'

type WeekStripProps = {
  readonly monday: string
  /** The day in sight; undefined when it is the whole week. */
  readonly day: string | undefined
  readonly present: string
  readonly screenings: readonly ScreeningView[]
  readonly onChoose: (day: string) => void
}

const WEEK = [0, 1, 2, 3, 4, 5, 6]

/** The week's seven days with what stands on each. */
export function WeekStrip({ monday, day, present, screenings, onChoose }: WeekStripProps) {
  const { t } = useText()
  return (
    <nav className="week-strip" aria-label={t('programmeWeek')}>
      {WEEK.map((index) => {
        const each = shiftDay(monday, index)
        return (
          <button
            key={each}
            type="button"
            className="week-day"
            aria-current={each === day ? 'date' : undefined}
            data-present={each === present ? '' : undefined}
            onClick={() => onChoose(each)}
          >
            <DayFigures
              day={each}
              index={index}
              screenings={screenings.filter(
                ({ tradingDay, status }) => tradingDay === each && status !== 'cancelled',
              )}
            />
          </button>
        )
      })}
    </nav>
  )
}

type DayFiguresProps = {
  readonly day: string
  readonly index: number
  readonly screenings: readonly ScreeningView[]
}

function DayFigures({ day, index, screenings }: DayFiguresProps) {
  const { t, dates, numbers } = useText()
  const planned = screenings.filter(({ status }) => status === 'planned').length
  const seats = screenings.reduce((sum, each) => sum + each.seats, 0)
  const sold = screenings.reduce((sum, each) => sum + each.sold, 0)
  return (
    <>
      <span className="wide week-name">{dates.day(day)}</span>
      <span className="narrow week-letter">{dates.weekday(index)}</span>
      <b className="narrow">{Number(day.slice(8))}</b>
      <span className="week-count">
        <span className="wide">
          {screenings.length === 0 ? '–' : t('screeningsCount', { count: screenings.length })}
        </span>
        <span className="narrow" aria-hidden>
          {screenings.length === 0 ? '–' : numbers.count(screenings.length)}
        </span>
        {planned > 0 && (
          <em>
            <i aria-hidden />
            <span className="wide">{t('plannedCount', { count: planned })}</span>
          </em>
        )}
      </span>
      {seats > 0 && (
        <span className="wide week-seats">
          <SeatRow share={sold / seats} />
          {t('soldCount', { count: sold })}
        </span>
      )}
    </>
  )
}
