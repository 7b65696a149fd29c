import type { ChartLine } from './chart-lines.ts'

export type StackPart = { readonly size: number; readonly top: number }

/** Each line's part of every place, one on the other; as shares each place adds up to 1. */
export function stackOf(
  lines: readonly ChartLine[],
  places: number,
  asShare: boolean,
): readonly (readonly StackPart[])[] {
  const tops = Array.from({ length: places }, () => 0)
  // What was refunded more than sold has no part of a whole.
  const sizeOf = (line: ChartLine, at: number) => Math.max(0, line.cells[at]?.value ?? 0)
  const wholes = tops.map((_, at) => lines.reduce((sum, line) => sum + sizeOf(line, at), 0))
  return lines.map((line) =>
    tops.map((top, at) => {
      const whole = asShare ? (wholes[at] ?? 0) : 1
      const size = whole === 0 ? 0 : sizeOf(line, at) / whole
      tops[at] = top + size
      return { size, top: top + size }
    }),
  )
}
