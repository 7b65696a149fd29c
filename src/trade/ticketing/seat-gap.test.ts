import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { aloneIn, anySituation, drawn, seatsOf } from './seat-choice-testing.ts'
import { gapLeft, SELL_WHAT_IS_LEFT } from './seat-gap.ts'

const REST = 'ssssssssssss'

test('a seat between a taken one and the choice is told, and the choice that keeps the row whole', () => {
  const row = drawn('SSSSssssss', REST)
  expect(gapLeft(row, ['A6', 'A7'])).toEqual({ lonely: 'A5', instead: ['A5', 'A6'] })
  expect(gapLeft(row, ['A5', 'A6'])).toBeUndefined()
  expect(gapLeft(row, ['A7', 'A8'])).toBeUndefined()
})

test('the end of a run is as good as a taken seat', () => {
  const row = drawn('ssssss_ssssss', REST)
  expect(gapLeft(row, ['A2', 'A3'])).toEqual({ lonely: 'A1', instead: ['A1', 'A2'] })
  expect(gapLeft(row, ['A4', 'A5'])).toEqual({ lonely: 'A6', instead: ['A3', 'A4'] })
  expect(gapLeft(row, ['A8', 'A9'])).toEqual({ lonely: 'A7', instead: ['A7', 'A8'] })
})

test('a hole in the middle of the choice closes', () => {
  const row = drawn('ssssssss', REST)
  expect(gapLeft(row, ['A3', 'A5'])).toEqual({ lonely: 'A4', instead: ['A3', 'A4'] })
})

test('what would be whole further than two seats away is told, but not offered', () => {
  const row = drawn('spsppss', REST)
  expect(gapLeft(row, ['A1', 'A3'])).toEqual({ lonely: 'A2', instead: undefined })
})

describe('the rule rests', () => {
  const rests = (lines: readonly string[], chosen: readonly string[]) =>
    expect(gapLeft(drawn(...lines), chosen)).toBeUndefined()

  test('where the seat was alone before', () => rests(['sSssss', REST], ['A3', 'A4']))
  test('where every way to sit there leaves one alone', () => rests(['SsssS', REST], ['A2', 'A3']))
  test('for a party that takes all but one', () =>
    rests(['SsssssS', REST], ['A2', 'A3', 'A4', 'A5']))
  test('for a single guest', () => rests(['ssssss', REST], ['A2']))
  test('for a wheelchair and its companion', () => rests(['swcssss', REST], ['A2', 'A3']))
  test('for a love seat', () => rests(['slssss', REST], ['A2', 'A3']))
  test('where only a dearer place would keep the row whole', () =>
    rests(['SpsspS', REST], ['A3', 'A4']))
  test('where somebody can sit beside in a place of another kind', () =>
    rests(['csssss', REST], ['A3', 'A4']))
  test('for the last seats', () => {
    expect(gapLeft(drawn('ssssssssss'), ['A2', 'A3'])?.lonely).toBe('A1')
    expect(SELL_WHAT_IS_LEFT).toBe(10)
    rests(['Sssssssssss'.slice(0, 10)], ['A3', 'A4'])
  })
  test('for seats that are not there, or not free', () => rests(['SSsss', REST], ['A1', 'Z9']))
})

test('the seats offered instead are free, as many and as dear, and leave nobody alone anew', () => {
  const cases = fc.tuple(anySituation(), fc.array(fc.nat(), { minLength: 2, maxLength: 5 }))
  let offered = 0
  fc.assert(
    fc.property(cases, ([situation, picks]) => {
      const free = situation.plan.seats.map(({ row, number }) => `${row}${number}`)
      const open = free.filter((id) => !situation.taken.has(id))
      if (open.length < 2) return
      const chosen = [...new Set(picks.map((pick) => open[pick % open.length] ?? ''))]
      const gap = gapLeft(situation, chosen)
      if (!gap) return
      const without = (ids: readonly string[]) =>
        aloneIn({ ...situation, taken: new Set([...situation.taken, ...ids]) })
      const before = aloneIn(situation)
      expect(without(chosen)).toContain(gap.lonely)
      expect(before).not.toContain(gap.lonely)
      if (!gap.instead) return
      offered += 1
      expect(new Set(gap.instead).size).toBe(chosen.length)
      expect(gap.instead.every((id) => open.includes(id))).toBe(true)
      const areas = (ids: readonly string[]) =>
        seatsOf(situation, ids)
          .map(({ area, row }) => area + row)
          .sort()
      expect(areas(gap.instead)).toEqual(areas(chosen))
      expect(gapLeft(situation, gap.instead)).toBeUndefined()
      const anew = [...without(gap.instead)].filter((id) => !before.has(id))
      // Gaps nobody could avoid may stay; the one told of is gone.
      expect(anew.length).toBeLessThan([...without(chosen)].filter((id) => !before.has(id)).length)
    }),
    { numRuns: 3_000 },
  )
  expect(offered).toBeGreaterThan(100)
})
