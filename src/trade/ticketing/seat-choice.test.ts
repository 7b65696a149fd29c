import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { seatId } from '#venues/pure'
import { bestSeats, nearestEqual } from './seat-choice.ts'
import { aloneIn, anySituation, drawn, seatsOf, standSideBySide } from './seat-choice-testing.ts'
import { LONELY_COSTS } from './seat-focus.ts'
import { gapLeft } from './seat-gap.ts'
import type { SeatSituation } from './seat-neighbour.ts'

const best = (situation: SeatSituation, party: number, more = {}) =>
  bestSeats(situation, { party, ...more })

describe('side by side', () => {
  const HALL = Array.from({ length: 10 }, () => 'ssssssssss')

  test('before the middle of the screen, two thirds back', () => {
    expect(best(drawn(...HALL), 2)).toEqual({ seats: ['G5', 'G6'], together: true })
    expect(best(drawn(...HALL), 4)?.seats).toEqual(['G4', 'G5', 'G6', 'G7'])
  })

  test('one row behind before two seats and a half aside', () => {
    const rows = HALL.with(6, 'sssSSSSsss')
    expect(best(drawn(...rows), 2)?.seats).toEqual(['F5', 'F6'])
  })

  test('an aisle parts them, half a step too, and so does a missing seat', () => {
    expect(best(drawn('sss_sss'), 4)?.together).toBe(false)
    expect(best(drawn('ssshsss'), 4)?.together).toBe(false)
    expect(best(drawn('sssssss'), 4)?.together).toBe(true)
  })

  test('a slanted row stays one row', () => {
    const { plan, taken } = drawn('ssss')
    const seats = plan.seats.map((seat, at) => ({ ...seat, y: at < 2 ? 0 : 0.5 }))
    expect(best({ plan: { ...plan, seats }, taken }, 4)?.together).toBe(true)
  })

  test('in the area asked for, and in one area before in two', () => {
    const hall = drawn('ssssss', 'ssssss', 'sspsss')
    expect(best(hall, 1, { area: 'Premium' })?.seats).toEqual(['C3'])
    expect(best(hall, 2, { area: 'Premium' })).toBeUndefined()
    expect(best(drawn('ssspp', 'sssSS'), 4)?.seats).toEqual(['A1', 'A2', 'A3', 'A4'])
    expect(best(drawn('ssspp', 'sssSS'), 3)?.seats).not.toContain('A4')
  })

  test('leaves nobody alone who need not be', () => {
    expect(best(drawn('Sssss'), 3)?.seats).toEqual(['A2', 'A3', 'A4'])
    expect(best(drawn('Sssss', 'ssssssss'), 2)?.seats).toEqual(['B4', 'B5'])
    expect(best(drawn('ssssS', 'SSSSSssssssssssss'), 2)).toMatchObject({ together: true })
  })

  test('love seats whole, and companions last', () => {
    expect(best(drawn('SSSS', 'll'), 2)?.seats).toHaveLength(2)
    expect(best(drawn('ss', 'll'), 2)?.seats).toEqual(['A1', 'A2'])
    expect(best(drawn('ls'), 3)).toEqual({ seats: ['A1', 'A2', 'A3'], together: true })
    expect(best(drawn('l'), 1)).toBeUndefined()
    expect(best(drawn('wcc', 'ss'), 2)?.seats).toEqual(['B1', 'B2'])
    expect(best(drawn('wcc', 'SS'), 2)?.seats).toEqual(['A2', 'A3'])
    expect(best(drawn('wss'), 3)).toBeUndefined()
  })
})

describe('wheelchairs', () => {
  const HALL = drawn('wcsscw', 'ssssss', 'ssssss')

  test('each has its companion beside it', () => {
    expect(best(HALL, 2, { wheelchairs: 1 })).toEqual({ seats: ['A1', 'A2'], together: true })
    expect(best(HALL, 1, { wheelchairs: 1 })?.seats).toEqual(['A1'])
    expect(best(HALL, 3, { wheelchairs: 1 })?.seats).toEqual(['A1', 'A2', 'A3'])
  })

  test('two apart take both companions first', () => {
    const two = best(HALL, 4, { wheelchairs: 2 })
    expect(two?.seats.toSorted()).toEqual(['A1', 'A2', 'A5', 'A6'])
    expect(two?.together).toBe(false)
    expect(best(HALL, 5, { wheelchairs: 2 })?.seats).toHaveLength(5)
  })

  test('not more than there are', () => {
    expect(best(HALL, 3, { wheelchairs: 3 })).toBeUndefined()
    expect(best(HALL, 1, { wheelchairs: 2 })).toBeUndefined()
  })
})

describe('apart', () => {
  test('in two rows behind each other, half and half', () => {
    const pair = best(drawn('sssSsss', 'sssSsss'), 6)
    expect(pair).toEqual({ seats: ['A1', 'A2', 'A3', 'B1', 'B2', 'B3'], together: false })
  })

  test('else as close as there are seats', () => {
    expect(best(drawn('sSSSS', 'SSSSs', 'SSSsS'), 2)?.seats.toSorted()).toEqual(['B5', 'C4'])
    expect(best(drawn('sSsSs'), 4)).toBeUndefined()
    expect(best(drawn('lSsS'), 3)?.seats.toSorted()).toEqual(['A1', 'A2', 'A4'])
  })
})

test('when somebody was quicker, the nearest as many together', () => {
  const hall = drawn('ssssssssssss', 'ssssssSsssss', 'ssssssssssss')
  expect(nearestEqual(hall, ['B7'])).toEqual(['B6'])
  expect(nearestEqual(hall, ['B7', 'B8'])).toEqual(['B8', 'B9'])
  expect(nearestEqual(drawn('SsspP'), ['A5'])).toEqual(['A4'])
  expect(nearestEqual(drawn('Sss_pP'), ['A5'])).toEqual(['A4'])
  expect(nearestEqual(drawn('WcSS_wc'), ['A1', 'A2'])).toEqual(['A5', 'A6'])
  expect(nearestEqual(drawn('SSSs'), ['A1', 'A2'])).toBeUndefined()
  expect(nearestEqual(drawn('s'), ['Z1'])).toBeUndefined()
})

/** The published order, told in full and without any of the code that finds the best. */
function published(situation: SeatSituation, ids: readonly string[], wheelchairs: number) {
  const { plan, taken } = situation
  const seats = seatsOf(situation, ids)
  const front = Math.min(...plan.seats.map(({ y }) => y))
  const back = Math.max(...plan.seats.map(({ y }) => y))
  const squares = seats.map(({ x, y }) => {
    const dy = 2 * (y - (front + ((back - front) * 2) / 3))
    return (x + 0.5 - plan.screen.x) ** 2 + dy ** 2
  })
  const mean = squares.reduce((sum, one) => sum + one, 0) / seats.length
  const before = aloneIn(situation)
  const after = aloneIn({ plan, taken: new Set([...taken, ...ids]) })
  const alone = [...after].some((id) => !before.has(id))
  const near = Math.sqrt(mean) + (alone ? LONELY_COSTS : 0)
  const love = seats.some(({ kind }) => kind === 'love-left')
  const companion = seats.some(({ kind }) => kind === 'companion')
  const kind = wheelchairs > 0 ? 0 : companion ? 3 : love ? 1 + (seats.length % 2) : 0
  return { kind, mixed: Number(new Set(seats.map(({ area }) => area)).size > 1), near }
}

/** Every choice side by side, by trying each set of as many seats of a row in a line. */
function allTogether({ plan, taken }: SeatSituation, party: number, wheelchairs: number) {
  const rows = Map.groupBy(plan.seats, ({ row }) => row)
  return [...rows.values()].flatMap((row) => {
    const sorted = row.toSorted((one, other) => one.x - other.x)
    return sorted.flatMap((_, at) => {
      const seats = sorted.slice(at, at + party)
      const love = (side: string) => seats.filter(({ kind }) => kind === side)
      const isWhole =
        love('love-left').every((left) => love('love-right').some(({ x }) => x === left.x + 1)) &&
        love('love-right').every((right) => love('love-left').some(({ x }) => x === right.x - 1))
      const fits =
        seats.length === party &&
        seats.every((seat) => !taken.has(seatId(seat))) &&
        seats.filter(({ kind }) => kind === 'wheelchair').length === wheelchairs
      return fits && isWhole && standSideBySide(plan, seats) ? [seats.map(seatId)] : []
    })
  })
}

test('on any plan: free, as many, whole; together only if so; none nearer as published', () => {
  const wish = fc.record({
    party: fc.integer({ min: 1, max: 6 }),
    wheelchairs: fc.constantFrom(0, 0, 0, 1, 2),
  })
  const seen = { together: 0, apart: 0, none: 0 }
  fc.assert(
    fc.property(anySituation(), wish, (situation, { party, wheelchairs }) => {
      const { plan, taken } = situation
      const found = bestSeats(situation, { party, wheelchairs })
      const all = wheelchairs > party ? [] : allTogether(situation, party, wheelchairs)
      if (!found) {
        seen.none += 1
        expect(all).toEqual([])
        return
      }
      const seats = seatsOf(situation, found.seats)
      expect(new Set(found.seats).size).toBe(party)
      expect(found.seats.some((id) => taken.has(id))).toBe(false)
      expect(seats.filter(({ kind }) => kind === 'wheelchair')).toHaveLength(wheelchairs)
      for (const { kind, row, x } of seats) {
        if (!kind.startsWith('love')) continue
        const mate = kind === 'love-left' ? x + 1 : x - 1
        expect(seats.some((one) => one.row === row && one.x === mate)).toBe(true)
      }
      expect(found.together).toBe(standSideBySide(plan, seats))
      expect(found.together).toBe(all.length > 0)
      if (!found.together) {
        seen.apart += 1
        expect(gapLeft(situation, found.seats)?.instead).toBeUndefined()
        return
      }
      seen.together += 1
      expect(gapLeft(situation, found.seats)).toBeUndefined()
      if (wheelchairs > 0) return
      const own = published(situation, found.seats, wheelchairs)
      for (const other of all) {
        if (gapLeft(situation, other)) continue
        const rival = published({ plan, taken }, other, wheelchairs)
        const isNearer =
          rival.kind - own.kind || rival.mixed - own.mixed || rival.near - own.near + 1e-9
        expect(isNearer).toBeGreaterThanOrEqual(0)
      }
    }),
    { numRuns: 3_000 },
  )
  expect(Math.min(seen.together, seen.apart, seen.none)).toBeGreaterThan(50)
})

test('what is named instead of taken seats is free, as many, and together', () => {
  fc.assert(
    fc.property(anySituation(), fc.nat(), fc.integer({ min: 1, max: 4 }), (situation, at, size) => {
      const ids = situation.plan.seats.map(seatId)
      const wanted = ids.slice(at % ids.length, (at % ids.length) + size)
      const equal = nearestEqual(situation, wanted)
      if (!equal) return
      expect(new Set(equal).size).toBe(wanted.length)
      expect(equal.some((id) => situation.taken.has(id))).toBe(false)
      expect(standSideBySide(situation.plan, seatsOf(situation, equal))).toBe(true)
    }),
    { numRuns: 1_000 },
  )
})
