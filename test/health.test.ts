import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { runCommandLine } from '#cli'
import { readEnvironment } from '#config'
import { LOCAL_OWNER } from '#identity'
import { expectAccepted, systemClock } from '#kernel'
import type { Served } from '#server'
import { serve } from '#server'
import { tillFile, tillRows } from '#test'
import { addCinema, heardFrom } from '#venues'

let folder: string
let served: Served
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fullhouse-health-'))
  const config = { port: 0, host: '127.0.0.1', dataFolder: folder, sample: false, checkSeconds: 1 }
  served = await serve(config, systemClock, () => undefined)
}, 60_000)
afterAll(async () => {
  await served?.close()
  await rm(folder, { recursive: true, force: true })
})

type Answer = Readonly<Record<string, unknown>>
type Found = { readonly id: string; readonly check: string; readonly state: string }

async function get(path: string): Promise<Answer> {
  // A test's own request: what it reads of the answer is named where it is read.
  return (await (await fetch(`${served.url}/v1${path}`)).json()) as Answer
}

async function post(path: string, body: unknown) {
  const response = await fetch(`${served.url}/v1${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() },
    body: JSON.stringify(body),
  })
  return { status: response.status, body: (await response.json()) as Answer }
}

async function found(state = 'open'): Promise<readonly Found[]> {
  return (await get(`/findings?state=${state}`))['findings'] as Found[]
}

async function command(...words: readonly string[]) {
  const lines: string[] = []
  const notes: string[] = []
  const output = {
    out: (line: string) => lines.push(line),
    note: (line: string) => notes.push(line),
    progress: () => undefined,
  }
  const signal = new AbortController().signal
  const line = { words: [...words, '--data', folder], environment: readEnvironment() }
  const exit = await runCommandLine({ ...line, output, signal })
  return { exit, out: lines.join('\n'), notes: notes.join('\n') }
}

/** A month of sales with a week left out of it. */
async function give(): Promise<void> {
  const rows = tillRows('health', 90).filter(({ date }) => !/Jul (9|10|11), /.test(date))
  const text = Readable.from([Buffer.from(tillFile(rows))])
  const { importer } = served.house
  const file = await importer.receive(LOCAL_OWNER, 'till.csv', text)
  const place = { cinema: 'Lantern', timezone: 'America/Chicago', currency: 'USD' }
  const begun = expectAccepted(await importer.begin(LOCAL_OWNER, { fileId: file.id, ...place }))
  await importer.run(LOCAL_OWNER, begun.id, AbortSignal.timeout(60_000))
  await importer.idle()
}

test('an import’s findings are there when it ends; one is accepted, and opened again', async () => {
  await give()
  const [gap] = (await found()).filter(({ check }) => check === 'site_gap')
  expect(gap).toMatchObject({ severity: 'warning', firstDay: '2018-07-09', lastDay: '2018-07-11' })
  expect((await get('/health'))['findings']).toMatchObject({ warning: 1, error: 0 })
  const note = { state: 'accepted', note: '  Closed for painting ' }
  const accepted = await post(`/findings/${gap?.id}`, note)
  expect(accepted).toMatchObject({ status: 200, body: { note: 'Closed for painting' } })
  expect((await found()).filter(({ check }) => check === 'site_gap')).toEqual([])
  expect((await get('/health'))['findings']).toMatchObject({ warning: 0, accepted: 1 })
  expect(await found('accepted')).toMatchObject([{ id: gap?.id, note: 'Closed for painting' }])
  await post(`/findings/${gap?.id}`, { state: 'open' })
  expect(await found()).toMatchObject([{ id: gap?.id, note: 'Closed for painting' }])
  const unknown = await post('/findings/999999', { state: 'open' })
  expect(unknown).toMatchObject({ status: 404, body: { refusal: 'finding_unknown' } })
})

test('a run that is asked for can be followed to its end', async () => {
  const begun = await post('/checks/run', {})
  expect(begun.status).toBe(202)
  const run = async () => (await get('/health'))['lastRun'] as Answer
  const of = begun.body['id']
  await expect
    .poll(async () => Number((await run())['id']) >= Number(of), { timeout: 20_000 })
    .toBe(true)
  expect(Number((await run())['checks'])).toBe(Number((await run())['checksDone']))
})

test('the keeper finds by itself that a live cinema has fallen silent', async () => {
  const { store } = served.house
  const zone = Temporal.Now.zonedDateTimeISO('UTC').hour
  // A zone in which it is about eight in the evening now.
  const ahead = ((20 - zone + 12 + 24) % 24) - 12
  const timezone = ahead >= 0 ? `Etc/GMT-${ahead}` : `Etc/GMT+${-ahead}`
  await store.write(async (transaction) => {
    const owner = await transaction.row<{ id: number }>('select min(id) as id from organisation')
    const cinema = await addCinema(transaction, {
      organisationId: owner?.id ?? 0,
      name: 'Quayside',
      timezone,
      currency: 'EUR',
      dayStartsAt: 6,
      live: true,
    })
    await heardFrom(transaction, [cinema], new Date(Date.now() - 40 * 60_000))
  })
  const late = async () => (await found()).filter(({ check }) => check === 'feed_late').length
  await expect.poll(late, { timeout: 20_000 }).toBe(1)
  const sites = (await get('/health'))['sites'] as Answer
  expect(sites).toMatchObject({ live: 1, fresh: 0, late: [{ cinema: 'Quayside' }] })
}, 30_000)

test('fullhouse check runs and lists, in every form, and exits 1 while an error stands open', async () => {
  const plain = await command('check', '--only', 'site_gap')
  expect(plain.exit).toBe(0)
  expect(plain.out).toContain('Lantern has no ticket for 3 days')
  expect(plain.out).toMatch(/1 checks? ran over [1-9]\d* tickets: 1 finding\./)
  const json = JSON.parse((await command('check', '--list', '--format', 'json')).out)
  expect(json.findings.map(({ check }: Found) => check).toSorted()).toEqual([
    'feed_late',
    'site_gap',
  ])
  expect((await command('check', '--list', '--format', 'csv')).out).toContain('warning,site_gap')
  expect((await command('check', '--state', 'shut')).exit).toBe(2)
  expect((await command('check', '--from', '2018-02-30')).notes).toContain('2018-02-30')
  expect((await command('check', '--only', 'nothing')).notes).toContain('site_gap')
  await served.house.store.write((transaction) =>
    transaction.run(`update import set state = 'failed', say = 'The disk is full.'`),
  )
  const failed = await command('check', '--only', 'import_failed')
  expect(failed).toMatchObject({ exit: 1 })
  expect(failed.out).toContain('till.csv failed after')
}, 60_000)
