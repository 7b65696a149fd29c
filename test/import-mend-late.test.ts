import { Readable } from 'node:stream'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { importView } from '#collate'
import { LOCAL_OWNER } from '#identity'
import { expectAccepted } from '#kernel'
import type { Engined } from '#server'
import type { TillRow } from '#test'
import {
  admissionsOf,
  giveTill,
  openTestHouse,
  TILL_HEADER,
  ticketsOf,
  tillFile,
  tillLine,
  tillRows,
} from '#test'
import { finishImport } from '../src/figures/collate/import-store.ts'

let house: Engined
beforeAll(async () => {
  house = await openTestHouse()
})
afterAll(() => house.close())

const ROWS = tillRows('late', 10)
const signal = () => AbortSignal.timeout(60_000)

const give = (cinema: string, text: string | Buffer) => giveTill(house, cinema, text)

const admissions = (cinemaId: string | undefined) => admissionsOf(house, cinemaId)

/** The rows as a file whose fifth line has a year that nobody can mean. */
function spoilt(rows: readonly TillRow[]): string {
  const lines = rows.map((row, at) => tillLine(row).replace('2018', at === 3 ? '0218' : '2018'))
  return [TILL_HEADER, ...lines].join('\n')
}

const mended = (row: TillRow | undefined) => {
  if (!row) throw new Error('no such row')
  return {
    line: 5,
    cells:
      tillLine(row)
        .match(/"[^"]*"|[^,]+/g)
        ?.map(bare) ?? [],
  }
}
const bare = (cell: string) => cell.replaceAll('"', '')

test('a row of an import that was undone counts no more, whoever mends it', async () => {
  const { cinemaId, id } = await give('Undone', spoilt(ROWS))
  expectAccepted(await house.importer.undo(LOCAL_OWNER, id))
  await house.importer.run(LOCAL_OWNER, id, signal())
  const done = await house.importer.quarantine.mend(Number(id), mended(ROWS[3]), signal())
  expect(done).toMatchObject({ ok: false, refusal: 'import_undone' })
  const retried = await house.importer.quarantine.retry(Number(id), signal())
  expect(retried).toMatchObject({ ok: false, refusal: 'import_undone' })
  expect((await importView(house.store, Number(id)))?.state).toBe('undone')
  expect(await admissions(cinemaId)).toBe(0)
})

test('a row mended late takes nothing back that a later file said', async () => {
  const extra = ROWS[40]
  const without = ROWS.filter((row) => row !== extra)
  await give('Late', tillFile(without))
  const waiting = await give('Late', spoilt(without))
  const { cinemaId } = await give('Late', tillFile(ROWS))
  expect(await admissions(cinemaId)).toBe(ticketsOf(ROWS))
  const { mend } = house.importer.quarantine
  expectAccepted(await mend(Number(waiting.id), mended(without[3]), signal()))
  expect(await admissions(cinemaId)).toBe(ticketsOf(ROWS))
})

test('a file is not undone under rows of an earlier one that were mended on top of it', async () => {
  const first = await give('Under', spoilt(ROWS))
  const second = await give('Under', tillFile(ROWS))
  const { mend } = house.importer.quarantine
  const [row] = ROWS.slice(3)
  const other = mended(row && { ...row, quantity: row.quantity + 2 })
  expectAccepted(await mend(Number(first.id), other, signal()))
  // The later file's word stands.
  expect(await admissions(second.cinemaId)).toBe(ticketsOf(ROWS))
  const refused = await house.importer.undo(LOCAL_OWNER, second.id)
  expect(refused).toMatchObject({ ok: false, refusal: 'import_built_on' })
  expect(await admissions(second.cinemaId)).toBe(ticketsOf(ROWS))
})

test('what an import said that could not be read to its end takes nothing back', async () => {
  await give('Failed', tillFile(ROWS))
  const { id, cinemaId } = await give('Failed', spoilt(ROWS.filter((_, at) => at !== 40)))
  const say = 'Reading ended.'
  await house.store.write((transaction) => finishImport(transaction, Number(id), 'failed', say))
  expectAccepted(await house.importer.quarantine.setAside(Number(id), 5, signal()))
  expect(await importView(house.store, Number(id))).toMatchObject({ withdrawn: 0 })
  expect(await admissions(cinemaId)).toBe(ticketsOf(ROWS))
})

test('what a later file still lacks is taken back when both are settled', async () => {
  await give('Both', tillFile(ROWS))
  const first = await give('Both', spoilt(ROWS.filter((_, at) => at !== 40 && at !== 50)))
  const second = await give('Both', spoilt(ROWS.filter((_, at) => at !== 40)))
  const { mend } = house.importer.quarantine
  expectAccepted(await mend(Number(second.id), mended(ROWS[3]), signal()))
  expectAccepted(await mend(Number(first.id), mended(ROWS[3]), signal()))
  const views = [first.id, second.id].map((id) => importView(house.store, Number(id)))
  expect(await Promise.all(views)).toMatchObject([{ withdrawn: 0 }, { withdrawn: 1 }])
  expect(await admissions(second.cinemaId)).toBe(ticketsOf(ROWS.filter((_, at) => at !== 40)))
  const left = await house.warehouse.query('select count() as seen from import_seen')
  expect(left).toEqual([{ seen: '0' }])
})

test('a row mended late puts nothing in the place of what a later file says', async () => {
  const { cinemaId, id } = await give('Older', spoilt(ROWS))
  const later = ROWS.map((row, at) => (at === 3 ? { ...row, quantity: row.quantity + 4 } : row))
  expect(await give('Older', tillFile(later))).toMatchObject({ accepted: 1 })
  expectAccepted(await house.importer.quarantine.mend(Number(id), mended(ROWS[3]), signal()))
  expect(await importView(house.store, Number(id))).toMatchObject({ duplicate: 1, corrected: 0 })
  expect(await admissions(cinemaId)).toBe(ticketsOf(later))
})

test('a trial says what a whole file would take back, and takes nothing back', async () => {
  const { cinemaId } = await give('Tried', tillFile(ROWS))
  const bytes = Readable.from([Buffer.from(tillFile(ROWS.filter((_, at) => at % 40 !== 7)))])
  const file = await house.importer.receive(LOCAL_OWNER, 'till.csv', bytes)
  const tried = await house.importer.tryOut(LOCAL_OWNER, { fileId: file.id, cinema: 'Tried' })
  const lacks = ROWS.filter((_, at) => at % 40 === 7).length
  expect(tried).toMatchObject({ ok: true, value: { accepted: 0, missing: lacks } })
  expect(await admissions(cinemaId)).toBe(ticketsOf(ROWS))
})
