import type { Outcome } from '#kernel/pure'
import { accept, refuse } from '#kernel/pure'
import { dimensionById } from './dimension.ts'
import type { Question } from './question.ts'
import type { Parameters } from './question-key.ts'
import { DIMENSION_IDS, METRIC_IDS } from './question-key.ts'
import type { QuestionShape as Shape } from './question-schema.ts'
import { questionSchema, quoted } from './question-schema.ts'

type Refusal = 'question_malformed' | 'basis_unknown'

/** Reads a question from JSON of whatever origin. */
export function readQuestion(json: unknown): Outcome<Question, Refusal> {
  const read = questionSchema.safeParse(json)
  if (read.success) return check(read.data)
  const [issue] = read.error.issues
  if (!issue) throw new Error('a question was not read, and nothing was said against it')
  const choices = issue.code === 'invalid_value' ? issue.values.map(String) : undefined
  return refuse('question_malformed', issue.message, choices)
}

/** Reads a question from the CLI's options or a query string: text, some of it given repeatedly. */
export function readParameters(parameters: Parameters): Outcome<Question, Refusal> {
  // Without a prototype, a parameter `__proto__` is one more unknown name and not lost.
  const json: Record<string, unknown> = Object.create(null)
  for (const [name, given] of Object.entries(parameters)) {
    if (given === undefined) continue
    const texts = typeof given === 'string' ? [given] : given
    const [first] = texts
    if (first === undefined) continue
    if (name === 'metrics' || name === 'by') json[name] = texts.flatMap(words)
    else if (name === 'where') {
      const where = readFilters(texts)
      if (!where.ok) return where
      json[name] = where.value
    } else if (texts.length > 1) {
      return refuse('question_malformed', `${quoted(name)} is given more than once.`)
    } else json[name] = readSingle(name, first)
  }
  return readQuestion({ ...json })
}

/** What a single parameter's text means; what means nothing is left for the schema to refuse. */
function readSingle(name: string, text: string): unknown {
  if (name === 'limit') return /^\d+$/.test(text) ? Number(text) : text
  if (name === 'sample') return text === 'true' ? true : text === 'false' ? false : text
  if (name !== 'order') return text
  const [of = '', direction] = text.split(':')
  const isMetric = METRIC_IDS.some((id) => id === of)
  if (direction === undefined) return { of, descending: isMetric }
  if (direction === 'asc' || direction === 'desc') return { of, descending: direction === 'desc' }
  return text
}

function readFilters(texts: readonly string[]) {
  const where: Record<string, string[]> = Object.create(null)
  for (const text of texts) {
    const at = text.indexOf('=')
    if (at < 1) {
      return refuse(
        'question_malformed',
        `${quoted(text)} is no filter; write dimension=value, for example film=1,2.`,
      )
    }
    const dimension = text.slice(0, at)
    where[dimension] = [...(where[dimension] ?? []), ...listed(text.slice(at + 1))]
  }
  return accept({ ...where })
}

/** `a,b` is two values, `a\,b` one with a comma in it. */
function listed(text: string): string[] {
  const values = ['']
  const letters = [...text]
  for (let at = 0; at < letters.length; at++) {
    const letter = letters[at] ?? ''
    if (letter === ',') values.push('')
    else values[values.length - 1] += letter === '\\' ? (letters[++at] ?? '\\') : letter
  }
  return values
}

function words(text: string): string[] {
  return text
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '')
}

function check(shape: Shape): Outcome<Question, Refusal> {
  const { by = [], where = {}, basis, metrics } = shape
  if (basis !== undefined && basis !== 'tickets') {
    const say = `There are no figures on the basis ${quoted(basis)} yet; leave it out, or say tickets.`
    return refuse('basis_unknown', say, ['tickets'])
  }
  if (metrics.length === 0) {
    return malformed(`Name at least one metric: ${METRIC_IDS.join(', ')}.`, METRIC_IDS)
  }
  const said = filterSaid(where) ?? daysSaid(shape)
  if (said) return malformed(said)
  const question: Question = {
    metrics: [...new Set(metrics)],
    by: [...new Set(by)],
    where,
    ...pick(shape),
    ...(basis !== undefined && { basis }),
  }
  const sortable = sortableOf(question)
  const of = question.order?.of
  if (of !== undefined && !sortable.some((one) => one === of)) {
    const say = `Rows are sorted by what they show; ${quoted(of)} is none of ${sortable.join(', ')}.`
    return malformed(say, sortable)
  }
  return accept(question)
}

function pick({ from, to, grain, soldBy, order, limit, currency, sample }: Shape) {
  return {
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
    ...(grain && { grain }),
    ...(soldBy !== undefined && { soldBy }),
    ...(order && { order }),
    ...(limit !== undefined && { limit }),
    ...(currency !== undefined && { currency }),
    ...(sample !== undefined && { sample }),
  }
}

function filterSaid(where: Question['where']): string | undefined {
  for (const id of DIMENSION_IDS) {
    const values = where[id]
    if (!values) continue
    const { accepts, expects } = dimensionById(id)
    if (values.length === 0)
      return `The filter ${quoted(id)} names no value; name one or leave it out.`
    const bad = values.find((value) => !accepts(value))
    if (bad !== undefined)
      return `${quoted(bad)} is no value of ${quoted(id)}; it takes ${expects}.`
  }
  return undefined
}

function daysSaid({ from, to }: Shape): string | undefined {
  if (from === undefined || to === undefined || from <= to) return undefined
  return `“from” ${from} is later than “to” ${to}.`
}

function sortableOf({ metrics, by, grain }: Question): readonly string[] {
  return [...metrics, ...by, ...(grain ? ['period'] : [])]
}

function malformed(say: string, choices?: readonly string[]): Outcome<never, Refusal> {
  return refuse('question_malformed', say, choices)
}
