import { rm } from 'node:fs/promises'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { silentLog, systemClock } from '#kernel'
import type { Store } from '#store'
import {
  appendFacts,
  failedBatches,
  fixBatch,
  openStore,
  pendingFacts,
  retryFailedBatches,
  STORE_MIGRATIONS,
} from '#store'
import type { ChildHome } from './child-home.ts'
import { compareAggregates } from './compare.ts'
import { createWarehouse } from './home.ts'
import { installationId, WAREHOUSE_MIGRATIONS } from './installation.ts'
import { startShipper } from './shipper.ts'
import { A_FACT, killEngine, openEngine, temporaryFolder } from './testing.ts'
import { encodeTicket } from './ticket-fact.ts'
import type { Warehouse } from './warehouse.ts'

let dataFolder: string
let store: Store
let engine: ChildHome
let warehouse: Warehouse
beforeAll(async () => {
  dataFolder = await temporaryFolder()
  const migrations = [...STORE_MIGRATIONS, ...WAREHOUSE_MIGRATIONS]
  store = await openStore({ dataFolder, migrations, log: silentLog, clock: systemClock })
  engine = await openEngine(dataFolder)
  warehouse = createWarehouse(engine)
})
afterAll(async () => {
  await engine.close()
  await store.close()
  await rm(dataFolder, { recursive: true, force: true })
})
afterEach(async () => {
  expect(await compareAggregates(warehouse)).toEqual([])
})

const ship = () => startShipper({ store, warehouse, log: silentLog })
const sell = (owner: number, count = 1) => {
  const lines = Array.from({ length: count }, (_, n) =>
    encodeTicket({ ...A_FACT, owner, fact: BigInt(n) }),
  )
  return store.write((transaction) => appendFacts(transaction, 'ticket', lines))
}
const sold = async (owner: number) => {
  const sql = `select count() as n from ticket where owner = ${owner}`
  return Number((await warehouse.query<{ n: string }>(sql))[0]?.n)
}
async function until(done: () => Promise<boolean>, msMax = 10_000): Promise<void> {
  for (let waited = 0; !(await done()); waited += 20) {
    if (waited > msMax) throw new Error('it did not happen in time')
    await pause(20)
  }
}

test('a sale is in the warehouse soon after it was committed, and everybody is told', async () => {
  const shipper = ship()
  const heard: string[] = []
  const hearing = await store.listen('facts', (payload) => heard.push(payload))
  try {
    await sell(1)
    await until(async () => heard.length > 0, 2_000)
    expect(await sold(1)).toBe(1)
    await sell(1, 3)
    await until(async () => (await sold(1)) === 4, 1_500)
    await until(async () => (await pendingFacts(store)).facts === 0, 1_000)
  } finally {
    await hearing.close()
    await shipper.close()
  }
})

test('a burst of sales becomes a few batches', async () => {
  const shipper = ship()
  try {
    await sell(2)
    await until(async () => (await sold(2)) === 1)
    const count = 'select count(*)::int as n from outbox_batch'
    const before = (await store.row<{ n: number }>(count))?.n ?? 0
    for (let sale = 0; sale < 60; sale++) {
      await sell(2)
      await pause(10)
    }
    await until(async () => (await sold(2)) === 61)
    const batches = ((await store.row<{ n: number }>(count))?.n ?? 0) - before
    expect(batches).toBeLessThan(15)
  } finally {
    await shipper.close()
  }
})

test('more facts than fit into one batch are carried in several', async () => {
  for (let part = 0; part < 5; part++) await sell(3, 5_000)
  const shipper = ship()
  await until(async () => (await sold(3)) === 25_000)
  await shipper.close()
})

test('a batch that was kept, but died before that was written down, counts once', async () => {
  await sell(4, 2)
  const batch = await fixBatch(store, { factsMax: 100 })
  const keep = `create function keep_open() returns trigger language plpgsql as
    $$ begin raise 'as if we had died here'; end $$;
    create trigger keep_open before update on outbox_batch execute function keep_open()`
  await store.write((transaction) => transaction.run(keep))
  const dying = ship()
  await until(async () => (await sold(4)) === 2)
  await dying.close()
  expect((await pendingFacts(store)).facts).toBe(2)
  await store.write((transaction) => transaction.run('drop function keep_open cascade'))
  const shipper = ship()
  await until(async () => (await pendingFacts(store)).facts === 0)
  await shipper.close()
  expect(batch?.body.split('\n')).toHaveLength(2)
  expect(await sold(4)).toBe(2)
})

test('while the warehouse is away sales wait in the outbox, and then all arrive', async () => {
  const shipper = ship()
  for (let sale = 0; sale < 10; sale++) {
    await sell(5)
    if (sale % 4 === 0) killEngine(engine)
    await until(async () => engine.pid() !== undefined)
  }
  await until(async () => (await sold(5).catch(() => 0)) === 10)
  await shipper.close()
})

test('a batch that the warehouse cannot read is put aside, and holds up nobody for long', async () => {
  const shipper = ship()
  await store.write((transaction) => appendFacts(transaction, 'ticket', ['{"owner":"everybody"}']))
  await pause(500)
  await sell(6)
  await until(async () => (await sold(6)) === 1)
  const [failed] = await failedBatches(store)
  expect(failed?.reason).toContain('everybody')
  expect(await retryFailedBatches(store)).toBe(1)
  expect(await failedBatches(store)).toEqual([])
  await until(async () => (await failedBatches(store)).length === 1)
  // Refused for good is not late: no answer waits for it.
  expect(await pendingFacts(store)).toEqual({ facts: 0 })
  await shipper.close()
  await store.write((transaction) => transaction.run('truncate outbox, outbox_batch'))
})

test('a batch that a holder fixed when it had lost the lease is sent by the next', async () => {
  const shipper = startShipper({ store, warehouse, log: silentLog, anywayMs: 300 })
  await sell(9)
  await until(async () => (await sold(9)) === 1)
  await store.write(async (transaction) => {
    const line = encodeTicket({ ...A_FACT, owner: 9, fact: 2n })
    await appendFacts(transaction, 'ticket', [line])
    const late: Store = { ...store, write: (work) => work(transaction) }
    await fixBatch(late, { factsMax: 100 })
  })
  await until(async () => (await sold(9)) === 2, 3_000)
  await shipper.close()
})

test('of two that could ship one does, and the other goes on when it ends', async () => {
  const first = ship()
  await sell(7)
  await until(async () => (await sold(7)) === 1)
  const second = ship()
  await sell(7)
  await until(async () => (await sold(7)) === 2)
  await first.close()
  await sell(7)
  await until(async () => (await sold(7)) === 3)
  await second.close()
})

test('numbers that are counted anew, as after a restore, do not hide new facts', async () => {
  const shipper = ship()
  await sell(8)
  await until(async () => (await pendingFacts(store)).facts === 0)
  await shipper.close()
  await store.write((transaction) => transaction.run('truncate outbox_batch restart identity'))
  const next = ship()
  for (let sale = 2; sale <= 4; sale++) {
    await sell(8, sale)
    await until(async () => (await pendingFacts(store)).facts === 0)
  }
  expect(await sold(8)).toBe(10)
  await next.close()
})

test('an installation keeps its name', async () => {
  expect(await installationId(store)).toMatch(/^[0-9a-f-]{36}$/)
  expect(await installationId(store)).toBe(await installationId(store))
})
