import {
  CHANNEL,
  customerSql,
  KIND,
  LOWEST_PRICE,
  PAYMENT,
  SEAT,
  salesSql,
  TICKET_TYPE,
} from './sold-store.ts'
import { STAGE_COLUMNS } from './stage.ts'
import type { Territory } from './territory.ts'

/** Screenings whose tickets the engine makes; gone with the engine, and made again. */
const STAGE = 'simulation_stage'

export const MAKE_STAGE = `create or replace table ${STAGE} (
  ${STAGE_COLUMNS.map(([name, type]) => `${name} ${type}`).join(', ')}) engine = Memory`
export const DROP_STAGE = `drop table if exists ${STAGE}`

export function fillStageSql(lines: string): string {
  return `insert into ${STAGE} format TabSeparated\n${lines}\n`
}

/** One block in each table, so that the token stands for all of it; views may go side by side. */
function onceSettings(token: string): string {
  return `settings insert_deduplication_token = '${token}', insert_deduplicate = 1,
    deduplicate_blocks_in_dependent_materialized_views = 1, async_insert = 0,
    max_insert_threads = 1, parallel_view_processing = 1, max_block_size = 4000000,
    min_insert_block_size_rows = 4000000, min_insert_block_size_bytes = 4000000000,
    group_by_two_level_threshold = 0, group_by_two_level_threshold_bytes = 0,
    max_partitions_per_insert_block = 0`
}

type Owned = { readonly owner: number; readonly source: number }

/** Puts the stage's tickets into the warehouse, once under its token. */
export function insertTicketsSql(
  seed: bigint,
  territory: Territory,
  { owner, source, token }: Owned & { readonly token: string },
): string {
  return `insert into ticket (owner, exhibitor, cinema, auditorium, screening, film, distributor, channel,
  ticket_type, tariff, seat, kind, quantity, price, fee_hall, fee_online, tax, currency, payment, customer,
  sold_at, sold_day, sold_minute, starts_at, trading_day, start_hour, source, fact, format, language)
select ${owner}, ${owner}, cinema, auditorium, id, film, 0, ${CHANNEL}, ${TICKET_TYPE}, 0, ${SEAT}, ${KIND},
  sign, signed_price, signed_hall, signed_online, signed_tax, '${territory.currency}', ${PAYMENT},
  ${customerSql(seed)},
  fromUnixTimestamp64Milli(sold_ms, 'UTC'), sold_day, sold_minute, toDateTime(starts, 'UTC'), toDate(day),
  intDiv(minute, 60) % 24, ${source}, fact, format, language
from (${salesSql(seed, territory)})
${onceSettings(token)}`
}

/** And its screenings. */
export function insertScreeningsSql(
  { currency }: Territory,
  { owner, source, token }: Owned & { readonly token: string },
): string {
  return `insert into screening (owner, source, fact, cinema, room, auditorium, screening, film, format,
  language, starts_at, trading_day, start_hour, seats, status, price_low, price_high, currency, weight)
select ${owner}, ${source}, id, cinema, room, auditorium, id, film, format, language,
  toDateTime(starts, 'UTC'), toDate(day), intDiv(minute, 60) % 24, seats, 'on sale', ${LOWEST_PRICE}, price,
  '${currency}', 1
from ${STAGE}
${onceSettings(token)}`
}
