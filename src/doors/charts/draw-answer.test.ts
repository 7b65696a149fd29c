import { expect, test } from 'vitest'
import type {
  Answer,
  AnswerRow,
  ComparisonId,
  Figure,
  MetricId,
  Question,
  Unit,
} from '#metrics/pure'
import type { AnswerChart, ChartInput } from './answer-chart.ts'
import { drawAnswer } from './draw-answer.ts'
import { fittingChart } from './fitting-chart.ts'
import { apart } from './line-ends.ts'
import type { Manner } from './manner.ts'
import { noteMarks } from './note-marks.ts'
import { outlineOf } from './outline.ts'
import { LIGHT } from './palette.ts'
import { walkedTo } from './walk.ts'

const manner: Manner = {
  lang: 'en',
  numbers: {
    countExact: String,
    countShort: String,
    money: ({ minor, currency }) => `${currency} ${minor}`,
    moneyExact: ({ minor, currency }) => `${currency} ${minor}`,
    moneyShort: (minor, currency) => `${currency} ${minor}`,
    percent: (share) => `${(share * 100).toFixed(1)} %`,
    percentSize: (change) => `${Math.abs(change * 100).toFixed(1)} %`,
    pointsSize: (change) => `${Math.abs(change * 100).toFixed(1)} pt`,
  },
  dates: {
    day: String,
    dayYear: String,
    dayShort: (day) => day.slice(5),
    date: String,
    month: String,
    monthShort: String,
    weekday: String,
    weekdayLong: String,
    clock: (minute) => `${minute / 60}:00`,
    momentOf: String,
  },
}

const UNITS: Partial<Record<MetricId, Unit>> = {
  gross: 'money',
  moneyShare: 'share',
  seatShare: 'share',
  occupancy: 'share',
  averageTicketPrice: 'money',
}

const euro = (minor: number) => ({ minor: String(minor), currency: 'EUR' })

function answerOf(
  question: Pick<Question, 'metrics' | 'by'> & Partial<Question>,
  rows: readonly AnswerRow[],
  more: Partial<Answer> = {},
): Answer {
  return {
    rows,
    total: {},
    question: { where: {}, ...question },
    basis: 'tickets',
    sample: false,
    currency: 'EUR',
    definitions: question.metrics.map((id) => {
      return { id, name: id, unit: UNITS[id] ?? 'tickets', meaning: '' }
    }),
    freshness: { asOf: '', through: '', lagMs: 0, pending: 0 },
    sites: { expected: 1, reporting: 1, stale: [], silent: [] },
    sources: [],
    ...more,
  }
}

function draw(
  answer: Answer,
  kind: ChartInput['kind'],
  more: Partial<ChartInput> = {},
): AnswerChart {
  return drawAnswer({ answer, kind, palette: LIGHT, manner, width: 900, narrow: false, ...more })
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}

type Compared = Partial<Record<ComparisonId, Readonly<Record<string, Figure>>>>

/** A row with what it is compared with. */
function comparedRow(
  keys: Readonly<Record<string, string | number | { minor: string; currency: string }>>,
  compared: Compared,
): AnswerRow {
  return Object.assign({ ...keys }, { compared })
}

/** The drawing as ECharts gets it, without its types: what a test looks at is looked at by name. */
function optionOf(chart: AnswerChart, pane = 0) {
  const option = chart.panes[pane]?.option
  if (!option) throw new Error('no drawing')
  const { series } = option
  const list = [series].flat().filter(isRecord)
  return { option, series: list, of: (type: string) => list.filter((one) => one['type'] === type) }
}

const days = (count: number) =>
  Array.from({ length: count }, (_, index) => `2026-11-${String(index + 1).padStart(2, '0')}`)

test('an amount’s axis starts at zero', () => {
  const rows = days(5).map((period, index) => ({ period, gross: euro(5000 + index) }))
  const chart = draw(answerOf({ metrics: ['gross'], by: [], grain: 'day' }, rows), 'line')
  expect(optionOf(chart).option).toMatchObject({ yAxis: { min: 0 } })
})

test('only where a figure is below zero does the axis go there', () => {
  const rows = days(3).map((period, index) => ({ period, gross: euro(index * 100 - 100) }))
  const { option } = optionOf(
    draw(answerOf({ metrics: ['gross'], by: [], grain: 'day' }, rows), 'line'),
  )
  expect(option).toMatchObject({ yAxis: { min: -100 } })
})

test('a day that is not over is on no line with full ones', () => {
  const rows = days(4).map((period) => ({ period, gross: euro(1000) }))
  const answer = answerOf({ metrics: ['gross'], by: [], grain: 'day' }, rows)
  const { of } = optionOf(draw(answer, 'line', { present: '2026-11-04' }))
  expect(of('line')[0]).toMatchObject({ data: [1000, 1000, 1000, null] })
  expect(of('scatter')[0]).toMatchObject({ data: [{ value: [3, 1000] }] })
})

test('a day without a row is a gap, not a zero', () => {
  const rows = [days(3)[0], days(3)[2]].map((period) => ({ period: period ?? '', gross: euro(7) }))
  const { of } = optionOf(
    draw(answerOf({ metrics: ['gross'], by: [], grain: 'day' }, rows), 'line'),
  )
  expect(of('line')[0]).toMatchObject({ data: [7, null, 7] })
})

test('what is compared with is dashed, then dotted, in the colour of comparisons', () => {
  const compared = { previous: { gross: euro(9) }, year: { gross: euro(8) } }
  const rows = days(3).map((period) => comparedRow({ period, gross: euro(10) }, compared))
  const question = {
    metrics: ['gross'],
    by: [],
    grain: 'day',
    compare: ['previous', 'year'],
  } as const
  const { of } = optionOf(draw(answerOf(question, rows), 'line'))
  expect(of('line')).toMatchObject([
    { lineStyle: { type: 'solid', width: 2.5, color: LIGHT.accent } },
    { lineStyle: { type: [6, 4], color: LIGHT.compare } },
    { lineStyle: { type: [1.5, 4], color: LIGHT.compare } },
  ])
})

test('a comparison in which nothing was is not drawn as a line of zeros, and a sentence says so', () => {
  const compared = { year: { gross: euro(0) } }
  const rows = days(3).map((period) => comparedRow({ period, gross: euro(10) }, compared))
  const question = { metrics: ['gross'], by: [], grain: 'day', compare: ['year'] } as const
  const chart = draw(answerOf(question, rows), 'line')
  expect(optionOf(chart).of('line')).toHaveLength(1)
  expect(chart.remarks).toHaveLength(1)
})

const filmRows = (count: number) =>
  days(3).flatMap((period) =>
    Array.from({ length: count }, (_, film) => ({
      period,
      film: `Film ${film}`,
      filmId: String(film),
      admissions: 100 - film,
    })),
  )

test('five films have lines of their own, all others are one line that adds up', () => {
  const answer = answerOf({ metrics: ['admissions'], by: ['film'], grain: 'day' }, filmRows(9))
  const lines = optionOf(draw(answer, 'line')).of('line')
  expect(lines).toHaveLength(6)
  expect(lines[5]).toMatchObject({
    name: '4 others',
    data: [95 + 94 + 93 + 92, 378 - 4, 374].fill(374),
  })
})

test('prices have no line for the others: they do not add up', () => {
  const rows = filmRows(9).map((row) => ({ ...row, averageTicketPrice: euro(900) }))
  const question = { metrics: ['averageTicketPrice'], by: ['film'], grain: 'day' } as const
  const chart = draw(answerOf(question, rows), 'line')
  expect(optionOf(chart).of('line')).toHaveLength(5)
  expect(chart.remarks).toEqual([expect.stringMatching(/^4 more/)])
})

test('shares of a stack add up to one at every place', () => {
  const answer = answerOf({ metrics: ['admissions'], by: ['film'], grain: 'day' }, filmRows(7))
  const bars = optionOf(draw(answer, 'stackedShare')).of('bar')
  const sizes = bars.map(
    ({ data }) => (data as readonly { readonly value: number }[])[1]?.value ?? 0,
  )
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeCloseTo(1, 10)
})

test('the others of amounts are summed as integers, beyond what a float holds', () => {
  const rows = Array.from({ length: 7 }, (_, film) => ({
    period: '2026-11-01',
    film: `Film ${film}`,
    filmId: String(film),
    gross: { minor: film < 5 ? '9007199254740993' : '4503599627370497', currency: 'EUR' },
  }))
  const answer = answerOf({ metrics: ['gross'], by: ['film'], grain: 'day' }, rows)
  const chart = draw(answer, 'line')
  expect(chart.marks.at(-1)?.said).toContain('EUR 9007199254740994')
})

test('a heat map hatches what has no figure, and lays the change beside it', () => {
  const rows = [
    comparedRow({ weekday: '5', hour: '20', admissions: 100 }, { previous: { admissions: 80 } }),
    comparedRow({ weekday: '6', hour: '22', admissions: 50 }, { previous: { admissions: 60 } }),
  ]
  const question = {
    metrics: ['admissions'],
    by: ['weekday', 'hour'],
    compare: ['previous'],
  } as const
  const chart = draw(answerOf(question, rows), 'heat')
  expect(chart.panes).toHaveLength(2)
  const [cells, missing] = optionOf(chart).series
  expect(cells?.['data']).toHaveLength(2)
  // Seven weekdays by three hours, two with figures.
  expect(missing?.['data']).toHaveLength(19)
})

test('hours after midnight stand after eleven in the evening', () => {
  const rows = ['23', '1', '12'].map((hour) => ({ weekday: '1', hour, admissions: 1 }))
  const chart = draw(answerOf({ metrics: ['admissions'], by: ['weekday', 'hour'] }, rows), 'heat')
  const { option } = optionOf(chart)
  expect(option).toMatchObject({ xAxis: { data: expect.arrayContaining(['23', '0', '1']) } })
  const axis = option.xAxis
  const hours = axis && !Array.isArray(axis) && 'data' in axis ? (axis.data ?? []) : []
  expect([hours[0], hours.at(-1)]).toEqual(['12', '1'])
})

test('two shares have one scale and a line of equal shares', () => {
  const rows = ['a', 'b', 'c'].map((film, index) => {
    return { film, filmId: film, moneyShare: 0.1 * index, seatShare: 0.2 * index }
  })
  const answer = answerOf({ metrics: ['moneyShare', 'seatShare'], by: ['film'] }, rows)
  const { option, series } = optionOf(draw(answer, 'scatter'))
  expect(option).toMatchObject({ xAxis: { max: 0.4 }, yAxis: { max: 0.4 } })
  expect(series[0]).toHaveProperty('markLine')
})

test('ranked bars keep amounts of one currency and say how many rows have others', () => {
  const rows = [
    { cinema: 'A', cinemaId: '1', gross: euro(100) },
    { cinema: 'B', cinemaId: '2', gross: euro(50) },
    { cinema: 'C', cinemaId: '3', gross: { minor: '9000', currency: 'GBP' } },
  ]
  const { currency: _, ...answer } = answerOf({ metrics: ['gross'], by: ['cinema'] }, rows)
  const chart = draw(answer, 'bar')
  expect(chart.marks).toHaveLength(2)
  expect(chart.table.rows).toHaveLength(3)
  expect(chart.remarks).toEqual([expect.stringContaining('EUR')])
})

test('the table has the same figures as the marks, row by row', () => {
  const answer = answerOf({ metrics: ['admissions'], by: ['film'], grain: 'day' }, filmRows(3))
  for (const kind of fittingChart(answer.question, answer)) {
    const { table, marks } = draw(answer, kind)
    expect(table.rows.map((cells) => cells.at(-1))).toEqual(
      answer.rows.map((row) => String(row['admissions'])),
    )
    for (const { row, said } of marks) expect(said).toContain(`admissions ${row?.['admissions']}`)
  }
})

test('an answer by three dimensions is a table, and so is a total', () => {
  const three = answerOf({ metrics: ['admissions'], by: ['film', 'cinema'], grain: 'day' }, [])
  expect(fittingChart(three.question, three)).toEqual(['table'])
  expect(draw(three, 'line').panes).toEqual([])
  const total = answerOf({ metrics: ['admissions'], by: [] }, [{ admissions: 5 }])
  expect(draw(total, 'bar').table.rows).toEqual([['5']])
})

test('a map fits where cinemas have places, and says who has none', () => {
  const rows = ['1', '2'].map((id) => ({ cinema: `C${id}`, cinemaId: id, admissions: 10 }))
  const answer = answerOf({ metrics: ['admissions'], by: ['cinema'] }, rows)
  const places = new Map([['1', { latitude: 53.3, longitude: -6.2 }]])
  expect(fittingChart(answer.question, answer)).not.toContain('map')
  expect(fittingChart(answer.question, answer, places)).toContain('map')
  const chart = draw(answer, 'map', { places })
  expect(chart.marks).toHaveLength(1)
  expect(chart.remarks).toHaveLength(1)
})

test('at most three notes say their words; a second outage beside one is its bar alone', () => {
  const rows = days(20).map((period) => ({ period, gross: euro(1) }))
  const answer = answerOf({ metrics: ['gross'], by: [], grain: 'day' }, rows)
  const notes = [2, 3, 4, 5, 6].map((day) => ({
    from: `2026-11-0${day}`,
    kind: 'outage' as const,
    text: `Till of the cinema on the quay, day ${day}`,
  }))
  const axis = {
    dimension: 'period' as const,
    role: 'time' as const,
    grain: 'day' as const,
    keys: days(20),
    names: days(20),
    shortNames: days(20),
    open: [],
    ahead: [],
    at: (key: string) => days(20).indexOf(key),
  }
  const marks = noteMarks(notes, axis, 800, false)
  expect(marks).toHaveLength(5)
  expect(marks.filter(({ text }) => text !== undefined)).toHaveLength(1)
  const chart = draw(answer, 'line', { notes })
  expect(chart.marks[1]?.said).toContain('Till of the cinema')
})

test('names at line ends are a line of text apart and within the chart', () => {
  const placed = [...apart([100, 101, 102, 199], 0, 200)].toSorted((one, other) => one - other)
  for (const [index, place] of placed.entries()) {
    if (index > 0) expect(place - (placed[index - 1] ?? 0)).toBeGreaterThanOrEqual(13.99)
    expect(place).toBeLessThanOrEqual(200)
  }
})

test('arrow keys walk along a line, from line to line, and no further than the end', () => {
  const answer = answerOf({ metrics: ['admissions'], by: ['film'], grain: 'day' }, filmRows(2))
  const { marks } = draw(answer, 'line')
  expect(walkedTo(marks, undefined, 'ArrowRight')).toBe(0)
  expect(walkedTo(marks, 0, 'ArrowRight')).toBe(1)
  expect(walkedTo(marks, 2, 'ArrowRight')).toBe(2)
  expect(walkedTo(marks, 1, 'ArrowDown')).toBe(4)
  expect(walkedTo(marks, 4, 'Home')).toBe(3)
  expect(walkedTo(marks, 0, 'a')).toBeUndefined()
})

test('the selected row is framed', () => {
  const rows = ['1', '2'].map((id) => ({ film: `F${id}`, filmId: id, admissions: 10 }))
  const answer = answerOf({ metrics: ['admissions'], by: ['film'] }, rows)
  const { of } = optionOf(draw(answer, 'bar', { selected: { filmId: '2' } }))
  expect(of('bar')[0]).toMatchObject({
    data: [{ itemStyle: { borderWidth: 0 } }, { itemStyle: { borderWidth: 2 } }],
  })
})

test('coasts are read as steps on their grid', () => {
  const transform = { scale: [2, 2], translate: [10, 20] }
  const arcs = [
    [
      [0, 0],
      [1, 1],
      [1, 0],
    ],
  ]
  expect(outlineOf({ transform, arcs })).toEqual([
    [
      [10, 20],
      [12, 22],
      [14, 22],
    ],
  ])
})
