import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ImportView } from '#collate'
import {
  importNotes,
  importViews,
  lookOnce,
  OWN_ORGANISATION,
  readMappingText,
  saveMapping,
  watchedViews,
} from '#collate'
import { LOCAL_OWNER } from '#identity'
import { expectAccepted, silentLog } from '#kernel'
import type { Served } from '#server'
import { serveTestHouse, tillFile, tillRows } from '#test'
import { addOrganisation } from '#venues'

let server: Served
let folder: string
beforeAll(async () => {
  server = await serveTestHouse()
  folder = await mkdtemp(join(tmpdir(), 'fullhouse-watch-'))
  const mapping = expectAccepted(readMappingText(MAPPING))
  await server.house.store.write(async (transaction) => {
    const own = await addOrganisation(transaction, { name: OWN_ORGANISATION, sample: false })
    return saveMapping(transaction, own, mapping)
  })
})
afterAll(async () => {
  await server.close()
  await rm(folder, { recursive: true, force: true })
})

const MAPPING = `
name: Day figures
table: box_office
currency: CNY
rows: [film, day]
scope: part
columns:
  film: film
  date: { field: day, dates: ymd }
  gross: { field: gross, decimal: ".", unit: one }
  people: admissions
ignore: [cashier]
constants:
  territory: CN
`

const ROW = { film: '长津湖', date: '2021-10-01', gross: 411_000.5, people: 9_000 }

let sent = 0
async function send(rows: readonly object[], contract = '') {
  const lines = rows.map((row) => JSON.stringify(row)).join('\n')
  const query = contract && `?contract=${contract}`
  const headers = {
    'idempotency-key': `feed-${sent++}`,
    'content-type': 'application/octet-stream',
  }
  const url = new URL(`/v1/feeds/Day%20figures/rows${query}`, server.url)
  const response = await fetch(url, { method: 'POST', headers, body: lines })
  const body: Partial<ImportView> = JSON.parse(await response.text())
  return { status: response.status, body }
}

test('rows sent by HTTP become facts once, however often they are sent', async () => {
  const first = await send([ROW, { ...ROW, date: '2021-10-02' }])
  expect(first).toMatchObject({ status: 200, body: { state: 'done', accepted: 2 } })
  expect(first.body.gross).toEqual({ minor: '82200100', currency: 'CNY' })
  const again = await send([
    { ...ROW, date: '2021-10-02' },
    { ...ROW, gross: 500_000 },
  ])
  expect(again.body).toMatchObject({ accepted: 1, corrected: 1, duplicate: 1 })
})

test('rows may be sent as what they are: an array of JSON, said to be JSON', async () => {
  const rows = [{ ...ROW, date: '2021-09-30' }]
  const response = await fetch(new URL('/v1/feeds/Day%20figures/rows', server.url), {
    method: 'POST',
    headers: { 'idempotency-key': 'as-json', 'content-type': 'application/json' },
    body: JSON.stringify(rows),
  })
  expect(response.status).toBe(200)
  expect(await response.json()).toMatchObject({ state: 'done', accepted: 1 })
})

test('no rows are no news, and what is no JSON is nothing', async () => {
  const { store } = server.house
  const post = async (body: string) => {
    const response = await fetch(new URL('/v1/feeds/Day%20figures/rows', server.url), {
      method: 'POST',
      headers: { 'idempotency-key': `raw-${sent++}`, 'content-type': 'application/json' },
      body,
    })
    return { status: response.status, body: JSON.parse(await response.text()) }
  }
  expect(await post('[]')).toMatchObject({
    status: 200,
    body: { state: 'done', read: 0, accepted: 0, quarantined: 0, withdrawn: 0 },
  })
  const before = await importViews(store, 100)
  for (const body of ['hello', 'film,date\nx,2021-10-01\n', '[{"film": ', '']) {
    const { status, body: said } = await post(body)
    expect([body, status, said.refusal]).toEqual([body, 422, 'file_unreadable'])
    expect(said.detail).toMatch(/\.$/)
  }
  expect(await importViews(store, 100)).toHaveLength(before.length)
})

test('a contract says what becomes of what the mapping does not know', async () => {
  const strange = { ...ROW, date: '2021-10-03', weather: 'rain' }
  const bad = { ...ROW, date: '2021-10-04', people: 'many' }
  const frozen = await send([strange], 'freeze')
  expect(frozen).toMatchObject({ status: 422, body: { refusal: 'contract_broken' } })
  expect(frozen.body).toMatchObject({
    detail: expect.stringContaining('1 row breaks the contract'),
  })
  // What the mapping ignores is known.
  const known = { ...ROW, date: '2021-10-06', cashier: 'K. Daly' }
  expect((await send([known], 'freeze')).body).toMatchObject({ accepted: 1 })
  expect((await send([known], 'discard_row')).body).toMatchObject({ duplicate: 1, quarantined: 0 })
  expect((await send([strange, bad], 'discard_row')).body).toMatchObject({ quarantined: 2 })
  const left = await send([strange, bad], 'discard_value')
  expect(left.body).toMatchObject({ accepted: 2, quarantined: 0 })
  const notes = await importNotes(server.house.store, Number(left.body.id))
  expect(notes.map(({ line }) => line)).toHaveLength(2)
  expect((await send([{ ...strange, date: '2021-10-05' }], 'evolve')).body).toMatchObject({
    accepted: 1,
  })
  const unknown = await fetch(new URL('/v1/feeds/nobody/rows', server.url), {
    method: 'POST',
    headers: { 'idempotency-key': 'nobody', 'content-type': 'application/octet-stream' },
    body: '{}',
  })
  expect(unknown.status).toBe(404)
})

test('a file put into the watched folder is taken in by itself, or asks', async () => {
  const { store, importer } = server.house
  const stop = new AbortController()
  const watching = {
    store,
    importer,
    asker: LOCAL_OWNER,
    folder,
    log: silentLog,
    signal: stop.signal,
  }
  const look = () => lookOnce({ ...watching, everyMs: 10 })
  const state = async (path: string) =>
    (await watchedViews(store)).find((view) => view.path === path)
  const rows = tillRows('watched', 3)
  await mkdir(join(folder, 'Gate Cinema'))
  const path = join('Gate Cinema', 'till.csv')
  await writeFile(join(folder, path), tillFile(rows.slice(0, 16)))
  await writeFile(join(folder, 'unknown.csv'), 'a,b\n1,2\n')
  await writeFile(join(folder, 'empty.csv'), '')
  await writeFile(join(folder, '.hidden'), 'x')
  await look()
  expect(await state(path)).toMatchObject({ state: 'arriving' })
  await writeFile(join(folder, path), tillFile(rows))
  await look()
  // It changed between two looks: somebody is still writing it.
  expect(await state(path)).toMatchObject({ state: 'arriving' })
  await look()
  // A cinema that nobody knows: its zone and currency are asked.
  expect(await state(path)).toMatchObject({ state: 'asks', say: expect.stringContaining('zone') })
  expect(await state('unknown.csv')).toMatchObject({ state: 'asks' })
  expect(await state('empty.csv')).toMatchObject({ state: 'failed' })
  expect(await state('.hidden')).toBeUndefined()
  const { fileId = '' } = (await state(path)) ?? {}
  const request = { fileId, cinema: 'Gate Cinema', timezone: 'Europe/Dublin', currency: 'EUR' }
  const begun = expectAccepted(await importer.begin(LOCAL_OWNER, request))
  await importer.run(LOCAL_OWNER, begun.id, stop.signal)
  expect(await state(path)).toMatchObject({ state: 'imported', importId: begun.id })
  // The next file of a cinema that is known needs nobody.
  await writeFile(join(folder, 'Gate Cinema', 'next.csv'), tillFile(tillRows('watched', 4)))
  await look()
  await look()
  expect(await state(join('Gate Cinema', 'next.csv'))).toMatchObject({ state: 'imported' })
})
