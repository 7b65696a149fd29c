/**
 * What an answer has to be, worked out the slow and plain way from lists of facts. It shares nothing
 * with the planner but the words of the question, and serves its tests only.
 */
import { MONEY, OF_AMOUNTS, OF_WHOLES } from './oracle-figure.ts'
import type { Keys, Ledger } from './oracle-ledger.ts'
import { keysIn, ticketLedger } from './oracle-ledger.ts'
import { keyValues, ranked } from './oracle-rank.ts'
import type { FactorOf } from './oracle-rate.ts'
import { currenciesAmong, factorsOf, firstDayOf, RATE_SCALE } from './oracle-rate.ts'
import { reporterLedger } from './oracle-reporter.ts'
import type { Lens } from './oracle-scene.ts'
import { sceneOf } from './oracle-scene.ts'
import { lensOf } from './oracle-span.ts'
import type { World } from './oracle-world.ts'
import type { ComparisonId, Figure, Question } from './question.ts'

export type Row = { readonly [key: string]: Figure | string | Compared | undefined }
type Compared = Readonly<Partial<Record<ComparisonId, Readonly<Record<string, Figure>>>>>

export type Expected =
  | { readonly refusal: 'currency_needed'; readonly choices: readonly string[] }
  | { readonly refusal: 'rate_missing' }
  | {
      readonly rows: readonly Row[]
      readonly others?: { readonly count: number; readonly row: Row }
      readonly total: Row
      readonly currency?: string
      /** How many cinemas have a figure, and which sources. */
      readonly reporting: number
      readonly sources: readonly number[]
    }

type Asked = {
  readonly question: Question
  readonly now: Ledger
  /** What the same days earlier hold, by comparison. */
  readonly compared: readonly (readonly [ComparisonId, Ledger])[]
}

export function expectedAnswer(said: World, asked: Question): Expected {
  // As if every fact had come under the id of the group.
  const { where, whereNot = {} } = asked
  const question: Question = {
    ...asked,
    where: grouped(where, said.aliases),
    whereNot: grouped(whereNot, said.aliases),
  }
  const lens: Lens = { from: asked.from, to: asked.to, shownAs: (day) => day }
  const others = (question.compare ?? []).flatMap((id) => {
    const other = lensOf(id, asked, said.holidayMoved)
    return other ? [[id, other] as const] : []
  })
  const ledger = ledgers(said, question, [lens, ...others.map(([, other]) => other)])
  const answering: Asked = {
    question,
    now: ledger(lens),
    compared: others.map(([id, other]) => [id, ledger(other)] as const),
  }
  const every = [answering.now, ...answering.compared.map(([, other]) => other)]
  if (question.convert !== undefined && every.some(({ unrated }) => unrated())) {
    return { refusal: 'rate_missing' }
  }
  const currencies = currenciesOf(answering)
  const amounts = question.metrics.some((id) => OF_AMOUNTS.includes(id))
  const split = question.by.includes('currency')
  if (amounts && currencies.length > 1 && !split && question.convert === undefined) {
    return { refusal: 'currency_needed', choices: currencies }
  }
  return rowsOf(answering)
}

/** What is asked, tickets or a reporter, seen through any lens. */
function ledgers(world: World, question: Question, lenses: readonly Lens[]) {
  const { convert, basis = 'tickets', to } = question
  const [, said] = /^reported:(\d+)$/.exec(basis) ?? []
  const source = said === undefined ? undefined : Number(said)
  const scale = convert === undefined ? 1n : RATE_SCALE
  const among = currenciesAmong(world, source)
  const factorOf: FactorOf =
    convert === undefined
      ? () => 1n
      : factorsOf(world, { to: convert, among, from: firstDayOf(question, lenses), until: to })
  if (source !== undefined) {
    const books = { world, source, factorOf }
    return (lens: Lens): Ledger => reporterLedger({ books, question, scale }, lens)
  }
  const scene = sceneOf(world, factorOf)
  return (lens: Lens): Ledger => ticketLedger(scene, question, lens, scale)
}

function currenciesOf({ now, compared }: Asked): readonly string[] {
  const all = [now, ...compared.map(([, ledger]) => ledger)]
  const each = all.map(({ currencies, ofWhole }) => [...currencies({ all: now.there }), ...ofWhole])
  return [...new Set(each.flat())].toSorted()
}

function rowsOf(asked: Asked): Expected {
  const { question, now } = asked
  const inOrder = ranked(now.there, question, (id, key) => now.figure(id, { one: key }))
  const shown = inOrder.slice(0, question.limit)
  const rest = inOrder.slice(shown.length)
  const total = rowOf(asked, { all: now.there })
  const whole = question.by.length === 0 && question.grain === undefined
  const [only, second] = currenciesOf(asked)
  const split = question.by.includes('currency') && question.convert === undefined
  const one = second === undefined && !split ? only : undefined
  const currency = only === undefined ? undefined : (question.convert ?? one)
  return {
    rows: whole
      ? [total]
      : shown.map((key) => ({ ...keysOf(key, question), ...rowOf(asked, { one: key }) })),
    ...(rest.length > 0 && {
      others: { count: rest.length, row: rowOf(asked, { others: rest }) },
    }),
    total,
    ...(currency !== undefined && { currency }),
    reporting: now.reporting,
    sources: now.sources,
  }
}

function grouped(filters: Question['where'], aliases: World['aliases']): Question['where'] {
  const group = (ids: readonly string[] | undefined, of: ReadonlyMap<number, number>) =>
    ids?.map((id) => String(of.get(Number(id)) ?? id))
  const [film, cinema] = [group(filters.film, aliases.film), group(filters.cinema, aliases.cinema)]
  return { ...filters, ...(film && { film }), ...(cinema && { cinema }) }
}

function keysOf(key: string, question: Question): Row {
  const values = keyValues(key, question)
  const named = (['film', 'cinema', 'auditorium'] as const).flatMap((id) => {
    const value = values[id]
    if (value === undefined) return []
    // Facts of no auditorium carry 0, which is nobody's name.
    const name = id === 'auditorium' && value === '0' ? '' : `Title ${value}`
    return [[`${id}Id`, value] as const, [id, name] as const]
  })
  return { ...values, ...Object.fromEntries(named) }
}

function rowOf(asked: Asked, keys: Keys): Row {
  const { now, compared } = asked
  const others = compared.map(([id, ledger]) => [id, figuresOf(asked, ledger, keys)] as const)
  return {
    ...figuresOf(asked, now, keys),
    ...(others.length > 0 && { compared: Object.fromEntries(others) }),
  }
}

function figuresOf(asked: Asked, ledger: Ledger, keys: Keys): Readonly<Record<string, Figure>> {
  const { question } = asked
  const currency = currencyOf(asked, ledger, keys)
  const row: Record<string, Figure> = {}
  for (const id of question.metrics) {
    const value = ledger.figure(id, keys)
    const mixed =
      (currency === 'several' && OF_AMOUNTS.includes(id)) ||
      ('all' in keys && isSplit(question) && OF_WHOLES.includes(id) && ledger.isWholeMixed(id))
    if (value === null || mixed) row[id] = null
    else if (!MONEY.includes(id))
      row[id] = Number(value) + 0 // never −0
    else row[id] = currency === undefined ? null : { minor: value.toString(), currency }
  }
  return row
}

const isSplit = ({ by, convert }: Question) => by.includes('currency') && convert === undefined

/** The currency of a row's amounts: its own, or where it has none that of all, or the one asked for. */
function currencyOf(asked: Asked, ledger: Ledger, keys: Keys): string | undefined {
  const { convert, currency, where, by } = asked.question
  if (convert !== undefined) return convert
  const split = by.includes('currency')
  const [own, second] = split ? splitCurrencies(asked, ledger, keys) : ledger.currencies(keys)
  if (second !== undefined) return 'several'
  // Where rows are told apart by it, what is in none is in none.
  if (split) return own === '' ? undefined : own
  const filtered = where.currency?.length === 1 ? where.currency[0] : undefined
  const all = currenciesOf(asked)
  return own ?? currency ?? filtered ?? (all.length === 1 ? all[0] : undefined)
}

/** Where the question splits currencies, those of the rows that are put together. */
function splitCurrencies({ question, now, compared }: Asked, ledger: Ledger, keys: Keys): string[] {
  const there = [now, ...compared.map(([, other]) => other)].flatMap((one) => one.there)
  const own = keysIn(keys)
  const rows = own === 'all' ? there : own
  const named = rows.flatMap((key) => keyValues(key, question).currency ?? [])
  return [...new Set([...named, ...ledger.currencies(keys)])].toSorted()
}
