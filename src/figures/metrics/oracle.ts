/**
 * What an answer has to be, worked out the slow and plain way from a list of facts. It shares nothing
 * with the planner but the words of the question, and serves its tests only.
 */
import type { Aliases } from '#programme'
import { NO_ALIASES } from '#programme'
import type { TicketFact } from '#warehouse'
import type { DimensionId, Figure, MetricId, Question } from './question.ts'

/** A fact under the ids of its groups; a screening stays its own cinema's. */
type Grouped = TicketFact & { readonly screenedIn: number }

type Row = Record<string, Figure | string>

export type Expected =
  | { readonly refusal: 'currency_needed'; readonly choices: readonly string[] }
  | {
      readonly rows: readonly Row[]
      readonly others?: { readonly count: number; readonly row: Row }
      readonly total: Row
      readonly currency?: string
      readonly reporting: number
      readonly sources: readonly number[]
    }

type Group = { readonly facts: Grouped[]; readonly figures: Row }
type Value = number | bigint | string | Buffer | null

const MONEY: readonly MetricId[] = ['gross', 'fees', 'averageTicketPrice']
const TIES: readonly DimensionId[] = [
  'tradingDay',
  'weekday',
  'hour',
  'saleTime',
  'film',
  'cinema',
  'ticketType',
  'channel',
  'currency',
]

export function expectedAnswer(
  all: readonly TicketFact[],
  owners: readonly number[],
  asked: Question,
  aliases: Aliases = NO_ALIASES,
): Expected {
  // As if every fact had come under the id of the group.
  const question = { ...asked, where: groupFilters(asked.where, aliases) }
  const grouped = all.map((fact) => ({
    ...fact,
    screenedIn: fact.cinema,
    film: aliases.film.get(fact.film) ?? fact.film,
    cinema: aliases.cinema.get(fact.cinema) ?? fact.cinema,
  }))
  const facts = grouped.filter((fact) => owners.includes(fact.owner) && isAbout(fact, question))
  const left = netOf(facts, question, (fact) => [fact.cinema, fact.source, fact.currency].join(' '))
  const currencies = [...new Set(left.map((fact) => fact.currency))].toSorted()
  const split = question.by.includes('currency')
  if (question.metrics.some((id) => MONEY.includes(id)) && currencies.length > 1 && !split) {
    return { refusal: 'currency_needed', choices: currencies }
  }
  const groups = ranked(facts, question)
  const shown = groups.slice(0, question.limit)
  const rest = groups.slice(shown.length)
  const [only] = currencies
  const figuresOf = (some: readonly Grouped[]) => figures(some, question)
  const whole = question.by.length === 0 && question.grain === undefined
  return {
    rows: whole
      ? [figuresOf(facts)]
      : shown.map((group) => ({ ...keysOf(group, question), ...group.figures })),
    ...(rest.length > 0 && {
      others: { count: rest.length, row: figuresOf(rest.flatMap((group) => group.facts)) },
    }),
    total: figuresOf(facts),
    ...(only !== undefined && currencies.length === 1 && !split && { currency: only }),
    reporting: new Set(left.map((fact) => fact.cinema)).size,
    sources: [...new Set(left.map((fact) => fact.source))].toSorted((a, b) => a - b),
  }
}

function groupFilters(where: Question['where'], aliases: Aliases): Question['where'] {
  const group = (ids: readonly string[] | undefined, of: ReadonlyMap<number, number>) =>
    ids?.map((id) => String(of.get(Number(id)) ?? id))
  const [film, cinema] = [group(where.film, aliases.film), group(where.cinema, aliases.cinema)]
  return { ...where, ...(film && { film }), ...(cinema && { cinema }) }
}

function isAbout(fact: Grouped, { from, to, currency, soldBy, where }: Question): boolean {
  if (from !== undefined && fact.tradingDay < from) return false
  if (to !== undefined && fact.tradingDay > to) return false
  if (currency !== undefined && fact.currency !== currency) return false
  if (soldBy !== undefined && !wasSoldBy(fact, soldBy)) return false
  return TIES.every((id) => where[id]?.includes(told(fact, id)) ?? true)
}

function wasSoldBy({ soldDay, soldMinute, tradingDay }: Grouped, soldBy: string): boolean {
  if (soldDay === undefined || soldMinute === undefined) return false
  if (soldDay !== tradingDay) return soldDay < tradingDay
  const [hours, minutes] = soldBy.split(':').map(Number)
  const until = (hours ?? 0) * 60 + (minutes ?? 0)
  return Math.floor(soldMinute / 5) < Math.floor(until / 5)
}

/** A dimension's value as an answer tells it. */
export function told(fact: TicketFact, id: DimensionId): string {
  switch (id) {
    case 'weekday':
      return String(new Date(fact.tradingDay).getUTCDay() || 7)
    case 'hour':
      return String(fact.startHour)
    case 'saleTime':
      return saleTime(fact)
    default:
      return String(fact[id])
  }
}

function saleTime({ soldDay, soldMinute, tradingDay }: TicketFact): string {
  if (soldDay === undefined || soldMinute === undefined) return 'unknown'
  if (soldDay < tradingDay) return 'before'
  if (soldDay > tradingDay) return 'after'
  const two = (count: number) => String(Math.floor(count)).padStart(2, '0')
  return `${two(soldMinute / 60)}:${two(Math.floor((soldMinute % 60) / 5) * 5)}`
}

function period(day: string, grain: NonNullable<Question['grain']>): string {
  const date = Temporal.PlainDate.from(day)
  switch (grain) {
    case 'day':
      return day
    case 'week':
      return date.subtract({ days: date.dayOfWeek - 1 }).toString()
    case 'month':
      return date.with({ day: 1 }).toString()
    case 'quarter':
      return date.with({ day: 1, month: date.month - ((date.month - 1) % 3) }).toString()
    case 'year':
      return date.with({ day: 1, month: 1 }).toString()
  }
}

function keysOf({ facts: [first] }: Group, { by, grain }: Question): Row {
  if (!first) throw new Error('a group without facts')
  const keys: Row = grain ? { period: period(first.tradingDay, grain) } : {}
  for (const id of by) {
    keys[id] = told(first, id)
    if (id === 'film' || id === 'cinema') {
      keys[`${id}Id`] = String(first[id])
      keys[id] = `Title ${first[id]}`
    }
  }
  return keys
}

/** The facts of those keys in which anything is left after what was taken back. */
function netOf(
  facts: readonly Grouped[],
  { metrics }: Question,
  key: (fact: Grouped) => string,
): Grouped[] {
  const scans = metrics.includes('scanned')
  const groups = Map.groupBy(facts, key).values()
  return [...groups]
    .filter(
      (group) =>
        tickets(group, 'sale') || tickets(group, 'refund') || (scans && scannedOf(group) !== 0),
    )
    .flat()
}

function scannedOf(facts: readonly Grouped[]): number {
  return facts.reduce((sum, { scanned = 0 }) => sum + scanned, 0)
}

function tickets(facts: readonly Grouped[], kind: Grouped['kind']): number {
  const counted = facts.filter((fact) => fact.kind === kind)
  return counted.reduce((sum, { quantity }) => sum + quantity, 0)
}

function ranked(facts: readonly Grouped[], question: Question): Group[] {
  const { by, grain } = question
  const key = (fact: Grouped) =>
    JSON.stringify([grain && period(fact.tradingDay, grain), ...by.map((id) => told(fact, id))])
  const groups = [...Map.groupBy(netOf(facts, question, key), key).values()].map((group) => ({
    facts: group,
    figures: figures(group, question),
  }))
  const byPeriod = grain && question.limit === undefined
  const fallback = byPeriod
    ? { of: 'period' as const, descending: false }
    : { of: question.metrics[0] ?? ('sold' as const), descending: true }
  const { of, descending } = question.order ?? fallback
  const level = (['period', ...TIES] as const).filter((id) => id === 'period' || by.includes(id))
  return groups.toSorted((a, b) => {
    const [left, right] = [rank(a, of, question), rank(b, of, question)]
    if (left === null || right === null) {
      if (left !== right) return left === null ? 1 : -1
    } else if (compare(left, right) !== 0) {
      return descending ? -compare(left, right) : compare(left, right)
    }
    for (const id of level) {
      const order = compare(rank(a, id, question), rank(b, id, question))
      if (order !== 0) return order
    }
    return 0
  })
}

/** What a group is sorted by. */
function rank(
  group: Group,
  of: MetricId | DimensionId | 'period',
  { grain, metrics }: Question,
): Value {
  const [first] = group.facts
  if (!first) throw new Error('a group without facts')
  if (of === 'period') return grain ? period(first.tradingDay, grain) : ''
  const dimension = TIES.find((id) => id === of)
  if (dimension === undefined) {
    const metric = metrics.find((id) => id === of)
    // By the bare number, amounts as well.
    return metric === undefined ? null : figure(group.facts, metric)
  }
  if (dimension === 'saleTime') {
    const text = told(first, 'saleTime')
    return `${{ before: 0, after: 2, unknown: 3 }[text] ?? 1}${text}`
  }
  if (['ticketType', 'channel', 'currency'].includes(dimension)) {
    return Buffer.from(told(first, dimension))
  }
  return dimension === 'tradingDay' ? first.tradingDay : Number(told(first, dimension))
}

function compare(a: Value, b: Value): number {
  if (a instanceof Uint8Array && b instanceof Uint8Array) return Buffer.compare(a, b)
  if (a === null || b === null || a === b) return 0
  return a < b ? -1 : 1
}

function figures(facts: readonly Grouped[], question: Question): Row {
  const kept = netOf(facts, question, (fact) => fact.currency)
  const own = [...new Set(kept.map(({ currency }) => currency))]
  const filtered = question.where.currency
  const stated = question.currency ?? (filtered?.length === 1 ? filtered[0] : undefined)
  const currency = own.length > 1 ? undefined : (own[0] ?? stated)
  const row: Row = {}
  for (const id of question.metrics) {
    const value = figure(facts, id)
    if (!MONEY.includes(id))
      row[id] = value === null ? null : Number(value) + 0 // never −0
    else if (value === null || currency === undefined) row[id] = null
    else row[id] = { minor: value.toString(), currency }
  }
  return row
}

function figure(facts: readonly Grouped[], id: MetricId): bigint | number | null {
  const sold = tickets(facts, 'sale')
  const refunded = 0 - tickets(facts, 'refund')
  const admissions = sold - refunded
  const count = (some: readonly Grouped[]) => some.reduce((sum, one) => sum + one.quantity, 0)
  const free = count(facts.filter(({ priceMinor }) => priceMinor === 0n))
  const gross = facts.reduce((sum, { priceMinor }) => sum + priceMinor, 0n)
  const stated = count(facts.filter(({ channel }) => channel !== ''))
  const atCounter = count(facts.filter(({ channel }) => channel === 'counter'))
  switch (id) {
    case 'admissions':
      return admissions
    case 'paid':
      return admissions - free
    case 'complimentary':
      return free
    case 'gross':
      return gross
    case 'fees':
      return facts.reduce((sum, fact) => sum + fact.feeHallMinor + fact.feeOnlineMinor, 0n)
    case 'averageTicketPrice':
      return admissions === 0 ? null : roundedRatio(gross, BigInt(admissions))
    case 'screenings':
      return screenings(facts)
    case 'sold':
      return sold
    case 'refunded':
      return refunded
    case 'refundRate':
      return sold === 0 ? null : refunded / sold
    case 'onlineShare':
      return stated === 0 ? null : (stated - atCounter) / stated
    case 'scanned':
      return scannedOf(facts)
  }
}

/** Half away from zero, by looking at the remainder. */
function roundedRatio(over: bigint, under: bigint): bigint {
  const whole = over / under
  const rest = over % under
  const size = (value: bigint) => (value < 0n ? -value : value)
  if (size(rest) * 2n < size(under)) return whole
  return over < 0n === under < 0n ? whole + 1n : whole - 1n
}

function screenings(facts: readonly Grouped[]): number {
  const each = Map.groupBy(facts, (fact) => `${fact.screenedIn} ${fact.screening}`)
  return [...each.values()].filter((group) => tickets(group, 'sale') > 0).length
}
