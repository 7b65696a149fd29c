import type { AnswerRow, MetricDefinition } from '#metrics/pure'
import type { ChartInput, ChartReading, ChartTable } from './answer-chart.ts'
import { comparisonName, comparisonsOf, currencyOf, isForeign, metricOf } from './chart-lines.ts'
import { dimensionsOf, keyName, textOf, valueName } from './dimension-value.ts'
import { changeOf, changeText, drawnValue, figureOf, figureText } from './figure.ts'
import { metricName } from './metric-names.ts'
import { chartWords } from './words.ts'

/** What is drawn, by the dimensions it is asked by: "Gross by film". */
export function chartTitle(input: ChartReading): string {
  const { question, definitions } = input.answer
  const { lang } = input.manner
  const words = chartWords(lang)
  const several = input.kind === 'scatter' || input.kind === 'seats' || input.kind === 'table'
  const metrics = several ? definitions : [metricOf(input)]
  const name = metrics
    .map((metric, index) => lowered(metricName(metric, lang), index > 0))
    .join(words.comma)
  const by = dimensionNames(input).join(' × ')
  return question.by.length === 0 && !question.grain ? name : words.by(name, by)
}

/** The days an answer is of: "20 Oct 2026 – 30 Nov 2026"; nothing where it is of all. */
export function chartDays({ answer, manner }: ChartReading): string {
  const { from, to } = answer.question
  const { dates, lang } = manner
  if (from === undefined && to === undefined) return ''
  if (from === to) return dates.dayYear(from ?? '')
  const both = [from, to].map((day) => (day === undefined ? '…' : dates.date(day)))
  return both.join(lang === 'zh' ? '–' : ' – ')
}

export function dimensionNames({ answer, manner }: ChartReading): readonly string[] {
  const words = chartWords(manner.lang)
  const { question } = answer
  return dimensionsOf(question).map((dimension) =>
    dimension === 'period' ? words.grains[question.grain ?? 'day'] : words.dimensions[dimension],
  )
}

/** What a row is, all its dimensions named: "Fri 6 Nov 2026, The Salt Road". */
export function rowName(row: AnswerRow, { answer, manner }: ChartInput): string {
  const named = { manner, grain: answer.question.grain }
  return dimensionsOf(answer.question)
    .map((dimension) => valueName(row, dimension, named))
    .join(', ')
}

/** What a live region says of a row: its name, its figures, and how they compare. */
export function rowSaid(row: AnswerRow, input: ChartInput): string {
  const { answer, manner } = input
  const words = chartWords(manner.lang)
  const figures = answer.definitions.map((metric) => {
    const figure = figureText(figureOf(row, metric.id), metric, manner)
    return `${metricName(metric, manner.lang)} ${figure}`
  })
  const metric = metricOf(input)
  const changes = comparisonsOf(input).flatMap((comparison) => {
    const before = figureOf(row, metric.id, comparison)
    const change = changeOf(figureOf(row, metric.id), before, metric.unit)
    if (change === undefined) return []
    return [
      `${changeText(change, metric.unit, manner)} ${words.against(comparisonName(input, comparison))}`,
    ]
  })
  return `${rowName(row, input)}: ${[...figures, ...changes].join(', ')}.`
}

/** Range, most and least in a sentence. */
export function chartLabel(input: ChartInput): string {
  const { answer, manner } = input
  const words = chartWords(manner.lang)
  const title = chartTitle(input)
  const metric = metricOf(input)
  const known = drawnRows(input, metric)
  const [first] = known
  if (!first) return words.nothing(title)
  const least = known.reduce((best, one) => (one.value < best.value ? one : best), first)
  const most = known.reduce((best, one) => (one.value > best.value ? one : best), first)
  const said = ({ row }: { readonly row: AnswerRow }) => {
    const figure = figureText(figureOf(row, metric.id), metric, manner)
    return dimensionsOf(answer.question).length === 0
      ? figure
      : `${figure} (${rowName(row, input)})`
  }
  if (known.length === 1) return words.one(title, said(first))
  return words.summary({ title, least: said(least), most: said(most), count: known.length })
}

/** Rows with a figure that can be drawn on one axis. */
export function drawnRows(
  input: ChartInput,
  metric: MetricDefinition,
): readonly { readonly row: AnswerRow; readonly value: number }[] {
  const currency = currencyOf(input, metric)
  return input.answer.rows.flatMap((row) => {
    const figure = figureOf(row, metric.id)
    const value = drawnValue(figure)
    return value === undefined || isForeign(figure, currency) ? [] : [{ row, value }]
  })
}

/** Every row of the answer with all its figures: the table behind every chart. */
export function chartTable(input: ChartInput, rows = input.answer.rows): ChartTable {
  const { answer, manner } = input
  const words = chartWords(manner.lang)
  const dimensions = dimensionsOf(answer.question)
  const named = { manner, grain: answer.question.grain }
  const comparisons = comparisonsOf(input)
  const heads = answer.definitions.flatMap((metric) => [
    metricName(metric, manner.lang),
    ...comparisons.flatMap((comparison) => [comparisonName(input, comparison), words.change]),
  ])
  const figures = (row: AnswerRow) =>
    answer.definitions.flatMap((metric) => [
      figureText(figureOf(row, metric.id), metric, manner),
      ...comparisons.flatMap((comparison) => {
        const before = figureOf(row, metric.id, comparison)
        const change = changeOf(figureOf(row, metric.id), before, metric.unit)
        return [figureText(before, metric, manner), changeText(change, metric.unit, manner)]
      }),
    ])
  const { others } = answer
  const rest = others && [
    ...dimensions.map((_, index) => (index === 0 ? words.others(others.count) : '')),
    ...figures(others.row),
  ]
  return {
    caption: chartTitle(input),
    heads: [...dimensionNames(input).map(capitalised), ...heads],
    names: dimensions.length,
    rows: [
      ...rows.map((row) => [
        ...dimensions.map((dimension) => valueName(row, dimension, named)),
        ...figures(row),
      ]),
      ...(rest ? [rest] : []),
    ],
    behind: [...rows, ...(rest ? [undefined] : [])],
  }
}

/** Within a sentence; names that are letters stay as they are. */
function lowered(name: string, within: boolean): string {
  return within ? name.charAt(0).toLowerCase() + name.slice(1) : name
}

function capitalised(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1)
}

/** Whether a row is the one selected: all the values named are its own. */
export function isSelected(row: AnswerRow | undefined, { selected, answer }: ChartInput): boolean {
  if (!row || !selected) return false
  const named = Object.entries(selected).filter(([, value]) => value !== undefined)
  const names = dimensionsOf(answer.question).flatMap((dimension) => [
    keyName(row, dimension),
    dimension,
  ])
  const told = named.filter(([name]) => names.includes(name as (typeof names)[number]))
  return told.length > 0 && told.every(([name, value]) => textOf(row, name) === value)
}
