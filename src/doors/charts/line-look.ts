import type { LegendEntry } from './answer-chart.ts'
import type { ChartLine } from './chart-lines.ts'
import type { Palette } from './palette.ts'

/** How a line is drawn: now is solid, then is dashed, next is dotted; colour comes second. */
export type LineLook = {
  readonly colour: string
  readonly width: number
  readonly type: 'solid' | number[]
  /** The same for a piece of it in a tip or legend. */
  readonly strokes: string
  readonly mark: LegendEntry['mark']
  /** Shape of its head, so that lines of one kind do not rest on colour. */
  readonly head: string
}

const HEADS = ['circle', 'rect', 'triangle', 'diamond', 'roundRect']
const COMPARED = [
  { type: [6, 4], mark: 'dash' },
  { type: [1.5, 4], mark: 'dot' },
  { type: [12, 4, 1.5, 4], mark: 'longDash' },
] as const

/** The look of each line, in their order. */
export function lineLooks(lines: readonly ChartLine[], palette: Palette): readonly LineLook[] {
  let own = 0
  let compared = 0
  return lines.map(({ role }) => {
    if (role === 'compare') {
      const look = COMPARED[Math.min(compared, COMPARED.length - 1)] ?? COMPARED[0]
      compared += 1
      const type = [...look.type]
      const strokes = type.join(' ')
      return { colour: palette.compare, width: 1.5, type, strokes, mark: look.mark, head: 'circle' }
    }
    const others = role === 'others'
    const colour = others ? palette.compare : (palette.categories[own] ?? palette.compare)
    const head = HEADS[own % HEADS.length] ?? 'circle'
    const width = others || own > 0 ? 1.75 : 2.5
    own += others ? 0 : 1
    return { colour, width, type: 'solid', strokes: '', mark: 'line', head }
  })
}

export function legendOf(
  lines: readonly ChartLine[],
  looks: readonly LineLook[],
  as?: 'block',
): readonly LegendEntry[] {
  return lines.map(({ name }, index) => {
    const look = looks[index]
    return { name, colour: look?.colour ?? '', mark: as ?? look?.mark ?? 'line' }
  })
}
