import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Label } from './film-labels.ts'
import { filmsOf, halfOf, labelHash, readLabels } from './film-labels.ts'

const COMMITTED = readFileSync(new URL('film-labels.csv', import.meta.url), 'utf8')

/** A hash of our own making that ends in `digit`. */
function hashed(name: string, digit: string): string {
  return labelHash('art', name).slice(0, 19) + digit
}

function same(left: string, right: string): Label {
  return { set: 'art-us', left, right, label: 'same', note: 'equal' }
}

test('a title is named by the first twenty digits of its hash, blanks and composition aside', () => {
  const plain = labelHash('art', 'The Café of Many Doors')
  // printf 'art\x1fThe Café of Many Doors\x1f' | sha256sum
  expect(plain).toBe('7e25f57a87c152f0f9b6')
  expect(labelHash('art', '  The Cafe\u0301  of Many\u00a0Doors ')).toBe(plain)
  expect(labelHash('art', 'The Café of many Doors')).not.toBe(plain)
  expect(labelHash('us', 'The Café of Many Doors')).not.toBe(plain)
  expect(labelHash('us', 'Doors', 'rl1')).not.toBe(labelHash('us', 'Doors', 'rl2'))
})

test('lines become labels; a line that says nothing clear is a fault with its number', () => {
  const [left, right] = [labelHash('art', 'Doors'), labelHash('us', 'Doors', 'rl1')]
  const good = [`art-us,${left},${right},same,re-release equal`, `art-us,${right},,none,`]
  expect(readLabels(['set,left,right,label,note', ...good, ''].join('\n'))).toEqual([
    { set: 'art-us', left, right, label: 'same', note: 're-release equal' },
    { set: 'art-us', left: right, right: '', label: 'none', note: '' },
  ])
  expect(() => readLabels('set,left,right\n')).toThrow('start with')
  const bad = [`art-us,${left},,same,`, `art-us,${left},${right},none,`, 'art-us,Doors,,none,']
  for (const line of bad) {
    expect(() => readLabels(`set,left,right,label,note\n${line}\n`)).toThrow('Line 2')
  }
})

test('all titles of one film fall in one half, by the smallest of them', () => {
  const [a, b, c, d] = [hashed('a', '2'), hashed('b', '3'), hashed('c', '5'), hashed('d', '6')]
  const chain: Label[] = [same(d, c), same(a, b), { ...same(b, c), label: 'unsure' }]
  const films = filmsOf(chain)
  const smallest = [a, b, c, d].toSorted()[0]
  expect(new Set(films.values())).toEqual(new Set([smallest]))
  expect(new Set(chain.map((label) => halfOf(label, films))).size).toBe(1)
  const alone: Label = { ...same(a, ''), label: 'none' }
  expect(halfOf(alone, filmsOf([alone]))).toBe('tuning')
  const other: Label = { ...same(b, ''), label: 'none' }
  expect(halfOf(other, filmsOf([other]))).toBe('held-out')
  expect(() => halfOf(other, new Map())).toThrow('do not hold')
})

test('however the pairs are ordered the halves are the same', () => {
  const title = fc.integer({ min: 0, max: 30 }).map((at) => labelHash('us', `Film ${at}`))
  const pairs = fc.array(fc.tuple(title, title), { minLength: 1, maxLength: 40 })
  fc.assert(
    fc.property(pairs, (drawn) => {
      const labels = drawn.map(([left, right]) => same(left, right))
      const films = filmsOf(labels)
      const turned = filmsOf(labels.toReversed())
      for (const label of labels) {
        expect(films.get(label.left)).toBe(films.get(label.right))
        expect(halfOf(label, turned)).toBe(halfOf(label, films))
      }
    }),
  )
})

test('the labels kept here: three sets, a pair once, and nothing beside a “none”', () => {
  const labels = readLabels(COMMITTED)
  const pairs = labels.map(({ set, left, right }) => `${set} ${left} ${right}`)
  expect(new Set(pairs).size).toBe(labels.length)
  const none = new Set(labels.filter(({ label }) => label === 'none').map(({ left }) => left))
  expect(labels.filter(({ left, label }) => label !== 'none' && none.has(left))).toEqual([])
  const lefts = (set: string) =>
    new Set(labels.filter((label) => label.set === set).map(({ left }) => left)).size
  expect([lefts('art-us'), lefts('china-us'), lefts('china-china')]).toEqual([503, 496, 522])
  const films = filmsOf(labels)
  const held = labels.filter((label) => halfOf(label, films) === 'held-out').length
  expect(held / labels.length).toBeGreaterThan(0.4)
  expect(held / labels.length).toBeLessThan(0.6)
})
