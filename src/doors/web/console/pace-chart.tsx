import { useMemo } from 'react'
import type { PaceLine, PaceRole } from '#charts'
import { paceAt, paceOption } from '#charts'
import { UNKNOWN } from '../shared/numbers.ts'
import type { FrameTable } from './chart-frame.tsx'
import { ChartFrame } from './chart-frame.tsx'
import { ChartView } from './parts/chart-view.tsx'
import { useNarrow } from './parts/use-width.ts'
import type { Texts } from './texts/text.tsx'
import { useText } from './texts/text.tsx'
import { usePalette } from './theme.tsx'
import type { Pace } from './use-pace.ts'
import type { Today } from './use-today.ts'

type PaceChartProps = { readonly today: Today; readonly pace: Pace }

/** The day's takings as they came, against the days it is compared with. */
export function PaceChartView({ today, pace }: PaceChartProps) {
  const texts = useText()
  const { t, dates, numbers } = texts
  const palette = usePalette()
  const narrow = useNarrow()
  const { scope } = today
  const { minuteNow, currency } = scope
  const { day } = scope
  const weekDay = today.compared.week.day
  const yearDay = today.compared.year?.day
  const running = minuteNow !== undefined
  const lines = useMemo(
    () => paceLines({ day, running, weekDay, yearDay, narrow }, pace, texts),
    [day, running, weekDay, yearDay, narrow, pace, texts],
  )
  const money = (minor: number) => numbers.money({ minor: String(Math.round(minor)), currency })
  const option = useMemo(
    () =>
      paceOption({
        lines,
        palette,
        narrow,
        axisLabel: (minor) => numbers.moneyShort(minor, currency),
        figure: (minor) => numbers.money({ minor: String(Math.round(minor)), currency }),
        clock: dates.clock,
        ...(minuteNow !== undefined && {
          now: minuteNow,
          nowLabel: t('nowAt', { time: dates.clock(minuteNow) }),
        }),
      }),
    [lines, palette, narrow, numbers, currency, dates, minuteNow, t],
  )
  const table = paceTable(lines, texts, money, minuteNow)
  const empty = lines.every(({ points }) => points.length === 0)
  const unstated = pace.slots?.unstated ?? 0
  return (
    <div className="lead-chart">
      <ChartFrame table={table} legend={<PaceLegend lines={lines} />}>
        <ChartView option={option} label={table.caption} height={narrow ? 210 : 256} />
        {empty && <p className="chart-empty">{today.total ? t('noSalesDay') : t('loading')}</p>}
      </ChartFrame>
      {pace.byStart && <p className="chart-note">{t('paceByStart')}</p>}
      {unstated > 0 && (
        <p className="chart-note">{t('paceUnstated', { amount: money(unstated) })}</p>
      )}
    </div>
  )
}

type Days = {
  readonly day: string
  readonly running: boolean
  readonly weekDay: string
  readonly yearDay: string | undefined
  readonly narrow: boolean
}

function paceLines(days: Days, pace: Pace, { t, dates }: Texts): readonly PaceLine[] {
  const { day, running, weekDay, yearDay, narrow } = days
  const named = narrow ? dates.dayShort : dates.day
  const lines: PaceLine[] = [
    { role: 'today', name: running ? t('today') : named(day), points: pace.today },
    { role: 'week', name: named(weekDay), points: pace.week },
  ]
  if (yearDay !== undefined) {
    const name = narrow ? yearDay.slice(0, 4) : dates.date(yearDay)
    lines.push({ role: 'year', name, points: pace.year })
  }
  return lines.filter(({ role, points }) => role === 'today' || points.length > 0)
}

const DASHES: Record<PaceRole, string> = { today: '', week: '6 4', year: '1.5 4' }

function PaceLegend({ lines }: { readonly lines: readonly PaceLine[] }) {
  return lines.map(({ role, name }) => (
    <span key={role} className={`legend legend-${role}`}>
      <svg width="18" height="4" aria-hidden>
        <line x1="0" y1="2" x2="18" y2="2" strokeDasharray={DASHES[role]} />
      </svg>
      {name}
    </span>
  ))
}

function paceTable(
  lines: readonly PaceLine[],
  { t, dates }: Texts,
  money: (minor: number) => string,
  minuteNow: number | undefined,
): FrameTable {
  const minutes = lines.flatMap(({ points }) => points.map(({ minute }) => minute))
  const first = Math.ceil(Math.min(...minutes) / 60)
  const last = Math.ceil(Math.max(...minutes) / 60)
  const hours =
    minutes.length === 0 ? [] : Array.from({ length: last - first + 1 }, (_, i) => first + i)
  return {
    caption: t('paceLabel'),
    heads: [t('until'), ...lines.map(({ name }) => name)],
    rows: hours.map((hour) => [
      dates.clock(hour * 60),
      ...lines.map(({ role, points }) => {
        const over = role === 'today' && minuteNow !== undefined && hour * 60 > minuteNow
        const value = over ? undefined : paceAt(points, hour * 60)
        return value === undefined ? UNKNOWN : money(value)
      }),
    ]),
  }
}
