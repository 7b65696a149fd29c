import fc from 'fast-check'
import { expect, test } from 'vitest'
import { factTableShape } from '#warehouse'
import type { PreparedRow } from './batch.ts'
import { correctedRows, decide, packFates, rowsToSend, unpackFates } from './batch.ts'
import { decodeRow, encodeBody, encodeRow } from './fact-body.ts'
import type { FactRow } from './fact-row.ts'

const SHAPE = factTableShape('rate')
const RATE_AT = SHAPE.columns.findIndex(({ name }) => name === 'rate')

/** A fact of the smallest table: its name and its one figure. */
function fact(name: string, rate: number) {
  const row: FactRow = ['1', '2', name, 'EUR', 'USD', '2018-11-23', `${rate}.000000000000`, '1']
  return { name, row }
}

const rowOf = (...facts: ReturnType<typeof fact>[]): PreparedRow => ({ fate: 'row', facts })
const EMPTY: PreparedRow = { fate: 'empty', facts: [] }
const BROKEN: PreparedRow = { fate: 'quarantined', facts: [] }

const someFact = fc
  .record({ name: fc.constantFrom('a', 'b', 'c'), rate: fc.integer({ min: 1, max: 3 }) })
  .map(({ name, rate }) => fact(name, rate))
const someRows = fc.array(
  fc.oneof(
    fc.array(someFact, { minLength: 1, maxLength: 3 }).map((facts) => rowOf(...facts)),
    fc.constant(EMPTY),
    fc.constant(BROKEN),
  ),
  { maxLength: 12 },
)

test('after any batches the facts of a name come to what its last row says', () => {
  fc.assert(
    fc.property(fc.array(someRows, { maxLength: 5 }), (batches) => {
      const standing = new Map<string, FactRow>()
      const last = new Map<string, number>()
      const sums = new Map<string, number>()
      for (const batch of batches) {
        const decision = decide(batch, standing)
        expect(decision.fates).toHaveLength(batch.length)
        for (const row of rowsToSend(batch, decision, SHAPE)) {
          const name = row[2] ?? ''
          sums.set(name, (sums.get(name) ?? 0) + Number(row[RATE_AT]))
        }
        for (const { name, row } of batch.flatMap(({ facts }) => facts)) {
          standing.set(name, row)
          last.set(name, Number(row[RATE_AT]))
        }
      }
      expect(sums).toEqual(last)
    }),
  )
})

test('the same batch again is all duplicates, and sends nothing', () => {
  const batch = [rowOf(fact('a', 2), fact('b', 1))]
  const standing = new Map([fact('a', 2), fact('b', 1)].map(({ name, row }) => [name, row]))
  const decision = decide(batch, standing)
  expect(decision.fates).toBe('d')
  expect(rowsToSend(batch, decision, SHAPE)).toEqual([])
})

test('a row whose facts fare differently says how each did', () => {
  const batch = [rowOf(fact('a', 2), fact('b', 1), fact('c', 3)), EMPTY, rowOf(fact('c', 4))]
  const standing = new Map([fact('a', 1), fact('b', 1)].map(({ name, row }) => [name, row]))
  const decision = decide(batch, standing)
  expect([decision.fates, decision.mixed]).toEqual(['mec', 'csn'])
  expect(correctedRows(decision, batch)).toBe(2)
  const sent = rowsToSend(batch, decision, SHAPE).map((row) => [row[2], Number(row[RATE_AT])])
  expect(sent).toEqual([
    ['a', -1],
    ['a', 2],
    ['c', 3],
    ['c', -3],
    ['c', 4],
  ])
})

test('a batch built again from its manifest is the same, byte for byte', () => {
  fc.assert(
    fc.property(someRows, (batch) => {
      const decision = decide(batch, new Map([['b', fact('b', 2).row]]))
      const manifest = {
        fates: unpackFates(packFates(decision.fates)),
        mixed: decision.mixed,
        changes: new Map(
          [...decision.changes].map(([place, row]) => [place, decodeRow(encodeRow(row))]),
        ),
      }
      const first = encodeBody(rowsToSend(batch, decision, SHAPE), SHAPE)
      expect(encodeBody(rowsToSend(batch, manifest, SHAPE), SHAPE)).toEqual(first)
    }),
  )
})

test('cells of any content come back out of a line', () => {
  const cell = fc.string({
    unit: fc.constantFrom('\t', '\n', '\\', '\r', '\0', 'n', 't', 'é', '0'),
  })
  fc.assert(
    fc.property(fc.array(cell, { minLength: 1, maxLength: 5 }), (row) => {
      expect(encodeRow(row)).not.toMatch(/[\n\r\0]/)
      expect(decodeRow(encodeRow(row))).toEqual(row)
    }),
  )
})

test('fates are packed and unpacked', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('a', 'c', 'm', 'd', 'q', 'e') }), (fates) => {
      expect(unpackFates(packFates(fates))).toBe(fates)
    }),
  )
})
