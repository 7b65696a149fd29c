import { afterAll, beforeAll, expect, test } from 'vitest'
import { changeViews, importView, quarantineViews } from '#collate'
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
import { compareAggregates } from '#warehouse'

let house: Engined
beforeAll(async () => {
  house = await openTestHouse()
})
afterAll(() => house.close())

const ROWS = tillRows('whole', 14)
const signal = () => AbortSignal.timeout(60_000)

const give = (cinema: string, text: string | Buffer) => giveTill(house, cinema, text)

const admissions = (cinemaId: string | undefined) => admissionsOf(house, cinemaId)

test('one quantity changed: the row corrects what stood, and the change is seen as one', async () => {
  await give('Changed', tillFile(ROWS))
  const changed = ROWS.map((row, at) => (at === 7 ? { ...row, quantity: row.quantity + 3 } : row))
  const view = await give('Changed', tillFile(changed))
  expect(view).toMatchObject({ accepted: 1, corrected: 1, duplicate: ROWS.length - 1 })
  expect(view).toMatchObject({ withdrawn: 0, admissions: 3 })
  expect(await admissions(view.cinemaId)).toBe(ticketsOf(changed))
  const [change, ...others] = await changeViews(house.store, Number(view.id))
  expect(others).toEqual([])
  expect(change?.line).toBe(9)
  expect(Number(change?.after?.['quantity'])).toBe(Number(change?.before['quantity']) + 3)
})

test('a row removed is taken back, and shown; what lies beyond the file stays', async () => {
  const { cinemaId } = await give('Removed', tillFile(ROWS))
  const week = ROWS.slice(0, 7 * 16)
  const lacks = week.filter((_, at) => at !== 20)
  const view = await give('Removed', tillFile(lacks))
  expect(view).toMatchObject({ accepted: 0, duplicate: lacks.length, withdrawn: 1 })
  expect(await admissions(cinemaId)).toBe(ticketsOf(ROWS) - (ROWS[20]?.quantity ?? 0))
  const [change] = await changeViews(house.store, Number(view.id))
  expect(change?.line).toBeUndefined()
  expect(change?.before['quantity']).toBe(String(ROWS[20]?.quantity))
  // The row comes back: it counts again, and only once.
  expect(await give('Removed', tillFile(ROWS))).toMatchObject({ accepted: 1, withdrawn: 0 })
  expect(await admissions(cinemaId)).toBe(ticketsOf(ROWS))
  expect(await compareAggregates(house.warehouse)).toEqual([])
})

test('two files that overlap by a week come to what all their rows say', async () => {
  const day = 16
  const { cinemaId } = await give('Overlap', tillFile(ROWS.slice(0, 10 * day)))
  const view = await give('Overlap', tillFile(ROWS.slice(3 * day)))
  expect(view).toMatchObject({ duplicate: 7 * day, accepted: 4 * day, withdrawn: 0 })
  expect(await admissions(cinemaId)).toBe(ticketsOf(ROWS))
})

test('a title corrected takes the old title’s sales back', async () => {
  const { cinemaId } = await give('Title', tillFile(ROWS))
  const corrected = ROWS.map((row) =>
    row.title === 'Orbit of Ida' ? { ...row, title: 'The Orbit of Ida' } : row,
  )
  const moved = ROWS.filter(({ title }) => title === 'Orbit of Ida').length
  const view = await give('Title', tillFile(corrected))
  expect(view).toMatchObject({ accepted: moved, withdrawn: moved, admissions: 0 })
  expect(await admissions(cinemaId)).toBe(ticketsOf(ROWS))
})

test('what seems missing waits for the quarantine, whose row is mended and counts', async () => {
  const { cinemaId } = await give('Mended', tillFile(ROWS))
  const lines = ROWS.map((row, at) => {
    const line = tillLine(row)
    return at === 5 ? line.replace('2018', '0218') : line
  })
  const broken = await give('Mended', [TILL_HEADER, ...lines].join('\n'))
  expect(broken).toMatchObject({ quarantined: 1, withdrawn: 0, withdrawalDue: true })
  expect(await admissions(cinemaId)).toBe(ticketsOf(ROWS))
  const [row] = await quarantineViews(house.store, Number(broken.id))
  expect(row).toMatchObject({ line: 7, reason: 'year_absurd', state: 'waiting' })
  const { mend } = house.importer.quarantine
  const still = await mend(Number(broken.id), { line: 7, cells: row?.cells ?? [] }, signal())
  expect(still).toMatchObject({ ok: false, refusal: 'row_unreadable' })
  const cells = (row?.cells ?? []).map((cell) => cell.replace('0218', '2018'))
  expectAccepted(await mend(Number(broken.id), { line: 7, cells }, signal()))
  const view = await importView(house.store, Number(broken.id))
  expect(view).toMatchObject({ quarantined: 0, duplicate: ROWS.length, withdrawn: 0 })
  expect(view).toMatchObject({ withdrawalDue: false, read: ROWS.length })
  expect(await admissions(cinemaId)).toBe(ticketsOf(ROWS))
  const again = await mend(Number(broken.id), { line: 7, cells }, signal())
  expect(again).toMatchObject({ ok: false, refusal: 'row_settled' })
})

test('a row set aside counts no more: what it was is then taken back', async () => {
  const { cinemaId } = await give('Aside', tillFile(ROWS))
  const lines = ROWS.map((row, at) => (at === 5 ? 'x,A film' : tillLine(row)))
  const broken = await give('Aside', [TILL_HEADER, ...lines].join('\n'))
  expectAccepted(await house.importer.quarantine.setAside(Number(broken.id), 7, signal()))
  const view = await importView(house.store, Number(broken.id))
  expect(view).toMatchObject({ quarantined: 1, withdrawn: 1, withdrawalDue: false })
  expect(await admissions(cinemaId)).toBe(ticketsOf(ROWS) - (ROWS[5]?.quantity ?? 0))
})

test('a rule mends all rows of a kind, and those of the next file by itself', async () => {
  const spoilt = (rows: readonly TillRow[]) =>
    [TILL_HEADER, ...rows.map((row) => tillLine(row).replace('Jun', 'Juin'))].join('\n')
  const first = await give('Rules', spoilt(ROWS.slice(0, 32)))
  expect(first).toMatchObject({ accepted: 0, quarantined: 32 })
  const rule = { column: 'EventDate', find: 'Juin', whole: false, replaceWith: 'Jun' }
  const { mendByRule } = house.importer.quarantine
  const done = expectAccepted(await mendByRule(Number(first.id), rule, signal()))
  expect(done).toEqual({ settled: 32, left: [] })
  const settled = await importView(house.store, Number(first.id))
  expect(settled).toMatchObject({ accepted: 32, quarantined: 0 })
  expect(settled?.admissions).toBe(ticketsOf(ROWS.slice(0, 32)))
  expect(await give('Rules', spoilt(ROWS.slice(32, 64)))).toMatchObject({ accepted: 32 })
  const unknown = await mendByRule(Number(first.id), { ...rule, column: 'Nothing' }, signal())
  expect(unknown).toMatchObject({ ok: false, refusal: 'column_unknown' })
})

test('an import undone leaves everything as it was, what it took back too', async () => {
  const { cinemaId } = await give('Undone', tillFile(ROWS))
  const changed = ROWS.filter((_, at) => at !== 20).map((row, at) =>
    at === 7 ? { ...row, quantity: row.quantity + 3 } : row,
  )
  const lines = changed.map((row, at) => (at === 30 ? 'x,A film' : tillLine(row)))
  const wrong = await give('Undone', [TILL_HEADER, ...lines].join('\n'))
  const { mend } = house.importer.quarantine
  const [row] = await quarantineViews(house.store, Number(wrong.id))
  const cells = tillLine({ ...(changed[30] as TillRow), quantity: 500 }).split(',')
  expect(cells).toHaveLength(9)
  const whole = [
    ...cells.slice(0, 3),
    cells.slice(3, 5).join(',').replaceAll('"', ''),
    ...cells.slice(5),
  ]
  expectAccepted(await mend(Number(wrong.id), { line: row?.line ?? 0, cells: whole }, signal()))
  expect(await importView(house.store, Number(wrong.id))).toMatchObject({
    withdrawn: 1,
    corrected: 2,
  })
  const first = await house.importer.undo(LOCAL_OWNER, '1')
  expect(first).toMatchObject({ ok: false })
  expectAccepted(await house.importer.undo(LOCAL_OWNER, wrong.id))
  const undone = await house.importer.run(LOCAL_OWNER, wrong.id, signal())
  expect(undone).toMatchObject({ state: 'undone', admissions: 0 })
  expect(await admissions(cinemaId)).toBe(ticketsOf(ROWS))
  expect(await give('Undone', tillFile(ROWS))).toMatchObject({
    accepted: 0,
    duplicate: ROWS.length,
  })
  expect(await compareAggregates(house.warehouse)).toEqual([])
})

test('of a file that broke off nothing is taken back, though its last row is set aside', async () => {
  const { cinemaId } = await give('Broken off', tillFile(ROWS))
  const lines = ROWS.filter((_, at) => at !== 20).map(tillLine)
  const broken = await give(
    'Broken off',
    [TILL_HEADER, ...lines.slice(0, -1), 'x,A film'].join('\n'),
  )
  expect(broken).toMatchObject({ quarantined: 1, withdrawalDue: true })
  // As the reader of a packed file says it when what follows is gone.
  await house.store.write((transaction) =>
    transaction.run(
      "update quarantine set reason = 'file_broken' where import_id = $1",
      Number(broken.id),
    ),
  )
  const line = ROWS.length
  expectAccepted(await house.importer.quarantine.setAside(Number(broken.id), line, signal()))
  const view = await importView(house.store, Number(broken.id))
  expect(view).toMatchObject({ withdrawn: 0, withdrawalDue: false })
  expect(await admissions(cinemaId)).toBe(ticketsOf(ROWS))
})

test('of a long file the rows that were new are undone, wherever in it they stand', async () => {
  const long = tillRows('long', 1_260)
  const { cinemaId } = await give('Long', tillFile(long))
  const more = tillRows('more', 5).map((row) => ({
    ...row,
    date: row.date.replace('2018', '2030'),
  }))
  // One batch of what is known, then a short one with what is not.
  const grown = await give('Long', tillFile([...long, ...more]))
  expect(grown).toMatchObject({ duplicate: long.length, accepted: more.length })
  expectAccepted(await house.importer.undo(LOCAL_OWNER, grown.id))
  const undone = await house.importer.run(LOCAL_OWNER, grown.id, signal())
  expect(undone).toMatchObject({ state: 'undone', admissions: 0 })
  expect(await admissions(cinemaId)).toBe(ticketsOf(long))
})
