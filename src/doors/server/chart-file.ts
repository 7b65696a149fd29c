import type { AnswerChart, ChartInput, ChartKind, Manner, Place } from '#charts'
import {
  chartDays,
  chartTitle,
  DARK,
  drawAnswer,
  drawnMetric,
  fittingChart,
  LIGHT,
  metricName,
} from '#charts'
import type { Asker } from '#identity'
import type { Outcome } from '#kernel'
import { accept, refuse } from '#kernel'
import type { Answer, MetricId } from '#metrics'
import { findAnnotations } from '#reports'
import { datesOf, numbersOf } from '#web'
import { filterLines, valueNames } from './answer-file-about.ts'
import type { FileLang } from './answer-file-words.ts'
import { fileWords } from './answer-file-words.ts'
import type { SheetWords } from './chart-file-layout.ts'
import { chartSheet, drawingHeight, SHEET_MARGIN } from './chart-file-layout.ts'
import { worldOutline } from './chart-file-outline.ts'
import { cinemaPlaces } from './chart-file-places.ts'
import { chartFileWords } from './chart-file-words.ts'
import type { House } from './house.ts'

export type ChartAsked = {
  readonly kind?: ChartKind | undefined
  readonly metric?: MetricId | undefined
  readonly format: 'svg' | 'png'
  readonly lang: FileLang
  readonly theme: 'light' | 'dark'
  readonly width: number
  readonly height?: number | undefined
}

export type ChartFile = { readonly title: string; readonly bytes: Uint8Array }

type ChartRefusal = 'chart_font_missing' | 'chart_unfit'

/** From here on names and labels have the room of a page. */
const NARROW = 480
const NAMED_LETTERS = 8

/** An answer as the picture of a chart, with its title above it and what it rests on below. */
export async function chartFile(
  house: House,
  asker: Asker,
  answer: Answer,
  asked: ChartAsked,
): Promise<Outcome<ChartFile, ChartRefusal>> {
  const places = await placesFor(house, asker, answer)
  const fitting = fittingChart(answer.question, answer, places).filter((kind) => kind !== 'table')
  const kind = fitting.find((one) => one === asked.kind) ?? fitting[0]
  if (kind === undefined) {
    return refuse('chart_unfit', 'Figures by more than two dimensions, or by none, are a table.')
  }
  const input = await chartInput(house, asker, { answer, asked, kind, places })
  const words = await sheetWords(house, input)
  const height =
    asked.height === undefined ? undefined : drawingHeight(asked.height, words, asked.width)
  const chart = drawAnswer({ ...input, ...(height !== undefined && { height }) })
  const sheet = chartSheet(chart, words, {
    width: asked.width,
    height: paneHeight(chart, kind, height),
    palette: input.palette,
  })
  if (asked.format === 'svg') {
    const { sheetSvg } = await import('./chart-file-svg.ts')
    return accept({ title: words.title, bytes: new TextEncoder().encode(sheetSvg(sheet)) })
  }
  const { takeFontsFor } = await import('./chart-file-fonts.ts')
  const missing = takeFontsFor(lettersOf(sheet.pieces, chart))
  if (missing.length > 0) {
    const some = missing.slice(0, NAMED_LETTERS).join(' ')
    return refuse('chart_font_missing', `No font here has the letters ${some}. Ask for format=svg.`)
  }
  // The kinds of charts are known to both renderers; this module makes them known.
  await import('./chart-file-svg.ts')
  const { sheetPng } = await import('./chart-file-png.ts')
  return accept({ title: words.title, bytes: sheetPng(sheet) })
}

/** Rows need what they need; panes under each other share what there is. */
function paneHeight(chart: AnswerChart, kind: ChartKind, wanted: number | undefined): number {
  if (wanted === undefined || kind === 'seats') return chart.height
  const stands = chart.panes.length > 1 && chart.panes.some(({ columns }) => columns === 12)
  const own = kind === 'bar' || kind === 'heat' ? Math.min(wanted, chart.height * 1.6) : wanted
  return Math.floor(stands ? own / chart.panes.length : own)
}

/** Everything that may be written: names of rows, figures and all that stands around them. */
function lettersOf(pieces: ReturnType<typeof chartSheet>['pieces'], chart: AnswerChart): string {
  const around = pieces.map((piece) => (piece.kind === 'text' ? piece.text : ''))
  const cells = chart.table.rows.flat()
  const options = JSON.stringify(chart.panes.map(({ option }) => option.xAxis))
  return [
    ...around,
    ...cells,
    ...chart.table.heads,
    ...chart.marks.map(({ said }) => said),
    options,
    ALWAYS,
  ].join('')
}

/** Of axes and so-far labels, which no cell carries. */
const ALWAYS = '…–−+%€$£¥0123456789km 万亿元月日年周一二三四五六日星期目前第季度其他项 so far'

async function placesFor(house: House, asker: Asker, { question }: Answer) {
  if (question.by.length !== 1 || question.by[0] !== 'cinema' || question.grain) return undefined
  const placed = await cinemaPlaces(house, asker)
  return new Map<string, Place>(placed.map(({ cinemaId, ...place }) => [cinemaId, place]))
}

type Parts = {
  readonly answer: Answer
  readonly asked: ChartAsked
  readonly kind: ChartKind
  readonly places: ReadonlyMap<string, Place> | undefined
}

async function chartInput(
  house: House,
  asker: Asker,
  { answer, asked, kind, places }: Parts,
): Promise<ChartInput> {
  const { question, sample } = answer
  const { cinemas } = await house.view()
  const named = question.where.cinema
  const kin = cinemas.filter((one) => one.sample === sample)
  const shown = named ? kin.filter(({ id }) => named.includes(id)) : kin
  const live = shown.filter(({ state }) => state !== 'file')
  const first = live[0] ?? shown[0]
  const manner: Manner = {
    lang: asked.lang,
    numbers: numbersOf(asked.lang),
    dates: datesOf(asked.lang),
    ...(first && { timezone: first.timezone, dayStartsAt: first.dayStartsAt }),
  }
  return {
    answer,
    kind,
    manner,
    palette: asked.theme === 'dark' ? DARK : LIGHT,
    width: asked.width - 2 * SHEET_MARGIN,
    narrow: asked.width < NARROW,
    notes: await notesFor(house, asker, answer, asked.lang),
    ...(asked.metric && { metric: asked.metric }),
    ...(first && live.length > 0 && { present: first.tradingDay }),
    ...(places && { places }),
    ...(kind === 'map' && { outline: await worldOutline() }),
  }
}

/** What happened in the days shown, on charts of time. */
async function notesFor(house: House, asker: Asker, answer: Answer, lang: FileLang) {
  const { question, sample, basis } = answer
  const { from, to } = question
  if (from === undefined || to === undefined) return []
  const source = basis.startsWith('reported:') ? basis.slice('reported:'.length) : undefined
  const found = await findAnnotations(house, asker, {
    from,
    to,
    sample,
    ...(question.where.film && { films: question.where.film }),
    ...(question.where.cinema && { cinemas: question.where.cinema }),
    ...(source !== undefined && { source }),
  })
  const words = chartFileWords(lang)
  return found.map((annotation) => {
    const { kind, from: first, to: last } = annotation
    return {
      kind,
      from: first,
      text: words.note(annotation),
      ...(last !== undefined && { to: last }),
    }
  })
}

async function sheetWords(house: House, input: ChartInput): Promise<SheetWords> {
  const { answer, manner } = input
  const { question, freshness, sites, sources, basis, sample } = answer
  const words = fileWords(manner.lang)
  const say = chartFileWords(manner.lang)
  const names = await valueNames(house.store, question)
  const filters = filterLines(question, words, names)
    // The days stand in the title, and that nothing is filtered needs no words.
    .filter(({ name }) => name !== 'days' && name !== 'filter')
    .map(({ title, words: said }) => `${title}: ${said}`)
  const standing = [
    say.asOf(manner.dates.momentOf(freshness.through, manner.timezone)),
    ...(freshness.pending > 0 ? [say.pending(manner.numbers.countExact(freshness.pending))] : []),
    say.sites(sites.reporting, sites.expected),
    say.basis(basis),
    ...(sources.length > 0 ? [say.sources(sources.map(({ name }) => name).join(say.between))] : []),
    ...(sample ? [say.sample] : []),
  ]
  const definition = drawnMetric(input)
  const days = chartDays(input)
  return {
    title: days === '' ? chartTitle(input) : say.titled(chartTitle(input), days),
    foot: [
      ...(filters.length > 0 ? [filters.join(' · ')] : []),
      standing.join(' · '),
      `${metricName(definition, manner.lang)}: ${words.meaning(definition)}`,
    ],
  }
}
