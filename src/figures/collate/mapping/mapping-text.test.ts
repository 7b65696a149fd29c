import fc from 'fast-check'
import { expect, test } from 'vitest'
import { expectAccepted } from '#kernel'
import { FIELD_SHAPES } from './fields.ts'
import type { ColumnsMapping, Mapping } from './mapping.ts'
import { printMapping } from './mapping-text.ts'
import { readMappingText } from './read-mapping.ts'

const NAAS = `
# Any comment may stand here.
name: Naas till
table: ticket
currency: EUR
timezone: Europe/Dublin
rows: counted
reading: { format: csv, encoding: windows-1252, separator: ";" }
columns:
  Event Title: film
  Showing Date/Time: { field: startsAt, dates: mdy }
  Amt:
    field: price
    decimal: ","
    unit: 元
ignore: [Cashier]
constants:
  channel: counter
empty:
  - rule: a line of totals
    column: Event Title
    is: [Total]
`

test('a mapping is read as somebody writes it', () => {
  expect(expectAccepted(readMappingText(NAAS))).toEqual({
    name: 'Naas till',
    table: 'ticket',
    currency: 'EUR',
    timezone: 'Europe/Dublin',
    rows: 'counted',
    scope: 'part',
    reading: { format: 'csv', encoding: 'windows-1252', separator: ';' },
    columns: [
      { column: 'Event Title', field: 'film' },
      { column: 'Showing Date/Time', field: 'startsAt', dates: 'mdy' },
      { column: 'Amt', field: 'price', decimal: ',', unit: 'one' },
    ],
    ignore: ['Cashier'],
    constants: [{ field: 'channel', value: 'counter' }],
    empty: [{ rule: 'a line of totals', column: 'Event Title', is: ['Total'] }],
  } satisfies Mapping)
})

const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 })
const trap = fc.constantFrom(
  'no',
  '1.10',
  '~',
  'null',
  '__proto__',
  'constructor',
  '<<',
  '- a',
  '#',
  '*x',
  '&x',
  ': ',
  '2018-01-01',
  ' ',
  '"',
  '\u0000',
  '\n',
)
const anyText = fc.oneof(text, trap).filter((one) => one.trim() !== '')
const column = fc
  .record({
    decimal: fc.option(fc.constantFrom('.' as const, ',' as const)),
    unit: fc.option(fc.constantFrom('minor' as const, 'ten_thousand' as const)),
  })
  .map(({ decimal, unit }) => ({ ...(decimal && { decimal }), ...(unit && { unit }) }))
const words = fc.uniqueArray(fc.record({ cell: anyText, means: anyText }), {
  selector: ({ cell }) => cell,
  maxLength: 3,
})

const mappings: fc.Arbitrary<ColumnsMapping> = fc
  .record({
    name: anyText.map((one) => `till ${one}`.replace(/\s+/gu, ' ').normalize('NFC').trim()),
    columns: fc.uniqueArray(anyText, { minLength: 4, maxLength: 6 }),
    price: column,
    words,
    channel: anyText,
    counted: fc.boolean(),
    scope: fc.constantFrom('part', 'span', 'days', 'all'),
    is: fc.array(anyText, { maxLength: 3 }),
  })
  .map(({ name, columns: [film = '', at = '', price = '', type = '', ...ignore], ...rest }) => ({
    name,
    table: 'ticket',
    rows: rest.counted ? 'counted' : ['film', 'startsAt'],
    scope: rest.scope,
    columns: [
      { column: film, field: 'film' },
      { column: at, field: 'startsAt', dates: 'dmy', zone: 'Asia/Shanghai' },
      { column: price, field: 'price', ...rest.price },
      { column: type, field: 'ticketType', ...(rest.words.length > 0 && { words: rest.words }) },
    ],
    ...(ignore.length > 0 && { ignore }),
    constants: [{ field: 'channel', value: rest.channel }],
    empty: [{ rule: 'totals', column: film, is: rest.is }],
  }))

test('whatever is printed is read back as the same mapping', () => {
  fc.assert(
    fc.property(mappings, (mapping) => {
      expect(expectAccepted(readMappingText(printMapping(mapping)))).toEqual(mapping)
    }),
    { numRuns: 300 },
  )
})

test.each([
  ['', 'The mapping is empty.'],
  ['- a', 'Line 1: The mapping must be written as “name: value” lines.'],
  [
    NAAS.replace('table: ticket', 'table: tickets'),
    'Line 4: “tickets” is no table known here. Did you mean ticket?',
  ],
  [
    NAAS.replace('Event Title: film', 'Event Title: flim'),
    'Line 10: “flim” is no field known here. Did you mean film?',
  ],
  [
    NAAS.replace('Event Title: film', 'Event Title: gross'),
    'Line 10: ticket sales have no field “gross”.',
  ],
  [NAAS.replace('Amt:', 'Event Title:'), 'Line 12: This is no YAML: Map keys must be unique.'],
  [NAAS.replace('field: price', 'field: film'), 'Line 12: “film” is said twice. Leave one out.'],
  [NAAS.replace('decimal: ","', 'decimal: ";"'), 'Line 14: “;” is no decimal mark known here.'],
  [NAAS.replace('unit: 元', 'unit: bushel'), 'Line 15: “bushel” is no unit known here.'],
  [
    NAAS.replace('dates: mdy', 'decimal: ","'),
    'Line 11: “decimal” says nothing of Screening start. Leave it out.',
  ],
  [
    NAAS.replace('currency: EUR', 'currency: EURO'),
    'Line 5: “EURO” is no currency. Give an ISO 4217 code such as USD.',
  ],
  [
    NAAS.replace('Europe/Dublin', 'Dublin'),
    'Line 6: “Dublin” is no time zone. Give a name such as America/Chicago.',
  ],
  [
    NAAS.replace('rows: counted', 'rows: [seat]'),
    'Line 7: Rows are told apart by “seat”, which no column becomes.',
  ],
  [
    NAAS.replace('colour', '')
      .replace('scope', 'x')
      .replace('rows: counted', 'rows: counted\nscop: part'),
    'Line 8: “scop” is no part of a mapping. Did you mean scope?',
  ],
  [
    NAAS.replace('  Event Title: film\n', ''),
    'Line 9: No column becomes film. ticket sales need it.',
  ],
  [NAAS.replace('[Cashier]', '[Amt]'), 'Line 16: “Amt” is both read and ignored. Leave one out.'],
  [NAAS.replace('[Cashier]', '[A, A]'), 'Line 16: “A” is ignored twice. Leave one out.'],
  [
    'name: x\ntable: box_office\nrows: [day]\ncolumns: { D: day, G: gross }\nconstants:\n  cinema: Odeon',
    'Line 6: The figures are one cinema’s: write “about: cinema” at the top in the place of this line, ' +
      'and name the cinema when the file is imported.',
  ],
  [
    'name: x\nlayout: nothing-known\nrename: { A: B }',
    'Line 2: There is no layout “nothing-known”.',
  ],
])('what is wrong is said with its line: %#', (yaml, say) => {
  const read = readMappingText(yaml)
  expect(read.ok ? undefined : read.say).toBe(say)
})

test('YAML that means harm is refused, and quickly', () => {
  const bomb = ['a: &a [x, x, x, x, x, x, x, x]']
  for (let level = 0; level < 12; level++) bomb.push(`b${level}: &b${level} [*a, *a, *a, *a, *a]`)
  const hostile = [
    bomb.join('\n'),
    'name: &n x\ntable: *n',
    '__proto__: { polluted: yes }',
    'constructor: { prototype: { polluted: yes } }',
    'name: !!js/function "function () {}"',
    '[['.repeat(5000),
    '{a: '.repeat(3000),
    '- '.repeat(20_000),
    `name: ${'x'.repeat(300_000)}`,
    `name: x\ncolumns:\n${Array.from({ length: 30_000 }, (_, at) => ` c${at}: film`).join('\n')}`,
    '--- a\n--- b',
    '%TAG ! tag:evil,2000:\n---\n!x y',
    '? [complex, key]\n: value',
    '\u0000\u0001',
    '<<: { name: x }',
  ]
  const before = performance.now()
  for (const yaml of hostile)
    expect(readMappingText(yaml)).toMatchObject({ refusal: 'mapping_unusable' })
  expect(performance.now() - before).toBeLessThan(5000)
  expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false)
})

test('every field has a label, and a kind that is read', () => {
  for (const shape of Object.values(FIELD_SHAPES)) expect(shape.label).not.toBe('')
})
