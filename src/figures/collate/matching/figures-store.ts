import type { MoneyWire } from '#kernel'
import type { Warehouse } from '#warehouse'
import { literal } from '#warehouse'
import type { MatchKind } from './match.ts'

/** What figures say of a film or cinema: whose they are, of which days, how much money. */
export type Figured = {
  readonly sources: readonly number[]
  readonly firstDay?: string
  readonly lastDay?: string
  /** One amount a currency: our own tickets, else the most that one source reports. */
  readonly gross: readonly MoneyWire[]
}

const NOTHING: Figured = { sources: [], gross: [] }
/** Days that are not stated stand as the first of the calendar. */
const NO_DAY = "toDate('1970-01-01')"
const TILES = "('day', 'weekend', 'week', 'year', 'undated')"

/**
 * What is known of each by its figures; of some ids only, where they are given. Our own tickets and
 * what others report are told apart, and never added.
 */
export async function figuresOf(
  warehouse: Warehouse,
  owner: number,
  kind: MatchKind,
  ids?: readonly number[],
): Promise<(id: number) => Figured> {
  if (ids?.length === 0) return () => NOTHING
  const among = ids ? ` and ${kind} in ${literal.list(ids, literal.uint32)}` : ''
  const where = `owner = ${literal.uint32(owner)} and ${kind} != 0${among}`
  const [spans, own, reported] = await Promise.all([
    warehouse.query<SpanRow>(spansSql(kind, where)),
    warehouse.query<GrossRow>(ownSql(kind, where)),
    warehouse.query<GrossRow>(reportedSql(kind, where)),
  ])
  const spansOf = Map.groupBy(spans, ({ id }) => Number(id))
  const ownOf = Map.groupBy(own, ({ id }) => Number(id))
  const reportedOf = Map.groupBy(reported, ({ id }) => Number(id))
  return (id) => {
    const some = spansOf.get(id) ?? []
    const firsts = some.map(({ first }) => first).filter((day) => day !== '1970-01-01')
    const lasts = some.map(({ last }) => last).filter((day) => day !== '1970-01-01')
    const [firstDay] = firsts.toSorted()
    const lastDay = lasts.toSorted().at(-1)
    const gross = ownOf.get(id) ?? reportedOf.get(id) ?? []
    return {
      sources: [...new Set(some.map(({ source }) => Number(source)))].toSorted((a, b) => a - b),
      ...(firstDay !== undefined && { firstDay }),
      ...(lastDay !== undefined && { lastDay }),
      gross: gross.map(({ minor, currency }) => ({ minor, currency })),
    }
  }
}

type SpanRow = { id: string; source: string; first: string; last: string }
type GrossRow = { id: string; currency: string; minor: string }

function spansSql(kind: MatchKind, where: string): string {
  return `select toString(${kind}) as id, toString(source) as source, min(first) as first, max(last) as last
from (
  select ${kind}, source, min(trading_day) as first, max(trading_day) as last from ticket_by_day
  where ${where} group by ${kind}, source having sum(sold) != 0
  union all
  select ${kind}, source, minOrDefaultIf(first_day, kind in ('day', 'weekend', 'week')) as first,
    maxOrDefaultIf(last_day, kind in ('day', 'weekend', 'week')) as last from box_office
  where ${where} group by ${kind}, source having sum(weight) != 0
  union all
  select ${kind}, source, min(trading_day) as first, max(trading_day) as last from screening
  where ${where} group by ${kind}, source having sum(weight) != 0
${kind === 'cinema' ? siteSql(where) : ''})
group by id, source`
}

function siteSql(where: string): string {
  return `  union all
  select cinema, source, ${NO_DAY} as first, ${NO_DAY} as last from site
  where ${where} group by cinema, source having sum(weight) != 0
`
}

function ownSql(kind: MatchKind, where: string): string {
  return `select toString(${kind}) as id, currency, toString(sum(gross)) as minor from ticket_by_day
where ${where} group by ${kind}, currency having sum(gross) != 0 order by currency`
}

function reportedSql(kind: MatchKind, where: string): string {
  return `select toString(${kind}) as id, currency, toString(toInt128(max(amount))) as minor from (
  select ${kind}, source, currency,
    sum(value) as amount from box_office
  where ${where} and measure = 'gross' and kind in ${TILES}
  group by ${kind}, source, currency, kind having sum(weight) != 0
) group by id, currency having max(amount) != 0 order by currency`
}

/** Units of each currency for one euro, the newest that anybody gave; it only serves to sort. */
export async function roughRates(
  warehouse: Warehouse,
  owner: number,
): Promise<ReadonlyMap<string, number>> {
  const rows = await warehouse.query<{ currency: string; rate: string }>(
    `select currency, toString(argMax(rate, day)) as rate from rate
where owner = ${literal.uint32(owner)} and base = 'EUR' group by currency having sum(weight) > 0`,
  )
  return new Map(rows.map(({ currency, rate }) => [currency, Number(rate)]))
}
