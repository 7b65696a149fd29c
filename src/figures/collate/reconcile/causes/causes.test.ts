import { describe, expect, test } from 'vitest'
import type { Half, Pair } from '../align.ts'
import type { Behind } from '../behind-store.ts'
import { findCauses } from '../find-causes.ts'
import type { Side } from '../side.ts'
import { placeCauses } from './definition-causes.ts'
import type { RowLook } from './row-look.ts'

const NOTHING: Behind = {
  types: [],
  screenings: [],
  days: [],
  lines: [],
  refunds: 0n,
  refunded: 0,
  feeHall: 0n,
  feeOnline: 0n,
  tax: 0n,
}

function half(value: number, more: Partial<Half> = {}): Half {
  return {
    value: BigInt(value),
    firstDay: '',
    lastDay: '',
    filmIds: [1],
    ofFilm: new Map([[1, BigInt(value)]]),
    ...more,
  }
}

function pair(key: string, left?: number | Half, right?: number | Half): Pair {
  const of = (said: number | Half) => (typeof said === 'number' ? half(said) : said)
  return {
    key,
    cinemaId: 0,
    from: '',
    to: '',
    ...(left !== undefined && { left: of(left) }),
    ...(right !== undefined && { right: of(right) }),
  }
}

type Looked = Partial<Omit<RowLook, 'pair' | 'behind'>> & { readonly behind?: Partial<Behind> }

function look(one: Pair, { behind, ...more }: Looked = {}): RowLook {
  return {
    pair: one,
    metric: 'gross',
    figure: (value) => ({ minor: value.toString(), currency: 'EUR' }),
    titles: { left: [one.key], right: [one.key] },
    behind: behind ? { left: { ...NOTHING, ...behind } } : {},
    spans: {},
    sameSource: false,
    wallTime: (_, seconds) => `2026-11-${String(seconds).padStart(2, '0')} 20:00`,
    ...more,
  }
}

function causesOf(row: RowLook, others: readonly Pair[] = [], more: readonly RowLook[] = []) {
  const found = findCauses({
    pairs: [row.pair, ...more.map((one) => one.pair), ...others],
    rows: [row, ...more],
    titleOf: ({ key }) => key,
    scale: 100n,
  })
  return found.ofRow.get(row.pair.key)?.map(({ id, exact, say }) => ({ id, exact, say })) ?? []
}

const ids = (row: RowLook, others?: readonly Pair[]) => causesOf(row, others).map(({ id }) => id)

const screening = (at: number, gross: number) => ({
  cinemaId: 1,
  day: `2026-11-${String(at).padStart(2, '0')}`,
  startsAtSeconds: at,
  gross: BigInt(gross),
  admissions: 1,
})
const day = (at: number, value: number) => ({
  day: `2026-11-${String(at).padStart(2, '0')}`,
  value: BigInt(value),
})
const type = (name: string, gross: number, free = 0, prices: readonly bigint[] = []) => ({
  name,
  gross: BigInt(gross),
  admissions: 10,
  free,
  prices,
})

describe('one part of the figure is what the other side lacks', () => {
  test('a ticket type', () => {
    const behind = { types: [type('Adult', 5_000), type('Student', 1_700)] }
    expect(causesOf(look(pair('A', 6_700, 5_000), { behind }))).toEqual([
      {
        id: 'missing_type',
        exact: true,
        say: '“Student” tickets come to 17.00 EUR on the left: just what the right is without.',
      },
    ])
  })

  test('a screening, a day, the days from one on, the days up to one', () => {
    const days = [day(1, 100), day(2, 210), day(3, 330), day(4, 440)]
    expect(ids(look(pair('A', 1_080, 750), { behind: { days } }))).toEqual(['missing_day'])
    expect(ids(look(pair('A', 1_080, 310), { behind: { days } }))).toEqual(['missing_from'])
    expect(ids(look(pair('A', 1_080, 770), { behind: { days } }))).toEqual(['missing_until'])
    const screenings = [screening(1, 300), screening(2, 780)]
    expect(ids(look(pair('A', 1_080, 780), { behind: { screenings } }))).toEqual([
      'missing_screening',
    ])
  })

  test('two screenings, where few pairs come to it; as certain as they are few', () => {
    const screenings = [89_200, 4_800, 4_900, 7_700, 13_100].map((gross, at) =>
      screening(at + 1, gross),
    )
    const found = causesOf(look(pair('A', 119_700, 25_700), { behind: { screenings } }))
    expect(found).toMatchObject([{ id: 'missing_pair', exact: true }])
    const twice = [...screenings, screening(6, 4_800)]
    const both = causesOf(look(pair('A', 124_500, 30_500), { behind: { screenings: twice } }))
    expect(both).toMatchObject([
      { id: 'missing_pair', exact: false },
      { id: 'missing_pair', exact: false },
    ])
  })

  test('nothing is claimed of parts that do not come to it, or that are many', () => {
    const screenings = Array.from({ length: 9 }, (_, at) => screening(at + 1, 500))
    expect(ids(look(pair('A', 4_500, 4_000), { behind: { screenings } }))).toEqual([])
    const types = [type('Adult', 5_000), type('Student', 1_700)]
    expect(ids(look(pair('A', 6_700, 5_001), { behind: { types } }))).toEqual([])
  })
})

describe('the sides count something else', () => {
  test('refunds, fees, tax', () => {
    expect(ids(look(pair('A', 3_000, 4_000), { behind: { refunds: 1_000n } }))).toEqual(['refunds'])
    const fees = { feeHall: 60n, feeOnline: 240n }
    expect(ids(look(pair('A', 4_000, 4_240), { behind: fees }))).toEqual(['fees'])
    expect(ids(look(pair('A', 4_000, 4_300), { behind: fees }))).toEqual(['fees'])
    expect(ids(look(pair('A', 4_000, 3_670), { behind: { tax: 330n } }))).toEqual(['tax'])
  })

  test('concessions of its days', () => {
    const behind = { screenings: [screening(1, 3_000), screening(2, 1_000)] }
    const concessionsOn = (_: number, on: string) => (on === '2026-11-02' ? 650n : 0n)
    expect(ids(look(pair('A', 4_000, 4_650), { behind, concessionsOn }))).toEqual(['concessions'])
    expect(ids(look(pair('A', 4_000, 4_651), { behind, concessionsOn }))).toEqual([])
  })

  test('complimentary admissions', () => {
    const behind = { types: [type('Adult', 0), type('Comp', 0, 17)] }
    const figure = Number
    expect(ids(look(pair('A', 46, 29), { behind, figure, metric: 'admissions' }))).toEqual([
      'complimentary',
    ])
  })

  test('free tickets that the other side values, at a price of the film or alike in other rows', () => {
    const types = [type('Adult', 29_000, 0, [1_000n]), type('Member', 0, 17)]
    expect(ids(look(pair('A', 29_000, 46_000), { behind: { types } }))).toEqual(['free_valued'])
    const passes = (free: number) => [type('Adult', 9_000, 0, [1_000n]), type('Pass', 0, free)]
    const one = look(pair('A', 9_000, 12_200), { behind: { types: passes(4) } })
    expect(ids(one)).toEqual([])
    const other = look(pair('B', 9_000, 13_000), { behind: { types: passes(5) } })
    expect(causesOf(one, [], [other]).map(({ id }) => id)).toEqual(['free_valued_alike'])
  })

  test('a row on one side whose tickets were all free', () => {
    const behind = { types: [type('Comp', 0, 20)] }
    expect(ids(look(pair('A', 0), { behind }))).toEqual(['free_only'])
    expect(ids(look(pair('A', 100), { behind }))).toEqual([])
  })
})

describe('patterns over many rows', () => {
  const five = (factor: (value: number) => number) =>
    [11_300, 22_700, 5_900, 81_100, 43_300].map((value, at) =>
      pair(`R${at}`, value, Math.round(factor(value))),
    )

  test('one factor: a tax, a unit', () => {
    const taxed = causesOf(
      look(pair('A', 70_700, 77_063)),
      five((value) => value * 1.09),
    )
    expect(taxed[0]?.say).toBe(
      '6 of 6 rows that differ do so by one factor: the right is 1.09 times the left. One side may be without a tax of 9 %, or in another currency.',
    )
    const units = causesOf(
      look(pair('A', 70_700, 707_000_000)),
      five((value) => value * 10_000),
    )
    expect(units.map(({ id }) => id)).toContain('ratio_unit')
    expect(units.find(({ id }) => id === 'ratio_unit')?.say).toContain('units of 10000')
  })

  test('no factor where the rows are few, or most have another', () => {
    expect(ids(look(pair('A', 10_000, 10_900)), five((value) => value * 1.09).slice(0, 3))).toEqual(
      [],
    )
    const mixed = [...five((value) => value * 1.09), ...five((value) => value + 777)]
    expect(ids(look(pair('A', 10_000, 12_345)), mixed)).toEqual([])
  })

  test('amounts in whole units on one side', () => {
    const rounded = five((value) => Math.round((value + 37) / 100) * 100)
    expect(ids(look(pair('A', 70_737, 70_700)), rounded)).toEqual(['rounded'])
  })
})

describe('lines', () => {
  test('a multiple of the other side, and a line that stands twice', () => {
    expect(ids(look(pair('A', 4_310, 8_620)))).toEqual(['doubled'])
    const lines = [{ value: 430n, times: 3 }]
    expect(ids(look(pair('A', 5_170, 4_310), { behind: { lines } }))).toEqual(['line_twice'])
    expect(ids(look(pair('A', 5_171, 4_310), { behind: { lines } }))).toEqual([])
  })

  test('the figure of another film, if it says enough', () => {
    const others = [pair('Other', 123_475, 123_475)]
    expect(causesOf(look(pair('A', 120_000, 123_475)), others)).toMatchObject([
      { id: 'repeats', exact: false },
    ])
    expect(ids(look(pair('A', 40_000, 43_000)), [pair('Other', 43_000, 43_000)])).toEqual([])
  })
})

describe('names', () => {
  test('what stands alone over there under a like name', () => {
    const alone = (title: string) => [pair(title, undefined, 4_000)]
    const near = (title: string, other: string) => ids(look(pair(title, 4_000)), alone(other))
    expect(near('The Weir Keeper', 'Women on Top: The Weir Keeper')).toEqual(['near_prefix'])
    expect(near('Orbit of Ida', 'Orbit of Ida (4K Restoration)')).toEqual(['near_suffix'])
    expect(near('Café Society', 'Cafe Society')).toEqual(['near_name'])
    expect(near('The Second Mother', 'Mother!')).toEqual([])
    expect(near('Harbour Lights 2', 'Harbour Lights 3')).toEqual([])
  })

  test('a name on one side that is just what another row differs by', () => {
    const row = look(pair('Orbit of Ida', 10_000, 18_920))
    expect(ids(row, [pair('Science on Screen: Orbit of Ida', 8_920)])).toEqual(['makes_up'])
    expect(ids(row, [pair('Science on Screen: Orbit of Ida', 8_921)])).toEqual([])
  })

  test('blanks, capitals, and two films of one name', () => {
    const titles = { left: ['Kestrel'], right: ['Kestrel '] }
    expect(causesOf(look(pair('A', 100, 200), { titles })).map(({ say }) => say)).toContain(
      'Only blanks in the name differ: “Kestrel” left, “Kestrel␣” right.',
    )
    const cased = { left: ['Kestrel'], right: ['KESTREL'] }
    expect(ids(look(pair('A', 310, 400), { titles: cased }))).toEqual(['name_case'])
    const two = half(400, {
      filmIds: [1, 2],
      ofFilm: new Map([
        [1, 100n],
        [2, 300n],
      ]),
    })
    expect(causesOf(look(pair('A', 310, two)))[0]?.say).toBe(
      'The right has 2 films of this name: 1.00, 3.00.',
    )
  })
})

test('a country beside cinemas, and cinemas that one side has alone', () => {
  const side = (cinemas: readonly string[], territories: readonly string[]): Side => ({
    ...{ sourceId: 1, owner: 1, source: 'A', metric: 'gross', by: ['film'] },
    figures: {
      ...{ metric: 'gross', kind: 'day', currencies: ['EUR'], byFilm: true, definitions: [] },
      cinemas,
      territories,
    },
  })
  const found = (left: Side, right: Side) =>
    placeCauses({ left, right }).map(({ id, side: here }) => [id, here])
  expect(found(side(['1'], []), side([], ['US']))).toEqual([['other_places', 'right']])
  expect(found(side(['1', '2'], []), side(['1'], []))).toEqual([['other_cinemas', 'left']])
  expect(found(side(['1'], []), side(['1'], []))).toEqual([])
})

test('days that the other side does not cover, and totals that began before', () => {
  const days = [day(1, 1_300), day(2, 2_100), day(9, 700)]
  const spans = { right: ['2026-11-01', '2026-11-07'] as const }
  const right = half(3_400, { firstDay: '2026-11-01', lastDay: '2026-11-07' })
  expect(causesOf(look(pair('A', 4_100, right), { behind: { days }, spans }))).toContainEqual({
    id: 'outside_days',
    exact: true,
    say:
      'The right has no day before 2026-11-01 and none after 2026-11-07; ' +
      'on other days the left has 7.00 EUR.',
  })
  const total = half(9_900, { firstDay: '2026-11-01', lastDay: '2026-11-09', firstTotal: 7_100n })
  expect(ids(look(pair('A', 4_100, total), { behind: { days }, sameSource: true }))).toEqual([
    'before_first_total',
  ])
})
