import { afterAll, expect, test } from 'vitest'
import { durableAnswer } from './durable-answer.ts'
import { whyNoTrace } from './durable-answer-trace.ts'
import { clearRunFolder, makeRunFolder } from './run-folder.ts'

const ORDERS = 200
const ORDERS_UNSAFE = 40

const why = whyNoTrace()
if (why !== undefined) console.warn(`skipped: whether an answer waits for the disk: ${why}`)
const traced = test.skipIf(why !== undefined)

const folders: string[] = []
afterAll(async () => {
  for (const folder of folders) await clearRunFolder(folder)
})
async function newFolder(): Promise<string> {
  const folder = await makeRunFolder()
  folders.push(folder)
  return folder
}

traced(
  'no hold and no payment is answered before its commit is on the disk; nor where it need not be, unnoticed',
  async () => {
    const folder = await newFolder()
    const safe = await durableAnswer({ folder, orders: ORDERS })
    expect(safe.early).toEqual([])
    expect(safe.answers).toBe(2 * ORDERS)
    expect(safe.syncs).toBeGreaterThan(ORDERS / 2)
    expect(safe.settings).toMatchObject({
      fsync: 'on',
      synchronous_commit: 'on',
      full_page_writes: 'on',
      data_checksums: 'on',
    })
    const unsafe = await durableAnswer({ folder, orders: ORDERS_UNSAFE, asynchronous: true })
    expect(unsafe.settings).toMatchObject({ synchronous_commit: 'off' })
    expect(unsafe.early.length).toBeGreaterThan(ORDERS_UNSAFE)
  },
  150_000,
)
