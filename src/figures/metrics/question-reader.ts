import type { Outcome } from '#kernel/pure'
import { accept, refuse } from '#kernel/pure'
import { dimensionById } from './dimension.ts'
import type { Basis, Question } from './question.ts'
import { unfitSaid } from './question-fit.ts'
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
    if (LISTS.includes(name)) json[name] = texts.flatMap(words)
    else if (name === 'where') {
      const where = readFilters(texts)
      if (!where.ok) return where
      Object.assign(json, where.value)
    } else if (texts.length > 1) {
      return refuse('question_malformed', `${quoted(name)} is given more than once.`)
    } else json[name] = readSingle(name, first)
  }
  return readQuestion({ ...json })
}

const LISTS: readonly string[] = ['metrics', 'by', 'compare', 'peers']

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

/** `film=1,2` keeps these, `film!=1,2` all others. */
function readFilters(texts: readonly string[]) {
  const where: Record<string, string[]> = Object.create(null)
  const whereNot: Record<string, string[]> = Object.create(null)
  for (const text of texts) {
    const at = text.indexOf('=')
    if (at < 1 || text.startsWith('!=')) {
      return refuse(
        'question_malformed',
        `${quoted(text)} is no filter; write dimension=value, for example film=1,2, or film!=1.`,
      )
    }
    const not = text[at - 1] === '!'
    const dimension = text.slice(0, not ? at - 1 : at)
    const filters = not ? whereNot : where
    filters[dimension] = [...(filters[dimension] ?? []), ...listed(text.slice(at + 1))]
  }
  return accept({
    where: { ...where },
    ...(Object.keys(whereNot).length > 0 && { whereNot: { ...whereNot } }),
  })
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
  const { by = [], where = {}, whereNot, basis, metrics } = shape
  if (basis !== undefined && !isBasis(basis)) {
    const say = `${quoted(basis)} is no basis; say tickets, or reported: and the id of a source.`
    return refuse('basis_unknown', say, ['tickets'])
  }
  if (metrics.length === 0) {
    return malformed(`Name at least one metric: ${METRIC_IDS.join(', ')}.`, METRIC_IDS)
  }
  const said = filterSaid(where) ?? filterSaid(whereNot ?? {}) ?? daysSaid(shape)
  if (said) return malformed(said)
  const question: Question = {
    metrics: [...new Set(metrics)],
    by: [...new Set(by)],
    where,
    ...(whereNot && Object.keys(whereNot).length > 0 && { whereNot }),
    ...pick(shape),
    ...(basis !== undefined && { basis }),
  }
  const unfit = unfitSaid(question)
  if (unfit) return malformed(unfit.say, unfit.choices)
  return accept(question)
}

function isBasis(text: string): text is Basis {
  return text === 'tickets' || /^reported:[1-9]\d{0,9}$/.test(text)
}

function pick(shape: Shape) {
  const { from, to, grain, soldBy, compare, peers, order, limit, currency, convert, sample } = shape
  return {
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
    ...(grain && { grain }),
    ...(soldBy !== undefined && { soldBy }),
    ...(compare && compare.length > 0 && { compare: [...new Set(compare)] }),
    ...(peers && peers.length > 0 && { peers: [...new Set(peers)] }),
    ...(order && { order }),
    ...(limit !== undefined && { limit }),
    ...(currency !== undefined && { currency }),
    ...(convert !== undefined && { convert }),
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

function malformed(say: string, choices?: readonly string[]): Outcome<never, Refusal> {
  return refuse('question_malformed', say, choices)
}
