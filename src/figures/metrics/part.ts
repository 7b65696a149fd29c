import type { Gathering } from './column.ts'
import { isMoney } from './column.ts'
import type { Ground } from './ground.ts'
import { conditions, dayColumn, keyColumns, keysOf } from './ground.ts'
import type { Measure } from './metric.ts'
import type { Question } from './question.ts'

/**
 * One read of one table: rows by the answer's keys, with some of the measures. It is kept in pieces so
 * that a statement can select it at once under its own names: every level of a statement costs the
 * engine time to understand, whatever there is to read (bench/questions.ts).
 */
export type Part = {
  readonly table: string
  /** What it is read for, in a word for people. */
  readonly why: string
  /** Each key with its name. */
  readonly keys: readonly string[]
  /** What each measure comes to in a group. */
  readonly gives: ReadonlyMap<Measure, string>
  /** How groups of the same keys come together. */
  readonly gathering: Gathering
  /** From where, grouped by the keys. */
  readonly from: string
  /** Where amounts are turned: how many had no rate. */
  readonly unrated?: string
}

export type Given = readonly (readonly [measure: Measure, sql: string])[]

export type Summing = {
  readonly why: string
  readonly sums: Given
  /** Conditions beside the question's own. */
  readonly only?: readonly string[]
}

/** A part as a statement of its own. */
export function partSql({ keys, gives, from }: Part): string {
  return select([...keys, ...[...gives].map(([measure, sql]) => `${sql} as ${measure}_of`)], from)
}

/**
 * Sums over the rows of a table. Amounts of several currencies are first summed by day and currency,
 * and each such sum is turned at its day's rate.
 */
export function sumPart(
  question: Question,
  ground: Ground,
  { why, sums, only = [] }: Summing,
): Part {
  const { setting, table } = ground
  const keys = keysOf(question)
  const own = keyColumns(question, ground)
  const where = `from ${table}\nwhere ${[...only, ...conditions(question, ground)].join('\n  and ')}`
  if (!setting.rates || !sums.some(([measure]) => isMoney(measure))) {
    const gives = new Map(sums.map(([measure, sql]) => [measure, `sum(${sql})`]))
    return { table, why, keys: own, gives, gathering: 'sum', from: where + grouped(keys) }
  }
  const daily = select(
    [
      ...own,
      `${dayColumn(ground)} as rate_day`,
      `${currency(ground)} as rate_currency`,
      ...sums.map(([measure, sql]) => `sum(${sql}) as sum_${measure}`),
    ],
    where + grouped([...keys, 'rate_day', 'rate_currency']),
  )
  const amounts = sums.map(([measure]) => measure).filter(isMoney)
  const taken = amounts.map((measure) => `daily.sum_${measure} != 0`).join(' or ')
  return {
    table,
    why,
    keys: keys.map((key) => `daily.${key} as ${key}`),
    gives: new Map(sums.map(([measure]) => [measure, turned(measure)])),
    gathering: 'sum',
    from: `from (\n${indent(daily)}\n) as daily
asof left join rates on daily.rate_currency = rates.currency and daily.rate_day >= rates.day${grouped(keys)}`,
    unrated: `toInt64(countIf(rates.factor = 0 and (${taken})))`,
  }
}

const currency = ({ family }: Ground) => (family === 'screening' ? "''" : 'currency')

function turned(measure: Measure): string {
  return isMoney(measure)
    ? `sum(toDecimal256(daily.sum_${measure}, 0) * rates.factor)`
    : `sum(daily.sum_${measure})`
}

export function grouped(keys: readonly string[]): string {
  return keys.length > 0 ? `\ngroup by ${keys.join(', ')}` : ''
}

export function select(columns: readonly string[], rest: string): string {
  return `select ${columns.join(',\n  ')}\n${rest}`
}

export function indent(text: string, steps = 1): string {
  return text.replace(/^/gm, '  '.repeat(steps))
}
