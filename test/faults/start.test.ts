import { chown, mkdir, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { tillFile, tillRows } from '#test'
import { makeReadOnlyCheckout } from './checkout.ts'
import { postmasterOn, processesOn } from './processes.ts'
import { clearRunFolder, makeRunFolder } from './run-folder.ts'
import type { CommandOptions } from './server-process.ts'
import { runCommand, startServer } from './server-process.ts'

const DRAIN_MS_MAX = 10_000
const NOBODY = { uid: 65534, gid: 65534 }
const isRoot = process.getuid?.() === 0
// Processes are looked for in /proc.
const onLinux = test.skipIf(process.platform !== 'linux')

let folder: string
let folders = 0
beforeAll(async () => {
  folder = await makeRunFolder()
  if (!isRoot) console.warn('skipped: only root can try out another user')
})
afterAll(() => clearRunFolder(folder))
const closers: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const close of closers.splice(0)) await close()
})

function freshData(): string {
  return join(folder, `data-${++folders}`)
}

async function open(data: string, options?: CommandOptions) {
  const server = await startServer(data, options)
  closers.push(() => server.stop())
  return server
}

/** Runs a command to its end. */
async function run(...words: readonly string[]) {
  const { out, note, ended } = runCommand(words)
  return { exit: await ended, out: out(), note: note() }
}

async function tillOnDisk(name: string, days: number): Promise<string> {
  const path = join(folder, name)
  await writeFile(path, tillFile(tillRows(name, days)))
  return path
}

const ART = ['--cinema', 'The Art', '--timezone', 'America/Chicago', '--currency', 'USD']
const HOW_MANY = ['--metrics', 'admissions', '--format', 'json']

onLinux('two servers side by side on two folders know nothing of each other', async () => {
  const [one, other] = [freshData(), freshData()]
  const [first, second] = await Promise.all([open(one), open(other)])
  const till = await tillOnDisk('one.csv', 5)
  expect(await run('import', till, '--data', one, ...ART)).toMatchObject({ exit: 0 })
  const organisations = async (url: string) => {
    const response = await fetch(`${url}/v1/house`)
    const house: { organisations: unknown[] } = JSON.parse(await response.text())
    return house.organisations.length
  }
  expect([await organisations(first.url), await organisations(second.url)]).toEqual([1, 0])
  const ready = await Promise.all([first, second].map(({ url }) => fetch(`${url}/readyz`)))
  expect(ready.map(({ status }) => status)).toEqual([200, 200])
  expect(postmasterOn(one)).not.toBe(postmasterOn(other))
  const stopped = await Promise.all([first.stop(), second.stop()])
  expect(stopped.map(({ exit }) => exit)).toEqual([0, 0])
})

onLinux('import, ask and doctor work on the folder of a running server', async () => {
  const data = freshData()
  const { url } = await open(data)
  const rows = tillRows('beside.csv', 10)
  const till = await tillOnDisk('beside.csv', 10)
  const imported = await run('import', till, '--data', data, ...ART, '--format', 'json')
  expect(imported, imported.note).toMatchObject({ exit: 0 })
  expect(JSON.parse(imported.out)).toMatchObject({ state: 'done', accepted: rows.length })
  const admissions = rows.reduce((sum, { quantity }) => sum + quantity, 0)
  const asked = await run('ask', '--data', data, ...HOW_MANY)
  expect(JSON.parse(asked.out)).toMatchObject({ rows: [{ admissions }] })
  const answered = await fetch(`${url}/v1/answers?metrics=admissions`)
  expect(JSON.parse(await answered.text())).toMatchObject({ rows: [{ admissions }] })
  const { out } = await run('doctor', '--data', data, '--format', 'json')
  const { findings }: { findings: { check: string; well: boolean }[] } = JSON.parse(out)
  // How full this machine's disk is says nothing about the folder.
  const ill = findings.filter(({ check, well }) => !well && check !== 'disk')
  expect(ill).toEqual([])
})

test('a folder that a newer program wrote is refused with a sentence', async () => {
  const data = freshData()
  await mkdir(data)
  await writeFile(join(data, 'version.json'), '{"format":99,"program":"9.1.0"}\n')
  const { exit, note } = await run('start', '--data', data, '--port', '0')
  expect(exit).toBe(1)
  expect(note).toContain('was written by Fullhouse 9.1.0')
  expect(note).not.toMatch(/\n\s+at /)
  if (process.platform === 'linux') expect(processesOn(data)).toEqual([])
})

onLinux('a taken port is said in a sentence, and nothing is left running', async () => {
  const holder = createServer().listen(0, '127.0.0.1')
  closers.push(async () => holder.close())
  await new Promise((listening) => holder.once('listening', listening))
  const address = holder.address()
  const port = typeof address === 'object' && address ? address.port : 0
  const data = freshData()
  const { exit, note } = await run('start', '--data', data, '--port', String(port))
  expect(exit).toBe(1)
  expect(note).toContain(`Port ${port} is taken.`)
  expect(note).not.toMatch(/\n\s+at /)
  await expect.poll(() => processesOn(data), { timeout: 5_000 }).toEqual([])
})

onLinux('SIGTERM drains within 10 s while somebody watches, and leaves nothing', async () => {
  const data = freshData()
  const server = await open(data)
  const q = JSON.stringify({ metrics: ['admissions'] })
  const live = await fetch(`${server.url}/v1/answers/live?${new URLSearchParams({ q })}`)
  const reader = live.body?.getReader()
  expect((await reader?.read())?.done).toBe(false)
  const { ms, exit } = await server.stop()
  expect(exit).toBe(0)
  expect(ms).toBeLessThan(DRAIN_MS_MAX)
  // The stream was ended, not cut: what is left of it can be read to its end.
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read());
  await expect.poll(() => processesOn(data), { timeout: 5_000 }).toEqual([])
})

test.skipIf(!isRoot)('an ordinary user runs it, on a folder of theirs', async () => {
  const home = join(folder, 'home')
  await mkdir(home)
  await chown(home, NOBODY.uid, NOBODY.gid)
  const { url } = await open(join(home, 'data'), { user: NOBODY, home })
  expect((await fetch(`${url}/readyz`)).status).toBe(200)
  expect((await fetch(url)).headers.get('content-type')).toContain('text/html')
})

test.skipIf(!isRoot)(
  'a checkout that cannot be written to serves the console all the same',
  async () => {
    const [checkout, home] = [join(folder, 'checkout'), join(folder, 'other-home')]
    for (const path of [checkout, home]) await mkdir(path)
    await makeReadOnlyCheckout(checkout)
    await chown(home, NOBODY.uid, NOBODY.gid)
    const options = { user: NOBODY, home, root: checkout }
    const { url } = await open(join(home, 'data'), options)
    expect((await fetch(`${url}/readyz`)).status).toBe(200)
    const page = await (await fetch(url)).text()
    const script = /<script[^>]+src="([^"]+)"/.exec(page)?.[1]
    expect((await fetch(`${url}${script}`)).status).toBe(200)
  },
)
