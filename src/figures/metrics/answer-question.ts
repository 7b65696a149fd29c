import type { Outcome } from '#kernel'
import { accept, refuse } from '#kernel'
import type { CinemaView } from '#venues'
import type { Limits, Warehouse, WarehouseRow } from '#warehouse'
import { WarehouseFault } from '#warehouse'
import { groupOf } from './aliased.ts'
import { definitionsFor } from './definition.ts'
import { planQuestion } from './plan.ts'
import type {
  Answer,
  AnswerRow,
  Compared,
  Freshness,
  Question,
  QuestionRefusal,
  Sites,
} from './question.ts'
import { asksMoney } from './question-fit.ts'
import { ROWS_MAX } from './question-schema.ts'
import type { NamesOf } from './row.ts'
import { readFigures, readKeys, withCompared } from './row.ts'
import type { Setting } from './setting.ts'

/** What a question may cost before the engine stops it. */
export const QUESTION_LIMITS: Limits = {
  secondsMax: 20,
  memoryBytesMax: 3 * 1024 ** 3,
  rowsReadMax: 5_000_000_000,
}

// A thousand ids stay far below; only filters full of long texts come here.
const STATEMENT_LENGTH_MAX = 8_000_000

/** A cinema of the scope, and whether it has gone quiet. */
export type Site = Pick<CinemaView, 'id' | 'state'>

type SourceName = Answer['sources'][number]
type Find = (ids: readonly number[]) => Promise<ReadonlyMap<number, string>>

/** How ids get their names. */
export type Names = {
  readonly films: Find
  readonly cinemas: Find
  readonly auditoria?: Find
  sources(ids: readonly number[]): Promise<readonly SourceName[]>
}

export type Asking = {
  readonly warehouse: Warehouse
  /** Without owners there are no facts. */
  readonly setting: Setting
  readonly question: Question
  readonly names: Names
  /** Read before the warehouse is asked, so that it never claims too much. */
  readonly freshness: Freshness
  /** Every cinema of the scope. */
  readonly sites: readonly Site[]
  readonly sample: boolean
  readonly limits?: Limits
}

type Coverage = {
  readonly reporting: number
  readonly sources: readonly number[]
  readonly currencies: readonly string[]
}

const NOTHING: Coverage = { reporting: 0, sources: [], currencies: [] }

/** Answers a question in its setting; what it needs from elsewhere is given. */
export async function answerQuestion(asking: Asking): Promise<Outcome<Answer, QuestionRefusal>> {
  const { question, names } = asking
  const found = await runPlan(asking)
  if (!found.ok) return found
  const rows = found.value
  const around = await readHead(
    asking,
    rows.find((row) => Number(row['place']) === 0),
  )
  if (!around.ok) return around
  const { head, figures } = around.value
  const most = question.limit ?? ROWS_MAX
  const othersRow = rows.find((row) => Number(row['place']) > most)
  if (othersRow && question.limit === undefined) return tooLarge(`It has more than ${most} rows.`)
  const listed = rows.filter((row) => Number(row['place']) > 0 && row !== othersRow)
  const keys = await readAllKeys(listed, names, question)
  return accept({
    // A question that splits by nothing has one row, also where nothing was found.
    rows: isWhole(question) ? [head.total] : listed.map((row, at) => figures(row, keys[at] ?? {})),
    ...(othersRow && {
      others: { count: Number(othersRow['groups']), row: figures(othersRow, {}) },
    }),
    ...head,
  })
}

/** What stands around the rows of an answer, and how a row is read. */
export type Around = {
  readonly head: Omit<Answer, 'rows' | 'others'>
  figures(row: WarehouseRow, keys: Readonly<Record<string, string>>): AnswerRow
}

/** Read from the row of the total; refuses amounts that cannot be added or turned. */
export async function readHead(
  asking: Asking,
  totalRow: WarehouseRow | undefined,
): Promise<Outcome<Around, QuestionRefusal>> {
  const { question, setting } = asking
  const coverage = totalRow ? readCoverage(totalRow) : NOTHING
  const refused = refuseMixture(question, coverage.currencies) ?? refuseUnrated(question, totalRow)
  if (refused) return refused
  const figures = figuresOf(asking, coverage)
  const head = {
    total: figures(totalRow ?? {}, {}),
    question,
    basis: setting.reporter ? (`reported:${setting.reporter.source}` as const) : 'tickets',
    sample: asking.sample,
    ...currencyOf(question, coverage.currencies),
    definitions: definitionsFor(question),
    freshness: asking.freshness,
    sites: sitesOf(asking, coverage.reporting),
    sources: coverage.sources.length > 0 ? await asking.names.sources(coverage.sources) : [],
  } as const
  return accept({ head, figures })
}

function currencyOf({ convert, by }: Question, currencies: readonly string[]) {
  const [only] = currencies
  if (convert !== undefined) return only === undefined ? {} : { currency: convert }
  const one = only !== undefined && currencies.length === 1 && !by.includes('currency')
  return one ? { currency: only } : {}
}

/** Reads a row: its keys, its figures, and those of every span it is held against. */
function figuresOf({ question, setting }: Asking, { currencies }: Coverage) {
  const currency = question.convert ?? statedCurrency(question) ?? currencies[0]
  return (row: WarehouseRow, keys: Readonly<Record<string, string>>): AnswerRow => {
    const compared: Record<string, Compared[keyof Compared]> = {}
    for (const { id } of setting.comparisons) {
      if (id !== 'now') compared[id] = readFigures(row, question, { currency, span: id })
    }
    return withCompared({ ...keys, ...readFigures(row, question, { currency }) }, compared)
  }
}

type Found = Outcome<readonly WarehouseRow[], 'question_too_large'>

async function runPlan(asking: Asking): Promise<Found> {
  if (asking.setting.owners.length === 0) return accept([])
  const { warehouse, limits = QUESTION_LIMITS } = asking
  return withinLimits(asking, (sql) => warehouse.query(sql, limits))
}

/** Has the statement of a question run; what the engine stops is refused. */
export async function withinLimits<Value>(
  { question, setting }: Pick<Asking, 'question' | 'setting'>,
  run: (sql: string) => Promise<Value>,
): Promise<Outcome<Value, 'question_too_large'>> {
  const { sql } = planQuestion(question, setting)
  if (sql.length > STATEMENT_LENGTH_MAX) return tooLarge('Its filters are too long.')
  try {
    return accept(await run(sql))
  } catch (fault) {
    const stopped = stoppedFor(fault)
    // The engine's own limits are an expected no; anything else is a fault and goes on.
    if (stopped === undefined) throw fault
    return tooLarge(stopped)
  }
}

/** Which limit the engine stopped a question at, in words; undefined for any other fault. */
export function stoppedFor(fault: unknown): string | undefined {
  return fault instanceof WarehouseFault ? STOPS.get(fault.code) : undefined
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

export function tooLarge(why: string) {
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

export function isWhole({ by, grain }: Question): boolean {
  return by.length === 0 && grain === undefined
}

/** The currency that the question keeps to, if it names just one. */
function statedCurrency({ currency, where }: Question): string | undefined {
  const filtered = where.currency
  return currency ?? (filtered?.length === 1 ? filtered[0] : undefined)
}

/** Amounts of several currencies are never added, in no row and not in the total. */
function refuseMixture(question: Question, currencies: readonly string[]) {
  if (question.convert !== undefined || currencies.length < 2) return undefined
  if (!asksMoney(question) || question.by.includes('currency')) return undefined
  return refuse(
    'currency_needed',
    `These amounts are in ${currencies.join(', ')}; name one currency, convert to one, or ask by ` +
      'currency.',
    currencies,
  )
}

function refuseUnrated({ convert }: Question, row: WarehouseRow | undefined) {
  if (convert === undefined || Number(row?.['unrated'] ?? 0) === 0) return undefined
  return refuse(
    'rate_missing',
    `Some of these amounts have no rate to ${convert} on their day. Import rates of those days, ask ` +
      'for others, or ask by currency.',
  )
}

export async function readAllKeys(
  rows: readonly WarehouseRow[],
  names: Names,
  { by, grain }: Question,
): Promise<readonly Readonly<Record<string, string>>[]> {
  const none: Find = async () => new Map()
  const find = async (key: keyof NamesOf, found: Find = none) =>
    by.includes(key) && rows.length > 0
      ? found([...new Set(rows.map((row) => Number(row[key])))])
      : new Map<number, string>()
  const [film, cinema, auditorium] = await Promise.all([
    find('film', names.films),
    find('cinema', names.cinemas),
    find('auditorium', names.auditoria),
  ])
  return rows.map((row) => readKeys(row, { by, grain }, { film, cinema, auditorium }))
}

function sitesOf({ sites, question, setting }: Asking, reporting: number): Sites {
  const group = (id: string) => groupOf('cinema', Number(id), setting.aliases)
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
