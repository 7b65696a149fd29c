import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ImportRequest } from '#collate'
import {
  lookOnce,
  OWN_ORGANISATION,
  readingsAlike,
  readMappingText,
  saveMapping,
  watchedViews,
} from '#collate'
import { LOCAL_OWNER } from '#identity'
import { expectAccepted, silentLog } from '#kernel'
import { readParameters } from '#metrics'
import type { Engined } from '#server'
import { openTestHouse, tillFile, tillRows } from '#test'
import { addOrganisation } from '#venues'
import { zipOf } from '../src/base/files/testing.ts'

let house: Engined
beforeAll(async () => {
  house = await openTestHouse()
})
afterAll(() => house.close())

const ROWS = tillRows('several', 6)
const DAY = 16
const signal = () => AbortSignal.timeout(60_000)

async function receive(name: string, bytes: Uint8Array) {
  return house.importer.receive(LOCAL_OWNER, name, Readable.from([Buffer.from(bytes)]))
}

const begin = async (request: ImportRequest) =>
  expectAccepted(await house.importer.begin(LOCAL_OWNER, request))

const threeDays = (first = 0) =>
  zipOf([
    { name: 'a.csv', content: tillFile(ROWS.slice(first * DAY, (first + 1) * DAY)) },
    { name: 'b.csv', content: tillFile(ROWS.slice((first + 1) * DAY, (first + 2) * DAY)) },
    { name: 'c.csv', content: tillFile(ROWS.slice((first + 2) * DAY, (first + 3) * DAY)) },
    { name: 'notes.csv', content: 'what,who\nclosed on Monday,Ann\n' },
  ])

test('every table of a file that is of its kind is found, and the others are named', async () => {
  const file = await receive('days.zip', threeDays())
  const { alike, others } = await readingsAlike(house.importer, LOCAL_OWNER, file)
  expect(alike.map(({ member }) => member).toSorted()).toEqual(['a.csv', 'b.csv', 'c.csv'])
  expect(others).toEqual(['notes.csv'])
})

test('two tables of one file are two imports, though the first is still being read', async () => {
  const file = await receive('days.zip', threeDays())
  const place = { cinema: 'Two at once', timezone: 'America/Chicago', currency: 'USD' }
  const request = { fileId: file.id, ...place }
  const first = await begin({ ...request, reading: { member: 'a.csv' } })
  const second = await begin({ ...request, reading: { member: 'b.csv' } })
  expect(second.id).not.toBe(first.id)
  // The same table again is the import that goes on.
  expect((await begin({ ...request, reading: { member: 'a.csv' } })).id).toBe(first.id)
  const done = await house.importer.run(LOCAL_OWNER, second.id, signal())
  expect(done).toMatchObject({ accepted: DAY, duplicate: 0, reading: { member: 'b.csv' } })
})

// As it was saved of January's file.
const MAPPING = `
name: Monthly figures
table: box_office
currency: GBP
rows: [film, day]
scope: part
reading: { compression: zip, member: january.csv, format: csv, headerLine: 3 }
columns:
  Film: film
  Date: day
  Takings: { field: gross, decimal: "." }
constants: { period: day, territory: GB }
`

test('a mapping reads the next file, whose table has another name or begins elsewhere', async () => {
  await house.store.write(async (transaction) => {
    const own = await addOrganisation(transaction, { name: OWN_ORGANISATION, sample: false })
    return saveMapping(transaction, own, expectAccepted(readMappingText(MAPPING)))
  })
  const table = 'Film,Date,Takings\nZama,2019-02-01,52.50\nZama,2019-02-02,63.00\n'
  const report = `Weekly report\nThe Ritz\n${table}`
  const notes = { name: 'readme.csv', content: 'what,who\nclosed,Ann\n' }
  for (const [name, content] of [
    ['february.csv', report],
    ['march.csv', table.replaceAll('-02-', '-03-')],
  ] as const) {
    const file = await receive('figures.zip', zipOf([{ name, content }, notes]))
    expect(file.mapping).toMatchObject({ name: 'Monthly figures' })
    const { id } = await begin({ fileId: file.id, mappingId: file.mapping?.id })
    const done = await house.importer.run(LOCAL_OWNER, id, signal())
    expect(done).toMatchObject({ state: 'done', accepted: 2, quarantined: 0 })
    expect(done.totals).toContainEqual({ measure: 'gross', value: '11550', currency: 'GBP' })
  }
})

test('of several tables none takes back what another says, though their days are the same', async () => {
  const place = { cinema: 'Two screens', timezone: 'America/Chicago', currency: 'USD' }
  const [one, two] = [ROWS.filter((_, at) => at % 2 === 0), ROWS.filter((_, at) => at % 2 === 1)]
  const tables = [one, two].map((rows, at) => ({ name: `${at}.csv`, content: tillFile(rows) }))
  const file = await receive('screens.zip', zipOf(tables))
  for (const reading of (await readingsAlike(house.importer, LOCAL_OWNER, file)).alike) {
    const { id } = await begin({ fileId: file.id, ...place, reading, isPart: true })
    const done = await house.importer.run(LOCAL_OWNER, id, signal())
    expect(done).toMatchObject({ accepted: ROWS.length / 2, withdrawn: 0 })
  }
})

test('of a watched file every table of its kind is taken in; one that breaks holds up none', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'fullhouse-several-'))
  const place = { cinema: 'Watched', timezone: 'America/Chicago', currency: 'USD' }
  const known = await receive('first.csv', Buffer.from(tillFile(ROWS.slice(0, DAY))))
  const { id, cinemaId } = await begin({ fileId: known.id, ...place })
  await house.importer.run(LOCAL_OWNER, id, signal())
  await mkdir(join(folder, 'Watched'))
  await writeFile(join(folder, 'Watched', 'a-broken.csv'), 'x')
  await writeFile(join(folder, 'Watched', 'days.zip'), threeDays(2))
  const { store, importer } = house
  const receiving: typeof importer.receive = (asker, name, input) => {
    if (name !== 'a-broken.csv') return importer.receive(asker, name, input)
    throw new Error('The disk cannot read it')
  }
  const look = () =>
    lookOnce({
      store,
      importer: { ...importer, receive: receiving },
      asker: LOCAL_OWNER,
      folder,
      log: silentLog,
      signal: signal(),
      everyMs: 10,
    })
  await look()
  await look()
  const [days, broken] = await Promise.all(
    ['days.zip', 'a-broken.csv'].map(async (name) =>
      (await watchedViews(store)).find(({ path }) => path === join('Watched', name)),
    ),
  )
  expect(days).toMatchObject({ state: 'imported', say: expect.stringContaining('notes.csv') })
  expect(broken).toMatchObject({ state: 'arriving' })
  const words = { metrics: 'admissions', where: [`cinema=${cinemaId ?? 0}`] }
  const question = expectAccepted(readParameters(words))
  const { rows } = expectAccepted(await house.answers.ask(LOCAL_OWNER, question))
  const counted = [...ROWS.slice(0, DAY), ...ROWS.slice(2 * DAY, 5 * DAY)]
  expect(rows[0]?.['admissions']).toBe(counted.reduce((sum, { quantity }) => sum + quantity, 0))
  await rm(folder, { recursive: true, force: true })
})
