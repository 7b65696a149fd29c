import type { AnswerChart, ChartPane, LegendEntry, Palette } from '#charts'
import { textWidth } from '#charts'

/** A piece of what stands around the drawings. */
export type FilePiece =
  | {
      readonly kind: 'text'
      readonly x: number
      /** Of the baseline. */
      readonly y: number
      readonly text: string
      readonly size: number
      readonly weight: 400 | 500 | 600
      readonly colour: string
      readonly align: 'left' | 'center'
    }
  | {
      readonly kind: 'box'
      readonly x: number
      readonly y: number
      readonly width: number
      readonly height: number
      readonly colour: string
    }
  | {
      readonly kind: 'line'
      readonly x1: number
      readonly y1: number
      readonly x2: number
      readonly y2: number
      readonly colour: string
      readonly width: number
      readonly dash: readonly number[]
    }

export type PlacedPane = {
  readonly pane: ChartPane
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export type ChartSheet = {
  readonly width: number
  readonly height: number
  readonly ground: string
  readonly pieces: readonly FilePiece[]
  readonly panes: readonly PlacedPane[]
}

export type SheetWords = {
  readonly title: string
  /** Days and filters, freshness, sources: a paragraph each. */
  readonly foot: readonly string[]
}

export const SHEET_MARGIN = 24
const PANE_GAP = 24
const PANE_HEAD = 30
const LEGEND_LINE = 20
const FOOT_LINE = 17
const SCALE_STEP = 38

/** Title, legend, drawings and foot on one sheet, from top to bottom. */
export function chartSheet(
  chart: AnswerChart,
  words: SheetWords,
  { width, height, palette }: { width: number; height: number; palette: Palette },
): ChartSheet {
  const inner = width - 2 * SHEET_MARGIN
  const pieces: FilePiece[] = []
  let y = SHEET_MARGIN
  for (const line of wrapped(words.title, inner, 18)) {
    pieces.push(text(line, SHEET_MARGIN, y + 18, palette.ink, { size: 18, weight: 600 }))
    y += 26
  }
  y += 6
  const legend = legendPieces(chart.legend, { top: y, inner, palette })
  pieces.push(...legend.pieces)
  y += legend.height
  const placed = placePanes(chart.panes, { top: y, inner, height, palette })
  pieces.push(...placed.pieces)
  y = placed.bottom + 8
  for (const paragraph of [...chart.remarks, ...words.foot]) {
    for (const line of wrapped(paragraph, inner, 11)) {
      y += FOOT_LINE
      pieces.push(text(line, SHEET_MARGIN, y, palette.ink3, { size: 11, weight: 400 }))
    }
  }
  return {
    width,
    height: Math.ceil(y + SHEET_MARGIN),
    ground: palette.surface,
    pieces,
    panes: placed.panes,
  }
}

/** How much of a sheet is not drawing, about: what a wanted height leaves for the chart. */
export function drawingHeight(height: number, words: SheetWords, width: number): number {
  const inner = width - 2 * SHEET_MARGIN
  const lines = words.foot.flatMap((paragraph) => wrapped(paragraph, inner, 11)).length
  const titles = wrapped(words.title, inner, 18).length
  const rest = 2 * SHEET_MARGIN + titles * 26 + 14 + LEGEND_LINE + lines * FOOT_LINE
  return Math.max(160, height - rest)
}

function text(
  said: string,
  x: number,
  y: number,
  colour: string,
  {
    size,
    weight,
    align = 'left',
  }: { size: number; weight: 400 | 500 | 600; align?: 'left' | 'center' },
): FilePiece {
  return { kind: 'text', x, y, text: said, size, weight, colour, align }
}

type LegendParts = { readonly top: number; readonly inner: number; readonly palette: Palette }

const DASHES: Readonly<Partial<Record<LegendEntry['mark'], readonly number[]>>> = {
  dash: [6, 4],
  dot: [1.5, 4],
  longDash: [12, 4, 1.5, 4],
}

function legendPieces(entries: readonly LegendEntry[], { top, inner, palette }: LegendParts) {
  const pieces: FilePiece[] = []
  let [x, y] = [SHEET_MARGIN, top]
  for (const { name, colour, mark } of entries) {
    const room = MARK_ROOM[mark] ?? 18
    const width = room + textWidth(name, 12) + 20
    if (x > SHEET_MARGIN && x + width > SHEET_MARGIN + inner)
      [x, y] = [SHEET_MARGIN, y + LEGEND_LINE]
    pieces.push(...markPieces(mark, colour, x, y + 8))
    pieces.push(text(name, x + room, y + 12, palette.ink2, { size: 12, weight: 500 }))
    x += width
  }
  return { pieces, height: entries.length === 0 ? 0 : y - top + LEGEND_LINE + 4 }
}

const MARK_ROOM: Readonly<Partial<Record<LegendEntry['mark'], number>>> = {
  line: 27,
  dash: 27,
  dot: 27,
  longDash: 27,
  tick: 12,
  word: 0,
}

function markPieces(
  mark: LegendEntry['mark'],
  colour: string,
  x: number,
  y: number,
): readonly FilePiece[] {
  const line = (
    x1: number,
    y1: number,
    x2: number,
    y2: number,
    width: number,
    dash: readonly number[] = [],
  ) => ({ kind: 'line', x1, y1, x2, y2, colour, width, dash }) as const
  switch (mark) {
    case 'word':
      return []
    case 'tick':
      return [line(x + 3, y - 7, x + 3, y + 6, 2)]
    case 'hatch':
      return [0, 4, 8].map((at) => line(x + at, y + 5, x + at + 4, y - 5, 1))
    case 'block':
    case 'ring':
      return [{ kind: 'box', x, y: y - 5, width: 11, height: 11, colour }]
    default:
      return [line(x, y, x + 20, y, mark === 'line' ? 2.5 : 1.5, DASHES[mark])]
  }
}

type PaneParts = LegendParts & { readonly height: number }

/** Panes that share a line stand beside each other; one that needs all of it stands alone. */
function placePanes(panes: readonly ChartPane[], { top, inner, height, palette }: PaneParts) {
  const pieces: FilePiece[] = []
  const placed: PlacedPane[] = []
  const headed = panes.some(({ title, scale }) => title !== undefined || scale)
  const head = headed ? PANE_HEAD : 0
  const beside = panes.every(({ columns }) => columns < 12)
  let [x, y] = [SHEET_MARGIN, top]
  for (const pane of panes) {
    const width = beside ? (inner - PANE_GAP * (panes.length - 1)) * (pane.columns / 12) : inner
    pieces.push(...headPieces(pane, { x, y, width, palette }))
    placed.push({ pane, x, y: y + head, width: Math.floor(width), height })
    if (beside) x += width + PANE_GAP
    else y += head + height + 12
  }
  return { pieces, panes: placed, bottom: beside ? y + head + height : y }
}

type HeadParts = {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly palette: Palette
}

function headPieces({ title, scale }: ChartPane, { x, y, width, palette }: HeadParts) {
  const pieces: FilePiece[] = []
  if (title !== undefined)
    pieces.push(text(title, x, y + 14, palette.ink2, { size: 13, weight: 500 }))
  if (!scale) return pieces
  const step = Math.min(SCALE_STEP, (width * 0.62) / scale.colours.length)
  const left = x + width - step * scale.colours.length
  for (const [at, colour] of scale.colours.entries()) {
    pieces.push({ kind: 'box', x: left + at * step, y, width: step - 1, height: 8, colour })
    const label = scale.labels[at] ?? ''
    const align = at === 0 ? ('left' as const) : ('center' as const)
    if (label !== '') {
      pieces.push(
        text(label, left + at * step, y + 20, palette.ink3, { size: 11, weight: 400, align }),
      )
    }
  }
  return pieces
}

/** A text in lines of a width; Han text breaks anywhere, other text between words. */
export function wrapped(paragraph: string, width: number, size: number): readonly string[] {
  const lines: string[] = []
  let line = ''
  for (const part of paragraph.match(
    /[\u2e80-\u9fff\uff00-\uff60]|[^\s\u2e80-\u9fff\uff00-\uff60]+\s*|\s+/gu,
  ) ?? []) {
    if (line !== '' && textWidth(line + part.trimEnd(), size) > width) {
      lines.push(line.trimEnd())
      line = ''
    }
    line += part
  }
  return line.trim() === '' ? lines : [...lines, line.trimEnd()]
}
