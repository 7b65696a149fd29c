import type { ChartKind, Manner, Place } from '#charts'
import { chartDays, chartTitle, drawnMetric, fittingChart, metricName } from '#charts'
import type { Asker } from '#identity'
import type { Outcome } from '#kernel'
import { accept, refuse } from '#kernel'
import type { Answer, MetricId } from '#metrics'
import { findAnnotations } from '#reports'
import { filterLines, valueNames } from './answer-file-about.ts'
import type { FileLang } from './answer-file-words.ts'
import { fileWords } from './answer-file-words.ts'
import type { ChartJob } from './chart-file-job.ts'
import { mannerOf } from './chart-file-job.ts'
import type { SheetWords } from './chart-file-layout.ts'
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

type ChartRefusal = 'chart_busy' | 'chart_font_missing' | 'chart_unfit'

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
  const asks = await jobInput(house, asker, { answer, asked, kind, places })
  const manner = mannerOf(asks)
  const words = await sheetWords(house, asks.input, manner)
  const drawn = await house.charts.draw({ ...asks, words })
  return drawn.ok ? accept({ title: words.title, bytes: drawn.value }) : drawn
}

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

async function jobInput(
  house: House,
  asker: Asker,
  { answer, asked, kind, places }: Parts,
): Promise<Omit<ChartJob, 'words'>> {
  const { question, sample } = answer
  const { lang, theme, format, width, height, metric } = asked
  const { cinemas } = await house.view()
  const named = question.where.cinema
  const kin = cinemas.filter((one) => one.sample === sample)
  const shown = named ? kin.filter(({ id }) => named.includes(id)) : kin
  const live = shown.filter(({ state }) => state !== 'file')
  const first = live[0] ?? shown[0]
  return {
    lang,
    theme,
    format,
    width,
    height,
    ...(first && { timezone: first.timezone, dayStartsAt: first.dayStartsAt }),
    input: {
      answer,
      kind,
      notes: await notesFor(house, asker, answer, lang),
      ...(metric && { metric }),
      ...(first && live.length > 0 && { present: first.tradingDay }),
      ...(places && { places }),
    },
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

async function sheetWords(
  house: House,
  input: ChartJob['input'],
  manner: Manner,
): Promise<SheetWords> {
  const { answer } = input
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
  const read = { ...input, manner }
  const definition = drawnMetric(read)
  const days = chartDays(read)
  return {
    title: days === '' ? chartTitle(read) : say.titled(chartTitle(read), days),
    foot: [
      ...(filters.length > 0 ? [filters.join(' · ')] : []),
      standing.join(' · '),
      `${metricName(definition, manner.lang)}: ${words.meaning(definition)}`,
    ],
  }
}
