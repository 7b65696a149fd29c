import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Standing } from './batch.ts'
import { decide, encodeBatch, factId, factsOf, packFates, unpackFates } from './batch.ts'
import type { RowRead, TicketRow } from './layout.ts'
import { quarantined } from './layout.ts'

const identity = { owner: 1, cinema: 2, source: 3, currency: 'USD', film: () => 4 }

function ticketRow(key: string, quantity: number, priceMinor: bigint): TicketRow {
  return {
    title: key,
    ticketType: 'Adult',
    kind: 'sale',
    quantity,
    priceMinor,
    startsAtSeconds: 1_500_000_000,
    tradingDay: '2017-07-13',
    startHour: 21,
    key,
  }
}

const reads = fc.array(
  fc.oneof(
    fc
      .record({ key: fc.constantFrom('a', 'b', 'c'), quantity: fc.integer({ min: 1, max: 3 }) })
      .map(({ key, quantity }): RowRead => {
        return { fate: 'row', row: ticketRow(key, quantity, BigInt(quantity) * 100n) }
      }),
    fc.constant<RowRead>({ fate: 'empty' }),
    fc.constant<RowRead>(quarantined('title_missing', 'x')),
  ),
  { maxLength: 12 },
)

test('after any batches the facts of a key come to what its last row says', () => {
  fc.assert(
    fc.property(fc.array(reads, { maxLength: 5 }), (batches) => {
      const standing = new Map<bigint, Standing>()
      const last = new Map<bigint, number>()
      for (const batch of batches) {
        const decision = decide(batch, standing)
        expect(decision.fates).toHaveLength(batch.length)
        for (const fact of factsOf(batch, decision, identity)) {
          const before = standing.get(fact.fact) ?? { quantity: 0, priceMinor: 0n }
          standing.set(fact.fact, {
            quantity: before.quantity + fact.quantity,
            priceMinor: before.priceMinor + fact.priceMinor,
          })
        }
        for (const read of batch) {
          if (read.fate === 'row') last.set(factId(read.row), read.row.quantity)
        }
      }
      const found = [...standing].map(([key, { quantity }]) => [key, quantity])
      expect(new Map(found as [bigint, number][])).toEqual(last)
    }),
  )
})

test('the same batch again is all duplicates, and sends nothing', () => {
  const batch: RowRead[] = [{ fate: 'row', row: ticketRow('a', 2, 200n) }]
  const standing = new Map([[factId(ticketRow('a', 2, 200n)), { quantity: 2, priceMinor: 200n }]])
  const decision = decide(batch, standing)
  expect(decision.fates).toBe('d')
  expect(factsOf(batch, decision, identity)).toEqual([])
})

test('a batch built again from its manifest is the same, byte for byte', () => {
  const batch: RowRead[] = [
    { fate: 'row', row: ticketRow('a', 2, 200n) },
    { fate: 'row', row: ticketRow('a', 3, 300n) },
    { fate: 'empty' },
  ]
  const decision = decide(batch, new Map())
  const manifest = { ...decision, fates: unpackFates(packFates(decision.fates)) }
  const first = encodeBatch(factsOf(batch, decision, identity))
  expect(encodeBatch(factsOf(batch, manifest, identity))).toEqual(first)
  expect(decision.fates).toBe('ace')
})

test('fates are packed and unpacked', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('a', 'c', 'd', 'q', 'e') }), (fates) => {
      expect(unpackFates(packFates(fates))).toBe(fates)
    }),
  )
})
