import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, readFile, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { inspect } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { silentLog, systemClock } from '#kernel'
import type { Store } from '#store'
import { openStore, STORE_MIGRATIONS } from '#store'
import { openWarehouse } from './open.ts'
import { batchOf, openEngine, openShim, temporaryFolder } from './testing.ts'
import type { Warehouse } from './warehouse.ts'

const HOLDER = fileURLToPath(new URL('./testing-holder.ts', import.meta.url))
const migrations = STORE_MIGRATIONS

describe('the warehouse of an installation', () => {
  let dataFolder: string
  let store: Store
  beforeAll(async () => {
    dataFolder = await temporaryFolder()
    store = await openStore({ dataFolder, migrations, log: silentLog, clock: systemClock })
  })
  afterAll(async () => {
    await store.close()
    await rm(dataFolder, { recursive: true, force: true })
  })
  const open = () => openWarehouse({ store, dataFolder, log: silentLog })
  const tickets = async (warehouse: Warehouse, owner: number) => {
    const sql = `select count() as n from ticket where owner = ${owner}`
    return Number((await warehouse.query<{ n: string }>(sql))[0]?.n)
  }

  test('a second process asks through the door of the first, and takes over when it dies', async () => {
    const holder = spawn(process.execPath, [HOLDER, dataFolder], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    await once(holder.stdout, 'data')
    const warehouse = await open()
    try {
      expect(await tickets(warehouse, 1)).toBe(2)
      await warehouse.insert(batchOf('by-the-peer', [{ owner: 1 }]))
      const nobody = warehouse.query('select nothing from ticket')
      await expect(nobody).rejects.toMatchObject({ name: 'WarehouseFault', code: 47 })
      const died = once(holder, 'exit')
      holder.kill('SIGKILL')
      await died
      // Waits for the change-over, which is within the patience of a request.
      await pause(50)
      expect(await tickets(warehouse, 1)).toBe(3)
      expect(warehouse.state()).toEqual({ up: true })
      await warehouse.insert(batchOf('by-the-peer', [{ owner: 1 }]))
      expect(await tickets(warehouse, 1)).toBe(3)
    } finally {
      await warehouse.close()
    }
  })

  test('who loses the lease lets go of the engine, and both find it again', async () => {
    const [first, second] = [await open(), await open()]
    try {
      await first.insert(batchOf('first', [{ owner: 2 }]))
      const sql = `select pg_terminate_backend(pid) as ended from pg_locks
        where locktype = 'advisory' and granted`
      expect(await store.rows(sql)).toEqual([{ ended: true }])
      await pause(200)
      await second.insert(batchOf('second', [{ owner: 2 }]))
      expect(await tickets(first, 2)).toBe(2)
      expect(await tickets(second, 2)).toBe(2)
    } finally {
      await second.close()
      await first.close()
    }
  })

  test('nobody but its owner gets at the door', async () => {
    const warehouse = await open()
    const socket = await readFile(join(dataFolder, 'run', 'warehouse.door'), 'utf8')
    expect((await stat(socket)).mode & 0o777).toBe(0o600)
    await warehouse.close()
    await expect(stat(socket)).rejects.toThrow('ENOENT')
  })

  test('a data folder with a path too long for a socket has its door elsewhere', async () => {
    const far = join(dataFolder, 'a-rather-long-name'.repeat(5))
    await mkdir(far)
    const options = { store, dataFolder: far, log: silentLog }
    const [first, second] = [await openWarehouse(options), await openWarehouse(options)]
    await second.insert(batchOf('far', [{ owner: 3 }]))
    expect(await tickets(first, 3)).toBe(1)
    await second.close()
    await first.close()
  })

  test('a closed warehouse says so, and its folder is free at once', async () => {
    const warehouse = await open()
    await warehouse.close()
    expect(warehouse.state()).toMatchObject({ up: false })
    const next = await open()
    expect(await tickets(next, 2)).toBe(2)
    await next.close()
  })

  test.each([
    'http://ann:secret@h:8123/my-db',
    'http://ann:sec/ret@h:8123/fullhouse',
    'http://ann:secret%@h:8123/fullhouse',
    'http://ann:secret@h:8123/fullhouse?cluster=a-b',
    'ann:secret@h',
    'secret',
  ])('%s is refused with a sentence that repeats nothing of it', async (clickhouseUrl) => {
    const opening = openWarehouse({ store, dataFolder, clickhouseUrl, log: silentLog })
    const fault: unknown = await opening.catch((thrown) => thrown)
    expect(String(fault)).toMatch(/^Error: CLICKHOUSE_URL cannot be used: [^.]+\. It looks like /)
    expect(inspect(fault)).not.toMatch(/sec|ret@|my-db|ann:/)
  })

  test('a ClickHouse by URL that comes later is waited for', async () => {
    const folder = await temporaryFolder()
    const engine = await openEngine(folder)
    const shim = await openShim(engine)
    const clickhouseUrl = `${shim.url}/fullhouse`
    await shim.close()
    const opening = openWarehouse({ store, dataFolder, clickhouseUrl, log: silentLog })
    await pause(500)
    const later = await openShim(engine, Number(new URL(shim.url).port))
    const warehouse = await opening
    expect(await warehouse.query('select 1 as one')).toEqual([{ one: 1 }])
    await later.close()
    await expect(warehouse.query('select 1')).rejects.toMatchObject({ name: 'WarehouseDown' })
    expect(warehouse.state()).toMatchObject({ up: false })
    await warehouse.close()
    await engine.close()
    await rm(folder, { recursive: true, force: true })
  })
})
