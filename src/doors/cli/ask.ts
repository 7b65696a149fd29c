import { LOCAL_OWNER } from '#identity'
import { moneyToDecimal, refuse, silentLog, systemClock } from '#kernel'
import type { Answer, AnswerRow, Figure } from '#metrics'
import { readParameters, withFileLimit } from '#metrics'
import { openHouse } from '#server'
import { FILES, isFileAsked, planFile, writeAnswer } from './ask-file.ts'
import type { Command, Exit, Format, Invocation } from './command.ts'
import { drawTable } from './table.ts'

const ASKED = [
  ['metrics', 'admissions,gross,…: what to measure'],
  ['by', 'film,cinema,…: a row for each'],
  ['from', 'first trading day, ISO'],
  ['to', 'last trading day, ISO'],
  ['grain', 'day, week, month, quarter or year: a row for each period'],
  ['compare', 'previous,weekday,year,holiday,releaseWeek: the same of other spans beside'],
  ['peers', '12,13: films that releaseWeek compares with'],
  ['soldBy', 'only sales made by this time of their day: 19:40'],
  ['order', 'what to sort by: gross:desc, film:asc'],
  ['limit', 'the first so many rows; the rest as "others"'],
  ['currency', 'only what was taken in this currency'],
  ['convert', 'every amount in this currency, at each day’s rate'],
  ['basis', 'tickets, or reported:ID for what a source reports'],
  ['out', 'the file to write; without it CSV goes to standard output'],
  ['lang', 'en or zh: titles and notes of a file'],
] as const

/** Flags of the file and none of the question. */
const OF_FILE: readonly string[] = ['out', 'lang', 'tickets']

export const ask: Command = {
  name: 'ask',
  summary: 'Ask a question of the figures',
  usage: 'fullhouse ask --metrics admissions,gross --by film --from 2026-11-01 --to 2026-11-30',
  flags: [
    ...ASKED.map(([name, meaning]) => ({ name, type: 'string', meaning }) as const),
    {
      name: 'where',
      type: 'string',
      multiple: true,
      meaning: 'film=12,13 or film!=12; may repeat',
    },
    { name: 'sample', type: 'boolean', meaning: 'ask the sample circuit' },
    { name: 'tickets', type: 'boolean', meaning: 'every ticket behind the figures, as a file' },
  ],
  files: FILES,
  async run(invocation): Promise<Exit> {
    const { output } = invocation
    const plan = isFileAsked(invocation) ? planFile(invocation) : undefined
    const question =
      typeof plan === 'string'
        ? refuse('question_malformed', plan)
        : readAsked(questionParameters(invocation), plan !== undefined)
    if (!question.ok) {
      output.note(question.say)
      return 2
    }
    const house = await openHouse(invocation.config, systemClock, silentLog)
    try {
      if (typeof plan === 'object')
        return await writeAnswer(house, invocation, question.value, plan)
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

type Given = Readonly<Record<string, string | string[] | undefined>>

/** A file may have more rows than a page. */
function readAsked({ limit, ...parameters }: Given, isFile: boolean) {
  const question = readParameters(isFile ? parameters : { ...parameters, limit })
  return question.ok && isFile ? withFileLimit(question.value, limit) : question
}

function questionParameters({ flags }: Invocation): Given {
  const given: Record<string, string | string[] | undefined> = {}
  for (const [name, value] of Object.entries(flags)) {
    if (OF_FILE.includes(name)) continue
    if (typeof value === 'string') given[name] = value
    if (value === true) given[name] = 'true'
    if (Array.isArray(value)) given[name] = [...value]
  }
  return given
}

function drawAnswer(answer: Answer, format: Format): string {
  if (format === 'json') return JSON.stringify(answer)
  const { by, grain, metrics, compare = [] } = answer.question
  const keys = [...(grain ? ['period'] : []), ...by]
  const figures = metrics.flatMap((id) => [
    { name: id, of: (row: AnswerRow) => row[id] },
    ...compare.map((span) => ({
      name: `${id}_${span}`,
      of: (row: AnswerRow) => row.compared?.[span]?.[id],
    })),
  ])
  const head = [...keys, ...figures.map(({ name }) => name)]
  const cells = (row: AnswerRow) => [
    ...keys.map((name) => cell(row[name])),
    ...figures.map(({ of }) => cell(of(row))),
  ]
  const rows = answer.rows.map(cells)
  if (answer.others) rows.push(cells({ ...answer.others.row, [head[0] ?? '']: OTHERS }))
  const table = { head, rows, right: new Set(head.keys().filter((at) => at >= keys.length)) }
  return `${drawTable(table)}\n${standing(answer)}`
}

const OTHERS = '(others)'

function cell(figure: Figure | string | undefined): string {
  if (figure === null || figure === undefined) return '–'
  if (typeof figure !== 'object') return String(figure)
  const decimal = moneyToDecimal({ minor: BigInt(figure.minor), currency: figure.currency })
  return `${decimal} ${figure.currency}`
}

function standing({ freshness, sites, sources, sample }: Answer): string {
  const late = freshness.pending === 0 ? 'all facts in' : `${freshness.pending} facts on their way`
  const from = sources.map(({ name }) => name).join(', ') || 'no source'
  const kind = sample ? 'SAMPLE DATA · ' : ''
  return `${kind}${late} · ${sites.reporting} of ${sites.expected} cinemas · ${from}`
}
