import { expect, test } from 'vitest'
import type { SeatEvent } from './seat-history.ts'
import { isExplained } from './seat-history.ts'

const NEVER = Number.POSITIVE_INFINITY
const HOLD_MS = 100

function event(
  what: SeatEvent['what'],
  order: bigint,
  fromTick: number,
  toTick: number,
  atMs = 0,
): SeatEvent {
  return { what, order, fromTick, toTick, atMs, untilMs: atMs + HOLD_MS, isOptional: false }
}

test('a seat taken, let go and taken again is explained, whoever was answered first', () => {
  const one = [event('take', 1n, 1, 4), event('release', 1n, 3, 9), event('take', 2n, 2, 8)]
  expect(isExplained(one)).toBe(true)
})

test('a seat taken by two is explained only where the first one’s time was over', () => {
  const first = event('take', 1n, 1, 2, 0)
  expect(isExplained([first, event('take', 2n, 3, 4, 99)])).toBe(false)
  expect(isExplained([first, event('take', 2n, 3, 4, 100)])).toBe(true)
})

test('a seat sold twice is never explained, unless it was given back between', () => {
  const sold = [event('take', 1n, 1, 2), event('pay', 1n, 3, 4)]
  const again = [event('take', 2n, 7, 8, 500), event('pay', 2n, 9, 10, 510)]
  expect(isExplained([...sold, ...again])).toBe(false)
  expect(isExplained([...sold, event('refund', 1n, 5, 6), ...again])).toBe(true)
  expect(isExplained([...sold, event('refund', 1n, 9, 12), ...again])).toBe(false)
})

test('what nobody was told may come late, and a refusal needs somebody who had the seat', () => {
  const refused = event('refused', 0n, 5, 6, Number.NEGATIVE_INFINITY)
  expect(isExplained([refused])).toBe(false)
  expect(isExplained([event('take', 1n, 1, NEVER), refused])).toBe(true)
  expect(isExplained([event('take', 1n, 6, NEVER), refused])).toBe(true)
  expect(isExplained([event('take', 1n, 7, NEVER), refused])).toBe(false)
})

test('once its screening is cancelled a seat is nobody’s', () => {
  const cancelled = [event('take', 1n, 1, 2), event('cancel', 0n, 3, 4)]
  expect(isExplained(cancelled)).toBe(true)
  expect(isExplained([...cancelled, event('pay', 1n, 5, 6)])).toBe(false)
})
