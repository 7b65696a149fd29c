import type { ChartMark } from './answer-chart.ts'

const WAYS: Readonly<Record<string, readonly [column: number, line: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
}

/**
 * The mark that a key leads to from another, or the same where there is none that way. Undefined: the
 * key leads nowhere in a chart.
 */
export function walkedTo(
  marks: readonly ChartMark[],
  from: number | undefined,
  key: string,
): number | undefined {
  const here = from === undefined ? undefined : marks[from]
  if (key !== 'Home' && key !== 'End' && !(key in WAYS)) return undefined
  if (!here) return marks.length === 0 ? undefined : 0
  if (key === 'Home' || key === 'End') return endOf(marks, here, key === 'End')
  const [along, aside] = WAYS[key] ?? [0, 0]
  const oneColumn = marks.every(({ column }) => column === here.column)
  const oneLine = marks.every(({ line }) => line === here.line)
  // One column or one line: every arrow goes along it.
  const way = oneColumn || oneLine ? along + aside : along !== 0 ? along : aside
  const alongLine = oneLine || (!oneColumn && along !== 0)
  const next = alongLine ? nextInLine(marks, here, way) : nextLine(marks, here, way)
  return next ?? from
}

function nextInLine(marks: readonly ChartMark[], here: ChartMark, way: number) {
  return nearest(marks, (mark) => (mark.line === here.line ? (mark.column - here.column) * way : 0))
}

/** The next line over, in it the mark that is nearest. */
function nextLine(marks: readonly ChartMark[], here: ChartMark, way: number) {
  return nearest(marks, (mark) => {
    const over = (mark.line - here.line) * way
    return over <= 0 ? 0 : over * LINE_APART + Math.abs(mark.column - here.column)
  })
}

const LINE_APART = 100_000

/** The one that is least far ahead; what is not ahead is 0 or less. */
function nearest(marks: readonly ChartMark[], farOf: (mark: ChartMark) => number) {
  let best: { readonly index: number; readonly far: number } | undefined
  for (const [index, mark] of marks.entries()) {
    const far = farOf(mark)
    if (far > 0 && (!best || far < best.far)) best = { index, far }
  }
  return best?.index
}

function endOf(marks: readonly ChartMark[], here: ChartMark, last: boolean): number {
  const inRow = marks.flatMap((mark, index) => (mark.line === here.line ? [{ mark, index }] : []))
  const sorted = inRow.toSorted((one, other) => one.mark.column - other.mark.column)
  return (last ? sorted.at(-1) : sorted[0])?.index ?? 0
}
