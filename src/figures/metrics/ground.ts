import type { Aliases } from '#programme'
import { literal, SOLD_MINUTE_UNKNOWN, SOLD_SLOT } from '#warehouse'
import { aliasedSql, membersOf } from './aliased.ts'
import type { Dimension, Family } from './dimension.ts'
import { DIMENSIONS, dimensionById, NUMBER_UNKNOWN } from './dimension.ts'
import type { DimensionId, Grain, Question } from './question.ts'
import { dayMinute, saleTimeCode, slotOf } from './sale-time.ts'
import type { Lookups, Setting, Shift, Variant } from './setting.ts'

/** Where a part of a plan stands: in which table, about which span. */
export type Ground = {
  readonly family: Family
  readonly table: string
  readonly setting: Setting
  readonly variant: Variant
}

/** The base table of tickets, which has what aggregates have not. */
export const BASE_TABLE = 'ticket'

const PERIODS: Readonly<Record<Grain, (day: string) => string>> = {
  day: (day) => day,
  week: (day) => `toMonday(${day})`,
  month: (day) => `toStartOfMonth(${day})`,
  quarter: (day) => `toStartOfQuarter(${day})`,
  year: (day) => `toStartOfYear(${day})`,
}

/** The column of a fact's day. */
export function dayColumn({ family }: Pick<Ground, 'family'>): string {
  return family === 'reported' ? 'first_day' : 'trading_day'
}

/** A fact's day, laid over the days asked. */
function shownDay(ground: Ground): string {
  return shifted(dayColumn(ground), ground.variant.shift)
}

export function shifted(day: string, shift: Shift): string {
  return shift.reduce(
    (sql, step) =>
      'days' in step ? `addDays(${sql}, ${step.days})` : `addYears(${sql}, ${step.years})`,
    day,
  )
}

/** A column by the name it has in the ground's table. */
export function onGround(sql: string, ground: Pick<Ground, 'family' | 'table'>): string {
  const days = ground.family === 'reported' ? sql.replaceAll('trading_day', 'first_day') : sql
  return ground.table === BASE_TABLE ? days.replaceAll('sold_slot', SOLD_SLOT) : days
}

/** A dimension's value as the ground's facts have it. */
export function dimensionSql(id: DimensionId, ground: Ground): string {
  if (id === 'tradingDay') return shownDay(ground)
  const { lookups, aliases } = ground.setting
  if (id === 'currency' && ground.family === 'screening') {
    return transformed('cinema', lookups.currencies, literal.text, "''")
  }
  const sql = aliasedSql(onGround(dimensionById(id).sql, ground), aliases)
  return beside(sql, lookups)
}

function beside(sql: string, { opened, distributors }: Lookups): string {
  if (sql.includes('{opened}')) {
    return sql.replaceAll('{opened}', transformed('film', opened, literal.date, 'toDate(0)'))
  }
  if (!sql.includes('{distributor}')) return sql
  return sql.replaceAll('{distributor}', transformed('film', distributors, literal.text, "''"))
}

function transformed<Value>(
  column: string,
  known: ReadonlyMap<number, Value>,
  written: (value: Value) => string,
  unknown: string,
): string {
  // Nobody groups by a constant.
  if (known.size === 0) return `materialize(${unknown})`
  const ids = [...known.keys()].map(literal.uint32).join(', ')
  const values = [...known.values()].map(written).join(', ')
  return `transform(${column}, [${ids}], [${values}], ${unknown})`
}

/** The keys of an answer's rows, in the order in which ties are broken. */
export function keysOf({ by, grain }: Question): readonly string[] {
  return [
    ...(grain ? ['period'] : []),
    ...DIMENSIONS.map(({ id }) => id).filter((id) => by.includes(id)),
  ].map((name) => `key_${name}`)
}

/** Each key as the ground's facts have it, under its name. */
export function keyColumns({ by, grain }: Question, ground: Ground): readonly string[] {
  return [
    ...(grain ? [`${PERIODS[grain](shownDay(ground))} as key_period`] : []),
    ...DIMENSIONS.filter(({ id }) => by.includes(id)).map(
      ({ id }) => `${dimensionSql(id, ground)} as key_${id}`,
    ),
  ]
}

/** Which facts of the ground a question is about. */
export function conditions(question: Question, ground: Ground): readonly string[] {
  const { setting, variant } = ground
  const { soldBy, currency, where, whereNot = {} } = question
  const within = (id: DimensionId, values: readonly string[]) =>
    `in ${filterList(dimensionById(id), values, setting.aliases)}`
  return [
    `owner in ${literal.list(setting.owners, literal.uint32)}`,
    ...dayConditions(ground, variant),
    ...(currency === undefined ? [] : [inCurrency([currency], question, ground)]),
    ...DIMENSIONS.flatMap(({ id }) => {
      const [values, others] = [where[id], whereNot[id]]
      return [
        ...(values
          ? [
              id === 'currency'
                ? inCurrency(values, question, ground)
                : `${dimensionSql(id, ground)} ${within(id, values)}`,
            ]
          : []),
        ...(others ? [`${dimensionSql(id, ground)} not ${within(id, others)}`] : []),
      ]
    }),
    // What is on offer is on offer at any time of sale.
    ...(soldBy === undefined || ground.family !== 'ticket'
      ? []
      : [onGround(soldByCondition(soldBy), ground)]),
  ]
}

/** What a reporter counts has no currency: it belongs to amounts of any, unless rows are told by it. */
function inCurrency(currencies: readonly string[], { by }: Question, ground: Ground): string {
  const counts = ground.family === 'reported' && !by.includes('currency')
  const all = counts ? [...currencies, ''] : currencies
  return `${dimensionSql('currency', ground)} in ${literal.list(all, literal.text)}`
}

export function dayConditions(
  ground: Pick<Ground, 'family'>,
  { from, to }: Pick<Variant, 'from' | 'to'>,
): readonly string[] {
  const last = ground.family === 'reported' ? 'last_day' : 'trading_day'
  return [
    ...(from === undefined ? [] : [`${dayColumn(ground)} >= ${literal.date(from)}`]),
    ...(to === undefined ? [] : [`${last} <= ${literal.date(to)}`]),
  ]
}

function soldByCondition(soldBy: string): string {
  const minute = dayMinute(soldBy)
  if (minute === undefined) throw new Error('soldBy is no time of a trading day')
  const today = `sold_day = trading_day and sold_slot < ${literal.uint32(slotOf(minute))}`
  return `sold_slot != ${SOLD_MINUTE_UNKNOWN} and (sold_day < trading_day or ${today})`
}

function filterList(
  { id, values: kind }: Dimension,
  values: readonly string[],
  aliases: Aliases,
): string {
  switch (kind) {
    case 'number':
      return literal.list(membersOf(id, values.map(Number), aliases), literal.uint32)
    case 'integer':
      return literal.list(
        values.map((value) => BigInt(value === '' ? NUMBER_UNKNOWN : value)),
        literal.int64,
      )
    case 'big':
      return literal.list(values.map(BigInt), literal.uint64)
    case 'date':
      return literal.list(values, literal.date)
    case 'instant':
      return literal.list(values, (value) => {
        return `toDateTime(${literal.text(value.replace('T', ' ').replace('Z', ''))}, 'UTC')`
      })
    case 'text':
      return literal.list(values, literal.text)
    case 'saleTime':
      return literal.list(values.map(saleTimeOf), literal.int64)
  }
}

function saleTimeOf(text: string): bigint {
  const code = saleTimeCode(text)
  if (code === undefined) throw new Error('a filter on saleTime names no time')
  return BigInt(code)
}
