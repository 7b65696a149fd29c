import { isCurrency } from '#kernel/pure'
import type { DimensionId, Grain } from './question.ts'
import { saleTimeCode } from './sale-time.ts'

/** What facts a dimension is known of. */
export type Family = 'ticket' | 'screening' | 'reported'

export type Dimension = {
  readonly id: DimensionId
  readonly name: string
  /** Columns of facts that it is made from. */
  readonly columns: readonly string[]
  /**
   * Its value, in the order in which it sorts: ids and numbers by size, text by its bytes. `{opened}`,
   * `{distributor}` and `{home_currency}` stand for what is known of a film or cinema beside its facts.
   */
  readonly sql: string
  readonly families: readonly Family[]
  /** What its values are part of, nearest first. */
  readonly hierarchy: readonly Grain[]
  readonly values: 'number' | 'integer' | 'big' | 'text' | 'date' | 'saleTime' | 'instant'
  /** Whether a value can stand in a filter; `expects` says which can. */
  readonly accepts: (value: string) => boolean
  readonly expects: string
}

const UINT32_MAX = 4_294_967_295
const UINT64_MAX = 18_446_744_073_709_551_615n
const TEXT_LENGTH_MAX = 1000
const DAYS_MAX = 100_000

const isId = (value: string) => /^(0|[1-9]\d{0,9})$/.test(value) && Number(value) <= UINT32_MAX
const isBigId = (value: string) => /^(0|[1-9]\d{0,19})$/.test(value) && BigInt(value) <= UINT64_MAX
// Half a surrogate pair is no text: it never comes out of a fact.
const isText = (value: string) => value.length <= TEXT_LENGTH_MAX && value.isWellFormed()
const isCount = (value: string) =>
  value === '' || (/^(0|-?[1-9]\d{0,5})$/.test(value) && Math.abs(Number(value)) <= DAYS_MAX)
const isInstant = (value: string) => /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(value)

/** First and last trading day that the engine's calendar holds. */
export const FIRST_DAY = '1970-01-01'
export const LAST_DAY = '2149-06-06'

/** An ISO date of the calendar, within the days facts can have. */
export function isDay(value: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value) || value < FIRST_DAY || value > LAST_DAY) return false
  const date = new Date(`${value}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value)
}

const EVERYWHERE: readonly Family[] = ['ticket', 'screening', 'reported']
const OURS: readonly Family[] = ['ticket', 'screening']
const SOLD: readonly Family[] = ['ticket']

/** Where a number is not known. Sorts last. */
export const NUMBER_UNKNOWN = 1_000_000

type Plain = Omit<Dimension, 'hierarchy' | 'columns' | 'sql'> & Partial<Dimension>

function ofColumn(column: string, dimension: Plain): Dimension {
  return { hierarchy: [], columns: [column], sql: column, ...dimension }
}

function numbered(dimension: Plain & Pick<Dimension, 'columns' | 'sql'>): Dimension {
  return { hierarchy: [], ...dimension }
}

const text = (expects: string) => ({ values: 'text', accepts: isText, expects }) as const
const id = (expects: string) => ({ values: 'number', accepts: isId, expects }) as const
const days = (expects: string) => ({ values: 'integer', accepts: isCount, expects }) as const

/** In the order in which rows that are otherwise level stand. */
export const DIMENSIONS: readonly Dimension[] = [
  ofColumn('trading_day', {
    id: 'tradingDay',
    name: 'Trading day',
    families: EVERYWHERE,
    hierarchy: ['day', 'week', 'month', 'quarter', 'year'],
    values: 'date',
    accepts: isDay,
    expects: 'a date such as 2026-11-23',
  }),
  numbered({
    id: 'weekday',
    name: 'Weekday',
    columns: ['trading_day'],
    sql: 'toDayOfWeek(trading_day)',
    families: EVERYWHERE,
    values: 'number',
    accepts: (value) => /^[1-7]$/.test(value),
    expects: '1 (Monday) to 7 (Sunday)',
  }),
  ofColumn('start_hour', {
    id: 'hour',
    name: 'Hour',
    families: OURS,
    values: 'number',
    accepts: (value) => /^(\d|1\d|2[0-3])$/.test(value),
    expects: 'an hour from 0 to 23',
  }),
  ofColumn('starts_at', {
    id: 'startsAt',
    name: 'Start',
    families: OURS,
    values: 'instant',
    accepts: isInstant,
    expects: 'an instant such as 2026-11-23T20:15:00Z',
  }),
  numbered({
    id: 'saleTime',
    name: 'Time of sale',
    columns: ['trading_day', 'sold_day', 'sold_slot'],
    sql:
      'multiIf(sold_slot = 65535, 100001, sold_day < trading_day, -1, ' +
      'sold_day > trading_day, 100000, toInt32(sold_slot))',
    families: SOLD,
    values: 'saleTime',
    accepts: (value) => saleTimeCode(value) !== undefined,
    expects: 'before, after, unknown or a five-minute step such as 19:40',
  }),
  numbered({
    id: 'daysBefore',
    name: 'Days before',
    columns: ['trading_day', 'sold_day', 'sold_slot'],
    sql: `if(sold_slot = 65535, ${NUMBER_UNKNOWN}, toInt32(trading_day) - toInt32(sold_day))`,
    families: SOLD,
    ...days('days from the sale to the screening, 0 on its own day, or nothing where not stated'),
  }),
  ofColumn('film', { id: 'film', name: 'Film', families: EVERYWHERE, ...id('the id of a film') }),
  ofColumn('cinema', {
    id: 'cinema',
    name: 'Cinema',
    families: EVERYWHERE,
    ...id('the id of a cinema'),
  }),
  ofColumn('auditorium', {
    id: 'auditorium',
    name: 'Auditorium',
    families: OURS,
    ...id('the id of an auditorium'),
  }),
  ofColumn('screening', {
    id: 'screening',
    name: 'Screening',
    families: OURS,
    values: 'big',
    accepts: isBigId,
    expects: 'the id of a screening',
  }),
  numbered({
    id: 'releaseDay',
    name: 'Day of release',
    columns: ['trading_day', 'film'],
    sql:
      `if({opened} = toDate(0), ${NUMBER_UNKNOWN}, ` +
      'toInt32(trading_day) - toInt32({opened}) + 1)',
    families: EVERYWHERE,
    ...days('the days since the film opened, its first being 1; 0 and below are previews'),
  }),
  numbered({
    id: 'releaseWeek',
    name: 'Week of release',
    columns: ['trading_day', 'film'],
    sql:
      `if({opened} = toDate(0), ${NUMBER_UNKNOWN}, ` +
      'toInt32(floor((toInt32(trading_day) - toInt32({opened})) / 7)) + 1)',
    families: EVERYWHERE,
    ...days('the weeks since the film opened, its first seven days being 1'),
  }),
  numbered({
    id: 'distributor',
    name: 'Distributor',
    columns: ['film'],
    sql: '{distributor}',
    families: EVERYWHERE,
    ...text('the name of a distributor, or nothing where none is stated'),
  }),
  ofColumn('format', {
    id: 'format',
    name: 'Format',
    families: OURS,
    ...text('a format such as 2D or IMAX, or nothing where none is stated'),
  }),
  ofColumn('language', {
    id: 'language',
    name: 'Language',
    families: OURS,
    ...text('a language, or nothing where none is stated'),
  }),
  ofColumn('ticket_type', {
    id: 'ticketType',
    name: 'Ticket type',
    families: SOLD,
    ...text(`a ticket type of at most ${TEXT_LENGTH_MAX} characters`),
  }),
  ofColumn('channel', {
    id: 'channel',
    name: 'Channel',
    families: SOLD,
    ...text('counter, web, app, a seller’s name, or nothing where none is stated'),
  }),
  ofColumn('territory', {
    id: 'territory',
    name: 'Territory',
    families: ['reported'],
    ...text('a territory of ISO 3166 such as CN, or nothing for figures of single cinemas'),
  }),
  ofColumn('currency', {
    id: 'currency',
    name: 'Currency',
    families: EVERYWHERE,
    values: 'text',
    accepts: isCurrency,
    expects: 'the three letters of a currency, such as EUR',
  }),
]

const BY_ID = new Map<string, Dimension>(DIMENSIONS.map((dimension) => [dimension.id, dimension]))

export function dimensionById(id: DimensionId): Dimension {
  const dimension = BY_ID.get(id)
  if (!dimension) throw new Error(`no dimension ${id}`)
  return dimension
}
