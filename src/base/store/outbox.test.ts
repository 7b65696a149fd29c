import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { silentLog, systemClock } from '#kernel'
import { startPostgres15 } from '#test'
import {
  appendFacts,
  failedBatches,
  fixBatch,
  markFailed,
  markShipped,
  openBatches,
  openStore,
  pendingFacts,
  retryFailedBatches,
  STORE_MIGRATIONS,
} from './index.ts'

const postgres15 = await startPostgres15()
const dataFolder = mkdtempSync(join(tmpdir(), 'fullhouse-outbox-'))
const open = (databaseUrl?: string) =>
  openStore({
    dataFolder,
    databaseUrl,
    migrations: STORE_MIGRATIONS,
    log: silentLog,
    clock: systemClock,
  })
const ENGINES = [
  { engine: 'the embedded PostgreSQL 18', store: await open() },
  ...(postgres15 ? [{ engine: 'a PostgreSQL 15 by URL', store: await open(postgres15.url) }] : []),
]

afterAll(async () => {
  for (const { store } of ENGINES) await store.close()
  await postgres15?.stop()
  rmSync(dataFolder, { recursive: true })
})

describe.each(ENGINES)('on $engine', ({ store }) => {
  const append = (fact: string, ...lines: string[]) =>
    store.write((transaction) => appendFacts(transaction, fact, lines))
  const ship = async (factsMax: number) => {
    const batch = await fixBatch(store, { factsMax })
    if (batch) await markShipped(store, batch.number)
    return batch
  }
  beforeEach(async () => {
    await store.write((transaction) => transaction.run('truncate outbox, outbox_batch'))
  })

  test('facts leave in the order in which they were written, each once', async () => {
    for (const letter of ['a', 'b', 'c', 'd']) await append('ticket', `${letter}1`, `${letter}2`)
    expect((await ship(5))?.body).toBe('a1\na2\nb1\nb2')
    expect((await ship(5))?.body).toBe('c1\nc2\nd1\nd2')
    expect(await ship(5)).toBeUndefined()
  })

  test('a batch is fixed: later facts do not join it, and it reads the same until shipped', async () => {
    await append('ticket', 'a', 'b')
    const batch = await fixBatch(store, { factsMax: 10 })
    await append('ticket', 'c')
    expect(await openBatches(store)).toEqual([batch])
    const next = await fixBatch(store, { factsMax: 10 })
    expect(await openBatches(store)).toEqual([batch, next])
    expect(next?.body).toBe('c')
    await markShipped(store, batch?.number ?? 0n)
    expect(await openBatches(store)).toEqual([next])
  })

  test('what was rolled back never leaves', async () => {
    const sale = store.write(async (transaction) => {
      await appendFacts(transaction, 'ticket', ['x'])
      throw new Error('no money')
    })
    await expect(sale).rejects.toThrow('no money')
    expect(await fixBatch(store, { factsMax: 10 })).toBeUndefined()
  })

  test('a batch holds one kind of fact', async () => {
    await append('ticket', 'a')
    await append('screening', 's')
    await append('ticket', 'b')
    expect(await ship(10)).toMatchObject({ fact: 'ticket', body: 'a\nb' })
    expect(await ship(10)).toMatchObject({ fact: 'screening', body: 's' })
  })

  test('many lines are split over rows, and a row larger than a batch still leaves', async () => {
    const lines = Array.from({ length: 12_001 }, (_, index) => `line ${index}`)
    await append('ticket', ...lines)
    const rows = await store.rows('select facts from outbox order by id')
    expect(rows).toEqual([{ facts: 5_000 }, { facts: 5_000 }, { facts: 2_001 }])
    const bodies: string[] = []
    for (let batch = await ship(10); batch; batch = await ship(10)) bodies.push(batch.body)
    expect(bodies.join('\n')).toBe(lines.join('\n'))
  })

  test('two who fix batches at once never fix one fact twice', async () => {
    const all = Array.from({ length: 60 }, (_, index) => `fact ${index}`)
    for (const line of all) await append('ticket', line)
    const bodies: string[] = []
    const worker = async () => {
      for (let batch = await ship(7); batch; batch = await ship(7)) bodies.push(batch.body)
    }
    await Promise.all([worker(), worker(), worker()])
    while (await ship(7).then((batch) => batch && bodies.push(batch.body)));
    expect(bodies.flatMap((body) => body.split('\n')).toSorted()).toEqual(all.toSorted())
  })

  test('what waits is counted until it is shipped, with since when', async () => {
    expect(await pendingFacts(store)).toEqual({ facts: 0 })
    await append('ticket', 'a', 'b', 'c')
    const batch = await fixBatch(store, { factsMax: 10 })
    const pending = await pendingFacts(store)
    expect(pending.facts).toBe(3)
    expect(pending.oldestWrittenAt).toBeInstanceOf(Date)
    await markShipped(store, batch?.number ?? 0n)
    expect(await pendingFacts(store)).toEqual({ facts: 0 })
  })

  test('a batch that is put aside is neither open nor pending, until it is to be sent again', async () => {
    await append('ticket', 'a', 'b')
    const batch = await fixBatch(store, { factsMax: 10 })
    await append('ticket', 'c')
    await markFailed(store, batch?.number ?? 0n, 'no such day')
    expect(await openBatches(store)).toEqual([])
    expect(await pendingFacts(store)).toMatchObject({ facts: 1 })
    const aside = { number: batch?.number, reason: 'no such day' }
    expect(await failedBatches(store)).toMatchObject([aside])
    expect(await retryFailedBatches(store)).toBe(1)
    expect(await failedBatches(store)).toEqual([])
    expect(await openBatches(store)).toEqual([batch])
    expect(await pendingFacts(store)).toMatchObject({ facts: 3 })
    expect(await retryFailedBatches(store)).toBe(0)
  })

  test('shippers are woken by a sale, watchers by what was shipped', async () => {
    const heard: string[] = []
    const sold = await store.listen('outbox', () => heard.push('sold'))
    const shipped = await store.listen('facts', (payload) => heard.push(`shipped ${payload}`))
    await append('ticket', 'a')
    await expect.poll(() => heard).toEqual(['sold'])
    const batch = await ship(10)
    await expect.poll(() => heard).toEqual(['sold', `shipped ${batch?.number}`])
    await markShipped(store, batch?.number ?? 0n)
    await Promise.all([sold.close(), shipped.close()])
    expect(heard).toHaveLength(2)
  })
})
