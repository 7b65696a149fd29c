import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isTokenOf, orderCode, orderOfCode, orderToken } from './order-token.ts'

const key = Buffer.alloc(32, 7)
const numbers = fc.bigInt({ min: 1n, max: (1n << 40n) - 1n })

test('a code stands for one order, however it is typed', () => {
  fc.assert(
    fc.property(numbers, (id) => {
      const code = orderCode(key, id)
      expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{8}$/)
      const typed = `${code.slice(0, 4)} ${code.slice(4)}`.toLowerCase().replaceAll('0', 'o')
      expect(orderOfCode(key, typed)).toBe(id)
    }),
  )
})

test('codes of neighbouring orders have nothing in common, and none comes twice', () => {
  const codes = Array.from({ length: 20_000 }, (_, id) => orderCode(key, BigInt(id + 1)))
  expect(new Set(codes).size).toBe(codes.length)
  const starts = new Set(codes.map((code) => code.slice(0, 2)))
  expect(starts.size).toBeGreaterThan(1000)
})

test('what is no code is no order', () => {
  for (const said of ['', 'ABC', 'ABCDEFGHJ', 'ABCD-EFU!', '😀😀']) {
    expect(orderOfCode(key, said)).toBeUndefined()
  }
})

test('a token opens its own order and no other, under this key alone', () => {
  const token = orderToken(key, 12n)
  expect(isTokenOf(key, 12n, token)).toBe(true)
  for (const said of [
    orderToken(key, 13n),
    orderToken(Buffer.alloc(32, 8), 12n),
    '',
    `${token}x`,
  ]) {
    expect(isTokenOf(key, 12n, said)).toBe(false)
  }
})
