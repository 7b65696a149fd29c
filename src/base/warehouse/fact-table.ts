/** A column of a fact table: its ClickHouse type, and whether a take-back turns its sign. */
export type FactColumn = {
  readonly name: string
  readonly type: string
  /** Summed over signed rows; of what is taken back it carries the opposite sign. */
  readonly figure?: true
}

/**
 * A table of facts from elsewhere. Each of its rows says one thing of one source; `fact` names it
 * there. Append-only and signed: what no longer holds is taken back by a row of opposite figures.
 */
export type FactTableShape = {
  readonly name: FactTable
  readonly columns: readonly FactColumn[]
  /** The figure whose sum tells that a fact stands: never 0 for one that does. */
  readonly presence: string
  /** The moment by which a whole file's span is reckoned, and the day of its scope. */
  readonly moment: string
  readonly day: string
  readonly orderBy: readonly string[]
}

export type FactTable =
  | 'ticket'
  | 'box_office'
  | 'screening'
  | 'concession'
  | 'stored_value'
  | 'rate'
  | 'calendar_day'
  | 'site'

const WORD = 'LowCardinality(String)'
const said = (name: string, type: string): FactColumn => ({ name, type })
const figure = (name: string, type: string): FactColumn => ({ name, type, figure: true })

const OWNED = [said('owner', 'UInt32'), said('source', 'UInt32'), said('fact', 'UInt64')]
/** 1 where a fact is said, −1 where it is taken back. */
const WEIGHT = figure('weight', 'Int8')

/** The ticket table as a shape; its own statement in schema.ts makes it. */
export const TICKET_SHAPE: FactTableShape = {
  name: 'ticket',
  presence: 'quantity',
  moment: 'starts_at',
  day: 'trading_day',
  orderBy: ['owner', 'cinema', 'trading_day', 'screening', 'sold_at'],
  columns: [
    ...OWNED,
    said('exhibitor', 'UInt32'),
    said('cinema', 'UInt32'),
    said('auditorium', 'UInt32'),
    said('screening', 'UInt64'),
    said('film', 'UInt32'),
    said('distributor', 'UInt32'),
    said('channel', WORD),
    said('ticket_type', WORD),
    said('tariff', 'UInt32'),
    said('seat', WORD),
    said('kind', 'Enum8'),
    figure('quantity', 'Int32'),
    figure('price', 'Int64'),
    figure('fee_hall', 'Int64'),
    figure('fee_online', 'Int64'),
    figure('tax', 'Int64'),
    said('currency', WORD),
    said('payment', WORD),
    said('customer', 'UInt64'),
    said('sold_at', "DateTime64(3, 'UTC')"),
    said('sold_day', 'Date'),
    said('sold_minute', 'UInt16'),
    said('starts_at', "DateTime('UTC')"),
    said('trading_day', 'Date'),
    said('start_hour', 'UInt8'),
    said('format', WORD),
    said('language', WORD),
  ],
}

/** Every other table of facts. Days that are not stated are 1970-01-01. */
export const REPORTED_SHAPES: readonly FactTableShape[] = [
  {
    // What somebody reports of a film (or of all films: film 0) in a place over a period.
    name: 'box_office',
    presence: 'weight',
    moment: 'first_day',
    day: 'first_day',
    orderBy: ['owner', 'source', 'first_day', 'film', 'territory', 'cinema', 'measure'],
    columns: [
      ...OWNED,
      said('territory', WORD),
      said('cinema', 'UInt32'),
      said('film', 'UInt32'),
      said('distributor', WORD),
      said(
        'kind',
        "Enum8('day' = 1, 'weekend' = 2, 'week' = 3, 'year' = 4, 'to_date' = 5, 'undated' = 6)",
      ),
      said('first_day', 'Date'),
      said('last_day', 'Date'),
      said('measure', WORD),
      said('currency', WORD),
      said('definition', WORD),
      said('reported_day', 'Date'),
      // Minor units of `currency`, or a count, or an index.
      figure('value', 'Decimal(38, 9)'),
      WEIGHT,
    ],
  },
  {
    name: 'screening',
    presence: 'weight',
    moment: 'starts_at',
    day: 'trading_day',
    orderBy: ['owner', 'source', 'cinema', 'trading_day', 'starts_at', 'film'],
    columns: [
      ...OWNED,
      said('cinema', 'UInt32'),
      // The auditorium, or the category of room, as the source names it.
      said('room', WORD),
      // What tickets name it by; 0 where not known.
      said('auditorium', 'UInt32'),
      said('screening', 'UInt64'),
      said('film', 'UInt32'),
      said('format', WORD),
      said('language', WORD),
      said('starts_at', "DateTime('UTC')"),
      said('trading_day', 'Date'),
      said('start_hour', 'UInt8'),
      // 0 where not stated.
      said('seats', 'UInt32'),
      said('status', WORD),
      said('price_low', 'Int64'),
      said('price_high', 'Int64'),
      said('currency', WORD),
      WEIGHT,
    ],
  },
  {
    name: 'concession',
    presence: 'weight',
    moment: 'sold_at',
    day: 'sold_day',
    orderBy: ['owner', 'source', 'cinema', 'sold_day', 'sold_at'],
    columns: [
      ...OWNED,
      said('cinema', 'UInt32'),
      said('sold_at', "DateTime('UTC')"),
      said('sold_day', 'Date'),
      said('product', WORD),
      said('product_group', WORD),
      said('price_type', WORD),
      said('channel', WORD),
      said('payment', WORD),
      said('order_reference', 'String'),
      said('currency', WORD),
      figure('quantity', 'Int32'),
      figure('price', 'Int64'),
      figure('tax', 'Int64'),
      WEIGHT,
    ],
  },
  {
    // Gift cards and vouchers: what went onto a card and what went off it.
    name: 'stored_value',
    presence: 'weight',
    moment: 'day',
    day: 'day',
    orderBy: ['owner', 'source', 'cinema', 'day', 'card'],
    columns: [
      ...OWNED,
      said('cinema', 'UInt32'),
      said('day', 'Date'),
      said('card', 'String'),
      said('activity', WORD),
      said('card_type', WORD),
      said('order_reference', 'String'),
      said('currency', WORD),
      figure('amount', 'Int64'),
      WEIGHT,
    ],
  },
  {
    // Units of `currency` for one of `base`.
    name: 'rate',
    presence: 'weight',
    moment: 'day',
    day: 'day',
    orderBy: ['owner', 'source', 'base', 'currency', 'day'],
    columns: [
      ...OWNED,
      said('base', WORD),
      said('currency', WORD),
      said('day', 'Date'),
      figure('rate', 'Decimal(38, 12)'),
      WEIGHT,
    ],
  },
  {
    name: 'calendar_day',
    presence: 'weight',
    moment: 'day',
    day: 'day',
    orderBy: ['owner', 'source', 'territory', 'day'],
    columns: [
      ...OWNED,
      said('territory', WORD),
      said('day', 'Date'),
      said('name', 'String'),
      // holiday, school, workday: a workday is one that would be free by its weekday.
      said('kind', WORD),
      WEIGHT,
    ],
  },
  {
    // Where a cinema is, as somebody says.
    name: 'site',
    presence: 'weight',
    moment: 'day',
    day: 'day',
    orderBy: ['owner', 'source', 'cinema'],
    columns: [
      ...OWNED,
      said('cinema', 'UInt32'),
      said('day', 'Date'),
      said('territory', WORD),
      said('chain', WORD),
      said('address', 'String'),
      said('code', 'String'),
      said('latitude', 'Decimal(12, 9)'),
      said('longitude', 'Decimal(12, 9)'),
      WEIGHT,
    ],
  },
]

const SHAPES = new Map([TICKET_SHAPE, ...REPORTED_SHAPES].map((shape) => [shape.name, shape]))

export function factTableShape(name: FactTable): FactTableShape {
  const shape = SHAPES.get(name)
  if (!shape) throw new Error(`no fact table ${name}`)
  return shape
}
