import type { AnswerRow } from '#metrics/pure'
import type { ChartInput } from './answer-chart.ts'
import type { TipRow } from './axis.ts'
import { lineMark, tipTable } from './axis.ts'
import type { ChartAxis } from './chart-axis.ts'
import { standingName } from './chart-axis.ts'
import type { ChartLine } from './chart-lines.ts'
import { comparisonsOf } from './chart-lines.ts'
import { changeOf, changeText, figureOf, figureText } from './figure.ts'
import type { LineLook } from './line-look.ts'
import { chartWords } from './words.ts'

type TipParts = {
  readonly input: ChartInput
  readonly axis: ChartAxis
  readonly lines: readonly ChartLine[]
  readonly looks: readonly LineLook[]
  /** What happened then, by place. */
  readonly notes: ReadonlyMap<number, readonly string[]>
}

/** The table of one place on the axis, most first. */
export function axisTip(parts: TipParts) {
  const { input, axis, lines, looks, notes } = parts
  const words = chartWords(input.manner.lang)
  return (shown: unknown): string => {
    const at = tipPlace(shown, axis)
    const name = axis.names[at]
    if (name === undefined) return ''
    const rows = lines
      .flatMap((line, index) => {
        const cell = line.cells[at]
        return cell ? [{ line, cell, look: looks[index] }] : []
      })
      .toSorted((one, other) => other.cell.value - one.cell.value)
      .map(({ line, cell, look }): TipRow => {
        const figure = figureText(cell.figure, line.metric, input.manner)
        const mark = look ? lineMark(look.colour, look.strokes) : ''
        return { mark, name: line.name, figure: figure + changeBeside(line, cell.row, input) }
      })
    const said = (notes.get(at) ?? []).map((note): TipRow => ({ name: note, figure: '' }))
    const head = standingName(name, axis, at, words)
    return tipTable(head, [...rows, ...said])
  }
}

/** A line of its own that has no comparison line beside it says its change in the tip. */
function changeBeside(line: ChartLine, row: AnswerRow | undefined, input: ChartInput): string {
  const [comparison] = comparisonsOf(input)
  if (line.role !== 'own' || !row || comparison === undefined) return ''
  const { id, unit } = line.metric
  const change = changeOf(figureOf(row, id), figureOf(row, id, comparison), unit)
  return change === undefined ? '' : `  ${changeText(change, unit, input.manner)}`
}

/** ECharts hands its formatter a list whose first member carries the axis' value. */
function tipPlace(shown: unknown, axis: ChartAxis): number {
  const first: unknown = Array.isArray(shown) ? shown[0] : shown
  if (typeof first !== 'object' || first === null) return -1
  if ('axisValue' in first) return axis.at(String(first.axisValue))
  return 'dataIndex' in first ? Number(first.dataIndex) : -1
}
