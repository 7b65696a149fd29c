import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ChartInput } from '#charts'
import { addsUp, CHART_KINDS, DARK, drawAnswer, fittingChart, LIGHT, metricName } from '#charts'
import type {
  Answer,
  AnswerRow,
  ComparisonId,
  DimensionId,
  Figure,
  Metric,
  Question,
} from '#metrics'
import { DIMENSION_IDS, METRICS } from '#metrics'
import { datesOf, enRegistry, numbersOf, zhRegistry } from '#web'
import { chartSheet } from './chart-file-layout.ts'
import { sheetSvg } from './chart-file-svg.ts'

const COMPARISONS: readonly ComparisonId[] = [
  'previous',
  'weekday',
  'year',
  'holiday',
  'releaseWeek',
]
const GRAINS = ['day', 'week', 'month', 'quarter', 'year'] as const

test('figures are said to add up only where the registry says so', () => {
  const wrong = METRICS.flatMap(({ id, additiveOver }) =>
    DIMENSION_IDS.filter(
      (dimension) => addsUp(id, dimension) && !additiveOver.includes(dimension),
    ).map((dimension) => `${id} over ${dimension}`),
  )
  expect(wrong).toEqual([])
})

test('a chart calls metrics what the console calls them', () => {
  const english: Readonly<Record<string, string>> = enRegistry
  const chinese: Readonly<Record<string, string>> = zhRegistry
  for (const metric of METRICS) {
    expect(metricName(metric, 'zh')).toBe(chinese[`metric_${metric.id}`])
    expect(metricName(metric, 'en')).toBe(english[`metric_${metric.id}`])
  }
})

test('any answer of the registry is drawn as any kind, with its table and without a fault', () => {
  fc.assert(
    fc.property(
      anyAnswer(),
      fc.constantFrom(...CHART_KINDS),
      fc.record({
        lang: fc.constantFrom('en' as const, 'zh' as const),
        narrow: fc.boolean(),
        compact: fc.boolean(),
        present: fc.constantFrom('2026-11-03', '2030-01-01'),
      }),
      (answer, kind, { lang, narrow, compact, present }) => {
        const input: ChartInput = {
          answer,
          kind,
          narrow,
          compact,
          present,
          palette: narrow ? DARK : LIGHT,
          width: narrow ? 320 : 900,
          manner: {
            lang,
            numbers: numbersOf(lang),
            dates: datesOf(lang),
            timezone: 'Europe/Dublin',
          },
          places: new Map([['1', { latitude: 53, longitude: -6 }]]),
          notes: [{ from: '2026-11-02', kind: 'note', text: '下雨 and wind' }],
        }
        const chart = drawAnswer(input)
        const rest = answer.others ? 1 : 0
        expect(chart.table.rows).toHaveLength(answer.rows.length + rest)
        for (const cells of chart.table.rows) expect(cells).toHaveLength(chart.table.heads.length)
        for (const { row } of chart.marks) if (row) expect(answer.rows).toContain(row)
        for (const { option } of chart.panes)
          expect(namedSeries(option.series)).toBeLessThanOrEqual(9)
        expect(chart.label).not.toBe('')
      },
    ),
    { numRuns: 200 },
  )
})

test('whatever is drawn, ECharts takes it without a browser', () => {
  fc.assert(
    fc.property(anyAnswer(), fc.constantFrom(...CHART_KINDS), (answer, kind) => {
      const manner = { lang: 'zh' as const, numbers: numbersOf('zh'), dates: datesOf('zh') }
      const size = { width: 700, height: 320, palette: LIGHT }
      const chart = drawAnswer({ answer, kind, manner, palette: LIGHT, width: 652, narrow: false })
      const svg = sheetSvg(chartSheet(chart, { title: chart.label, foot: [] }, size))
      expect(svg.match(/<svg /g)).toHaveLength(1 + chart.panes.length)
      // Films are named in files of others: what they say is text.
      expect(svg).not.toContain('<seller>')
      expect(svg).not.toContain('NaN')
    }),
    { numRuns: 50 },
  )
})

test('what fits an answer begins with something and ends with a table', () => {
  fc.assert(
    fc.property(anyAnswer(), (answer) => {
      const kinds = fittingChart(answer.question, answer)
      expect(kinds.at(-1)).toBe('table')
      expect(new Set(kinds).size).toBe(kinds.length)
    }),
    { numRuns: 200 },
  )
})

/** Lines, bars and areas with names: five of its own, others, and three comparisons at most. */
function namedSeries(series: unknown): number {
  const drawn = [series].flat().filter((one): one is { type: string; name?: string } => {
    return typeof one === 'object' && one !== null && 'type' in one
  })
  return drawn.filter(({ type, name }) => (type === 'line' || type === 'bar') && name !== undefined)
    .length
}

function anyAnswer(): fc.Arbitrary<Answer> {
  return fc
    .record({
      metrics: fc.uniqueArray(fc.constantFrom(...METRICS), { minLength: 1, maxLength: 4 }),
      by: fc.uniqueArray(fc.constantFrom(...DIMENSION_IDS), { maxLength: 3 }),
      grain: fc.option(fc.constantFrom(...GRAINS), { nil: undefined }),
      compare: fc.uniqueArray(fc.constantFrom(...COMPARISONS), { maxLength: 4 }),
      late: fc.boolean(),
      rest: fc.boolean(),
    })
    .chain(({ metrics, by, grain, compare, late, rest }) => {
      const question: Question = {
        metrics: metrics.map(({ id }) => id),
        by,
        where: {},
        ...(grain && { grain }),
        ...(compare.length > 0 && { compare }),
      }
      return fc.array(anyRow(metrics, question), { maxLength: 25 }).map((rows) => ({
        rows,
        total: {},
        question,
        basis: 'tickets' as const,
        sample: false,
        definitions: metrics.map(({ id, name, unit, meaning }) => ({ id, name, unit, meaning })),
        freshness: { asOf: '', through: '', lagMs: 0, pending: 0 },
        sites: { expected: 2, reporting: 1, stale: [], silent: late ? ['1'] : [] },
        sources: [],
        ...(rest && rows[0] && { others: { count: 3, row: rows[0] } }),
      }))
    })
}

function anyRow(metrics: readonly Metric[], question: Question): fc.Arbitrary<AnswerRow> {
  const figures: fc.Arbitrary<Readonly<Record<string, Figure>>> = fc.record(
    Object.fromEntries(metrics.map((metric) => [metric.id, anyFigure(metric)])),
  )
  const compared = fc.record(
    Object.fromEntries((question.compare ?? []).map((id) => [id, figures])),
  )
  const keys: fc.Arbitrary<Readonly<Record<string, string>>> = fc.record({
    ...(question.grain && { period: fc.constantFrom(...PERIODS[question.grain]) }),
    ...Object.fromEntries(question.by.map((id) => [id, anyValue(id)])),
  })
  return fc
    .tuple(keys, figures, compared, fc.constantFrom('1', '2', '3'))
    .map(([names, own, before, id]): AnswerRow => {
      const row = { ...names, filmId: id, cinemaId: id, auditoriumId: id, ...own }
      return question.compare ? withCompared(row, before) : row
    })
}

function withCompared(row: AnswerRow, compared: Compared): AnswerRow {
  return Object.assign({ ...row }, { compared })
}

type Compared = Partial<Record<ComparisonId, Readonly<Record<string, Figure>>>>

const PERIODS = {
  day: ['2026-10-30', '2026-11-01', '2026-11-02', '2026-11-03', '2026-11-09'],
  week: ['2026-10-26', '2026-11-02', '2026-11-09'],
  month: ['2026-01-01', '2026-10-01', '2026-11-01'],
  quarter: ['2025-10-01', '2026-07-01', '2026-10-01'],
  year: ['2024-01-01', '2026-01-01'],
}

function anyFigure({ unit }: Metric): fc.Arbitrary<Figure> {
  const sizes = {
    money: fc.record({
      minor: fc.bigInt({ min: -(2n ** 40n), max: 2n ** 62n }).map(String),
      currency: fc.constantFrom('EUR', 'GBP', 'JPY'),
    }),
    share: fc.double({ min: 0, max: 1, noNaN: true }),
    change: fc.double({ min: -1, max: 30, noNaN: true }),
    ratio: fc.double({ min: 0, max: 9, noNaN: true }),
  }
  const whole = fc.integer({ min: -50, max: 5_000_000 })
  const size: fc.Arbitrary<Figure> = unit in sizes ? sizes[unit as keyof typeof sizes] : whole
  return fc.option(size, { nil: null, freq: 6 })
}

function anyValue(dimension: DimensionId): fc.Arbitrary<string> {
  const values: Partial<Record<DimensionId, readonly string[]>> = {
    tradingDay: PERIODS.day,
    weekday: ['1', '5', '7'],
    hour: ['0', '1', '9', '20', '23'],
    saleTime: ['before', '19:40', '25:30', 'after', 'unknown'],
    currency: ['EUR', 'GBP'],
    startsAt: ['2026-11-01T20:15:00Z', '2026-11-02T13:00:00Z'],
    daysBefore: ['0', '1', '40', ''],
    releaseDay: ['1', '2', '900', '-3', ''],
    releaseWeek: ['1', '5', ''],
    channel: ['web', 'counter', '', 'Some <seller>'],
    territory: ['IE', 'GB', ''],
  }
  return fc.constantFrom(...(values[dimension] ?? ['A', '乙', 'A very long name of something', '']))
}
