import { expect, test } from 'vitest'
import { allRead, factKey } from './all-read.ts'
import { kept } from './kept.ts'
import { readName, readTitle } from './name.ts'

test('names lose the blanks at their ends and keep every letter', () => {
  expect(readTitle(' Café  Lumière ')).toBe('Café Lumière')
  expect(readName('')).toBe('')
  expect(readTitle(' \t')).toMatchObject({ reason: 'title_missing' })
  expect(readName('x'.repeat(501))).toMatchObject({ reason: 'name_too_long' })
})

test('values are read all together, or the first fault is said', () => {
  expect(allRead({ title: readTitle('A'), count: 3 })).toEqual({ title: 'A', count: 3 })
  const wrong = allRead({ title: readTitle(''), city: readName('x'.repeat(501)) })
  expect(wrong).toMatchObject({ fate: 'quarantined', reason: 'title_missing' })
})

test('a key keeps its parts apart', () => {
  expect(factKey('a', 1, 2n)).not.toBe(factKey('a', 12))
})

test('what was read once is not read again', () => {
  let times = 0
  const read = kept((text) => `${text}${++times}`)
  expect([read('a'), read('b'), read('a')]).toEqual(['a1', 'b2', 'a1'])
})
