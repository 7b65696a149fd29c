import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decidePairs } from './decide-pairs.ts'
import type { FilmKnown } from './film-known.ts'
import { filmMembers } from './film-member.ts'
import { pairFilms } from './film-pairs.ts'
import { pairKey } from './pair.ts'

const NONE = { same: new Set<string>(), apart: new Set<string>() }
const [HOUSE, TRADE] = [1, 2]

type Said = Partial<FilmKnown> & { readonly title: string }

/** Films of a house that codes nothing, and of a trade list that gives each release its code. */
function films(house: readonly Said[], trade: readonly Said[]): FilmKnown[] {
  const plain = { otherTitle: '', toldApart: '', distributor: '' }
  return [
    ...house.map((film, at) => {
      return { ...plain, id: at + 1, reported: false, sources: [HOUSE], ...film }
    }),
    ...trade.map((film, at) => {
      const told = { ...plain, toldApart: `rl${at + 1}`, reported: true, sources: [TRADE] }
      return { ...told, id: house.length + at + 1, ...film }
    }),
  ]
}

function judge(all: readonly FilmKnown[], decided = NONE) {
  const { made, open, groups } = decidePairs(filmMembers(all), pairFilms(all), decided)
  const keys = (pairs: typeof made) => pairs.map(({ left, right }) => pairKey(left, right))
  return { made: keys(made), open: keys(open), groups }
}

const SHOWN = { firstDay: '2018-03-16', lastDay: '2018-03-22' }
const OPENED = { opensOn: '2018-03-02', firstDay: '2018-03-02', lastDay: '2018-05-01' }

test.each<[string, Said, Said]>([
  ['an article', { title: 'Lantern Keeper' }, { title: 'The Lantern Keeper' }],
  ['a letter', { title: 'Wolf Harbours Crossing' }, { title: 'Wolf Harbour Crossing' }],
  ['a generic word', { title: 'Silent Harbour' }, { title: 'Silent Harbour: The Movie' }],
  [
    'a subtitle',
    { title: 'Leaning Toward Winter: A Portrait' },
    { title: 'Leaning Toward Winter' },
  ],
  ['a number beside a subtitle', { title: 'Saga: Iron Tide' }, { title: 'Saga 5: Iron Tide' }],
  ['whose it is', { title: 'Brandt’s Winter Engine Choir' }, { title: 'Winter Engine Choir' }],
  ['the order', { title: '2018 Shorts: Lantern' }, { title: 'Lantern Shorts 2018' }],
  [
    'a title in Chinese',
    { title: '山城往事', otherTitle: 'Mountain Town' },
    { title: 'Mountain Town' },
  ],
  ['characters', { title: '臥虎山城' }, { title: '卧虎山城' }],
])('two titles that differ by %s are one film', (_, house, trade) => {
  expect(judge(films([{ ...house, ...SHOWN }], [{ ...trade, ...OPENED }])).made).toEqual(['1 2'])
})

test.each<[string, Said, Said]>([
  ['a sequel', { title: 'Harbour Lights', ...SHOWN }, { title: 'Harbour Lights 2', ...OPENED }],
  [
    'a remake',
    { title: 'Harbour Lights (1977)', ...SHOWN },
    { title: 'Harbour Lights', ...OPENED },
  ],
  [
    'an older namesake',
    { title: 'Harbour Lights', firstDay: '2016-03-16', lastDay: '2016-03-16' },
    { title: 'Harbour Lights', ...OPENED },
  ],
  [
    'a play on the screen',
    { title: 'National Theatre Live: Harbour Lights', ...SHOWN },
    { title: 'Harbour Lights', ...OPENED },
  ],
  ['another article', { title: 'Harbour', ...SHOWN }, { title: 'A Harbour', ...OPENED }],
  ['a neighbour in the dictionary', { title: 'Rings', ...SHOWN }, { title: 'Kings', ...OPENED }],
  [
    'a cut of its own',
    { title: 'Harbour Lights: The Final Cut', ...SHOWN },
    { title: 'Harbour Lights', ...OPENED },
  ],
  [
    'other Chinese titles',
    { title: '山城往事', otherTitle: 'Home', ...OPENED },
    { title: '海上列车', otherTitle: 'Home', ...OPENED },
  ],
])('%s is never made one without asking', (_, house, trade) => {
  expect(judge(films([house], [trade])).made).toEqual([])
})

test('a film shown before its re-release is the film that is released again', () => {
  const shown = { title: 'Harbour Lights', firstDay: '2016-07-27', lastDay: '2016-07-27' }
  const again = { title: 'Harbour Lights2018 Re-release', opensOn: '2018-07-15' }
  expect(judge(films([shown], [again])).made).toEqual(['1 2'])
})

test('of two releases of one title the one that opened just before is taken; the other may be asked', () => {
  const house = [{ title: 'Harbour Lights', ...SHOWN }]
  const trade = [
    { title: 'Harbour Lights', ...OPENED },
    { title: 'Harbour Lights2017 Re-release', opensOn: '2017-01-01' },
  ]
  const { made, open } = judge(films(house, trade))
  expect(made).toEqual(['1 2'])
  expect(open).toHaveLength(1)
})

test('two films of one title that opened together are put before somebody', () => {
  const trade = [
    { title: 'Harbour Lights', ...OPENED },
    { title: 'Harbour Lights', ...OPENED, opensOn: '2018-03-05' },
  ]
  const { made, open } = judge(films([{ title: 'Harbour Lights', ...SHOWN }], trade))
  expect(made).toEqual([])
  expect(open).toEqual(['1 2', '1 3'])
})

test('a spelling of our own is one with another of ours, and both with the trade’s', () => {
  const house = [
    { title: 'Harbour Lights', ...SHOWN },
    { title: 'Harbour Lights (Subtitled)', ...SHOWN },
  ]
  const { groups } = judge(films(house, [{ title: 'Harbor Lights', ...OPENED }]))
  expect(groups.membersOf(1).toSorted()).toEqual([1, 2, 3])
})

test('what people decided holds, whatever the evidence says', () => {
  const all = films(
    [{ title: 'Harbour Lights', ...SHOWN }],
    [{ title: 'Harbour Lights', ...OPENED }],
  )
  expect(judge(all, { same: new Set(), apart: new Set(['1 2']) })).toMatchObject({
    made: [],
    open: [],
  })
  const others = films([{ title: 'Alder' }], [{ title: 'Birch' }])
  const { groups } = judge(others, { same: new Set(['1 2']), apart: new Set() })
  expect(groups.rootOf(2)).toBe(1)
})

test('whatever is decided: no group holds a pair kept apart, or two of one source’s codes', () => {
  const titles = ['Harbour Lights', 'Harbour Lights (3D)', 'The Harbour Lights', 'Harbor Lights']
  const title = fc.record({ title: fc.constantFrom(...titles), opensOn: fc.constant('2018-03-02') })
  const pair = fc.tuple(fc.integer({ min: 1, max: 8 }), fc.integer({ min: 1, max: 8 }))
  const some = fc.record({
    house: fc.array(title, { maxLength: 4 }),
    trade: fc.array(title, { maxLength: 4 }),
    apart: fc.array(pair, { maxLength: 4 }),
  })
  fc.assert(
    fc.property(some, ({ house, trade, apart }) => {
      const all = films(house, trade)
      const keys = apart.filter(([one, other]) => one !== other).map(([a, b]) => pairKey(a, b))
      const { groups } = judge(all, { same: new Set(), apart: new Set(keys) })
      for (const key of keys) {
        const [one = 0, other = 0] = key.split(' ').map(Number)
        if (all.length >= other) expect(groups.rootOf(one)).not.toBe(groups.rootOf(other))
      }
      for (const { id } of all) {
        const coded = groups.membersOf(id).filter((member) => member > house.length)
        expect(coded.length).toBeLessThanOrEqual(1)
        expect(groups.rootOf(id)).toBe(Math.min(...groups.membersOf(id)))
      }
    }),
  )
})
