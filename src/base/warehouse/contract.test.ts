import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { compareAggregates } from './compare.ts'
import { WarehouseFault } from './home.ts'
import { AGGREGATES } from './schema.ts'
import type { Opened } from './testing.ts'
import { batchOf, HOMES, killEngine } from './testing.ts'
import { WarehouseDown } from './warehouse.ts'

const LIMITS = { secondsMax: 10, memoryBytesMax: 1024 ** 3, rowsReadMax: 1_000_000_000 }
const HEAVY = 'select uniqExact(sipHash64(number % 3000000)) as n from numbers(30000000)'

describe.each(Object.entries(HOMES))('the warehouse in %s', (_home, open) => {
  let opened: Opened
  beforeAll(async () => {
    opened = await open()
  })
  afterAll(() => opened.close())

  const sold = async (owner: number, table: string): Promise<number> => {
    const measure = table === 'ticket' ? 'quantity' : 'sold'
    const sql = `select sum(${measure}) as n from ${table} where owner = ${owner}`
    return Number((await opened.warehouse.query<{ n: string }>(sql))[0]?.n)
  }
  const everywhere = (owner: number) =>
    Promise.all(['ticket', ...AGGREGATES.map(({ name }) => name)].map((name) => sold(owner, name)))

  test('the largest whole number and 1.10 arrive with every digit', async () => {
    const most = 2n ** 63n - 1n
    await opened.warehouse.insert(batchOf('most', [{ owner: 10, priceMinor: most }]))
    const rows = await opened.warehouse.query(`
      select price, sum(toInt128(price)) * 2 as twice, toDecimal64('1.10', 2) as rate, 0/0 as unknown
      from ticket where owner = 10 group by price -- a comment at its end`)
    const twice = (most * 2n).toString()
    expect(rows).toEqual([{ price: most.toString(), twice, rate: '1.10', unknown: null }])
  })

  test('text of any kind comes back as it was sent', async () => {
    const seat = 'Loge "7"\\ ‘厅’ \u0000\n\t🎬 \u2028 '
    await opened.warehouse.insert(batchOf('text', [{ owner: 11, seat }]))
    expect(await opened.warehouse.query('select seat from ticket where owner = 11')).toEqual([
      { seat },
    ])
  })

  test('a batch sent again counts once, in the base and in every aggregate', async () => {
    const months = ['2014-01-31', '2025-10-09', '2025-11-01']
    const facts = Array.from({ length: 3000 }, (_, n) => ({
      owner: 12,
      film: n % 400,
      quantity: 2,
      tradingDay: months[n % 3] ?? '',
      fact: BigInt(n),
    }))
    const batch = batchOf('again', facts)
    for (let time = 0; time < 3; time++) await opened.warehouse.insert(batch)
    expect(await everywhere(12)).toEqual([6000, 6000, 6000, 6000, 6000])
    await opened.warehouse.insert({ ...batch, token: 'other' })
    expect(await everywhere(12)).toEqual([12000, 12000, 12000, 12000, 12000])
    expect(await compareAggregates(opened.warehouse)).toEqual([])
  })

  test('a batch over many years, each a part of its own, is one batch', async () => {
    const facts = Array.from({ length: 12 }, (_, year) => ({
      owner: 13,
      tradingDay: `${2010 + year}-01-15`,
    }))
    for (let time = 0; time < 2; time++) await opened.warehouse.insert(batchOf('long', facts))
    expect(await everywhere(13)).toEqual([12, 12, 12, 12, 12])
  })

  test('what the engine refuses is a fault with its number, not a warehouse that is down', async () => {
    const nothing = opened.warehouse.query('select nothing from ticket')
    await expect(nothing).rejects.toMatchObject({ name: 'WarehouseFault', code: 47 })
    const bent = { ...batchOf('bent', [{}]), body: '{"owner":"everybody"}' }
    await expect(opened.warehouse.insert(bent)).rejects.toThrow(WarehouseFault)
    await expect(opened.warehouse.command('drop everything')).rejects.toThrow(WarehouseFault)
    expect(opened.warehouse.state()).toEqual({ up: true })
  })

  test('a question over its limits is stopped', async () => {
    const read = opened.warehouse.query(HEAVY, { ...LIMITS, rowsReadMax: 1000 })
    await expect(read).rejects.toMatchObject({ code: 158 })
    const time = opened.warehouse.query(HEAVY.replace('30000000', '60000000000'), {
      ...LIMITS,
      secondsMax: 1,
      rowsReadMax: 1e12,
    })
    await expect(time).rejects.toMatchObject({ code: 159 })
    const memory = opened.warehouse.query(HEAVY, { ...LIMITS, memoryBytesMax: 20_000_000 })
    await expect(memory).rejects.toMatchObject({ code: 241 })
  })

  test('nothing of a question that failed half way stands in the next answer', async () => {
    const halfway = "select number, throwIf(number = 200000, 'boom') from numbers(300000)"
    for (let lane = 0; lane < 5; lane++) {
      await expect(opened.warehouse.query(halfway)).rejects.toMatchObject({ code: 395 })
      expect(await opened.warehouse.query('select 1 as one')).toEqual([{ one: 1 }])
    }
  })

  test('a question cannot write', async () => {
    const write = opened.warehouse.query('insert into ticket (owner) select 99')
    await expect(write).rejects.toMatchObject({ code: 164 })
    const hidden = opened.warehouse.query('select 1; insert into ticket (owner) select 99')
    await expect(hidden).rejects.toThrow()
    expect(await sold(99, 'ticket')).toBe(0)
  })

  test('a question may carry thirty thousand keys', async () => {
    const keys = Array.from({ length: 30_000 }, (_, n) => 2n ** 63n + BigInt(n))
    const sql = `select count() as n from ticket where fact in (${keys.join(', ')})`
    expect(await opened.warehouse.query(sql)).toEqual([{ n: '0' }])
  })

  test('light questions are answered while a heavy one runs', async () => {
    let over = false
    const heavy = opened.warehouse.query(HEAVY, LIMITS).finally(() => {
      over = true
    })
    for (let light = 0; light < 5; light++) {
      await opened.warehouse.query('select 1 as one')
    }
    expect(over).toBe(false)
    await heavy
  })

  test('the engine counts the questions it was asked', async () => {
    const before = await opened.warehouse.queriesRun()
    for (let turn = 0; turn < 3; turn++) await opened.warehouse.query('select 1 as one')
    await opened.warehouse.insert(batchOf('counted', [{ owner: 14 }]))
    expect((await opened.warehouse.queriesRun()) - before).toBe(4n) // three, and this very question
  })

  test('when the engine dies, what was asked is to be asked again, and then is answered', async () => {
    const heavy = opened.warehouse.query(HEAVY, LIMITS)
    const died = expect(heavy).rejects.toThrow(WarehouseDown)
    await new Promise((done) => setTimeout(done, 100))
    killEngine(opened.engine)
    await died
    expect(await sold(12, 'ticket')).toBe(12000)
  })
})
