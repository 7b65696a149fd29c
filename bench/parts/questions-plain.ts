import { chmodSync, mkdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { silentLog, systemClock } from '#kernel'
import type { Store } from '#store'
import { openStore, STORE_MIGRATIONS } from '#store'
import type { Warehouse } from '#warehouse'

/** The same facts in PostgreSQL alone, as somebody who knows it would lay them out. */
export type PlainPostgres = {
  readonly store: Store
  readonly loadSeconds: number
  readonly bytes: bigint
  close(): Promise<void>
}

// What 24 GiB allow beside everything else; a question may use both cores.
const SETTINGS = [
  "shared_buffers = '4GB'",
  "effective_cache_size = '12GB'",
  "work_mem = '256MB'",
  "maintenance_work_mem = '2GB'",
  "max_wal_size = '16GB'",
  'max_parallel_workers_per_gather = 2',
  'max_parallel_maintenance_workers = 2',
  'random_page_cost = 1.1',
  'jit = off',
  "checkpoint_timeout = '30min'",
] as const

const TABLES = `
create table if not exists plain_ticket (
  trading_day date not null, cinema integer not null, film integer not null, screening bigint not null,
  price bigint not null, sold_day date not null, starts_at integer not null, fees integer not null,
  tax integer not null, auditorium integer not null, sold_minute smallint not null,
  start_hour smallint not null, kind smallint not null, ticket_type smallint not null,
  channel smallint not null, quantity smallint not null
);
create table if not exists plain_screening (
  trading_day date not null, cinema integer not null, film integer not null, screening bigint not null,
  auditorium integer not null, seats integer not null, start_hour smallint not null, format smallint not null
);`

const INDEXES = [
  'create index plain_ticket_day on plain_ticket using brin (trading_day) with (pages_per_range = 32)',
  `create index plain_ticket_cinema on plain_ticket (cinema, trading_day)
    include (film, price, quantity, kind, fees)`,
  `create index plain_ticket_film on plain_ticket (film, trading_day)
    include (cinema, price, quantity, kind)`,
  'create index plain_ticket_screening on plain_ticket (screening)',
  'create index plain_screening_day on plain_screening (trading_day, cinema) include (film, seats)',
  'create index plain_screening_film on plain_screening (film, trading_day) include (cinema, seats)',
  'vacuum (analyze) plain_ticket',
  'vacuum (analyze) plain_screening',
] as const

/** Small whole numbers in the place of words, as a designer would; the names are of no use here. */
const code = (column: string, words: readonly string[]) =>
  `indexOf([${words.map((word) => `'${word}'`).join(', ')}], ${column})`
const TYPES = ['Adult', 'Student', 'Senior', 'Child', 'Member', 'Complimentary'] as const
const CHANNELS = ['counter', 'web', 'app', 'Kinobird', 'Ticketwell'] as const
const FORMATS = ['2D', '3D', 'IMAX'] as const

/** Opens a cluster of its own and fills it from the warehouse, month by month; once for a folder. */
export async function openPlain(
  folder: string,
  warehouse: Warehouse,
  owner: number,
): Promise<PlainPostgres> {
  const home = join(folder, 'plain')
  mkdirSync(home, { recursive: true, mode: 0o755 })
  chmodSync(home, 0o755)
  await tune(home)
  const store = await open(home)
  const startedAt = performance.now()
  let loadSeconds = 0
  for (const sql of TABLES.split(';')) if (sql.trim() !== '') await store.rows(sql)
  const [known] = await store.rows<{ there: boolean }>(
    'select exists (select from plain_ticket) as there',
  )
  if (known?.there !== true) {
    await load(store, warehouse, { home, owner })
    loadSeconds = (performance.now() - startedAt) / 1000
  }
  const [size] = await store.rows<{ bytes: bigint }>(
    `select pg_total_relation_size('plain_ticket') + pg_total_relation_size('plain_screening') as bytes`,
  )
  return { store, loadSeconds, bytes: size?.bytes ?? 0n, close: () => store.close() }
}

function open(home: string): Promise<Store> {
  return openStore({
    dataFolder: join(home, 'data'),
    migrations: STORE_MIGRATIONS,
    log: silentLog,
    clock: systemClock,
  })
}

/** Settings of memory hold from the next start on. */
async function tune(home: string): Promise<void> {
  const store = await open(home)
  for (const setting of SETTINGS) await store.rows(`alter system set ${setting}`)
  await store.close()
}

type Loading = { readonly home: string; readonly owner: number }

async function load(store: Store, warehouse: Warehouse, { home, owner }: Loading): Promise<void> {
  const months = await warehouse.query<{ month: string }>(`
    select toString(toStartOfMonth(trading_day)) as month from ticket_by_show
    where owner = ${owner} group by month order by month`)
  const file = join(home, 'part.tsv')
  const copy = async (table: string, select: string) => {
    rmSync(file, { force: true })
    await warehouse.command(
      `insert into function file('${file}', 'TabSeparated') ${select}
      settings engine_file_truncate_on_insert = 1`,
    )
    chmodSync(file, 0o644)
    if (statSync(file).size > 0) await store.rows(`copy ${table} from '${file}'`)
  }
  for (const { month } of months) {
    const within = `where owner = ${owner} and toStartOfMonth(trading_day) = toDate('${month}')`
    await copy(
      'plain_ticket',
      `select trading_day, cinema, film, screening, price, sold_day, toUnixTimestamp(starts_at),
        fee_hall + fee_online, tax, auditorium, sold_minute, start_hour, if(kind = 'sale', 0, 1),
        ${code('ticket_type', TYPES)}, ${code('channel', CHANNELS)}, quantity
      from ticket ${within} order by trading_day, cinema, screening`,
    )
    await copy(
      'plain_screening',
      `select trading_day, cinema, film, screening, auditorium, seats, start_hour,
        ${code('format', FORMATS)} from screening ${within} order by trading_day, cinema`,
    )
    console.error(`  PostgreSQL has ${month}`)
  }
  rmSync(file, { force: true })
  for (const sql of INDEXES) await store.rows(sql)
}
