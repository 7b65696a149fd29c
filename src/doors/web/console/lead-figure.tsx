import { minuteOf } from '#charts'
import { useStanding } from './freshness-chip.tsx'
import { ChangeFigure } from './parts/change-figure.tsx'
import { Choice } from './parts/choice.tsx'
import { RollingFigure } from './parts/rolling-figure.tsx'
import { Spark } from './parts/spark.tsx'
import { StateGlyph } from './parts/state-glyph.tsx'
import type { PageSearch, SearchChange } from './scope.ts'
import { useText } from './texts/text.tsx'
import type { DayCompared } from './use-comparison.ts'
import type { Today } from './use-today.ts'
import { moneyOf, numberOf } from './wire/rows.ts'

type LeadFigureProps = {
  readonly today: Today
  readonly search: PageSearch
  readonly change: (changed: SearchChange) => void
}

export function LeadFigure({ today, search, change }: LeadFigureProps) {
  const { t, dates } = useText()
  const { scope, total } = today
  const running = scope.minuteNow !== undefined
  const title = running ? t('leadToday') : t('leadDay', { day: dates.dayYear(scope.day) })
  return (
    <div className="lead-figure">
      <div className="lead-title">
        <h2>{title}</h2>
        {scope.currencies.length > 1 && (
          <Choice
            label={t('currency')}
            className="choice-small"
            value={scope.currency}
            items={scope.currencies.map((code) => ({ id: code, name: code }))}
            onChange={(currency) => change({ currency })}
          />
        )}
      </div>
      <Gross today={today} />
      {total && total.rows.length === 0 && !moneyOf(total.total, 'gross') ? (
        <p className="lead-say">{running ? t('noSalesToday') : t('noSalesDay')}</p>
      ) : (
        <Changes today={today} both={search.against !== 'week'} />
      )}
      {running && <LastHour today={today} />}
    </div>
  )
}

function Gross({ today }: { readonly today: Today }) {
  const { numbers, t } = useText()
  const standing = useStanding(today)
  const gross = moneyOf(today.total?.total, 'gross')
  const nothing = { minor: '0', currency: today.scope.currency }
  const shown = gross ?? (today.total ? nothing : undefined)
  const parts = shown && numbers.moneyParts(shown)
  const late = standing.state === 'stale' || standing.state === 'failed'
  return (
    <>
      <div
        className={`gross ${late ? 'gross-late' : ''}`}
        data-testid="gross"
        data-minor={shown?.minor}
        data-length={(parts ? parts.whole.length + parts.cents.length : 0) > 13 ? 'long' : 'short'}
      >
        {parts ? (
          <RollingFigure whole={parts.whole} cents={parts.cents} />
        ) : (
          <span className="gross-waiting">{t('loading')}</span>
        )}
      </div>
      {late && (
        <p className={`lead-late ${standing.state}`}>
          <StateGlyph state={standing.state} />
          {t(standing.key, standing.values)}
        </p>
      )}
    </>
  )
}

function Changes({ today, both }: { readonly today: Today; readonly both: boolean }) {
  const { t, dates } = useText()
  const { week, year, minute } = today.compared
  const { scope } = today
  const late = scope.cinemas.filter(({ state }) => state === 'silent' || state === 'stale')
  const leftOut = minute === undefined ? 0 : late.length
  if (week.cinemas === 0 && !year) return <p className="lead-say">{t('nothingToCompare')}</p>
  const at = (name: string) =>
    minute === undefined ? name : t('dayAt', { day: name, time: dates.clock(minute) })
  return (
    <div className="lead-changes">
      {week.cinemas > 0 && <OneChange compared={week} name={at(dates.day(week.day))} />}
      {both && year && <OneChange compared={year} name={at(dates.dayYear(year.day))} />}
      <p className="quiet">
        {t('likeForLike', { count: week.cinemas || (year?.cinemas ?? 0) })}
        {leftOut > 0 && t('leavesOut', { count: leftOut })}
      </p>
    </div>
  )
}

function OneChange({ compared, name }: { readonly compared: DayCompared; readonly name: string }) {
  const { t, numbers } = useText()
  const words = { up: t('up'), down: t('down') }
  return (
    <p>
      <ChangeFigure change={compared.gross} size={numbers.percentSize} words={words} />
      <span>{name}</span>
    </p>
  )
}

const STEP_MINUTES = 5
const STEPS = 12

/** Tickets of the last hour in steps of five minutes, as fine as the figures are kept. */
function LastHour({ today }: { readonly today: Today }) {
  const { t, numbers, dates } = useText()
  const { pace, scope } = today
  if (!pace || scope.minuteNow === undefined) return null
  const present = Math.floor(scope.minuteNow / STEP_MINUTES) * STEP_MINUTES
  const counts = new Map(
    pace.rows.map((row) => [minuteOf(row['saleTime']), numberOf(row, 'admissions') ?? 0]),
  )
  const values = Array.from({ length: STEPS }, (_, step) => {
    const minute = present - (STEPS - 1 - step) * STEP_MINUTES
    return Math.max(0, counts.get(minute) ?? 0)
  })
  const hour = values.reduce((sum, value) => sum + value, 0)
  const count = values.at(-1) ?? 0
  return (
    <div className="last-hour">
      <p>
        <b>{numbers.countExact(count)}</b>{' '}
        {t('ticketsSince', { count, time: dates.clock(present) })}
        <span className="quiet">{t('lastHour')}</span>
      </p>
      <Spark values={values} label={t('lastHourLabel', { tickets: numbers.countExact(hour) })} />
    </div>
  )
}
