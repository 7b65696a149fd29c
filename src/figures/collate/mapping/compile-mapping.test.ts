import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { expectAccepted } from '#kernel'
import type { LayoutContext, RowRead } from '../layout.ts'
import type { Said } from '../said.ts'
import { compileMapping } from './compile-mapping.ts'
import { readMappingText } from './read-mapping.ts'

const CONTEXT: LayoutContext = {
  timezone: 'Europe/Dublin',
  dayStartsAt: 6,
  currency: 'EUR',
  territory: 'IE',
  fileName: 'x.csv',
}

function readerOf(yaml: string, header: readonly string[], context: Partial<LayoutContext> = {}) {
  const layout = compileMapping(expectAccepted(readMappingText(yaml)))
  return layout.reader(header, { ...CONTEXT, ...context })
}

function facts(read: RowRead): readonly Said[] {
  if (read.fate === 'row') return read.facts
  throw new Error(read.fate === 'quarantined' ? read.say : read.rule)
}

const TICKETS = `
name: Till
table: ticket
rows: counted
columns:
  Film: film
  Start: { field: startsAt, dates: dmy }
  Type: ticketType
  Qty: quantity
  Each: { field: unitPrice, decimal: "," }
  All: { field: price, decimal: "," }
  Fee: { field: feeOnline, decimal: "," }
`
const HEADER = ['Film', 'Start', 'Type', 'Qty', 'Each', 'All', 'Fee']

describe('tickets', () => {
  const read = readerOf(TICKETS, HEADER)

  test('a sale with all its figures', () => {
    const row = ['Orbit of Ida', '20/11/2026 20:15', 'Adult', '2', '11,90', '€ 23,80', '0,90']
    expect(facts(read(row))).toEqual([
      {
        table: 'ticket',
        key: expect.any(String),
        film: { title: 'Orbit of Ida' },
        ticketType: 'Adult',
        kind: 'sale',
        quantity: 2,
        priceMinor: 2380n,
        feeOnlineMinor: 90n,
        startsAtSeconds: 1_795_205_700,
        tradingDay: '2026-11-20',
        startHour: 20,
      },
    ])
  })

  test.each([
    ['-2', '11,90', '-23,80'],
    ['-2', '-11,90', '-23,80'],
    ['-2', '11,90', '23,80'],
  ])('a refund is negative whichever figure the file signs: %s × %s = %s', (count, each, all) => {
    const row = ['Ida', '20/11/2026 20:15', 'Adult', count, each, all, '0,90']
    expect(facts(read(row))).toMatchObject([
      { kind: 'refund', quantity: -2, priceMinor: -2380n, feeOnlineMinor: -90n },
    ])
  })

  test.each([
    [['', '20/11/2026 20:15', 'Adult', '2', '1', '2', ''], 'title_missing'],
    [['Ida', '', 'Adult', '2', '1', '2', ''], 'value_missing'],
    [['Ida', '31/02/2026 20:15', 'Adult', '2', '1', '2', ''], 'moment_unreadable'],
    [['Ida', '20/11/0216 20:15', 'Adult', '2', '1', '2', ''], 'year_absurd'],
    [['Ida', '20/11/2026 20:15', 'Adult', '', '1', '2', ''], 'value_missing'],
    [['Ida', '20/11/2026 20:15', 'Adult', '1,5', '1', '2', ''], 'number_unreadable'],
    [['Ida', '20/11/2026 20:15', 'Adult', '0', '1', '0', ''], 'quantity_unreadable'],
    [['Ida', '20/11/2026 20:15', 'Adult', '2', '1,00', '3,00', ''], 'amounts_disagree'],
    [['Ida', '20/11/2026 20:15', 'Adult', '2', '1,00', 'x', ''], 'amount_unreadable'],
    [['x'.repeat(501), '20/11/2026 20:15', 'Adult', '2', '1', '2', ''], 'name_too_long'],
    [['Ida', '20/11/2026 20:15', 'Adult', '2', '11,90', '23,'], 'columns_wrong'],
    [['Ida', '20/11/2026 20:15'], 'columns_wrong'],
    [[...Array.from({ length: 7 }, () => '1'), 'more'], 'columns_wrong'],
  ])('%j goes to quarantine: %s', (row, reason) => {
    const found = read(row)
    const expected = reason === 'number_unreadable' ? 'quantity_unreadable' : reason
    expect(found).toMatchObject({ fate: 'quarantined', reason: expected })
  })

  test('a row cut in the middle of a price says so', () => {
    expect(read(['Ida', '20/11/2026 20:15', 'Adult', '2', '11,90', '23,'])).toMatchObject({
      say: 'The row ends in the middle of a price. The file may have been cut off.',
    })
  })

  test('blank lines are empty, blank cells beyond the header are nothing', () => {
    expect(read(['', '  ', '', '', '', '', ''])).toEqual({ fate: 'empty', rule: 'a blank line' })
    const row = ['Ida', '20/11/2026 20:15', 'Adult', '2', '1,00', '2,00', '', '', ' ']
    expect(read(row).fate).toBe('row')
  })

  test('random rows come out as they were meant, however they are printed', () => {
    const sale = fc.record({
      title: fc.constantFrom('Orbit of Ida', 'Das Boot', '星河之外', 'Nine  Lanterns'),
      day: fc.integer({ min: 0, max: 3000 }),
      minute: fc.integer({ min: 6 * 60, max: 23 * 60 + 59 }),
      quantity: fc.integer({ min: 1, max: 40 }),
      each: fc.bigInt({ min: 0n, max: 999_999n }),
      grouped: fc.boolean(),
      symbol: fc.constantFrom('', '€ ', '€'),
    })
    fc.assert(
      fc.property(fc.array(sale, { minLength: 1, maxLength: 20 }), (sales) => {
        const again = readerOf(TICKETS, HEADER)
        for (const one of sales) {
          const day = Temporal.PlainDate.from('2018-01-01').add({ days: one.day })
          const clock = `${Math.floor(one.minute / 60)}:${String(one.minute % 60).padStart(2, '0')}`
          const all = one.each * BigInt(one.quantity)
          const shown = (minor: bigint) => {
            const text = minor.toString().padStart(3, '0')
            const whole = text.slice(0, -2)
            const body = one.grouped ? whole.replace(/\B(?=(\d{3})+$)/g, '.') : whole
            return `${one.symbol}${body},${text.slice(-2)}`
          }
          const date = `${day.day}/${day.month}/${day.year}`
          const row = [
            one.title,
            `${date} ${clock}`,
            'A',
            String(one.quantity),
            shown(one.each),
            shown(all),
            '',
          ]
          const zoned = day.toPlainDateTime(clock.padStart(5, '0')).toZonedDateTime('Europe/Dublin')
          expect(facts(again(row))).toMatchObject([
            {
              film: { title: one.title.replace('  ', ' ') },
              quantity: one.quantity,
              priceMinor: all,
              startsAtSeconds: zoned.epochMilliseconds / 1000,
              tradingDay: day.toString(),
            },
          ])
        }
      }),
      { numRuns: 200 },
    )
  })
})

test('counted rows are named by all they say, in whatever form; keyed ones by their key alone', () => {
  const counted = readerOf(TICKETS, HEADER)
  const row = (all: string) => ['Ida', '20/11/2026 20:15', 'Adult', '2', '', all, '']
  const key = (read: RowRead) => facts(read)[0]?.key
  expect(key(counted(row('23,80')))).toBe(key(counted(row('€ 23,80'))))
  expect(key(counted(row('23,80')))).not.toBe(key(counted(row('23,90'))))
  const keyed = readerOf(
    TICKETS.replace('rows: counted', 'rows: [film, startsAt, ticketType]'),
    HEADER,
  )
  expect(key(keyed(row('23,80')))).toBe(key(keyed(row('99,00'))))
})

test('net and tax make a price; what was paid less its fees does too', () => {
  const yaml = (columns: string) => `
name: x
table: ticket
rows: counted
columns: { F: film, S: startsAt, ${columns} }`
  const net = readerOf(yaml('N: priceNet, T: tax'), ['F', 'S', 'N', 'T'])
  expect(facts(net(['Ida', '2026-11-20 20:15', '10.00', '2.30']))).toMatchObject([
    { quantity: 1, priceMinor: 1230n, taxMinor: 230n },
  ])
  const paid = readerOf(yaml('P: paid, O: feeOnline, H: feeHall'), ['F', 'S', 'P', 'O', 'H'])
  expect(facts(paid(['Ida', '2026-11-20 20:15', '15.50', '1.50', '2']))).toMatchObject([
    { priceMinor: 1200n, feeOnlineMinor: 150n, feeHallMinor: 200n },
  ])
})

test('words of a file are given their meaning; an unknown kind of sale is no sale', () => {
  const yaml = `
name: x
table: ticket
rows: counted
columns:
  F: film
  D: startDay
  T: startTime
  P: price
  K: { field: saleKind, words: { X: refund } }`
  const read = readerOf(yaml, ['F', 'D', 'T', 'P', 'K'])
  const row = (kind: string) => ['Ida', '20261120', '20:15', '10', kind]
  expect(facts(read(row('X')))).toMatchObject([
    { kind: 'refund', quantity: -1, priceMinor: -1000n },
  ])
  expect(facts(read(row('退票')))).toMatchObject([{ kind: 'refund' }])
  expect(facts(read(row('售票')))).toMatchObject([{ kind: 'sale' }])
  expect(read(row('maybe'))).toMatchObject({ fate: 'quarantined', reason: 'value_unknown' })
})

describe('box office', () => {
  const YAML = `
name: Chinese days
table: box_office
currency: CNY
rows: [film, day]
constants: { territory: CN, period: day }
columns:
  日期: day
  影片: film
  票房(万元): { field: gross, unit: 万元 }
  人次: admissions
  累计票房(亿): { field: grossToDate, unit: 亿 }
empty:
  - { rule: a line of totals, column: 影片, is: [合计] }`
  const HEADER_CN = ['日期', '影片', '票房(万元)', '人次', '累计票房(亿)']
  const read = readerOf(YAML, HEADER_CN, { territory: 'CN' })

  test('a fact for each figure, exact to the fen', () => {
    expect(
      facts(read(['2026年11月20日', '星河之外', '10243.51', '2,514,003', '8.32'])),
    ).toMatchObject([
      {
        measure: 'gross',
        value: '10243510000',
        currency: 'CNY',
        territory: 'CN',
        kind: 'day',
        firstDay: '2026-11-20',
      },
      { measure: 'admissions', value: '2514003', kind: 'day' },
      { measure: 'gross', value: '83200000000', kind: 'to_date', lastDay: '2026-11-20' },
    ])
  })

  test('totals and rows without a figure are empty by a rule with a name', () => {
    expect(read(['2026-11-20', '合计', '1', '1', '1'])).toEqual({
      fate: 'empty',
      rule: 'a line of totals',
    })
    expect(read(['2026-11-20', '星河之外', '', '', ''])).toEqual({
      fate: 'empty',
      rule: 'no figure at all',
    })
  })

  test('facts of one row have keys of their own', () => {
    const keys = facts(read(['2026-11-20', '星河之外', '1', '2', '3'])).map(({ key }) => key)
    expect(new Set(keys).size).toBe(3)
  })

  const spans = (period: string, columns: string) => `
name: x
table: box_office
rows: [film]
constants: { territory: GB${period} }
columns: { F: film, G: gross, ${columns} }`
  test.each([
    [', period: weekend', 'D: firstDay', ['2026-11-20'], 'weekend', '2026-11-20', '2026-11-22'],
    [', period: week', 'D: lastDay', ['2026-11-26'], 'week', '2026-11-20', '2026-11-26'],
    [
      '',
      'D: firstDay, E: lastDay',
      ['2026-11-20', '2026-11-22'],
      'weekend',
      '2026-11-20',
      '2026-11-22',
    ],
    [
      '',
      'D: firstDay, E: lastDay',
      ['2026-11-20', '2026-11-26'],
      'week',
      '2026-11-20',
      '2026-11-26',
    ],
    ['', 'D: day', ['2026-11-20'], 'day', '2026-11-20', '2026-11-20'],
  ])('%s %s', (period, columns, days, kind, firstDay, lastDay) => {
    const header = ['F', 'G', ...(days.length === 2 ? ['D', 'E'] : ['D'])]
    const found = facts(readerOf(spans(period, columns), header)(['Ida', '5', ...days]))
    expect(found).toMatchObject([{ kind, firstDay, lastDay }])
  })

  test('a file of totals without days is undated; a span of ten days is no period', () => {
    const undated = readerOf(spans('', 'A: admissions'), ['F', 'G', 'A'])
    expect(facts(undated(['Ida', '5', '']))).toMatchObject([{ kind: 'undated', value: '500' }])
    const odd = readerOf(spans('', 'D: firstDay, E: lastDay'), ['F', 'G', 'D', 'E'])
    expect(odd(['Ida', '5', '2026-11-20', '2026-11-29'])).toMatchObject({ reason: 'value_unknown' })
    expect(odd(['Ida', '5', '2026-11-20', '2026-11-19'])).toMatchObject({
      reason: 'moment_unreadable',
    })
  })

  test('territories by code or name, currencies by code or sign', () => {
    const yaml = `
name: x
table: box_office
rows: counted
columns: { F: film, G: gross, T: territory, C: currency }`
    const found = readerOf(yaml, ['F', 'G', 'T', 'C'])
    expect(facts(found(['Ida', '5', '中国大陆', '￥CNY'.slice(1)]))).toMatchObject([
      { territory: 'CN', currency: 'CNY' },
    ])
    expect(facts(found(['Ida', '500', 'South Korea', '₩']))).toMatchObject([
      { territory: 'KR', currency: 'KRW', value: '500' },
    ])
    expect(found(['Ida', '5', 'Atlantis', 'EUR'])).toMatchObject({ reason: 'value_unknown' })
    expect(found(['Ida', '5', 'FR', '$'])).toMatchObject({ reason: 'currency_unknown' })
  })
})

test('rows that name cinemas carry them, with the zone and currency of the mapping', () => {
  const yaml = `
name: x
table: ticket
currency: CNY
timezone: Asia/Shanghai
rows: counted
columns: { 影院: cinema, 城市: city, 影片: film, 场次: startsAt, 金额: price }`
  const read = readerOf(yaml, ['影院', '城市', '影片', '场次', '金额'])
  expect(facts(read(['星光影城', '上海', '盐路', '2026-11-20 19:30', '45']))).toMatchObject([
    {
      cinema: { name: '星光影城', city: '上海', timezone: 'Asia/Shanghai', currency: 'CNY' },
      startsAtSeconds: 1_795_174_200,
      priceMinor: 4500n,
    },
  ])
  expect(read(['', '上海', '盐路', '2026-11-20 19:30', '45'])).toMatchObject({
    reason: 'cinema_missing',
  })
})

test('goods, gift cards and screenings', () => {
  const goods = readerOf(
    'name: x\ntable: concession\nrows: counted\ncolumns: { D: soldDay, P: product, Q: quantity, E: unitPrice }',
    ['D', 'P', 'Q', 'E'],
  )
  expect(facts(goods(['2026-11-20', 'Popcorn', '3', '4.50']))).toMatchObject([
    { product: 'Popcorn', quantity: 3, priceMinor: 1350n, soldDay: '2026-11-20' },
  ])
  const cards = readerOf(
    'name: x\ntable: stored_value\nrows: counted\ncolumns: { D: day, C: card, I: amountIn, O: amountOut }',
    ['D', 'C', 'I', 'O'],
  )
  expect(facts(cards(['2026-11-20', '42', '', '12.50']))).toMatchObject([{ amountMinor: -1250n }])
  expect(cards(['2026-11-20', '42', '', ''])).toMatchObject({ reason: 'value_missing' })
  const shows = readerOf(
    'name: x\ntable: screening\nrows: [film, startsAt]\ncolumns: { F: film, S: startsAt, R: auditorium, N: seats, P: priceLow }',
    ['F', 'S', 'R', 'N', 'P'],
  )
  expect(facts(shows(['Ida', '2026-11-20 20:15', '2', '96', '']))).toMatchObject([
    { room: '2', seats: 96, format: '' },
  ])
})

test('a renamed column keeps the layout, and with it source and keys', () => {
  const yaml = 'name: ours\nlayout: ticket-sales-by-showing\nrename: { Qty: Quantity }'
  const layout = compileMapping(expectAccepted(readMappingText(yaml)))
  const header = ['EventName', 'EventDate', 'TicketType', 'Qty', 'ItemPrice', 'Price']
  expect(layout.id).toBe('ticket-sales-by-showing')
  expect(layout.columns).toContain('Qty')
  const row = ['Ida', 'Mar 16, 2018 5:00:00 PM', 'Adult', '2', '8.75', '17.50']
  expect(facts(layout.reader(header, CONTEXT)(row))).toMatchObject([
    { quantity: 2, priceMinor: 1750n },
  ])
})

test('a column that stands twice is named by its turn', () => {
  const yaml =
    'name: x\ntable: ticket\nrows: counted\ncolumns: { F: film, S: startsAt, "P (2)": price }'
  const read = readerOf(yaml, ['F', 'S', 'P', 'P'])
  expect(facts(read(['Ida', '2026-11-20 20:15', '1', '2']))).toMatchObject([{ priceMinor: 200n }])
})
