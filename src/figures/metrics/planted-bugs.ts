/** Bugs as planners have them, planted into ours by changing what it plans: the oracle has to find each. */
import { NO_ALIASES } from '#programme'
import type { Bend } from './oracle-check.ts'
import type { RateTable, Variant } from './setting.ts'

export type PlantedBug = { readonly name: string; readonly bend: Bend }

/** Only statements of the planner itself; a question also looks things up before. */
const ofPlan = (change: (sql: string) => string) => (sql: string) =>
  sql.includes(' as coverage') ? change(sql) : sql

const SOLD_OF_A_FACT = "if(kind = 'sale', toInt64(quantity), 0)"
/** Tables in which a fact's day of sale stands. */
const WITHOUT_SALES = /from (ticket_by_mix|ticket_by_show|ticket_by_day|screening|box_office)\b/

export const PLANTED_BUGS: readonly PlantedBug[] = [
  {
    name: 'sales that were taken back still count',
    bend: {
      sql: ofPlan((sql) =>
        sql.replaceAll(
          SOLD_OF_A_FACT,
          SOLD_OF_A_FACT.replace('toInt64(quantity)', 'toInt64(abs(quantity))'),
        ),
      ),
    },
  },
  {
    name: 'counted on the day of the sale, not of the screening',
    bend: {
      sql: ofPlan((sql) =>
        WITHOUT_SALES.test(sql) ? sql : sql.replaceAll(/\btrading_day (>=|<=)/g, 'sold_day $1'),
      ),
    },
  },
  {
    name: 'screenings of the rows are added to those of all',
    bend: {
      sql: ofPlan((sql) =>
        sql.replaceAll(
          /uniqExactMerge\((ranked\.\w+_screenings)\)/g,
          'sum(finalizeAggregation($1))',
        ),
      ),
    },
  },
  {
    name: 'two reporters are added',
    bend: { sql: ofPlan((sql) => sql.replaceAll(/\bsource = \d+ and kind\b/g, 'kind')) },
  },
  {
    name: 'the span before begins a day too early',
    bend: {
      setting: (setting) => ({ ...setting, comparisons: setting.comparisons.map(dayEarlier) }),
    },
  },
  {
    name: 'a share is of what others own as well',
    bend: {
      sql: ofPlan((sql) => {
        const from = sql.indexOf('wholes as (')
        const to = sql.indexOf('select place,')
        if (from === -1 || to < from) return sql
        const wholes = sql.slice(from, to).replaceAll(/owner in \([\d, ]+\)/g, 'owner > 0')
        return sql.slice(0, from) + wholes + sql.slice(to)
      }),
    },
  },
  {
    name: 'an aggregate is read that lacks a column to filter by',
    bend: {
      sql: ofPlan((sql) =>
        sql.replaceAll(/\n\s*and channel (not )?in \((?:'(?:[^'\\]|\\.)*'(?:, )?)*\)/g, ''),
      ),
    },
  },
  {
    name: 'every amount is turned at the rate of one day',
    bend: {
      setting: ({ rates, ...setting }) => ({
        ...setting,
        ...(rates && { rates: ofOneDay(rates) }),
      }),
    },
  },
  {
    name: 'what two sources list of one day is added',
    bend: { setting: (setting) => ({ ...setting, listing: setting.listing.slice(0, 1) }) },
  },
  {
    name: 'films and cinemas that are one stay two',
    bend: { setting: (setting) => ({ ...setting, aliases: NO_ALIASES }) },
  },
]

function dayEarlier(variant: Variant): Variant {
  const { id, from, to } = variant
  if (id !== 'previous' || from === undefined || to === undefined) return variant
  const back = (day: string) => Temporal.PlainDate.from(day).subtract({ days: 1 }).toString()
  return { ...variant, from: back(from), to: back(to) }
}

/** The last factor of each currency, from the first day there is on. */
function ofOneDay({ to, factors }: RateTable): RateTable {
  const last = new Map(factors.map((one) => [one.currency, { ...one, day: '1970-01-01' }]))
  return { to, factors: [...last.values()] }
}
