import { setTimeout as pause } from 'node:timers/promises'
import { literal } from './literal.ts'
import { AGGREGATES, MEASURES } from './schema.ts'
import type { Limits, Warehouse } from './warehouse.ts'

/** It reads everything there is in its range, which no question may. */
const LIMITS: Limits = {
  secondsMax: 600,
  memoryBytesMax: 4 * 1024 ** 3,
  rowsReadMax: 1_000_000_000_000,
}
const DIFFERENCES_MAX = 10_000
/** An insert in flight is in the base before it is in the views: what lasts is looked at again. */
const LOOKS = 3
const LOOK_AGAIN_MS = 1_000

export type Measure = (typeof MEASURES)[number]['name']
export type Sums = Readonly<Record<Measure, bigint>>

/** A trading day on which an aggregate does not say what the base says. */
export type Difference = {
  readonly aggregate: string
  readonly tradingDay: string
  readonly base: Sums
  readonly found: Sums
}

export type DayRange = { readonly from?: string; readonly to?: string }

/**
 * The trading days (of `from` to `to`, ISO, both included) and aggregates that differ from the base,
 * by owner, currency and source on that day; at most 10,000 of each aggregate. None: they agree.
 */
export async function compareAggregates(
  warehouse: Warehouse,
  range: DayRange = {},
): Promise<readonly Difference[]> {
  const differences: Difference[] = []
  for (const { name } of AGGREGATES) {
    let lasting = await look(warehouse, name, range)
    for (let again = 1; again < LOOKS && lasting.length > 0; again++) {
      await pause(LOOK_AGAIN_MS)
      const now = new Set((await look(warehouse, name, range)).map(({ tradingDay }) => tradingDay))
      lasting = lasting.filter(({ tradingDay }) => now.has(tradingDay))
    }
    differences.push(...lasting)
  }
  return differences
}

type Found = Readonly<Record<string, string>>

async function look(
  warehouse: Warehouse,
  aggregate: string,
  range: DayRange,
): Promise<readonly Difference[]> {
  const rows = await warehouse.query<Found>(comparison(aggregate, range), LIMITS)
  return rows.map((row) => ({
    aggregate,
    tradingDay: row['trading_day'] ?? '',
    base: sumsOf(row, 'base'),
    found: sumsOf(row, 'found'),
  }))
}

const MEASURE_NAMES = MEASURES.map(({ name }) => name)

function comparison(aggregate: string, range: DayRange): string {
  const key = 'trading_day, owner, currency, source'
  const each = (write: (measure: string) => string) => MEASURE_NAMES.map(write).join(', ')
  const base = MEASURES.map(
    ({ name, sql }) => `toInt128(sum(${sql})) as base_${name}, toInt128(0) as found_${name}`,
  )
  const found = each(
    (name) => `toInt128(0) as base_${name}, toInt128(sum(t.${name})) as found_${name}`,
  )
  const both = `
    select ${key}, ${base.join(', ')} from ticket where ${within(range)} group by ${key}
    union all
    select ${key}, ${found} from ${aggregate} as t where ${within(range)} group by ${key}`
  const sides = each((name) => `sum(base_${name}) as b_${name}, sum(found_${name}) as f_${name}`)
  const differ = MEASURE_NAMES.map((name) => `b_${name} != f_${name}`).join(' or ')
  const cells = `select ${key}, ${sides}, ${differ} as differs from (${both}) group by ${key}`
  const days = each((name) => `sum(b_${name}) as base_${name}, sum(f_${name}) as found_${name}`)
  return `select toString(trading_day) as trading_day, ${days} from (${cells})
    group by trading_day having max(differs) = 1
    order by trading_day limit ${DIFFERENCES_MAX}`
}

function within({ from, to }: DayRange): string {
  const first = from === undefined ? [] : [`trading_day >= ${literal.date(from)}`]
  const last = to === undefined ? [] : [`trading_day <= ${literal.date(to)}`]
  return [...first, ...last].join(' and ') || 'true'
}

function sumsOf(row: Found, side: 'base' | 'found'): Sums {
  const sum = (name: Measure) => BigInt(row[`${side}_${name}`] ?? 0)
  return {
    sold: sum('sold'),
    refunded: sum('refunded'),
    complimentary: sum('complimentary'),
    gross: sum('gross'),
    fees: sum('fees'),
    scanned: sum('scanned'),
  }
}
