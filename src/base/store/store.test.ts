import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { silentLog, systemClock } from '#kernel'
import { startPostgres15 } from '#test'
import type { Migration, Store } from './index.ts'
import { openStore, STORE_MIGRATIONS } from './index.ts'

const postgres15 = await startPostgres15()
const dataFolder = mkdtempSync(join(tmpdir(), 'fullhouse-store-'))

afterAll(async () => {
  await postgres15?.stop()
  rmSync(dataFolder, { recursive: true })
})

const TALLY: Migration = {
  id: 'tally-1',
  sql: 'create table tally (id int primary key, figure int8, share numeric, day date)',
}
const MIGRATIONS = [...STORE_MIGRATIONS, TALLY]

const ENGINES = [
  { engine: 'the embedded PostgreSQL 18', databaseUrl: undefined },
  ...(postgres15 ? [{ engine: 'a PostgreSQL 15 by URL', databaseUrl: postgres15.url }] : []),
]

describe.each(ENGINES)('on $engine', ({ databaseUrl }) => {
  const open = (migrations: readonly Migration[] = MIGRATIONS) =>
    openStore({ dataFolder, databaseUrl, migrations, log: silentLog, clock: systemClock })
  let store: Store
  beforeAll(async () => {
    store = await open()
  })
  afterAll(() => store.close())

  test('the largest integer, a decimal and a day come back as they went', async () => {
    const largest = 2n ** 63n - 1n
    await store.write(async (transaction) => {
      const sql = 'insert into tally (id, figure, share, day) values ($1, $2, $3, $4)'
      expect(await transaction.run(sql, 1, largest, '1.10', '2026-03-29')).toBe(1)
    })
    const row = await store.row('select figure, share, day, $1::int8[] as list from tally', [
      largest,
      null,
    ])
    expect(row).toEqual({
      figure: largest,
      share: '1.10',
      day: '2026-03-29',
      list: [largest, null],
    })
  })

  test('an instant comes back to the millisecond, whatever zone the server is in', async () => {
    const instant = Temporal.Instant.from('2026-03-29T01:30:00.123Z')
    const row = await store.row(
      'select $1::timestamptz as at, $1::timestamptz::text as said',
      instant,
    )
    expect(row).toEqual({
      at: new Date(instant.epochMilliseconds),
      said: '2026-03-29 01:30:00.123+00',
    })
  })

  test('a transaction that throws leaves nothing behind', async () => {
    const written = store.write(async (transaction) => {
      await transaction.run('insert into tally (id) values (2)')
      throw new Error('the till caught fire')
    })
    await expect(written).rejects.toThrow('the till caught fire')
    expect(await store.row('select 1 as one from tally where id = 2')).toBeUndefined()
  })

  test('a failed statement that nobody minded is not taken for a commit', async () => {
    const written = store.write(async (transaction) => {
      await transaction.run('insert into tally (id) values (3)')
      await transaction.run('insert into tally (id) values (3)').catch(() => undefined)
    })
    await expect(written).rejects.toThrow('rolled back')
    expect(await store.row('select 1 as one from tally where id = 3')).toBeUndefined()
  })

  test('a refused statement throws what PostgreSQL said and spoils nothing', async () => {
    await expect(store.rows('select * from nowhere')).rejects.toThrow('nowhere')
    expect(await store.row('select 1 as one')).toEqual({ one: 1 })
  })

  test('a listener hears, and after a lost connection is told to look again', async () => {
    const heard: string[] = []
    const subscription = await store.listen('doors', (payload) => heard.push(payload))
    const say = (text: string) => store.rows("select pg_notify('doors', $1)", text)
    await say('open')
    await expect.poll(() => heard).toEqual(['open'])
    await terminate(store, 'listen "doors"')
    await expect.poll(() => heard).toEqual(['open', ''])
    await say('closed')
    await expect.poll(() => heard).toEqual(['open', '', 'closed'])
    await subscription.close()
    await say('nobody hears this')
    await pause(100)
    expect(heard).toHaveLength(3)
  })

  test('a lease has one holder, and is lost with its connection', async () => {
    const lease = await store.lease('projector')
    expect(lease).toBeDefined()
    expect(await store.lease('projector')).toBeUndefined()
    const other = await store.lease('another thing')
    let lost = false
    void lease?.lost.then(() => {
      lost = true
    })
    await pause(50)
    expect(lost).toBe(false)
    await terminate(store, 'select pg_try_advisory_lock')
    await lease?.lost
    await other?.lost
    const next = await store.lease('projector')
    expect(next).toBeDefined()
    await next?.release()
    const last = await store.lease('projector')
    expect(last).toBeDefined()
    await last?.release()
  })

  test('when the heart is cut it beats again, and questions wait for that', async () => {
    await terminate(store, '')
    await expect.poll(() => store.state()).toEqual({ up: true })
    expect(await store.row('select 1 as one')).toEqual({ one: 1 })
  })

  test('a change that this program does not know is refused, with who made it', async () => {
    await expect(open(STORE_MIGRATIONS)).rejects.toMatchObject({
      name: 'StoreUnusable',
      message: expect.stringMatching(/Fullhouse 0\.\d+\.\d+ \(change "tally-1"\)/),
    })
    const edited = [...STORE_MIGRATIONS, { ...TALLY, sql: `${TALLY.sql};` }]
    await expect(open(edited)).rejects.toThrow('never edited')
    expect(await store.row('select 1 as one')).toEqual({ one: 1 })
  })

  test('a change that fails is wholly undone, and can be mended', async () => {
    const broken = { id: 'seat-1', sql: 'create table seat (id int); select no_such_thing()' }
    await expect(open([...MIGRATIONS, broken])).rejects.toThrow('migration "seat-1" failed')
    const mended = { id: 'seat-1', sql: 'create table seat (id int)' }
    const again = await open([...MIGRATIONS, mended])
    expect(await again.rows('select * from seat')).toEqual([])
    await again.write((transaction) => transaction.run("delete from migration where id = 'seat-1'"))
    await again.close()
  })
})

test('a data folder that a newer program laid out is refused, with its version', async () => {
  const newer = mkdtempSync(join(tmpdir(), 'fullhouse-newer-'))
  writeFileSync(join(newer, 'version.json'), '{"format":99,"program":"7.1.0"}')
  const opened = openStore({
    dataFolder: newer,
    migrations: MIGRATIONS,
    log: silentLog,
    clock: systemClock,
  })
  await expect(opened).rejects.toThrow('was written by Fullhouse 7.1.0')
  rmSync(newer, { recursive: true })
})

test('a server that is not there is said in a sentence, without its password', async () => {
  const opened = openStore({
    dataFolder,
    databaseUrl: 'postgres://ann:secret@127.0.0.1:9/none',
    migrations: MIGRATIONS,
    log: silentLog,
    clock: systemClock,
  })
  const message = await opened.catch((fault: Error) => fault.message)
  expect(message).toContain('DATABASE_URL cannot be reached')
  expect(message).not.toContain('secret')
})

/** Ends our connections whose last statement began so, as an operator or a failing net would. */
async function terminate(store: Store, began: string): Promise<void> {
  const sql = `
    select pg_terminate_backend(pid) from pg_stat_activity
    where application_name like 'fullhouse:%' and pid <> pg_backend_pid()
      and starts_with(query, $1)`
  expect((await store.rows(sql, began)).length).toBeGreaterThan(0)
}
