import { isCurrency } from '#kernel/pure'
import type { DimensionId, Grain } from './question.ts'
import { saleTimeCode } from './sale-time.ts'

export type Dimension = {
  readonly id: DimensionId
  readonly name: string
  /** Columns of facts that it is made from. */
  readonly columns: readonly string[]
  /** Its value, in the order in which it sorts: ids and numbers by size, text by its bytes. */
  readonly sql: string
  /** What its values are part of, nearest first. */
  readonly hierarchy: readonly Grain[]
  readonly values: 'number' | 'text' | 'date' | 'saleTime'
  /** Whether a value can stand in a filter; `expects` says which can. */
  readonly accepts: (value: string) => boolean
  readonly expects: string
}

const UINT32_MAX = 4_294_967_295
const TEXT_LENGTH_MAX = 1000

const isId = (value: string) => /^(0|[1-9]\d{0,9})$/.test(value) && Number(value) <= UINT32_MAX
// Half a surrogate pair is no text: it never comes out of a fact.
const isText = (value: string) => value.length <= TEXT_LENGTH_MAX && value.isWellFormed()

/** First and last trading day that the engine's calendar holds. */
export const FIRST_DAY = '1970-01-01'
export const LAST_DAY = '2149-06-06'

/** An ISO date of the calendar, within the days facts can have. */
export function isDay(value: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value) || value < FIRST_DAY || value > LAST_DAY) return false
  const date = new Date(`${value}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value)
}

/** In the order in which rows that are otherwise level stand. */
export const DIMENSIONS: readonly Dimension[] = [
  {
    id: 'tradingDay',
    name: 'Trading day',
    columns: ['trading_day'],
    sql: 'trading_day',
    hierarchy: ['day', 'week', 'month', 'quarter', 'year'],
    values: 'date',
    accepts: isDay,
    expects: 'a date such as 2026-11-23',
  },
  {
    id: 'weekday',
    name: 'Weekday',
    columns: ['trading_day'],
    sql: 'toDayOfWeek(trading_day)',
    hierarchy: [],
    values: 'number',
    accepts: (value) => /^[1-7]$/.test(value),
    expects: '1 (Monday) to 7 (Sunday)',
  },
  {
    id: 'hour',
    name: 'Hour',
    columns: ['start_hour'],
    sql: 'start_hour',
    hierarchy: [],
    values: 'number',
    accepts: (value) => /^(\d|1\d|2[0-3])$/.test(value),
    expects: 'an hour from 0 to 23',
  },
  {
    id: 'saleTime',
    name: 'Time of sale',
    columns: ['trading_day', 'sold_day', 'sold_slot'],
    sql:
      'multiIf(sold_slot = 65535, 100001, sold_day < trading_day, -1, ' +
      'sold_day > trading_day, 100000, toInt32(sold_slot))',
    hierarchy: [],
    values: 'saleTime',
    accepts: (value) => saleTimeCode(value) !== undefined,
    expects: 'before, after, unknown or a five-minute step such as 19:40',
  },
  {
    id: 'film',
    name: 'Film',
    columns: ['film'],
    sql: 'film',
    hierarchy: [],
    values: 'number',
    accepts: isId,
    expects: 'the id of a film',
  },
  {
    id: 'cinema',
    name: 'Cinema',
    columns: ['cinema'],
    sql: 'cinema',
    hierarchy: [],
    values: 'number',
    accepts: isId,
    expects: 'the id of a cinema',
  },
  {
    id: 'ticketType',
    name: 'Ticket type',
    columns: ['ticket_type'],
    sql: 'ticket_type',
    hierarchy: [],
    values: 'text',
    accepts: isText,
    expects: `a ticket type of at most ${TEXT_LENGTH_MAX} characters`,
  },
  {
    id: 'channel',
    name: 'Channel',
    columns: ['channel'],
    sql: 'channel',
    hierarchy: [],
    values: 'text',
    accepts: isText,
    expects: 'counter, web, app, a seller’s name, or nothing where none is stated',
  },
  {
    id: 'currency',
    name: 'Currency',
    columns: ['currency'],
    sql: 'currency',
    hierarchy: [],
    values: 'text',
    accepts: isCurrency,
    expects: 'the three letters of a currency, such as EUR',
  },
]

const BY_ID = new Map<string, Dimension>(DIMENSIONS.map((dimension) => [dimension.id, dimension]))

export function dimensionById(id: DimensionId): Dimension {
  const dimension = BY_ID.get(id)
  if (!dimension) throw new Error(`no dimension ${id}`)
  return dimension
}
