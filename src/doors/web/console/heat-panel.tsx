import { useMemo } from 'react'
import type { HeatCell } from '#charts'
import { chartValue, heatOption, heatThresholds, tradingHour } from '#charts'
import type { Answer } from '#metrics/pure'
import { UNKNOWN } from '../shared/numbers.ts'
import { ChartFrame } from './chart-frame.tsx'
import type { HistoryView } from './history-span.ts'
import { ChartView } from './parts/chart-view.tsx'
import { HeatScale } from './parts/heat-scale.tsx'
import { Panel } from './parts/panel.tsx'
import { useNarrow } from './parts/use-width.ts'
import type { Measure, PageScope } from './scope.ts'
import { useText } from './texts/text.tsx'
import { usePalette } from './theme.tsx'
import { useAnswer } from './wire/queries.ts'
import { weekdayIndex } from './wire/rows.ts'

type HeatPanelProps = {
  readonly scope: PageScope
  readonly view: HistoryView
  readonly measure: Measure
}

const WEEKDAYS = [0, 1, 2, 3, 4, 5, 6]

/** When people come: weekday against the hour at which the screening starts. */
export function HeatPanel({ scope, view, measure }: HeatPanelProps) {
  const { t, numbers, dates } = useText()
  const palette = usePalette()
  const narrow = useNarrow()
  const { from, to } = view
  const { currency } = scope
  const { data } = useAnswer({
    ...scope.asks,
    from,
    to,
    metrics: ['gross', 'admissions'],
    by: ['weekday', 'hour'],
  })
  const cells = useMemo(
    () => cellsOf(data, measure, scope.dayStartsAt),
    [data, measure, scope.dayStartsAt],
  )
  const hours = useMemo(() => hoursOf(cells), [cells])
  const gross = measure === 'gross'
  const name = gross ? t('gross') : t('admissions')
  const short = (value: number) =>
    gross ? numbers.moneyShort(value, currency) : numbers.countShort(value)
  const figure = (value: number) =>
    gross
      ? numbers.money({ minor: String(Math.round(value)), currency })
      : numbers.countExact(value)
  // The unit stands beside the title; a cell has room for the figure alone.
  const bare = (value: number) => short(value).replace(/^\D+|\s/g, '')
  const hourName = (hour: number) => dates.clock(hour * 60)
  const option = heatOption({
    cells,
    hours,
    weekdays: WEEKDAYS.map(dates.weekday),
    palette,
    narrow,
    cellFigure: bare,
    figure,
    hourName,
    cellName: (weekday, hour) =>
      t('heatCell', { weekday: dates.weekdayLong(weekday), hour: hourName(hour) }),
    measure: name,
  })
  const valueAt = (weekday: number, hour: number) =>
    cells.find((cell) => cell.weekday === weekday && cell.hour === hour)?.value
  const rows = WEEKDAYS.map((weekday) => [
    dates.weekdayLong(weekday),
    ...hours.map((hour) => {
      const value = valueAt(weekday, hour)
      return value === undefined ? UNKNOWN : short(value)
    }),
  ])
  const label = t('heatLabel', { measure: name })
  const table = { caption: label, heads: [t('weekday'), ...hours.map(hourName)], rows }
  const thresholds = heatThresholds(cells.map(({ value }) => value))
  return (
    <Panel
      title={t('whenTheyCome')}
      note={gross ? `${t('byStartHour')} · ${currency}` : t('byStartHour')}
      className="heat"
    >
      <ChartFrame
        table={table}
        legend={<HeatScale colours={palette.heat} labels={thresholds.map(bare)} />}
      >
        {data && cells.length === 0 ? (
          <p className="panel-empty">{t('noSalesSpan')}</p>
        ) : (
          <ChartView option={option} label={label} height={narrow ? 220 : 264} />
        )}
      </ChartFrame>
    </Panel>
  )
}

function cellsOf(
  answer: Answer | undefined,
  measure: Measure,
  dayStartsAt: number,
): readonly HeatCell[] {
  return (answer?.rows ?? []).flatMap((row) => {
    const weekday = weekdayIndex(row['weekday'])
    const hour = tradingHour(row['hour'], dayStartsAt)
    if (weekday === undefined || hour === undefined) return []
    return [{ weekday, hour, value: chartValue(row, measure) }]
  })
}

/** Every hour from the first to the last, so that a gap in the day is seen as one. */
function hoursOf(cells: readonly HeatCell[]): readonly number[] {
  if (cells.length === 0) return []
  const hours = cells.map(({ hour }) => hour)
  const first = Math.min(...hours)
  return Array.from({ length: Math.max(...hours) - first + 1 }, (_, index) => first + index)
}
