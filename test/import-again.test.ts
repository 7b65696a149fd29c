import { readdirSync } from 'node:fs'
import { Readable } from 'node:stream'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { importView, resumeImports } from '#collate'
import { LOCAL_OWNER } from '#identity'
import { expectAccepted, silentLog } from '#kernel'
import type { Engined } from '#server'
import { admissionsOf, openTestHouse, ticketsOf, tillFile, tillRows } from '#test'

let house: Engined
beforeAll(async () => {
  house = await openTestHouse()
})
afterAll(() => house.close())

async function begin(cinema: string, text: string) {
  const file = await house.importer.receive(
    LOCAL_OWNER,
    'till.csv',
    Readable.from([Buffer.from(text)]),
  )
  const request = { fileId: file.id, cinema, timezone: 'America/Chicago', currency: 'USD' }
  return expectAccepted(await house.importer.begin(LOCAL_OWNER, request))
}

const run = (id: string) => house.importer.run(LOCAL_OWNER, id, AbortSignal.timeout(60_000))

const admissions = (cinemaId: string | undefined) => admissionsOf(house, cinemaId)

const rowsOf = (seed: string) => tillRows(seed, 3)

test('ids that are counted anew, as after a restore, hide no new rows', async () => {
  const first = await begin('Restored', tillFile(rowsOf('one')))
  await run(first.id)
  // A restore brings PostgreSQL back to before the import; the warehouse has gone on.
  await house.store.write(async (transaction) => {
    await transaction.run('delete from import where id = $1', Number(first.id))
    const id = Number(first.id)
    await transaction.run(`alter table import alter column id restart with ${id}`)
  })
  const second = await begin('Restored', tillFile(rowsOf('two')))
  expect(second.id).toBe(first.id)
  expect(await run(second.id)).toMatchObject({ state: 'done' })
  // The second file is the whole of the same days: what the first said of them is taken back.
  expect(await admissions(second.cinemaId)).toBe(ticketsOf(rowsOf('two')))
})

test('an import that breaks is given up with its reason, and holds up no other', async () => {
  const broken = await begin('Broken', tillFile(rowsOf('broken')))
  // What no code of ours would write: a manifest that the kept file does not give.
  await house.store.write((transaction) =>
    transaction.run(
      `insert into import_batch (import_id, number, first_row, rows, fates, facts, digest)
       values ($1, 1, 0, 2, 'a2', 2, 'other')`,
      Number(broken.id),
    ),
  )
  const other = await begin('Whole', tillFile(rowsOf('whole')))
  const stop = new AbortController()
  const resuming = resumeImports(house.importer, LOCAL_OWNER, {
    log: silentLog,
    signal: stop.signal,
    everyMs: 50,
  })
  const state = async (id: string) => (await importView(house.store, Number(id)))?.state
  await expect.poll(() => state(other.id), { timeout: 20_000 }).toBe('done')
  await expect.poll(() => state(broken.id), { timeout: 20_000 }).toBe('failed')
  stop.abort()
  await resuming
  expect(await importView(house.store, Number(broken.id))).toMatchObject({
    say: expect.stringContaining('batch 1'),
  })
  expect(await admissions(other.cinemaId)).toBe(ticketsOf(rowsOf('whole')))
  const again = await begin('Broken', tillFile(rowsOf('broken')))
  expect(await run(again.id)).toMatchObject({ state: 'done', accepted: rowsOf('broken').length })
})

test('a dry run of a long file counts a row that comes twice as it will be counted', async () => {
  const rows = tillRows('long', 330)
  const file = await house.importer.receive(
    LOCAL_OWNER,
    'long.csv',
    Readable.from([Buffer.from(tillFile([...rows, ...rows.slice(0, 1)]))]),
  )
  expect(rows.length).toBeGreaterThan(5_000)
  const request = { fileId: file.id, cinema: 'Long', timezone: 'America/Chicago', currency: 'USD' }
  const tried = expectAccepted(await house.importer.tryOut(LOCAL_OWNER, request))
  expect(tried).toMatchObject({ accepted: rows.length, duplicate: 1 })
})

test('looking into kept files leaves none of them open', async () => {
  const text = tillFile(tillRows('open', 500))
  const open = () => readdirSync('/proc/self/fd').length
  await begin('Open', text)
  const before = open()
  for (let turn = 0; turn < 20; turn++) await begin('Open', text)
  expect(open()).toBeLessThan(before + 10)
})
