import { isMoney } from './column.ts'
import type { Ground } from './ground.ts'
import { conditions, keyColumns, keysOf } from './ground.ts'
import type { Measure } from './metric.ts'
import type { Question } from './question.ts'

/** One read of one table: rows by the answer's keys, with some of the measures. */
export type Part = {
  readonly table: string
  /** What it is read for, in a word for people. */
  readonly why: string
  readonly sql: string
  /** The expression of each measure among the columns of `sql`, which may be gathered again. */
  readonly gives: ReadonlyMap<Measure, string>
}

export type Given = readonly (readonly [measure: Measure, sql: string])[]

export type Summing = {
  readonly why: string
  readonly sums: Given
  /** Conditions beside the question's own. */
  readonly only?: readonly string[]
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
  const rates = setting.rates && sums.some(([measure]) => isMoney(measure))
  const keys = keysOf(question)
  const said = (measure: Measure) => `said_${measure}`
  const kept = select(
    [
      ...keyColumns(question, ground),
      ...(rates ? [`${day(ground)} as rate_day`, `${currency(ground)} as rate_currency`] : []),
      ...sums.map(([measure, sql]) => `${sql} as ${said(measure)}`),
    ],
    `from ${table}\nwhere ${[...only, ...conditions(question, ground)].join('\n  and ')}`,
  )
  const summed = (by: readonly string[], from: string) =>
    select(
      [...by, ...sums.map(([measure]) => `sum(${said(measure)}) as sum_${measure}`)],
      `from (\n${indent(from)}\n)${grouped(by)}`,
    )
  const gives = new Map(sums.map(([measure]) => [measure, `sum_${measure}`]))
  if (!rates) return { table, why, sql: summed(keys, kept), gives }
  const daily = summed([...keys, 'rate_day', 'rate_currency'], kept)
  return { table, why, sql: converted(keys, daily, sums), gives }
}

const day = ({ family }: Ground) => (family === 'reported' ? 'first_day' : 'trading_day')
const currency = ({ family }: Ground) => (family === 'screening' ? "''" : 'currency')

function converted(keys: readonly string[], daily: string, sums: Given): string {
  const turned = sums.map(([measure]) =>
    isMoney(measure)
      ? `sum(toDecimal256(daily.sum_${measure}, 0) * rates.factor) as sum_${measure}`
      : `sum(daily.sum_${measure}) as sum_${measure}`,
  )
  const amounts = sums.map(([measure]) => measure).filter(isMoney)
  const taken = amounts.map((measure) => `daily.sum_${measure} != 0`).join(' or ')
  return select(
    [
      ...keys.map((key) => `daily.${key} as ${key}`),
      ...turned,
      `toInt64(countIf(rates.factor = 0 and (${taken}))) as sum_unrated`,
    ],
    `from (\n${indent(daily)}\n) as daily
asof left join rates on daily.rate_currency = rates.currency and daily.rate_day >= rates.day${grouped(keys)}`,
  )
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
