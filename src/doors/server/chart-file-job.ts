import type { AnswerChart, ChartInput, Manner } from '#charts'
import { DARK, drawAnswer, LIGHT } from '#charts'
import type { Outcome } from '#kernel'
import { accept, refuse } from '#kernel'
import { datesOf, numbersOf } from '#web'
import type { FileLang } from './answer-file-words.ts'
import { takeFontsFor } from './chart-file-fonts.ts'
import type { ChartSheet, SheetWords } from './chart-file-layout.ts'
import { chartSheet, drawingHeight, SHEET_MARGIN } from './chart-file-layout.ts'
import { worldOutline } from './chart-file-outline.ts'
import { sheetPng } from './chart-file-png.ts'
import { sheetSvg } from './chart-file-svg.ts'

/** All that a picture is made of, as plain values: it is drawn where it holds up nobody. */
export type ChartJob = {
  readonly input: Omit<ChartInput, 'manner' | 'palette' | 'width' | 'narrow' | 'outline'>
  readonly lang: FileLang
  readonly theme: 'light' | 'dark'
  readonly timezone?: string
  readonly dayStartsAt?: number
  readonly words: SheetWords
  readonly format: 'svg' | 'png'
  readonly width: number
  readonly height?: number | undefined
}

export type DrawnJob = Outcome<Uint8Array, 'chart_font_missing'>

/** Below this, names and labels are cut as on a phone. */
const NARROW = 480
const NAMED_LETTERS = 8

export async function drawJob(job: ChartJob): Promise<DrawnJob> {
  const { words, width, format, input } = job
  const palette = job.theme === 'dark' ? DARK : LIGHT
  const height = job.height === undefined ? undefined : drawingHeight(job.height, words, width)
  const chart = drawAnswer({
    ...input,
    palette,
    manner: mannerOf(job),
    width: width - 2 * SHEET_MARGIN,
    narrow: width < NARROW,
    ...(height !== undefined && { height }),
    ...(input.kind === 'map' && { outline: await worldOutline() }),
  })
  const sheet = chartSheet(chart, words, {
    width,
    height: paneHeight(chart, input.kind, height),
    palette,
  })
  if (format === 'svg') return accept(new TextEncoder().encode(sheetSvg(sheet)))
  const missing = takeFontsFor(lettersOf(sheet, chart))
  if (missing.length === 0) return accept(sheetPng(sheet))
  const some = missing.slice(0, NAMED_LETTERS).join(' ')
  return refuse('chart_font_missing', `No font here has the letters ${some}. Ask for format=svg.`)
}

export function mannerOf({
  lang,
  timezone,
  dayStartsAt,
}: Pick<ChartJob, 'lang' | 'timezone' | 'dayStartsAt'>): Manner {
  return {
    lang,
    numbers: numbersOf(lang),
    dates: datesOf(lang),
    ...(timezone !== undefined && { timezone }),
    ...(dayStartsAt !== undefined && { dayStartsAt }),
  }
}

/** Rows need what they need; panes under each other share what there is. */
function paneHeight(
  chart: AnswerChart,
  kind: ChartInput['kind'],
  wanted: number | undefined,
): number {
  if (wanted === undefined || kind === 'seats') return chart.height
  const stands = chart.panes.length > 1 && chart.panes.some(({ columns }) => columns === 12)
  const own = kind === 'bar' || kind === 'heat' ? Math.min(wanted, chart.height * 1.6) : wanted
  return Math.floor(stands ? own / chart.panes.length : own)
}

/** Everything that may be written: names of rows, figures and all that stands around them. */
function lettersOf({ pieces }: ChartSheet, { table, marks }: AnswerChart): string {
  const around = pieces.map((piece) => (piece.kind === 'text' ? piece.text : ''))
  const said = marks.map((mark) => mark.said)
  return [...around, ...table.rows.flat(), ...table.heads, ...said, ALWAYS].join('')
}

/** Of axes and so-far labels, which no cell carries. */
const ALWAYS = '…–−+%€$£¥0123456789km 万亿元月日年周一二三四五六日星期目前第季度其他项持平线 so far'
