import type { Warehouse, WarehouseRow } from '#warehouse'
import { literal } from '#warehouse'
import type { Side } from './side.ts'
import type { Period } from './side-store.ts'
import {
  KEYS,
  keysOf,
  periodSql,
  RECONCILE_LIMITS,
  whereReported,
  whereTickets,
} from './side-store.ts'

/** What lies behind a figure of one side: parts of it by ticket type, screening, day and line. */
export type Behind = {
  readonly types: readonly TypePart[]
  readonly screenings: readonly ScreeningPart[]
  readonly days: readonly DayPart[]
  readonly lines: readonly LinePart[]
  /** Minor units, beside the gross or in it, over all its tickets. */
  readonly refunds: bigint
  readonly refunded: number
  readonly feeHall: bigint
  readonly feeOnline: bigint
  readonly tax: bigint
}

export type TypePart = {
  readonly name: string
  readonly gross: bigint
  readonly admissions: number
  /** Those that cost nothing. */
  readonly free: number
  /** What one ticket of it cost, each price once. */
  readonly prices: readonly bigint[]
}

export type ScreeningPart = {
  readonly cinemaId: number
  readonly day: string
  readonly startsAtSeconds: number
  readonly gross: bigint
  readonly admissions: number
}

export type DayPart = { readonly day: string; readonly value: bigint }

/** Rows that are equal in everything, counted. */
export type LinePart = { readonly value: bigint; readonly times: number }

/** A row of the result is one of these, by its key. */
export type KeyOf = (row: {
  readonly filmId: number
  readonly cinemaId: number
  readonly from: string
  readonly to: string
}) => string | undefined

const NO_DAY = '1970-01-01'
const SCREENINGS_A_ROW_MAX = 2_000
const DAYS_A_ROW_MAX = 4_000

type Part = WarehouseRow & {
  readonly film: number
  readonly cinema: number
  readonly from_day: string
  readonly to_day: string
}

/** Films of which to look behind the figures; without them, everything. */
export type Look = {
  readonly side: Side
  readonly periods: readonly Period[] | undefined
  readonly filmIds: readonly number[]
  /** Of one cinema only. */
  readonly cinemaId?: number
}

export async function behindTickets(
  warehouse: Warehouse,
  look: Look,
  keyOf: KeyOf,
): Promise<ReadonlyMap<string, Behind>> {
  const [types, screenings, days, lines] = await Promise.all([
    warehouse.query<TypeRow>(typesSql(look), RECONCILE_LIMITS),
    warehouse.query<ScreeningRow>(screeningsSql(look), RECONCILE_LIMITS),
    warehouse.query<DayRow>(ticketDaysSql(look), RECONCILE_LIMITS),
    warehouse.query<LineRow>(ticketLinesSql(look), RECONCILE_LIMITS),
  ])
  const found = new Found(keyOf)
  for (const row of types) {
    const behind = found.of(row)
    addType(behind.types, {
      name: row.ticket_type,
      gross: BigInt(row.gross),
      admissions: Number(row.admissions),
      free: Number(row.free),
      prices: row.prices.map((price) => BigInt(price)).filter((price) => price > 0n),
    })
    behind.refunds += BigInt(row.refunds)
    behind.refunded += Number(row.refunded)
    behind.feeHall += BigInt(row.hall_fees)
    behind.feeOnline += BigInt(row.online_fees)
    behind.tax += BigInt(row.taxes)
  }
  for (const row of screenings) {
    found.of(row).screenings.push({
      cinemaId: Number(row.at_cinema),
      day: row.on_day,
      startsAtSeconds: Number(row.starts_at_seconds),
      gross: BigInt(row.gross),
      admissions: Number(row.admissions),
    })
  }
  addDays(found, days)
  addLines(found, lines)
  return found.all
}

export async function behindReported(
  warehouse: Warehouse,
  look: Look,
  keyOf: KeyOf,
): Promise<ReadonlyMap<string, Behind>> {
  const isDated = look.side.figures.lastDay !== undefined
  const [days, lines] = await Promise.all([
    isDated ? warehouse.query<DayRow>(reportedDaysSql(look), RECONCILE_LIMITS) : [],
    warehouse.query<LineRow>(reportedLinesSql(look), RECONCILE_LIMITS),
  ])
  const found = new Found(keyOf)
  addDays(found, days)
  addLines(found, lines)
  return found.all
}

/** Concessions sold in those cinemas, by day and in one currency, whatever source says so. */
export async function concessionDays(
  warehouse: Warehouse,
  owner: number,
  currency: string,
): Promise<readonly { readonly cinemaId: number; readonly day: string; readonly value: bigint }[]> {
  const sql = `
select cinema, toString(sold_day) as day, toString(sum(price)) as value from concession
where owner = ${literal.uint32(owner)} and currency = ${literal.text(currency)}
group by cinema, sold_day having sum(weight) > 0`
  const rows = await warehouse.query<{ cinema: number; day: string; value: string }>(
    sql,
    RECONCILE_LIMITS,
  )
  return rows.map(({ cinema, day, value }) => {
    return { cinemaId: Number(cinema), day, value: BigInt(value) }
  })
}

type Mutable = {
  -readonly [Name in keyof Behind]: Behind[Name] extends readonly (infer Item)[]
    ? Item[]
    : Behind[Name]
}

class Found {
  readonly all = new Map<string, Mutable>()
  readonly #keyOf: KeyOf
  constructor(keyOf: KeyOf) {
    this.#keyOf = keyOf
  }
  of(row: Part): Mutable {
    const day = (text: string) => (text === NO_DAY ? '' : text)
    const from = day(row.from_day)
    const to = day(row.to_day)
    const key =
      this.#keyOf({ filmId: Number(row.film), cinemaId: Number(row.cinema), from, to }) ?? ''
    const behind = this.all.get(key) ?? nothing()
    this.all.set(key, behind)
    return behind
  }
}

function nothing(): Mutable {
  const none = { refunds: 0n, refunded: 0, feeHall: 0n, feeOnline: 0n, tax: 0n }
  return { types: [], screenings: [], days: [], lines: [], ...none }
}

/** Of one name and several films, one part. */
function addType(types: TypePart[], part: TypePart): void {
  const at = types.findIndex(({ name }) => name === part.name)
  const there = types[at]
  if (!there) types.push(part)
  else {
    types[at] = {
      name: part.name,
      gross: there.gross + part.gross,
      admissions: there.admissions + part.admissions,
      free: there.free + part.free,
      prices: [...new Set([...there.prices, ...part.prices])],
    }
  }
}

function addDays(found: Found, days: readonly DayRow[]): void {
  for (const row of days) {
    const parts = found.of(row).days
    const at = parts.findIndex(({ day }) => day === row.day)
    const value = BigInt(row.value) + (parts[at]?.value ?? 0n)
    if (at === -1) parts.push({ day: row.day, value })
    else parts[at] = { day: row.day, value }
  }
}

function addLines(found: Found, lines: readonly LineRow[]): void {
  for (const row of lines) {
    found.of(row).lines.push({ value: BigInt(row.value), times: Number(row.times) })
  }
}

const KEY_COLUMNS = `film_key as film, cinema_key as cinema, toString(from_key) as from_day,
  toString(to_key) as to_day`

function only({ filmIds, cinemaId }: Look): string {
  const films = filmIds.length === 0 ? '' : ` and film in ${literal.list(filmIds, literal.uint32)}`
  return cinemaId === undefined ? films : `${films} and cinema = ${literal.uint32(cinemaId)}`
}

function ticketCells(look: Look, columns: string): string {
  const { side, periods } = look
  const within = periods ? ` and period.2 != toDate('${NO_DAY}')` : ''
  return `select ${periodSql('trading_day', periods)} ${keysOf(side, 'trading_day', periods)},
    ${columns}
  from ticket where ${whereTickets(side)}${only(look)} and kind != 'scan'${within}`
}

type TypeRow = Part & {
  readonly ticket_type: string
  readonly gross: string
  readonly admissions: string
  readonly free: string
  readonly prices: readonly string[]
  readonly refunds: string
  readonly refunded: string
  readonly hall_fees: string
  readonly online_fees: string
  readonly taxes: string
}

function typesSql(look: Look): string {
  return `
select ${KEY_COLUMNS}, ticket_type, toString(sum(price)) as gross,
  toString(sum(quantity)) as admissions, toString(sumIf(quantity, price = 0)) as free,
  arrayMap(one -> toString(one), groupUniqArray(200)(intDiv(price, quantity))) as prices,
  toString(-sumIf(price, kind = 'refund')) as refunds,
  toString(-sumIf(quantity, kind = 'refund')) as refunded,
  toString(sum(fee_hall)) as hall_fees, toString(sum(fee_online)) as online_fees,
  toString(sum(tax)) as taxes
from (
  ${ticketCells(look, 'ticket_type, kind, quantity, price, fee_hall, fee_online, tax')}
    and quantity != 0
)
group by ${KEYS}, ticket_type order by sum(price) desc, ticket_type`
}

type ScreeningRow = Part & {
  readonly at_cinema: number
  readonly on_day: string
  readonly starts_at_seconds: number
  readonly gross: string
  readonly admissions: string
}

function screeningsSql(look: Look): string {
  return `
select ${KEY_COLUMNS}, at_cinema, toString(min(trading_day)) as on_day,
  toUnixTimestamp(min(starts_at)) as starts_at_seconds,
  toString(sum(price)) as gross, toString(sum(quantity)) as admissions
from (
  ${ticketCells(look, 'cinema as at_cinema, trading_day, screening, starts_at, quantity, price')}
)
group by ${KEYS}, at_cinema, screening having sum(quantity) != 0 or sum(price) != 0
order by starts_at_seconds
limit ${SCREENINGS_A_ROW_MAX} by ${KEYS}`
}

type DayRow = Part & { readonly day: string; readonly value: string }

function ticketDaysSql(look: Look): string {
  const figure = look.side.metric === 'gross' ? 'price' : 'quantity'
  return `
select ${KEY_COLUMNS}, toString(on_day) as day, toString(sum(figure)) as value
from (
  ${ticketCells(look, `trading_day as on_day, quantity, ${figure} as figure`)}
)
group by ${KEYS}, on_day having sum(quantity) != 0 or sum(figure) != 0
order by on_day limit ${DAYS_A_ROW_MAX} by ${KEYS}`
}

type LineRow = Part & { readonly value: string; readonly times: string }

/** Equal in everything that a ticket says, and more than one of them standing. */
function ticketLinesSql(look: Look): string {
  const columns = 'screening, starts_at, ticket_type, seat, channel, sold_at, tickets, paid'
  const figure = look.side.metric === 'gross' ? 'paid' : 'tickets'
  const cells = columns.replace('tickets, paid', 'abs(quantity) as tickets, abs(price) as paid')
  return `
select ${KEY_COLUMNS}, toString(${figure}) as value, toString(sum(standing)) as times
from (
  ${ticketCells(look, `sign(quantity) as standing, ${cells}`)} and kind = 'sale'
)
group by ${KEYS}, ${columns} having sum(standing) > 1 and ${figure} != 0
limit 20 by ${KEYS}`
}

function reportedCells(look: Look, columns: string): string {
  const { side, periods } = look
  const within = periods ? ` and period.2 != toDate('${NO_DAY}')` : ''
  return `select ${periodSql('last_day', periods)} ${keysOf(side, 'last_day', periods)},
    ${columns}
  from box_office where ${whereReported(side)}${only(look)}${within}`
}

function reportedDaysSql(look: Look): string {
  return `
select ${KEY_COLUMNS}, toString(on_day) as day, toString(toInt128(round(sum(figure)))) as value
from (
  ${reportedCells(look, 'last_day as on_day, value as figure, weight')}
)
group by ${KEYS}, on_day having sum(weight) > 0
order by on_day limit ${DAYS_A_ROW_MAX} by ${KEYS}`
}

function reportedLinesSql(look: Look): string {
  const columns = 'on_film, on_cinema, territory, on_first, on_last, figure'
  const cells =
    'film as on_film, cinema as on_cinema, territory, first_day as on_first, ' +
    'last_day as on_last, abs(value) as figure, weight'
  return `
select ${KEY_COLUMNS}, toString(toInt128(round(figure))) as value, toString(sum(weight)) as times
from (
  ${reportedCells(look, cells)}
)
group by ${KEYS}, ${columns} having sum(weight) > 1 and figure != 0
limit 20 by ${KEYS}`
}
