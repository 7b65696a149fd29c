import type { Outcome } from '#kernel'
import { accept, refuse } from '#kernel'
import type { Aliases } from '#programme'
import { NO_ALIASES } from '#programme'
import type { CinemaView } from '#venues'
import type { Limits, Warehouse, WarehouseRow } from '#warehouse'
import { WarehouseFault } from '#warehouse'
import { groupOf } from './aliased.ts'
import { definitionsFor } from './definition.ts'
import { planQuestion } from './plan.ts'
import type { Answer, AnswerRow, Freshness, Question, QuestionRefusal, Sites } from './question.ts'
import { ROWS_MAX } from './question-schema.ts'
import { metricById } from './registry.ts'
import { readFigures, readKeys } from './row.ts'

/** What a question may cost before the engine stops it. */
export const QUESTION_LIMITS: Limits = {
  secondsMax: 20,
  memoryBytesMax: 3 * 1024 ** 3,
  rowsReadMax: 5_000_000_000,
}

// A thousand ids stay far below; only filters full of long texts come here.
const STATEMENT_LENGTH_MAX = 1_000_000

/** A cinema of the scope, and whether it has gone quiet. */
export type Site = Pick<CinemaView, 'id' | 'state'>

type SourceName = Answer['sources'][number]

/** How ids get their names. */
export type Names = {
  films(ids: readonly number[]): Promise<ReadonlyMap<number, string>>
  cinemas(ids: readonly number[]): Promise<ReadonlyMap<number, string>>
  sources(ids: readonly number[]): Promise<readonly SourceName[]>
}

export type Asking = {
  readonly warehouse: Warehouse
  /** Whose facts; none of them, no facts. */
  readonly owners: readonly number[]
  readonly question: Question
  readonly names: Names
  /** Read before the warehouse is asked, so that it never claims too much. */
  readonly freshness: Freshness
  /** Every cinema of the scope. */
  readonly sites: readonly Site[]
  readonly sample: boolean
  /** Films and cinemas that are one. */
  readonly aliases?: Aliases
  readonly limits?: Limits
}

type Coverage = {
  readonly reporting: number
  readonly sources: readonly number[]
  readonly currencies: readonly string[]
}

const NOTHING: Coverage = { reporting: 0, sources: [], currencies: [] }

/** Answers a question about the facts of some owners; what it needs from elsewhere is given. */
export async function answerQuestion(asking: Asking): Promise<Outcome<Answer, QuestionRefusal>> {
  const { question } = asking
  const found = await runPlan(asking)
  if (!found.ok) return found
  const rows = found.value
  const totalRow = rows.find((row) => Number(row['place']) === 0)
  const coverage = totalRow ? readCoverage(totalRow) : NOTHING
  const refused = refuseMixture(question, coverage.currencies)
  if (refused) return refused
  const most = question.limit ?? ROWS_MAX
  const othersRow = rows.find((row) => Number(row['place']) > most)
  if (othersRow && question.limit === undefined) return tooLarge(`It has more than ${most} rows.`)
  const currency = statedCurrency(question) ?? coverage.currencies[0]
  const listed = rows.filter((row) => Number(row['place']) > 0 && row !== othersRow)
  const named = await nameRows(listed, asking.names, question)
  const figures = (row: WarehouseRow) => readFigures(row, question, currency)
  const [only] = coverage.currencies
  const total = figures(totalRow ?? {})
  return accept({
    // A question that splits by nothing has one row, also where nothing was found.
    rows: isWhole(question)
      ? [total]
      : listed.map((row, at) => ({ ...named[at], ...figures(row) })),
    ...(othersRow && {
      others: { count: Number(othersRow['groups']), row: figures(othersRow) },
    }),
    total,
    question,
    basis: 'tickets',
    sample: asking.sample,
    ...(only !== undefined &&
      coverage.currencies.length === 1 &&
      !question.by.includes('currency') && { currency: only }),
    definitions: definitionsFor(question),
    freshness: asking.freshness,
    sites: sitesOf(asking, coverage.reporting),
    sources: coverage.sources.length > 0 ? await asking.names.sources(coverage.sources) : [],
  })
}

type Found = Outcome<readonly WarehouseRow[], 'question_too_large'>

async function runPlan({ warehouse, owners, question, aliases, limits }: Asking): Promise<Found> {
  if (owners.length === 0) return accept([])
  const { sql } = planQuestion(question, owners, aliases)
  if (sql.length > STATEMENT_LENGTH_MAX) return tooLarge('Its filters are too long.')
  try {
    return accept(await warehouse.query(sql, limits ?? QUESTION_LIMITS))
  } catch (fault) {
    const stopped = fault instanceof WarehouseFault ? STOPS.get(fault.code) : undefined
    // The engine's own limits are an expected no; anything else is a fault and goes on.
    if (stopped === undefined) throw fault
    return tooLarge(stopped)
  }
}

/** The engine's numbers for limits passed. */
const STOPS: ReadonlyMap<number, string> = new Map([
  [158, 'It would read too many facts.'],
  [307, 'It would read too many facts.'],
  [159, 'It took too long.'],
  [160, 'It would take too long.'],
  [241, 'It needs too much memory.'],
  [396, 'Its answer is too long.'],
])

function tooLarge(why: string) {
  return refuse(
    'question_too_large',
    `${why} Ask for fewer days, fewer dimensions, a coarser grain, or set a limit.`,
  )
}

function readCoverage(row: WarehouseRow): Coverage {
  const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])
  return {
    reporting: Number(row['reporting']),
    sources: list(row['sources']).map(Number),
    currencies: list(row['currencies']).map(String),
  }
}

function isWhole({ by, grain }: Question): boolean {
  return by.length === 0 && grain === undefined
}

/** The currency that the question keeps to, if it names just one. */
function statedCurrency({ currency, where }: Question): string | undefined {
  const filtered = where.currency
  return currency ?? (filtered?.length === 1 ? filtered[0] : undefined)
}

/** Amounts of several currencies are never added, in no row and not in the total. */
function refuseMixture(question: Question, currencies: readonly string[]) {
  const asksMoney = question.metrics.some((id) => metricById(id).unit === 'money')
  if (!asksMoney || currencies.length < 2 || question.by.includes('currency')) return undefined
  return refuse(
    'currency_needed',
    `These amounts are in ${currencies.join(', ')}; name one currency, or ask by currency.`,
    currencies,
  )
}

async function nameRows(
  rows: readonly WarehouseRow[],
  names: Names,
  { by, grain }: Question,
): Promise<readonly AnswerRow[]> {
  const ids = (key: string) => [...new Set(rows.map((row) => Number(row[key])))]
  const none = new Map<number, string>()
  const asks = (key: 'film' | 'cinema') => by.includes(key) && rows.length > 0
  const [films, cinemas] = await Promise.all([
    asks('film') ? names.films(ids('film')) : none,
    asks('cinema') ? names.cinemas(ids('cinema')) : none,
  ])
  return rows.map((row) => readKeys(row, { by, grain }, { film: films, cinema: cinemas }))
}

function sitesOf({ sites, question, aliases = NO_ALIASES }: Asking, reporting: number): Sites {
  const group = (id: string) => groupOf('cinema', Number(id), aliases)
  const wanted = question.where.cinema && new Set(question.where.cinema.map(group))
  const expected = wanted ? sites.filter(({ id }) => wanted.has(group(id))) : sites
  const inState = (state: Site['state']) =>
    expected.filter((site) => site.state === state).map(({ id }) => id)
  return {
    expected: new Set(expected.map(({ id }) => group(id))).size,
    reporting,
    stale: inState('stale'),
    silent: inState('silent'),
  }
}
