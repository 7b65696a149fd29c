import { execFileSync, spawn } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { silentLog, systemClock } from '#kernel'
import { holdStore } from '#test'
import type { Store } from './index.ts'
import { openStore, STORE_MIGRATIONS } from './index.ts'
import { isAlive, runningPostmaster } from './postmaster.ts'

const isRoot = process.getuid?.() === 0

let top: string
let opened: Store[]

beforeEach(() => {
  top = mkdtempSync(join(tmpdir(), 'fullhouse-embedded-'))
  opened = []
})

afterEach(async () => {
  await Promise.all(opened.map((store) => store.close()))
  rmSync(top, { recursive: true })
})

async function open(dataFolder = top, log = silentLog): Promise<Store> {
  const options = { dataFolder, migrations: STORE_MIGRATIONS, log, clock: systemClock }
  const store = await openStore(options)
  opened.push(store)
  return store
}

const postmaster = (dataFolder = top) => runningPostmaster(join(dataFolder, 'postgres'))

function runs(dataFolder = top): number {
  const pid = postmaster(dataFolder)
  if (pid === undefined) throw new Error(`no PostgreSQL runs on ${dataFolder}`)
  return pid
}

const NOTE = "insert into outbox (fact, body, facts) values ('ticket', $1, 1)"
const note = (store: Store, body: string) =>
  store.write((transaction) => transaction.run(NOTE, body))
const notes = async (store: Store) =>
  (await store.rows<{ body: string }>('select body from outbox order by id')).map(
    ({ body }) => body,
  )

test('the cluster is durable, checked, in UTF-8, and on no network', async () => {
  const store = await open()
  const settings = ['fsync', 'full_page_writes', 'synchronous_commit', 'data_checksums']
  const shown = await store.rows(
    `select name, setting from pg_settings where name = any($1) order by name`,
    [...settings, 'listen_addresses', 'server_encoding'],
  )
  expect(shown).toEqual([
    { name: 'data_checksums', setting: 'on' },
    { name: 'fsync', setting: 'on' },
    { name: 'full_page_writes', setting: 'on' },
    { name: 'listen_addresses', setting: '' },
    { name: 'server_encoding', setting: 'UTF8' },
    { name: 'synchronous_commit', setting: 'on' },
  ])
  expect(statSync(join(top, 'postgres.password')).mode & 0o077).toBe(0)
  expect(statSync(join(top, 'run')).mode & 0o077).toBe(0)
})

test('stores of one folder share one PostgreSQL, and the last one out stops it', async () => {
  const [one, two] = await Promise.all([open(), open()])
  const holder = await holdStore(top)
  const pid = runs()
  await note(one, 'seen by both')
  expect(await notes(two)).toEqual(['seen by both'])
  await one.close()
  await two.close()
  expect(isAlive(pid)).toBe(true)
  await holder.kill()
  await expect.poll(() => postmaster(), { timeout: 5_000 }).toBeUndefined()
  const again = await open()
  const third = runs()
  expect(await notes(again)).toEqual(['seen by both'])
  await again.close()
  expect(isAlive(third)).toBe(false)
})

test('two that leave at the same moment leave nothing behind', async () => {
  for (let round = 0; round < 3; round++) {
    const stores = await Promise.all([open(), open(), open()])
    await Promise.all(stores.map((store) => store.close()))
    expect(postmaster()).toBeUndefined()
  }
})

test('a lock file that a killed start left empty stands in nobody’s way', async () => {
  const store = await open()
  await note(store, 'sold')
  await store.close()
  writeFileSync(join(top, 'postgres', 'postmaster.pid'), '')
  expect(await notes(await open())).toEqual(['sold'])
})

test('PostgreSQL killed is back within seconds with all that was acknowledged', async () => {
  const store = await open()
  await note(store, 'sold')
  for (const last of ['sold again', 'and again']) {
    const killed = runs()
    process.kill(killed, 'SIGKILL')
    await expect.poll(() => store.state().up, { timeout: 2_000, interval: 5 }).toBe(false)
    expect(store.state()).toMatchObject({ up: false, since: expect.stringMatching(/Z$/) })
    await note(store, last) // waits until it is back
    expect(runs()).not.toBe(killed)
    expect(store.state()).toEqual({ up: true })
  }
  expect(await notes(store)).toEqual(['sold', 'sold again', 'and again'])
})

test('PostgreSQL that another process started and left is watched as well', async () => {
  const holder = await holdStore(top)
  const store = await open()
  await holder.kill()
  process.kill(runs(), 'SIGKILL')
  await expect.poll(() => store.state().up, { timeout: 2_000, interval: 5 }).toBe(false)
  await note(store, 'sold')
  expect(await notes(store)).toEqual(['sold'])
})

test('PostgreSQL that an operator told to stop is started again for whoever asks', async () => {
  const store = await open()
  const lease = await store.lease('warehouse')
  const told = runs()
  process.kill(told, 'SIGTERM')
  await expect.poll(() => readFileSync(join(top, 'postgres.log'), 'utf8')).toContain('smart')
  // More at once than idle connections there are, so that new ones are needed.
  await Promise.all(['a', 'b', 'c', 'd'].map((body) => note(store, body)))
  expect((await notes(store)).toSorted()).toEqual(['a', 'b', 'c', 'd'])
  expect(runs()).not.toBe(told)
  await lease?.lost
})

test('a lease and a listener survive as they should when PostgreSQL is killed', async () => {
  const store = await open()
  const lease = await store.lease('warehouse')
  const heard: string[] = []
  await store.listen('outbox', (payload) => heard.push(payload))
  process.kill(runs(), 'SIGKILL')
  await lease?.lost
  await expect.poll(() => heard, { timeout: 5_000 }).toEqual([''])
  expect(await store.lease('warehouse')).toBeDefined()
})

test('when a process is killed, PostgreSQL is gone within five seconds', async () => {
  const holder = await holdStore(top)
  const pid = runs()
  await holder.kill()
  await expect.poll(() => isAlive(pid), { timeout: 5_000 }).toBe(false)
  expect(readFileSync(join(top, 'postgres.log'), 'utf8')).toContain('fast shutdown request')
})

test('an orphan whose watchdog died too is adopted by the next start', async () => {
  const holder = await holdStore(top)
  const orphan = runs()
  for (const pid of watchdogs(top)) process.kill(pid, 'SIGKILL')
  await holder.kill()
  const store = await open()
  expect(runs()).toBe(orphan)
  await note(store, 'sold')
  await store.close()
  expect(isAlive(orphan)).toBe(false)
})

test('who was the only one and used many connections leaves no PostgreSQL behind', async () => {
  for (let round = 0; round < 3; round++) {
    const store = await open()
    const pid = runs()
    await Promise.all(Array.from({ length: 10 }, () => store.row('select pg_sleep(0.05)')))
    await store.close()
    expect(isAlive(pid)).toBe(false)
  }
})

test('a watchdog that dies is replaced', async () => {
  await open()
  const [first] = watchdogs(top)
  process.kill(first ?? 0, 'SIGKILL')
  const others = () => watchdogs(top).filter((pid) => pid !== first)
  await expect.poll(others, { timeout: 5_000 }).toHaveLength(1)
})

test('a pid left over from before a restart, now another program’s, stops nobody', async () => {
  const killed = await holdStore(top)
  const pid = runs()
  for (const watchdog of watchdogs(top)) process.kill(watchdog, 'SIGKILL')
  process.kill(pid, 'SIGKILL')
  await killed.kill()
  await expect.poll(() => isAlive(pid)).toBe(false)
  const path = join(top, 'postgres', 'postmaster.pid')
  const { uid, gid } = statSync(path)
  // As after a restart: the noted pid lives, is the same user's, and has nothing to do with us.
  const stranger = spawn('sleep', ['60'], isRoot ? { uid, gid, cwd: '/' } : { cwd: '/' })
  if (existsSync(path)) {
    writeFileSync(path, readFileSync(path, 'utf8').replace(/^\d+/, String(stranger.pid)))
  }
  const store = await open()
  expect(await notes(store)).toEqual([])
  expect(runs()).not.toBe(stranger.pid)
  stranger.kill()
})

test('a start that was killed half way does not hold up the next', async () => {
  writeFileSync(join(top, 'starting.lock.2147483646-aa'), '3\n')
  mkdirSync(join(top, '.postgres-half'))
  await open()
  expect(existsSync(join(top, '.postgres-half'))).toBe(false)
})

test('a data folder with a very long path has its socket elsewhere', async () => {
  if (isRoot) chmodSync(top, 0o711)
  const long = join(top, 'a'.repeat(60), 'b'.repeat(60))
  const store = await open(long)
  await note(store, 'sold')
  expect(existsSync(join(long, 'run', '.s.PGSQL.5432'))).toBe(false)
  const [folder = ''] = readFileSync(join(long, 'socket-folder'), 'utf8').split('\n')
  expect(statSync(folder).mode & 0o777).toBe(0o700)
  const sharing = await open(long)
  expect(await notes(sharing)).toEqual(['sold'])
  await Promise.all([store.close(), sharing.close()])
  rmSync(folder, { recursive: true })
  expect(await notes(await open(long))).toEqual(['sold'])
})

test('a data folder with blanks, quotes and commas in its name works', async () => {
  if (isRoot) chmodSync(top, 0o711)
  const store = await open(join(top, `the "Odeon", it's ours`))
  await note(store, 'sold')
})

test.runIf(isRoot)('as root, a private data folder is opened just enough', async () => {
  expect(statSync(top).mode & 0o777).toBe(0o700)
  await open()
  expect(statSync(top).mode & 0o777).toBe(0o711)
  expect(statSync(join(top, 'postgres')).uid).not.toBe(0)
})

test.runIf(isRoot)('as root, a private temporary folder above it is opened as well', async () => {
  const lines: unknown[] = []
  await open(join(top, 'data'), (line, facts) => lines.push([line, facts]))
  expect(statSync(top).mode & 0o777).toBe(0o701)
  const why = expect.stringContaining('PostgreSQL, which does not run as root')
  expect(lines).toContainEqual([why, { folder: top }])
})

test.runIf(isRoot)('as root, any other closed folder above the data folder is named', async () => {
  const closed = mkdtempSync('/var/tmp/fullhouse-closed-')
  const opening = open(join(closed, 'data'))
  await expect(opening).rejects.toThrow(`chmod o+x ${closed}`)
  expect(watchdogs(join(closed, 'data'))).toEqual([])
  rmSync(closed, { recursive: true })
})

function watchdogs(dataFolder: string): number[] {
  try {
    const found = execFileSync('pgrep', ['-f', `watchdog.ts ${dataFolder}`], { encoding: 'utf8' })
    return found.trim().split('\n').map(Number)
  } catch {
    return [] // pgrep ends with 1 when it finds none
  }
}
