import type { ChartScale } from './answer-chart.ts'
import type { Palette } from './palette.ts'

type Thresholds = readonly [number, number, number]

/** 0 to 6, 3 is the middle: thresholds are the same on both sides. */
export function divergingStep(value: number, thresholds: Thresholds): number {
  const size = Math.abs(value)
  const reached = thresholds.filter((threshold) => threshold > 0 && size >= threshold).length
  return 3 + (value < 0 ? -reached : reached)
}

/** The ground of a step and what is written on it. Only the outermost carry figures. */
export function divergingColour(step: number, palette: Palette) {
  const ground = palette.diverging[step] ?? palette.sunken
  return { ground, ink: step === 0 || step === 6 ? palette.surface : palette.ink }
}

export function divergingScale(
  thresholds: Thresholds,
  palette: Palette,
  label: (value: number) => string,
): ChartScale {
  const [small, middle, large] = thresholds
  const labels = ['', -large, -middle, -small, small, middle, large]
  return {
    colours: palette.diverging,
    labels: labels.map((value) => (typeof value === 'number' ? label(value) : value)),
  }
}
