import type { Unit } from '#metrics/pure'
import { gridStep } from './axis.ts'
import { shortText } from './figure.ts'
import type { Manner } from './manner.ts'
import type { Palette } from './palette.ts'
import { textWidth } from './text-width.ts'

type Measured = {
  readonly unit: Unit
  readonly currency: string | undefined
  readonly manner: Manner
  readonly palette: Palette
}

/** An axis of figures: from zero, four gridlines, below zero only where a figure is. */
export type ValueAxis = {
  readonly min: number
  readonly max: number
  readonly step: number
  readonly label: (value: number) => string
  /** Room that its labels need beside the chart. */
  readonly room: number
}

/** Less than this is nothing on any axis. */
const TOO_SMALL = 1e-9

export function valueAxis(
  values: readonly number[],
  { unit, currency, manner }: Measured,
): ValueAxis {
  const seen = values.filter((value) => Math.abs(value) > TOO_SMALL)
  const most = Math.max(0, ...seen)
  const least = Math.min(0, ...seen)
  const counted = unit !== 'money' && unit !== 'share' && unit !== 'ratio' && unit !== 'change'
  const step = Math.max(gridStep(most - least), counted && most - least > 4 ? 1 : 0)
  const max = least < 0 ? Math.ceil(most / step - 1e-9) * step : step * 4
  const min = least < 0 ? Math.floor(least / step + 1e-9) * step : 0
  const label = (value: number) =>
    value === 0 ? '0' : most === least ? '' : shortText(tidied(value, step), unit, currency, manner)
  const steps = Math.round((max - min) / step)
  const labels = Array.from({ length: steps + 1 }, (_, index) => label(min + index * step))
  const room = Math.ceil(Math.max(...labels.map((text) => textWidth(text)))) + 12
  return { min, max, step, label, room }
}

/** 0.1 + 0.2 on an axis is 0.3. */
function tidied(value: number, step: number): number {
  return Number((Math.round(value / step) * step).toPrecision(12))
}

export function valueAxisOption(axis: ValueAxis, palette: Palette) {
  return {
    type: 'value' as const,
    min: axis.min,
    max: axis.max,
    interval: axis.step,
    axisLine: { show: false },
    axisTick: { show: false },
    axisLabel: { color: palette.ink3, fontSize: 11, formatter: axis.label },
    splitLine: { lineStyle: { color: palette.line } },
  }
}
