import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { silentLog } from '#kernel'
import type { ChildHome } from './child-home.ts'
import { openChildHome } from './child-home.ts'
import { compareAggregates } from './compare.ts'
import { createWarehouse } from './home.ts'
import { AGGREGATES, SCHEMA } from './schema.ts'
import { batchOf, temporaryFolder } from './testing.ts'
import type { Warehouse } from './warehouse.ts'

let folder: string
let engine: ChildHome
let warehouse: Warehouse

beforeAll(async () => {
  folder = await temporaryFolder()
  engine = await openChildHome({ folder: join(folder, 'warehouse'), log: silentLog })
  warehouse = createWarehouse(engine)
})
afterAll(async () => {
  await engine.close()
  await rm(folder, { recursive: true, force: true })
})

/** The schema as the version before scans made it. */
const EARLIER = SCHEMA.filter(
  (statement) =>
    !/^alter table \w+ (add|modify column)|^insert|^drop|_scan|ticket_by_(mix|show)/.test(
      statement,
    ),
).map((statement) =>
  statement
    .replace(", 'scan' = 3", '')
    .replace(/, scanned Int8 default 0, .*default ''/, '')
    .replace(', scanned Int64', ''),
)

async function sums() {
  const tables = AGGREGATES.map(({ name }) => name)
  const asked = tables.map((name) =>
    warehouse.query(`select sum(sold) as sold, sum(scanned) as scanned from ${name}`),
  )
  return (await Promise.all(asked)).flat()
}

test('a folder of the version before scans is brought up to date, its figures untouched', async () => {
  expect(EARLIER.join()).not.toMatch(/scan|_by_show/)
  for (const statement of EARLIER) await warehouse.command(statement)
  expect(EARLIER.join()).toContain('ticket_by_day')
  const old = batchOf('old', [{}, { fact: 2n, quantity: 2 }])
  expect(old.body).not.toContain('scanned')
  await warehouse.insert(old)

  // Twice, as at every opening from then on.
  for (const statement of [...SCHEMA, ...SCHEMA]) await warehouse.command(statement)
  expect(await sums()).toEqual(AGGREGATES.map(() => ({ sold: '3', scanned: '0' })))
  const scan = { kind: 'scan' as const, quantity: 0, priceMinor: 0n, feeOnlineMinor: 0n }
  const scans = batchOf('scans', [
    { ...scan, scanned: 1 },
    { ...scan, fact: 2n, scanned: 1 },
    { ...scan, fact: 2n, scanned: -1 },
  ])
  for (let time = 0; time < 3; time++) await warehouse.insert(scans)
  expect(await sums()).toEqual(AGGREGATES.map(() => ({ sold: '3', scanned: '1' })))
  for (const { name } of AGGREGATES) await warehouse.command(`optimize table ${name} final`)
  expect(await sums()).toEqual(AGGREGATES.map(() => ({ sold: '3', scanned: '1' })))
  const others = 'sum(gross) as gross, sum(refunded) as refunded, sum(complimentary) as free'
  expect(await warehouse.query(`select ${others} from ticket_by_day`)).toEqual([
    { gross: '2100', refunded: '0', free: '0' },
  ])
  expect(await compareAggregates(warehouse)).toEqual([])
}, 60_000)
