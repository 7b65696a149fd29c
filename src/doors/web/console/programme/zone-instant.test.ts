import { expect, test } from 'vitest'
import { instantIn } from './zone-instant.ts'

test('a minute of a day is the instant that the zone’s clock shows', () => {
  expect(instantIn('Asia/Shanghai', '2026-11-21', 1215)).toBe('2026-11-21T12:15:00.000Z')
  expect(instantIn('Europe/Dublin', '2026-07-01', 1215)).toBe('2026-07-01T19:15:00.000Z')
  // 25:30 is the night that ends the day.
  expect(instantIn('Europe/Dublin', '2026-11-21', 1530)).toBe('2026-11-22T01:30:00.000Z')
})

test('also on the days on which the clock changes', () => {
  expect(instantIn('Europe/Dublin', '2026-10-25', 1215)).toBe('2026-10-25T20:15:00.000Z')
  expect(instantIn('Europe/Dublin', '2026-10-24', 1215)).toBe('2026-10-24T19:15:00.000Z')
  expect(instantIn('America/New_York', '2026-03-08', 1215)).toBe('2026-03-09T00:15:00.000Z')
})
