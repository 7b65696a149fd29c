import type { Limits, Warehouse, WarehouseRow } from '#warehouse'
import { literal } from '#warehouse'
import type { Side, SideRow } from './side.ts'
import { isCoarse } from './side.ts'

/** What laying out a side may cost before the engine stops it. */
export const RECONCILE_LIMITS: Limits = {
  secondsMax: 60,
  memoryBytesMax: 3 * 1024 ** 3,
  rowsReadMax: 5_000_000_000,
}

/** Rows of a side at most: more cannot be looked through by anybody. */
export const SIDE_ROWS_MAX = 200_000

/** First and last day. */
export type Period = readonly [from: string, to: string]

type Cell = WarehouseRow & {
  readonly film: number
  readonly cinema: number
  readonly from_day: string
  readonly to_day: string
  readonly amount: string
  readonly earliest: string
  readonly latest: string
  readonly first_total?: string
}

const NO_DAY = '1970-01-01'

/** The periods that a coarse side states, oldest first. */
export async function statedPeriods(warehouse: Warehouse, side: Side): Promise<readonly Period[]> {
  const sql = `
select first_day as from_day, last_day as to_day from box_office where ${whereReported(side)}
group by from_day, to_day having sum(weight) > 0 order by from_day, to_day`
  const rows = await warehouse.query<{ from_day: string; to_day: string }>(sql, RECONCILE_LIMITS)
  return rows.map(({ from_day, to_day }) => [from_day, to_day])
}

/**
 * A side's rows, one more than there may be. `periods` are those of the other, coarser side: days are
 * then taken where they fall into one of them.
 */
export async function sideRows(
  warehouse: Warehouse,
  side: Side,
  periods: readonly Period[] | undefined,
): Promise<readonly SideRow[]> {
  const { kind } = side.figures
  const sql = kind === 'tickets' ? ticketsSql(side, periods) : reportedSql(side, periods)
  const rows = await warehouse.query<Cell>(sql, RECONCILE_LIMITS)
  return rows.map(readCell)
}

/** Columns that rows of the answer are told apart by, each with what it is made of. */
export function keysOf({ by, figures }: Side, day: string, periods?: readonly Period[]) {
  const own = isCoarse(figures.kind)
  const periodic = by.includes('period')
  const from = periods ? 'period.1' : own ? 'first_day' : day
  const to = periods ? 'period.2' : day
  const dated = by.includes('day') || periodic
  return [
    `${by.includes('film') ? 'film' : '0'} as film_key`,
    `${by.includes('cinema') ? 'cinema' : '0'} as cinema_key`,
    `${dated ? from : `toDate('${NO_DAY}')`} as from_key`,
    `${dated ? to : `toDate('${NO_DAY}')`} as to_key`,
  ].join(', ')
}

export const KEYS = 'film_key, cinema_key, from_key, to_key'

/** The days of a daily side as they fall into the periods of the other side. */
export function periodSql(day: string, periods: readonly Period[] | undefined): string {
  if (!periods) return ''
  const list = periods.map(([from, to]) => `(${literal.date(from)}, ${literal.date(to)})`)
  return `arrayFirst(one -> ${day} >= one.1 and ${day} <= one.2, [${list.join(', ')}]) as period,`
}

/** What a daily side has in all, whether it falls into a period of the other or not. */
export async function wholeOf(warehouse: Warehouse, side: Side): Promise<bigint> {
  const rows = await sideRows(warehouse, { ...side, by: [] }, undefined)
  return rows.reduce((sum, { value }) => sum + value, 0n)
}

const inPeriod = (periods: readonly Period[] | undefined) =>
  periods ? ` and period.2 != toDate('${NO_DAY}')` : ''

export function whereTickets({ owner, sourceId, currency, from, to }: Side): string {
  return [
    `owner = ${literal.uint32(owner)} and source = ${literal.uint32(sourceId)}`,
    ...(currency === undefined ? [] : [`currency = ${literal.text(currency)}`]),
    ...(from === undefined ? [] : [`trading_day >= ${literal.date(from)}`]),
    ...(to === undefined ? [] : [`trading_day <= ${literal.date(to)}`]),
  ].join(' and ')
}

function ticketsSql(side: Side, periods: readonly Period[] | undefined): string {
  const amount = side.metric === 'gross' ? 'sum(gross)' : 'sum(sold) - sum(refunded)'
  return `
select film_key as film, cinema_key as cinema, toString(from_key) as from_day,
  toString(to_key) as to_day, toString(${amount}) as amount,
  min(trading_day) as earliest, max(trading_day) as latest
from (
  select ${periodSql('trading_day', periods)} ${keysOf(side, 'trading_day', periods)}, trading_day,
    gross, sold, refunded
  from ticket_by_day where ${whereTickets(side)}${inPeriod(periods)}
)
group by ${KEYS}
having sum(sold) != 0 or sum(refunded) != 0 or sum(gross) != 0
limit ${SIDE_ROWS_MAX + 1}`
}

/**
 * The rows of one kind and measure. Of all films together only where it does not tell films apart;
 * of cinemas only where it has nothing of territories, of the world only where nothing else.
 */
export function whereReported(side: Side): string {
  const { owner, sourceId, metric, currency, figures, by, from, to } = side
  const { kind, byFilm, cinemas, territories } = figures
  const dated = kind !== 'undated'
  const others = territories.filter((territory) => territory !== '001')
  const byCinema = by.includes('cinema') || territories.length === 0
  return [
    `owner = ${literal.uint32(owner)} and source = ${literal.uint32(sourceId)}`,
    `measure = ${literal.text(metric)} and kind = ${literal.text(kind)}`,
    byFilm ? 'film != 0' : 'film = 0',
    ...(cinemas.length > 0 ? [byCinema ? 'cinema != 0' : 'cinema = 0'] : []),
    ...(others.length > 0 && !byCinema ? ["territory != '001'"] : []),
    ...(currency === undefined ? [] : [`currency = ${literal.text(currency)}`]),
    ...(from === undefined || !dated || kind === 'to_date'
      ? []
      : [`first_day >= ${literal.date(from)}`]),
    ...(to === undefined || !dated ? [] : [`last_day <= ${literal.date(to)}`]),
  ].join(' and ')
}

function reportedSql(side: Side, periods: readonly Period[] | undefined): string {
  if (side.figures.kind === 'to_date') return toDateSql(side)
  const days = isCoarse(side.figures.kind) ? undefined : periods
  return `
select film_key as film, cinema_key as cinema, toString(from_key) as from_day,
  toString(to_key) as to_day, toString(toInt128(round(sum(value)))) as amount,
  min(first_day) as earliest, max(last_day) as latest
from (
  select ${periodSql('last_day', days)} ${keysOf(side, 'last_day', days)}, first_day, last_day,
    value, weight
  from box_office where ${whereReported(side)}${inPeriod(days)}
)
group by ${KEYS}
having sum(weight) > 0
limit ${SIDE_ROWS_MAX + 1}`
}

/** The last total known of each film and place, and the first one. */
function toDateSql(side: Side): string {
  return `
select film_key as film, cinema_key as cinema, '${NO_DAY}' as from_day, '${NO_DAY}' as to_day,
  toString(toInt128(round(sum(last_sum)))) as amount,
  toString(toInt128(round(sum(first_sum)))) as first_total,
  min(first_known) as earliest, max(last_known) as latest
from (
  select film_key, cinema_key, argMax(total, day) as last_sum, argMin(total, day) as first_sum,
    min(day) as first_known, max(day) as last_known
  from (
    select ${side.by.includes('film') ? 'film' : '0'} as film_key,
      ${side.by.includes('cinema') ? 'cinema' : '0'} as cinema_key,
      film, cinema, territory, last_day as day, sum(value) as total
    from box_office where ${whereReported(side)}
    group by film_key, cinema_key, film, cinema, territory, day having sum(weight) > 0
  )
  group by film_key, cinema_key, film, cinema, territory
)
group by film_key, cinema_key
limit ${SIDE_ROWS_MAX + 1}`
}

function readCell(cell: Cell): SideRow {
  const day = (text: string) => (text === NO_DAY ? '' : text)
  return {
    filmId: Number(cell.film),
    cinemaId: Number(cell.cinema),
    from: day(cell.from_day),
    to: day(cell.to_day),
    value: BigInt(cell.amount),
    firstDay: day(cell.earliest),
    lastDay: day(cell.latest),
    ...(cell.first_total !== undefined && { firstTotal: BigInt(cell.first_total) }),
  }
}
