import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createWarehouse } from './home.ts'
import { spooled } from './spool.ts'
import type { Opened } from './testing.ts'
import { HOMES } from './testing.ts'

const LIMITS = { secondsMax: 20, memoryBytesMax: 1024 ** 3, rowsReadMax: 1_000_000_000 }

describe.each(Object.entries(HOMES))('an answer too long to be held, of %s', (_home, open) => {
  let opened: Opened
  let folder: string
  beforeAll(async () => {
    opened = await open()
    folder = await mkdtemp(join(tmpdir(), "fullhouse spool's-"))
  })
  afterAll(async () => {
    await opened.close()
    await rm(folder, { recursive: true, force: true })
  })

  test('comes row by row, exact, and leaves nothing behind', async () => {
    const most = 2n ** 63n - 1n
    const spool = await opened.warehouse.spool<{ n: string; text: string }>(
      `select toString(number) as n, 'line\\n"厅🎬"' as text, toInt64(${most}) as most,
         toDecimal64('1.10', 2) as rate, 0/0 as unknown
       from numbers(20000) -- a comment at its end`,
      LIMITS,
    )
    let count = 0
    for await (const rows of spool.blocks()) {
      for (const row of rows) {
        const rest = { text: 'line\n"厅🎬"', most: most.toString(), rate: '1.10', unknown: null }
        expect(row).toEqual({ n: String(count++), ...rest })
      }
    }
    expect(count).toBe(20_000)
    await spool.close()
  })

  test('that cannot be given is refused before its first row', async () => {
    const asked = opened.warehouse.spool(
      'select throwIf(number = 99999) from numbers(100000)',
      LIMITS,
    )
    await expect(asked).rejects.toMatchObject({ name: 'WarehouseFault', code: 395 })
    const few = { ...LIMITS, rowsReadMax: 10 }
    const large = opened.warehouse.spool('select number from numbers(1000)', few)
    await expect(large).rejects.toMatchObject({ name: 'WarehouseFault', code: 158 })
    expect(await opened.warehouse.query('select 1 as one')).toEqual([{ one: 1 }])
  })

  test('may be left unread, and may be of no rows', async () => {
    const home = { ...opened.engine }
    const warehouse = createWarehouse(home, folder)
    const unread = await warehouse.spool('select number from numbers(10)', LIMITS)
    expect(await readdir(folder)).toEqual([])
    await unread.close()
    const empty = await warehouse.spool('select number from numbers(0)', LIMITS)
    for await (const rows of empty.blocks()) expect(rows).toEqual([])
    await empty.close()
  })
})

test('a file that is cut off is a fault, never a shorter answer', async () => {
  const cut = (_sql: string, _limits: unknown, path: string) => writeFile(path, '{"n":1}\n{"n":')
  const spool = await spooled(cut, 'select', LIMITS)
  const read = async () => {
    const all: unknown[] = []
    for await (const rows of spool.blocks()) all.push(...rows)
    return all
  }
  await expect(read()).rejects.toThrow('cut off')
  await spool.close()
})
