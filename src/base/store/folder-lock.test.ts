import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { withFolderLock } from './folder-lock.ts'

/** No process has it: it is beyond what the kernel gives. */
const NOBODYS_PID = 2_147_483_646

let folder: string
let lock: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'fullhouse-lock-'))
  lock = join(folder, 'starting.lock')
})
afterEach(() => rmSync(folder, { recursive: true }))

test('of those who find a dead holder at the same moment, one at a time gets in', async () => {
  const [workers, rounds] = [4, 12]
  // 0: how many are in; 1: whether two ever were; 2: how often somebody was; 3: the round.
  const told = new Int32Array(new SharedArrayBuffer(16))
  const entry = new URL('./testing-lock.ts', import.meta.url)
  const running = Array.from(
    { length: workers },
    () => new Worker(entry, { workerData: { lock, told } }),
  )
  const ready = () =>
    Promise.all(running.map((one) => new Promise((done) => one.once('message', done))))
  await ready()
  for (let round = 1; round <= rounds; round++) {
    writeFileSync(`${lock}.${NOBODYS_PID}-${round}`, '1\n')
    const left = ready()
    Atomics.store(told, 3, round)
    Atomics.notify(told, 3)
    await left
  }
  await Promise.all(running.map((one) => one.terminate()))
  expect([told[1], told[2]]).toEqual([0, workers * rounds])
  expect(readdirSync(folder)).toEqual([])
})

test('a holder whose file is swept away puts it back, and takes away nobody else’s', async () => {
  const order: string[] = []
  const ending = Promise.withResolvers<void>()
  const first = withFolderLock(lock, () => ending.promise)
  for (const name of readdirSync(folder)) rmSync(join(folder, name))
  await expect.poll(() => readdirSync(folder), { timeout: 3_000 }).toHaveLength(1)
  const second = withFolderLock(lock, async () => {
    order.push('second')
    await pause(300)
    order.push('second leaves')
  })
  await pause(200)
  order.push('first leaves')
  ending.resolve()
  await first
  await expect.poll(() => order).toContain('second')
  await withFolderLock(lock, async () => order.push('third'))
  await second
  expect(order).toEqual(['first leaves', 'second', 'second leaves', 'third'])
  expect(readdirSync(folder)).toEqual([])
})

test('a holder whose folder is gone ends its work all the same', async () => {
  const gone = join(folder, 'gone')
  mkdirSync(gone)
  const done = withFolderLock(join(gone, 'starting.lock'), async () => {
    rmSync(gone, { recursive: true })
    await pause(1_200)
    return 'done'
  })
  expect(await done).toBe('done')
  expect(existsSync(gone)).toBe(false)
})

test('a fault in the work frees the lock', async () => {
  const broken = withFolderLock(lock, () => Promise.reject(new Error('no disk')))
  await expect(broken).rejects.toThrow('no disk')
  expect(await withFolderLock(lock, async () => 'next')).toBe('next')
})
