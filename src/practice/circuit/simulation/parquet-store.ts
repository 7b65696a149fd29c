import { literal } from '#warehouse'
import { CHANNEL, KIND, LOWEST_PRICE, PAYMENT, SEAT, salesSql, TICKET_TYPE } from './sold-store.ts'
import type { Territory } from './territory.ts'

/** What things are called, for files that stand by themselves. */
export const MAKE_NAMES: readonly string[] = [
  `create or replace table simulation_cinema (cinema UInt32, name String, city String,
    latitude Decimal(9, 5), longitude Decimal(9, 5), auditoria UInt16, seats_all UInt32) engine = Memory`,
  `create or replace table simulation_film (film UInt32, title String, distributor String, opens Int32,
    runtime UInt16, film_kind String) engine = Memory`,
  `create or replace table simulation_day (day Int32, name String, kind String) engine = Memory`,
]

export type NameTable = 'simulation_cinema' | 'simulation_film' | 'simulation_day'

/** Lines of tab-separated cells; names hold no tab. */
export function fillNamesSql(table: NameTable, lines: readonly (readonly (string | number)[])[]) {
  return `insert into ${table} format TabSeparated\n${lines.map((line) => line.join('\t')).join('\n')}\n`
}

const intoFile = (path: string) => `insert into function file(${literal.text(path)}, 'Parquet')`
const FILE_SETTINGS = `settings engine_file_truncate_on_insert = 1,
  output_format_parquet_compression_method = 'zstd', max_insert_threads = 1`
/** In whole units, as people write amounts; both currencies have two places. */
const money = (minor: string) => `toDecimal64(${minor}, 2) / 100`

export function cinemasFileSql(path: string): string {
  return `${intoFile(path)} select name as cinema, city, latitude, longitude, auditoria,
  seats_all as seats from simulation_cinema order by cinema ${FILE_SETTINGS}`
}

export function filmsFileSql(path: string): string {
  return `${intoFile(path)} select title as film, distributor, toDate(opens) as opens_on,
  runtime as runtime_minutes, film_kind as kind from simulation_film order by opens_on, film ${FILE_SETTINGS}`
}

export function daysFileSql(path: string): string {
  return `${intoFile(path)} select toDate(day) as day, name, kind from simulation_day order by day
${FILE_SETTINGS}`
}

export function screeningsFileSql(path: string, { currency }: Territory): string {
  return `${intoFile(path)}
select id as screening, name as cinema, city, room as auditorium, title as film, distributor, format,
  language, toDateTime(starts, 'UTC') as starts_at, toDate(day) as trading_day, seats, 'on sale' as status,
  ${money(LOWEST_PRICE)} as price_low, ${money('price')} as price_high, '${currency}' as currency
from simulation_stage as stage
  join simulation_cinema as c on c.cinema = stage.cinema join simulation_film as f on f.film = stage.film
order by starts_at, screening ${FILE_SETTINGS}`
}

export function ticketsFileSql(path: string, seed: bigint, territory: Territory): string {
  return `${intoFile(path)}
select fact as ticket, ${KIND} as kind, id as screening, name as cinema, city, room as auditorium,
  title as film, distributor, format, language, toDateTime(starts, 'UTC') as starts_at,
  toDate(day) as trading_day,
  ${TICKET_TYPE} as ticket_type, ${SEAT} as seat, ${CHANNEL} as channel, ${PAYMENT} as payment,
  toInt32(sign) as quantity, ${money('signed_price')} as price, ${money('signed_hall')} as fee_hall,
  ${money('signed_online')} as fee_online, ${money('signed_tax')} as tax, '${territory.currency}' as currency,
  fromUnixTimestamp64Milli(sold_ms, 'UTC') as sold_at
from (${salesSql(seed, territory)}) as sales
  join simulation_cinema as c on c.cinema = sales.cinema join simulation_film as f on f.film = sales.film
order by starts_at, screening, sold_at, ticket ${FILE_SETTINGS}`
}
