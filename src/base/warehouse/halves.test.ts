import { rm } from 'node:fs/promises'
import { expect, test } from 'vitest'
import type { ChildHome } from './child-home.ts'
import { compareAggregates } from './compare.ts'
import { createWarehouse } from './home.ts'
import { AGGREGATES, SCHEMA } from './schema.ts'
import { batchOf, killEngine, openEngine, temporaryFolder } from './testing.ts'
import type { Warehouse } from './warehouse.ts'
import { WarehouseDown } from './warehouse.ts'

async function inEngine(work: (warehouse: Warehouse, engine: ChildHome) => Promise<void>) {
  const folder = await temporaryFolder()
  const engine = await openEngine(folder)
  try {
    await work(createWarehouse(engine), engine)
  } finally {
    await engine.close()
    await rm(folder, { recursive: true, force: true })
  }
}

async function totals(warehouse: Warehouse): Promise<readonly string[]> {
  const names = AGGREGATES.map(({ name }) => name)
  const sums = [
    'sum(quantity) as n from ticket',
    ...names.map((name) => `sum(sold) as n from ${name}`),
  ]
  const asked = sums.map((sum) => warehouse.query<{ n: string }>(`select ${sum}`))
  return (await Promise.all(asked)).map(([row]) => row?.n ?? '')
}

test('a batch that reached the base but not every aggregate heals when it is sent again', () =>
  inEngine(async (warehouse) => {
    const facts = Array.from({ length: 500 }, (_, n) => ({
      film: n,
      fact: BigInt(n),
      tradingDay: n % 2 === 0 ? '2025-09-30' : '2025-10-01',
    }))
    await warehouse.insert(batchOf('whole', facts))
    // Without its view an aggregate misses the batch, as it does when we die at that moment.
    await warehouse.command('drop view ticket_by_sale_feed')
    const half = batchOf('half', facts)
    await warehouse.insert(half)
    expect(await totals(warehouse)).toEqual(['1000', '1000', '1000', '1000', '500'])
    const differing = await compareAggregates(warehouse)
    expect(differing.map(({ aggregate, tradingDay }) => [aggregate, tradingDay])).toEqual([
      ['ticket_by_sale', '2025-09-30'],
      ['ticket_by_sale', '2025-10-01'],
    ])
    expect(differing[0]?.base.sold).toBe(500n)
    expect(differing[0]?.found.sold).toBe(250n)
    for (const statement of SCHEMA) await warehouse.command(statement)
    await warehouse.insert(half)
    expect(await totals(warehouse)).toEqual(['1000', '1000', '1000', '1000', '1000'])
    expect(await compareAggregates(warehouse)).toEqual([])
    const one = { from: '2025-10-01', to: '2025-10-01' }
    expect(await compareAggregates(warehouse, one)).toEqual([])
  }))

test('kill −9 in the middle of inserts loses nothing and doubles nothing', () =>
  inEngine(async (warehouse, engine) => {
    const kills = 5
    let killed = 0
    let batches = 0
    const send = async (number: number) => {
      const facts = Array.from({ length: 200 }, (_, n) => ({ film: n, fact: BigInt(n) }))
      const batch = batchOf(`batch-${number}`, facts)
      for (;;) {
        try {
          return await warehouse.insert(batch)
        } catch (fault) {
          // The same bytes again, until they are acknowledged.
          if (!(fault instanceof WarehouseDown)) throw fault
        }
      }
    }
    const killing = async () => {
      for (; killed < kills; killed++) {
        await new Promise((done) => setTimeout(done, 150 + 37 * killed))
        killEngine(engine)
      }
    }
    const all = killing()
    while (killed < kills) await send(batches++)
    await all
    await send(batches++)
    const expected = (batches * 200).toString()
    expect(await totals(warehouse)).toEqual([expected, expected, expected, expected, expected])
    expect(await compareAggregates(warehouse)).toEqual([])
  }))
