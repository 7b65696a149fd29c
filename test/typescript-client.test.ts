import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Served } from '#server'
import { giveTill, serveTestHouse, ticketsOf, tillFile, tillRows } from '#test'

const run = promisify(execFile)
const ROWS = tillRows('client', 10)
const TSC = fileURLToPath(new URL('../node_modules/typescript/bin/tsc', import.meta.url))
const OWN = fileURLToPath(new URL('../clients/typescript/fullhouse.ts', import.meta.url))

let served: Served
let folder: string
beforeAll(async () => {
  served = await serveTestHouse()
  await giveTill(served.house, 'The Client', tillFile(ROWS))
  folder = await mkdtemp(join(tmpdir(), 'fullhouse-client-'))
  const source = await fetch(`${served.url}/v1/client.ts`)
  expect(source.headers.get('content-type')).toBe('text/typescript; charset=utf-8')
  await writeFile(join(folder, 'fullhouse.ts'), await source.text())
  await writeFile(join(folder, 'usage.ts'), USAGE)
}, 120_000)
afterAll(async () => {
  await served.close()
  await rm(folder, { recursive: true, force: true })
})

/** Somebody else's program: what it gets is typed by what it asks, and what cannot be does not compile. */
const USAGE = `import { fullhouse, FullhouseError } from './fullhouse.ts'

export async function use(url: string) {
  const client = fullhouse(url)
  const answer = await client.ask({
    metrics: ['gross', 'admissions'],
    by: ['film', 'channel'],
    compare: ['year'],
    from: '2018-06-01',
    to: '2018-06-30',
  })
  const admissions: number = answer.rows.reduce((sum, row) => sum + (row.admissions ?? 0), 0)
  const minor: string | undefined = answer.rows[0]?.gross?.minor
  const id: string | undefined = answer.rows[0]?.filmId
  const before: number | null | undefined = answer.rows[0]?.compared.year?.admissions
  // @ts-expect-error: nobody asked for it
  answer.rows[0]?.occupancy
  // @ts-expect-error: an amount is no number
  const wrong: number | null | undefined = answer.rows[0]?.gross
  // @ts-expect-error: there is no such metric
  const never = () => client.ask({ metrics: ['takings'] })
  const csv = await (await client.file({ metrics: ['admissions'] }, 'csv')).text()
  const house = await client.call('house')
  const none = await client.call('importById', { ids: { id: '4711' } }).catch((fault) => fault)
  // @ts-expect-error: which one?
  const incomplete = () => client.call('importById')
  const refusal = none instanceof FullhouseError ? none.problem?.refusal : undefined
  const stop = new AbortController()
  let live: number | undefined
  for await (const { event, data } of client.watch([{ metrics: ['admissions'] }], stop)) {
    if (event !== 'answer') continue
    live = Number(data.answer.rows[0]?.['admissions'])
    stop.abort()
  }
  const said = { minor, id, before, csv, refusal, live, cinemas: house.cinemas.length }
  return { admissions, ...said, unused: [wrong, never, incomplete].length }
}
`

test('it compiles in the strictest way, for Node and for browsers, without types of anybody', async () => {
  const strict = ['--strict', '--noUncheckedIndexedAccess', '--exactOptionalPropertyTypes']
  const how = ['--module', 'esnext', '--moduleResolution', 'bundler', '--target', 'es2022']
  const what = ['--lib', 'es2022,dom,dom.iterable', '--types', '', '--allowImportingTsExtensions']
  const words = ['--ignoreConfig', '--noEmit', ...strict, ...how, ...what, join(folder, 'usage.ts')]
  const { stdout } = await run(process.execPath, [TSC, ...words]).catch((fault) => fault)
  expect(stdout).toBe('')
}, 120_000)

test('it asks a running server as it is, without being built', async () => {
  const { use } = await import(pathToFileURL(join(folder, 'usage.ts')).href)
  expect(await use(served.url)).toMatchObject({
    admissions: ticketsOf(ROWS),
    minor: expect.stringMatching(/^\d+$/),
    id: expect.stringMatching(/^\d+$/),
    before: 0,
    csv: `admissions\r\n${ticketsOf(ROWS)}\r\n`,
    refusal: 'import_unknown',
    live: ticketsOf(ROWS),
    cinemas: 1,
  })
})

test('what the server gives is the file of the repository', async () => {
  expect(await readFile(join(folder, 'fullhouse.ts'), 'utf8')).toBe(await readFile(OWN, 'utf8'))
})
