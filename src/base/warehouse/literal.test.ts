import { rm } from 'node:fs/promises'
import { array, assert, asyncProperty, bigInt, constantFrom, oneof, string } from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { silentLog } from '#kernel'
import { literal } from './literal.ts'
import { openChildWarehouse } from './open-child.ts'
import { temporaryFolder } from './testing.ts'
import type { Warehouse } from './warehouse.ts'

let folder: string
let warehouse: Warehouse
beforeAll(async () => {
  folder = await temporaryFolder()
  warehouse = await openChildWarehouse({ folder, log: silentLog })
})
afterAll(async () => {
  await warehouse.close()
  await rm(folder, { recursive: true, force: true })
})

async function throughTheEngine(literals: readonly string[], as: string): Promise<unknown> {
  const sql = `select [${literals.map((one) => `${as}(${one})`).join(', ')}] as back`
  return (await warehouse.query<{ back: unknown }>(sql))[0]?.back
}

const HOSTILE = [
  "'",
  "\\'",
  '\\',
  "'; drop table ticket; --",
  '\u0000',
  '\\0',
  '\n',
  '\r',
  '\t',
  '\b',
]
const MORE = [
  '\f',
  '\v',
  '{x:String}',
  '/*',
  '%',
  '_',
  '🎬',
  '\u2028',
  '\ufeff',
  "''",
  '\\x41',
  '`',
]

test('every text comes back from the engine as it went in', async () => {
  const pieces = oneof(constantFrom(...HOSTILE, ...MORE), string({ unit: 'binary' }))
  const hostile = array(pieces, { maxLength: 6 }).map((parts) => parts.join(''))
  const texts = array(hostile, { minLength: 1, maxLength: 20 })
  await assert(
    asyncProperty(texts, async (sent) => {
      expect(await throughTheEngine(sent.map(literal.text), 'toString')).toEqual(sent)
    }),
    { numRuns: 100 },
  )
})

test('whole numbers keep every digit, and mean the same in a comparison', async () => {
  const ends = [0n, 1n, 2n ** 63n - 1n, 2n ** 63n, 2n ** 64n - 1n]
  const uint = array(oneof(bigInt(0n, 2n ** 64n - 1n), constantFrom(...ends)), { minLength: 1 })
  await assert(
    asyncProperty(uint, async (sent) => {
      const back = await throughTheEngine(sent.map(literal.uint64), 'toUInt64')
      expect(back).toEqual(sent.map(String))
    }),
    { numRuns: 20 },
  )
  const lows = [-(2n ** 63n), -1n, 0n, 2n ** 63n - 1n]
  expect(await throughTheEngine(lows.map(literal.int64), 'toInt64')).toEqual(lows.map(String))
  const days = literal.list(['1970-01-01', '2024-02-29', '2149-06-06'], literal.date)
  expect(await warehouse.query(`select toDate('2024-02-29') in ${days} as found`)).toEqual([
    { found: 1 },
  ])
})

test('what does not belong to its type never becomes a literal', () => {
  for (const wrong of [-1, 1.5, 2 ** 32, Number.NaN, Number.POSITIVE_INFINITY]) {
    expect(() => literal.uint32(wrong)).toThrow(TypeError)
  }
  for (const wrong of [-1n, 2n ** 64n]) expect(() => literal.uint64(wrong)).toThrow(TypeError)
  for (const wrong of [2n ** 63n, -(2n ** 63n) - 1n]) {
    expect(() => literal.int64(wrong)).toThrow(TypeError)
  }
  expect(() => literal.text('half a pair: \ud83c')).toThrow(TypeError)
  for (const wrong of ['2025-02-30', '2025-1-1', '1969-12-31', '2149-06-07', "2025-01-01' or '"]) {
    expect(() => literal.date(wrong)).toThrow(TypeError)
  }
  expect(() => literal.list([], literal.uint32)).toThrow(TypeError)
  const unparsed: { id: never } = JSON.parse(`{"id": "1) or (1 = 1"}`)
  expect(() => literal.uint32(unparsed.id)).toThrow(TypeError)
  expect(() => literal.uint64(unparsed.id)).toThrow(TypeError)
  expect(() => literal.text(unparsed.id)).not.toThrow()
})
