import type { FactTableShape } from './fact-table.ts'
import { REPORTED_SHAPES } from './fact-table.ts'
import { SOLD_MINUTE_UNKNOWN } from './ticket-fact.ts'

/**
 * The tables of facts and their pre-aggregates. Every aggregate is fed by a materialised view in the
 * same insert; `deduplicate_blocks_in_dependent_materialized_views` and the window below make a batch
 * that is sent again count once in all of them (measured: field notes, engines 5).
 */
// Two hours and more of five batches a second: so long may a batch wait to be sent again. Full, it
// costs 16 MB of memory and 0.15 s at opening for each table.
const DEDUPLICATION_WINDOW = 50_000
const WINDOW_SECONDS = 30 * 24 * 3600
const SYNCED = 'fsync_after_insert = 1, fsync_part_directory = 1'

/** The one template of engines: plain on one server, replicated where a cluster is named. */
type Flavour = { readonly cluster?: string | undefined }

function engine(family: 'MergeTree' | 'SummingMergeTree', { cluster }: Flavour): string {
  return `engine = ${cluster ? 'Replicated' : ''}${family}`
}

function keep({ cluster }: Flavour): string {
  const window = cluster
    ? `replicated_deduplication_window = ${DEDUPLICATION_WINDOW},
replicated_deduplication_window_seconds = ${WINDOW_SECONDS}`
    : `non_replicated_deduplication_window = ${DEDUPLICATION_WINDOW}`
  return `settings ${window}, ${SYNCED}`
}

export function onCluster(cluster: string | undefined): string {
  return cluster ? ` on cluster ${cluster}` : ''
}

/** What a folder of an earlier version has not, or not so wide. */
const KIND = "kind Enum8('sale' = 1, 'refund' = 2, 'scan' = 3)"
const SCANNED = 'scanned Int8 default 0'
/** How a screening was shown: 2D, IMAX; and in which language. Empty where not stated. */
const SHOWN = [
  "format LowCardinality(String) default ''",
  "language LowCardinality(String) default ''",
]

/** Keeps nothing: scans pass through, so that a sale is looked at by one view more and not by three. */
const scanStatements = ({ cluster }: Flavour) => [
  `create table if not exists ticket_scan${onCluster(cluster)} as ticket engine = Null`,
  `create materialized view if not exists ticket_scan_feed${onCluster(cluster)} to ticket_scan as
select * from ticket where kind = 'scan'`,
]

const ticketStatement = (flavour: Flavour) => `
create table if not exists ticket${onCluster(flavour.cluster)} (
  owner UInt32, exhibitor UInt32, cinema UInt32, auditorium UInt32, screening UInt64,
  film UInt32, distributor UInt32,
  channel LowCardinality(String), ticket_type LowCardinality(String), tariff UInt32,
  seat LowCardinality(String),
  ${KIND}, quantity Int32,
  price Int64, fee_hall Int64, fee_online Int64, tax Int64, currency LowCardinality(String),
  payment LowCardinality(String), customer UInt64,
  sold_at DateTime64(3, 'UTC'), sold_day Date, sold_minute UInt16,
  starts_at DateTime('UTC'), trading_day Date, start_hour UInt8,
  source UInt32, fact UInt64, ${SCANNED}, ${SHOWN.join(', ')}
) ${engine('MergeTree', flavour)} partition by toYear(trading_day)
order by (owner, cinema, trading_day, screening, sold_at) ${keep(flavour)}`

/**
 * The measures that every aggregate carries: sums over signed rows, so they can be summed again. `sql`
 * is what one fact adds.
 */
export const MEASURES = [
  { name: 'sold', type: 'Int64', sql: "if(kind = 'sale', toInt64(quantity), 0)" },
  { name: 'refunded', type: 'Int64', sql: "if(kind = 'refund', -toInt64(quantity), 0)" },
  { name: 'complimentary', type: 'Int64', sql: 'if(price = 0, toInt64(quantity), 0)' },
  { name: 'gross', type: 'Int128', sql: 'toInt128(price)' },
  { name: 'fees', type: 'Int128', sql: 'toInt128(fee_hall) + toInt128(fee_online)' },
  { name: 'scanned', type: 'Int64', sql: 'toInt64(scanned)' },
] as const

/** The width of a step in which aggregates tell a time of sale, in minutes: as fine as any pace. */
export const SLOT_MINUTES = 5
/** A fact's `sold_slot`: its minute rounded down to a step, or SOLD_MINUTE_UNKNOWN. */
export const SOLD_SLOT =
  `if(sold_minute = ${SOLD_MINUTE_UNKNOWN}, ${SOLD_MINUTE_UNKNOWN}, ` +
  `intDiv(sold_minute, ${SLOT_MINUTES}) * ${SLOT_MINUTES})`

/** What one fact of `screening` adds. */
export const LISTED_SQL = "if(status = 'cancelled', 0, weight)"
export const SEATS_SQL = "if(status = 'cancelled', 0, toInt64(weight) * toInt64(seats))"

type Aggregate = {
  readonly name: string
  /** Columns of the key with their types, in the order of sorting. */
  readonly key: readonly (readonly [name: string, type: string, from?: string])[]
}

const WHO = [
  ['owner', 'UInt32'],
  ['currency', 'LowCardinality(String)'],
] as const
const WHAT = [
  ['film', 'UInt32'],
  ['ticket_type', 'LowCardinality(String)'],
  ['channel', 'LowCardinality(String)'],
  ['source', 'UInt32'],
] as const

/**
 * Smallest first; which one serves a question is the planner's to choose. With 50 million tickets of
 * 1,000 screens the first two have 2 million rows each, the third ten times as many (bench/questions.ts).
 */
export const AGGREGATES: readonly Aggregate[] = [
  {
    name: 'ticket_by_mix',
    key: [
      // The day next: most questions name days and no currency.
      ['owner', 'UInt32'],
      ['trading_day', 'Date'],
      ['cinema', 'UInt32'],
      ['currency', 'LowCardinality(String)'],
      ['ticket_type', 'LowCardinality(String)'],
      ['channel', 'LowCardinality(String)'],
      ['source', 'UInt32'],
    ],
  },
  {
    name: 'ticket_by_show',
    key: [
      ['owner', 'UInt32'],
      ['trading_day', 'Date'],
      ['cinema', 'UInt32'],
      ['currency', 'LowCardinality(String)'],
      ['film', 'UInt32'],
      ['start_hour', 'UInt8'],
      ['screening', 'UInt64'],
      ['starts_at', "DateTime('UTC')"],
      ['auditorium', 'UInt32'],
      ['format', 'LowCardinality(String)'],
      ['language', 'LowCardinality(String)'],
      ['source', 'UInt32'],
    ],
  },
  { name: 'ticket_by_day', key: [...WHO, ['trading_day', 'Date'], ['cinema', 'UInt32'], ...WHAT] },
  {
    name: 'ticket_by_sale',
    key: [
      ...WHO,
      ['trading_day', 'Date'],
      ['cinema', 'UInt32'],
      ['film', 'UInt32'],
      ['sold_day', 'Date'],
      ['sold_slot', 'UInt16', SOLD_SLOT],
      ['source', 'UInt32'],
    ],
  },
]

/**
 * Each is made where it is missing; an aggregate of an earlier version gets its columns. A view stays
 * as it was made: the engine knows a batch by the view's very text, so one that is altered would
 * count again what is sent again (upgrade.test.ts). What came later is fed by a view of its own.
 */
function aggregateStatements(aggregate: Aggregate, flavour: Flavour): readonly string[] {
  const { name, key } = aggregate
  const names = key.map(([column]) => column)
  const columns = key.map(([column, type]) => `${column} ${type}`)
  const measures = MEASURES.map(({ name: measure, type }) => `${measure} ${type}`)
  const added = measures.map((measure) => `add column if not exists ${measure}`)
  const there = onCluster(flavour.cluster)
  const view = (feed: string) =>
    `create materialized view if not exists ${name}_${feed}${there} to ${name} as`
  return [
    `create table if not exists ${name}${there} (${columns.join(', ')}, ${measures.join(', ')})
${engine('SummingMergeTree', flavour)} partition by toYear(trading_day)
order by (${names.join(', ')}) ${keep(flavour)}`,
    `alter table ${name}${there} ${added.join(', ')}`,
    // A folder of before it was there: filled once from the base, before anything more comes. A batch
    // that was under way at that very moment and is sent again counts twice in here (the engine knows it
    // by views that were not there); compareAggregates tells.
    `insert into ${name} (${[...names, ...MEASURES.map((one) => one.name)].join(', ')})
${feedSql(aggregate, () => true)}
from ticket where (select count() from ${name}) = 0 group by ${names.join(', ')}`,
    `${view('feed')}
${feedSql(aggregate, (measure) => measure !== 'scanned')}
from ticket group by ${names.join(', ')}`,
    `${view('scans')}
${feedSql(aggregate, (measure) => measure === 'scanned')}
from ticket_scan group by ${names.join(', ')}`,
  ]
}

function feedSql({ key }: Aggregate, feeds: (measure: string) => boolean): string {
  const selected = key.map(([column, , from]) => (from ? `${from} as ${column}` : column))
  const fed = MEASURES.filter(({ name }) => feeds(name))
  const sums = fed.map(({ name: measure, sql }) => `sum(${sql}) as ${measure}`)
  return `select ${selected.join(', ')}, ${sums.join(', ')}`
}

function reportedStatement(shape: FactTableShape, flavour: Flavour): string {
  const columns = shape.columns.map(({ name, type }) => `${name} ${type}`)
  return `create table if not exists ${shape.name}${onCluster(flavour.cluster)} (${columns.join(', ')})
${engine('MergeTree', flavour)} order by (${shape.orderBy.join(', ')}) ${keep(flavour)}`
}

/** What `screening_by_day` tells apart. */
export const LISTING_KEY = ['owner', 'source', 'trading_day', 'cinema', 'film'] as const

/** Listed screenings and their seats, a tenth of the rows: cancelled ones offer nothing. */
const listingStatements = ({ cluster }: Flavour): readonly string[] => {
  const there = onCluster(cluster)
  const keys = LISTING_KEY.join(', ')
  const sums = `${keys},
  sum(toInt64(${LISTED_SQL})) as listed, sum(toInt64(${SEATS_SQL})) as seats
from screening`
  return [
    `create table if not exists screening_by_day${there} (
  owner UInt32, source UInt32, trading_day Date, cinema UInt32, film UInt32, listed Int64, seats Int64
) ${engine('SummingMergeTree', { cluster })} order by (${keys}) ${keep({ cluster })}`,
    `insert into screening_by_day (${keys}, listed, seats)
select ${sums} where (select count() from screening_by_day) = 0 group by ${keys}`,
    `create materialized view if not exists screening_by_day_feed${there} to screening_by_day as
select ${sums} group by ${keys}`,
  ]
}

/** What an import has read so far, until it is done: its own memory of what its file holds. */
const seenStatement = (flavour: Flavour) => `
create table if not exists import_seen${onCluster(flavour.cluster)} (
  import UInt64, number UInt32, cinema UInt32, day Date, moment Int64, fact UInt64, content UInt64
) ${engine('MergeTree', flavour)} order by (import, content, fact) ${keep(flavour)}`

/** Of an earlier version: nobody asks them any more. Views first. */
const GONE = ['ticket_by_screening_feed', 'ticket_by_screening_scans', 'ticket_by_screening']

/** Every statement that makes the schema; each may be run again. */
export function schemaFor(cluster?: string): readonly string[] {
  const flavour = { cluster }
  const aggregates = AGGREGATES.flatMap((aggregate) => aggregateStatements(aggregate, flavour))
  const there = onCluster(cluster)
  const wider = [SCANNED, ...SHOWN].map((column) => `add column if not exists ${column}`)
  return [
    ticketStatement(flavour),
    `alter table ticket${there} modify column ${KIND}, ${wider.join(', ')}`,
    ...scanStatements(flavour),
    ...aggregates,
    ...GONE.map((name) => `drop table if exists ${name}${there}`),
    ...REPORTED_SHAPES.map((shape) => reportedStatement(shape, flavour)),
    `alter table screening${there} add column if not exists auditorium UInt32 default 0 after room`,
    ...listingStatements(flavour),
    seenStatement(flavour),
  ]
}

/**
 * By default a part of some ten thousand rows is written anew for every few small batches beside it:
 * five live sales cost 0.3 s of a core, thirty times what storing them does (bench/live.ts). Among ever
 * more equal parts it is merged seldom enough to forget, and a table has some fifteen parts. Of a
 * server by URL the merging is its operator's business.
 */
const MERGE_BASE = 16

/** The schema in a child of ours. */
export const SCHEMA: readonly string[] = [
  ...schemaFor(),
  ...['ticket', ...AGGREGATES.map(({ name }) => name), 'screening_by_day'].map(
    (table) => `alter table ${table} modify setting merge_selector_base = ${MERGE_BASE}`,
  ),
]
