import { expect, test } from 'vitest'
import type { Feed } from './cinema.ts'
import { feedState } from './cinema.ts'

const DAY = Date.UTC(2026, 10, 23, 6)

function state(feed: Partial<Feed>, nowMs = DAY + 3_600_000) {
  return feedState({ live: true, dayStartedAtMs: DAY, ...feed }, nowMs)
}

test('a cinema is as fresh as what was last heard of it', () => {
  const now = DAY + 3_600_000
  expect(state({ heardAtMs: now - 5_000 })).toBe('fresh')
  expect(state({ heardAtMs: now - 5_001 })).toBe('ageing')
  expect(state({ heardAtMs: now - 120_000 })).toBe('ageing')
  expect(state({ heardAtMs: now - 120_001 })).toBe('stale')
})

test('silent is who has sent nothing in this trading day, not who sold nothing', () => {
  expect(state({})).toBe('silent')
  expect(state({ heardAtMs: DAY - 1 })).toBe('silent')
  expect(state({ heardAtMs: DAY }, DAY + 1_000)).toBe('fresh')
})

test('a cinema whose figures come by files is never late', () => {
  expect(state({ live: false, heardAtMs: 0 })).toBe('file')
})
