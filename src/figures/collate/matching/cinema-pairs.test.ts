import { expect, test } from 'vitest'
import type { CinemaKnown } from './cinema-known.ts'
import { cinemaMember } from './cinema-known.ts'
import { pairCinemas } from './cinema-pairs.ts'
import { decidePairs } from './decide-pairs.ts'
import { pairKey } from './pair.ts'

const PLAIN = {
  ...{
    timezone: 'Asia/Jakarta',
    currency: 'IDR',
    reported: true,
    chain: '',
    address: '',
    code: '',
  },
  city: '',
}

type Said = Partial<CinemaKnown> & { readonly name: string }

function judge(left: Said, right: Said) {
  const all = [
    { ...PLAIN, id: 1, sources: [1], ...left },
    { ...PLAIN, id: 2, sources: [2], ...right },
  ]
  const none = { same: new Set<string>(), apart: new Set<string>() }
  const { made, open } = decidePairs(all.map(cinemaMember), pairCinemas(all), none)
  const keys = (pairs: typeof made) => pairs.map((pair) => pairKey(pair.left, pair.right))
  return keys(made).length > 0 ? 'made' : keys(open).length > 0 ? 'open' : 'nothing'
}

const HERE = { latitude: -6.2, longitude: 106.8 }

test.each<[string, Said, Said]>([
  [
    'case and brackets',
    { name: 'Odeum Marlowe', city: 'Springvale' },
    { name: 'ODEUM MARLOWE (Springvale)', city: 'Springvale' },
  ],
  [
    'the city in the name',
    { name: 'Odeum Marlowe', city: 'Springvale', place: HERE },
    { name: 'Odeum Marlowe Springvale', place: HERE },
  ],
  [
    'a letter',
    { name: 'Odeum Marlowe', city: 'Springvale', place: HERE },
    { name: 'Odeum Marlow', city: 'Springvale', place: HERE },
  ],
  [
    'only the code',
    { name: '星光影城', code: '11012345' },
    { name: 'Starlight City', code: '11012345' },
  ],
  ['characters', { name: '星光國際影城', city: '上海' }, { name: '星光国际影城', city: '上海' }],
])('two cinemas that differ by %s are one', (_, left, right) => {
  expect(judge(left, right)).toBe('made')
})

test.each<[string, Said, Said]>([
  [
    'another town',
    { name: 'Odeum Marlowe', city: 'Springvale' },
    { name: 'Odeum Marlowe', city: 'Ashford' },
  ],
  [
    'a number',
    { name: 'Odeum Marlowe 1', city: 'Springvale' },
    { name: 'Odeum Marlowe 2', city: 'Springvale' },
  ],
  [
    'the map',
    { name: 'Odeum Marlowe', place: HERE },
    { name: 'Odeum Marlowe', place: { latitude: -7, longitude: 110 } },
  ],
  [
    'the chain',
    { name: 'Marlowe', city: 'Springvale', chain: 'Odeum' },
    { name: 'Marlowe', city: 'Springvale', chain: 'Kinex' },
  ],
  [
    'one list that has both',
    { name: 'Odeum Marlowe', city: 'Springvale', sources: [2] },
    { name: 'Odeum Marlow', city: 'Springvale' },
  ],
])('cinemas told apart by %s are not made one', (_, left, right) => {
  expect(judge(left, right)).not.toBe('made')
})
