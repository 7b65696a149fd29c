import fc from 'fast-check'
import { expect, test } from 'vitest'
import { foldText, wordsOf } from './fold-text.ts'
import { learnSeries } from './series.ts'
import { keyOf, readTitle } from './title-form.ts'

const read = (title: string, otherTitle = '', series: readonly string[] = []) =>
  readTitle(title, otherTitle, new Set(series))
const key = (title: string) => read(title).forms[0]?.key

test.each([
  ['Lantern Keeper, The', 'The Lantern Keeper'],
  ['THE  LANTERN KEEPER', 'the lantern keeper'],
  ['Café Néon', 'Cafe Neon'],
  ['Salt & Stone', 'Salt and Stone'],
  ['Salt + Stone', 'Salt and Stone'],
  ['Don’t Wait', "Don't Wait"],
  ['S.W.A.T. Nights', 'SWAT Nights'],
  ['Ｆｕｌｌ Ｗｉｄｔｈ', 'Full Width'],
  ['Harbour Ⅱ', 'Harbour 2'],
  ['Harbour II', 'Harbour 2'],
  ['Harbour: Part Two', 'Harbour 2'],
  ['Harbour, Chapter II', 'Harbour 2'],
  ['Harbour Vol. 2', 'Harbour Volume Two'],
  ['Harbour (2D)', 'Harbour'],
  ['Harbour 3D', 'Harbour'],
  ['Harbour in IMAX 3D', 'Harbour'],
  ['Harbour (IMAX, Subtitled)', 'Harbour'],
  ['Harbour (Hindi with English subtitles)', 'Harbour'],
  ['Harbour (2017)', 'Harbour'],
  ['Harbour2018 Re-release', 'Harbour'],
  ['Harbour - 25th Anniversary', 'Harbour'],
  ['Harbour (Sing-Along)', 'Harbour'],
  ['Sing-Along: Harbour', 'Harbour'],
  ['Harbour - Open Captions', 'Harbour'],
  ['葉問3', '叶问３'],
  ['叶问第三部', '叶问3'],
  ['山城（国语版）', '山城'],
  ['山城3D版', '山城'],
  ['山城(重映)', '山城'],
])('“%s” is the title “%s”', (one, other) => {
  expect(key(one)).toBe(key(other))
})

test.each([
  ['Harbour', 'Harbour 2'],
  ['Harbour 2', 'Harbour 3'],
  ['Harbour Two', 'Harbour'],
  ['Summer 1993', 'Summer'],
  ['Beacon 2049', 'Beacon'],
  ['山城2', '山城'],
  ['山城（上）', '山城（下）'],
  ['Only One', 'Only'],
])('“%s” is not the title “%s”', (one, other) => {
  expect(key(one)).not.toBe(key(other))
})

test('what stands beside a title is told apart from it', () => {
  expect(read('Harbour (1977)')).toMatchObject({ year: 1977 })
  expect(read('Harbour2018 Re-release')).toMatchObject({ againIn: 2018 })
  expect([...read('Harbour (Director’s Cut)').marks]).toEqual(['cut'])
  expect([...read('Harbour (Encore) 35mm').marks].toSorted()).toEqual(['format', 'occasion'])
  expect(read('National Theatre Live: Harbour').stage).toBe(true)
  expect(read('Harbour of the Opera House').forms[0]?.text).toBe('harbour of the opera house')
})

test('other names are names too: in brackets, behind a stroke, in another language', () => {
  const keys = (title: string, other = '') => read(title, other).forms.map((form) => form.key)
  expect(keys('Harbour (Hafenlicht)')).toEqual(['harbour', 'hafenlicht'])
  expect(keys('Harbour / Hafenlicht')).toEqual(['harbour', 'hafenlicht'])
  expect(keys('山城', 'Mountain Town')).toEqual([keyOf('山城'), 'mountaintown'])
  expect(keys('F(r)iendly Harbour')).toEqual(['friendlyharbour'])
  expect(read('山城').forms[0]?.sound).toBe('shancheng')
})

test('the series a house shows films in is learnt; the name of a franchise is none', () => {
  const titles = [
    ...['Late Night Art: Harbour', 'Late Night Art: Beacon', 'Late Night Art: Tide'],
    ...['Space Saga: The Return', 'Space Saga: The Fall', 'Space Saga: The Rise', 'Space Saga'],
    ...['Owl Hour: Harbour', 'Owl Hour: Beacon', 'Harbour', 'Beacon'],
  ]
  const series = learnSeries(titles)
  expect([...series].toSorted()).toEqual(['late night art', 'owl hour'])
  const found = read('Late Night Art: Harbour', '', [...series])
  expect(found).toMatchObject({ series: 'late night art', forms: [{ key: 'harbour' }] })
})

test('nothing a source may send breaks it', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), (one, other) => {
      const reading = read(one, other)
      for (const form of reading.forms) {
        expect(form.key).toBe(form.words.join(''))
        expect(form.words).not.toContain('')
      }
      expect(wordsOf(foldText(one)).every((word) => !/\s/.test(word))).toBe(true)
    }),
  )
})

test.each([
  'The Salt Ferry w/ Q&A',
  'The Salt Ferry + Q&A with Director Jo Vane',
  'The Salt Ferry with Director in Person',
  'The Salt Ferry followed by discussion',
  'The Salt Ferry Benefit Screening',
  'The Salt Ferry with live score by a trio',
  'The Salt Ferry on 35mm!',
  'The Salt Ferry - Local Premiere',
  'Held Over: The Salt Ferry',
  'The Salt Ferry 7:30pm',
  'The Salt Ferry, 2014',
  'The Salt Ferry or (Over the Water)',
])('what a house writes beside a title is no part of it: %s', (title) => {
  expect(readTitle(title, '', new Set()).forms[0]?.key).toBe('saltferry')
})

test.each([
  ['Twenty-Nine Palms', '29 Palms'],
  ['Twentynine Palms', '29 Palms'],
  ['The Twentieth Century', 'The 20th Century'],
  ['Mr. Turner', 'Mister Turner'],
  ['Doctor Vane vs. St. Ives', 'Dr. Vane versus Saint Ives'],
])('“%s” and “%s” are written alike', (one, other) => {
  const keys = [one, other].map((title) => readTitle(title, '', new Set()).forms[0]?.key)
  expect(keys[0]).toBe(keys[1])
})

test('a title that is a hint of an occasion keeps its words', () => {
  for (const title of ['Chimes at Midnight', 'Late Night', 'Stand by Me', 'Q & A', 'Premiere']) {
    expect(readTitle(title, '', new Set()).forms[0]?.text).toBe(title.toLowerCase())
  }
})
