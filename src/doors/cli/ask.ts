import { LOCAL_OWNER } from '#identity'
import { moneyToDecimal, silentLog, systemClock } from '#kernel'
import type { Answer, AnswerRow, Figure } from '#metrics'
import { readParameters } from '#metrics'
import { openHouse } from '#server'
import type { Command, Exit, Format, Invocation } from './command.ts'
import { drawCsv, drawTable } from './table.ts'

const ASKED = [
  ['metrics', 'admissions,gross,…: what to measure'],
  ['by', 'film,cinema,…: a row for each'],
  ['from', 'first trading day, ISO'],
  ['to', 'last trading day, ISO'],
  ['grain', 'day, week, month, quarter or year: a row for each period'],
  ['soldBy', 'only sales made by this time of their day: 19:40'],
  ['order', 'what to sort by: gross:desc, film:asc'],
  ['limit', 'the first so many rows; the rest as "others"'],
  ['currency', 'only what was taken in this currency'],
  ['basis', 'tickets'],
] as const

export const ask: Command = {
  name: 'ask',
  summary: 'Ask a question of the figures',
  usage: 'fullhouse ask --metrics admissions,gross --by film --from 2026-11-01 --to 2026-11-30',
  flags: [
    ...ASKED.map(([name, meaning]) => ({ name, type: 'string', meaning }) as const),
    { name: 'where', type: 'string', multiple: true, meaning: 'film=12,13; may repeat' },
    { name: 'sample', type: 'boolean', meaning: 'ask the sample circuit' },
  ],
  async run(invocation): Promise<Exit> {
    const { output } = invocation
    const question = readParameters(parameters(invocation))
    if (!question.ok) {
      output.note(question.say)
      return 2
    }
    const house = await openHouse(invocation.config, systemClock, silentLog)
    try {
      const answer = await house.answers.ask(LOCAL_OWNER, question.value)
      if (!answer.ok) {
        const choices = answer.choices ? ` Choices: ${answer.choices.join(', ')}.` : ''
        output.note(answer.say + choices)
        return 2
      }
      output.out(drawAnswer(answer.value, invocation.format))
      return 0
    } finally {
      await house.close()
    }
  },
}

function parameters({ flags }: Invocation): Record<string, string | string[]> {
  const given: Record<string, string | string[]> = {}
  for (const [name, value] of Object.entries(flags)) {
    if (typeof value === 'string') given[name] = value
    if (value === true) given[name] = 'true'
    if (Array.isArray(value)) given[name] = [...value]
  }
  return given
}

function drawAnswer(answer: Answer, format: Format): string {
  if (format === 'json') return JSON.stringify(answer)
  const { by, grain, metrics } = answer.question
  const head = [...(grain ? ['period'] : []), ...by, ...metrics]
  const firstFigure = head.length - metrics.length
  const cells = (row: AnswerRow) => head.map((name) => cell(row[name], format))
  const rows = answer.rows.map(cells)
  if (answer.others) rows.push(cells({ ...answer.others.row, [head[0] ?? '']: OTHERS }))
  const table = { head, rows, right: new Set(head.keys().filter((at) => at >= firstFigure)) }
  return format === 'csv' ? drawCsv(table) : `${drawTable(table)}\n${standing(answer)}`
}

const OTHERS = '(others)'

function cell(figure: Figure | string | undefined, format: Format): string {
  if (figure === null || figure === undefined) return format === 'csv' ? '' : '–'
  if (typeof figure !== 'object') return String(figure)
  const decimal = moneyToDecimal({ minor: BigInt(figure.minor), currency: figure.currency })
  return format === 'csv' ? decimal : `${decimal} ${figure.currency}`
}

function standing({ freshness, sites, sources, sample }: Answer): string {
  const late = freshness.pending === 0 ? 'all facts in' : `${freshness.pending} facts on their way`
  const from = sources.map(({ name }) => name).join(', ') || 'no source'
  const kind = sample ? 'SAMPLE DATA · ' : ''
  return `${kind}${late} · ${sites.reporting} of ${sites.expected} cinemas · ${from}`
}
