import { expect, test } from 'vitest'
import { amountOf, countOf, SALE_MINOR_MOST } from './amounts.ts'
import type { ColumnOptions, Unit } from './mapping.ts'
import { dayOf, momentFrom, momentOf } from './moments.ts'
import { readTime } from './read-time.ts'
import { unitNamed } from './units.ts'

const amount = (cell: string, currency: string, options: ColumnOptions = {}) =>
  amountOf(cell, options, currency, SALE_MINOR_MOST)

test.each<[string, string, ColumnOptions, bigint]>([
  ['8', 'USD', {}, 800n],
  ['8.75', 'USD', {}, 875n],
  ['1,234.50', 'USD', {}, 123_450n],
  ['1.234,50', 'EUR', {}, 123_450n],
  ['1 234,50', 'EUR', {}, 123_450n],
  ['1\u00a0234,50 €', 'EUR', {}, 123_450n],
  ['1’234.50', 'CHF', {}, 123_450n],
  ['12,34,567.50', 'INR', {}, 123_456_750n],
  ['($5.00)', 'USD', {}, -500n],
  ['-$5.00', 'USD', {}, -500n],
  ['$-5.00', 'USD', {}, -500n],
  ['5.00-', 'USD', {}, -500n],
  ['− € 23,80', 'EUR', {}, -2380n],
  ['¥28.16', 'CNY', {}, 2816n],
  ['￥２８.１６', 'CNY', {}, 2816n],
  ['28.16元', 'CNY', {}, 2816n],
  ['Rp30.000', 'IDR', { decimal: ',' }, 3_000_000n],
  ['1,234', 'USD', { decimal: '.' }, 123_400n],
  ['1,234', 'KWD', { decimal: ',' }, 1234n],
  ['14,000', 'KRW', { decimal: '.' }, 14_000n],
  ['1234.5', 'CNY', { unit: 'ten_thousand' }, 1_234_500_000n],
  ['1.2万', 'CNY', {}, 1_200_000n],
  ['3.45亿', 'CNY', { unit: 'ten_thousand' }, 34_500_000_000n],
  ['1250', 'EUR', { unit: 'minor' }, 1250n],
  ['1250', 'JPY', { unit: 'minor' }, 1250n],
  ['12.5', 'USD', { unit: 'thousand' }, 1_250_000n],
  ['1.25', 'USD', { unit: 'million' }, 125_000_000n],
  ['$1.2M', 'USD', {}, 120_000_000n],
])('%s in %s, %j, is %s', (cell, currency, options, minor) => {
  expect(amount(cell, currency, options)).toBe(minor)
})

test.each<[string, string, ColumnOptions, string]>([
  ['1,234', 'EUR', {}, 'may group thousands'],
  ['8.755', 'USD', { decimal: '.' }, 'finer than the smallest unit'],
  ['12.5', 'JPY', {}, 'finer than the smallest unit'],
  ['1,5', 'EUR', { decimal: '.' }, 'another decimal mark'],
  ['23,', 'EUR', {}, 'ends in the middle of a price'],
  ['12.3.4', 'EUR', {}, 'no amount'],
  ['--5', 'EUR', {}, 'no amount'],
  ['(5', 'EUR', {}, 'no amount'],
  ['12%', 'EUR', {}, 'no amount'],
  ['free', 'EUR', {}, 'no amount'],
  ['=1+1', 'EUR', {}, 'no amount'],
  ['1e9', 'EUR', {}, 'no amount'],
  ['9999999999999999', 'EUR', {}, 'too large'],
  ['5', '', {}, 'currency of these amounts is not known'],
])('%s in %s, %j, is refused: %s', (cell, currency, options, why) => {
  expect(amount(cell, currency, options)).toMatchObject({
    fate: 'quarantined',
    say: expect.stringContaining(why),
  })
})

test('units have the names that people give them', () => {
  const named: readonly (readonly [string, Unit | undefined])[] = [
    ['元', 'one'],
    ['yuan', 'one'],
    ['万', 'ten_thousand'],
    ['万元', 'ten_thousand'],
    ['亿', 'hundred_million'],
    ['k', 'thousand'],
    ['tsd', 'thousand'],
    ['millions', 'million'],
    ['cents', 'minor'],
    ['furlong', undefined],
  ]
  for (const [name, unit] of named) expect(unitNamed(name)).toBe(unit)
  expect(countOf('12.3456', { unit: 'ten_thousand' }, 'Admissions')).toBe(123_456n)
})

const rule = { timezone: 'America/Chicago', dayStartsAt: 6 }
const at = (cell: string, options: ColumnOptions = {}) => momentOf(cell, options, rule, {})
const seconds = (text: string) => Temporal.Instant.from(text).epochMilliseconds / 1000

test.each<[string, ColumnOptions, string]>([
  ['Mar 16, 2018 5:00:00 PM', {}, '2018-03-16T22:00:00Z'],
  ['2018-03-16 17:00', {}, '2018-03-16T22:00:00Z'],
  ['2018-03-16T17:00:00', {}, '2018-03-16T22:00:00Z'],
  ['2018-03-16T22:00:00Z', {}, '2018-03-16T22:00:00Z'],
  ['2018-03-17T06:00:00+08:00', {}, '2018-03-16T22:00:00Z'],
  ['2018年3月16日 17:00', {}, '2018-03-16T22:00:00Z'],
  ['2018年3月16日 下午5点30分', {}, '2018-03-16T22:30:00Z'],
  ['2018-03-16 周五 17:00', {}, '2018-03-16T22:00:00Z'],
  ['2018년 3월 16일 오후 5:00', {}, '2018-03-16T22:00:00Z'],
  ['20180316 1700', {}, '2018-03-16T22:00:00Z'],
  ['16.3.2018 17:00 Uhr', { dates: 'dmy' }, '2018-03-16T22:00:00Z'],
  ['16/03/2018 17h00', { dates: 'dmy' }, '2018-03-16T22:00:00Z'],
  ['3/16/2018 5:00 PM', { dates: 'mdy' }, '2018-03-16T22:00:00Z'],
  ['16 มี.ค. 2561 17:00 น.', { era: 'buddhist' }, '2018-03-16T22:00:00Z'],
  ['16/03/2561 17:00', { dates: 'dmy', era: 'buddhist' }, '2018-03-16T22:00:00Z'],
  ['43175.70833', { dates: 'excel' }, '2018-03-16T22:00:00Z'],
  ['1521237600', { dates: 'seconds' }, '2018-03-16T22:00:00Z'],
  ['1521237600000', { dates: 'milliseconds' }, '2018-03-16T22:00:00Z'],
  ['2018-03-16 22:00', { zone: 'UTC' }, '2018-03-16T22:00:00Z'],
  ['2018-03-16 25:30', {}, '2018-03-17T06:30:00Z'],
])('%s, %j, is %s in Chicago', (cell, options, instant) => {
  expect(at(cell, options)).toMatchObject({ seconds: seconds(instant) })
})

test.each<[string, ColumnOptions, string]>([
  ['03/04/2018 17:00', {}, 'day or its month first'],
  ['13/04/2018 17:00', {}, 'day or its month first'],
  ['Nov 20, 0216 8:15:00 PM', {}, 'The year is 0216. Is the till’s clock right?'],
  ['16/03/2561 17:00', { dates: 'dmy' }, 'Buddhist'],
  ['2018-02-30 17:00', {}, 'no day of the calendar'],
  ['2018-03-11 02:30', {}, 'the clock skipped'],
  ['2018-03-16', {}, 'a date and no time'],
  ['2018-03-16 27:61', {}, 'no time of day'],
  ['yesterday', {}, 'no date'],
])('%s, %j, is refused: %s', (cell, options, why) => {
  expect(at(cell, options)).toMatchObject({
    fate: 'quarantined',
    say: expect.stringContaining(why),
  })
})

test('an absurd year is held against the one the till wrote before', () => {
  const seen = {}
  momentOf('Nov 20, 2026 8:15:00 PM', {}, rule, seen)
  expect(momentOf('Nov 20, 0216 8:15:00 PM', {}, rule, seen)).toMatchObject({
    say: 'The year is 0216. Did the till mean 2026?',
  })
})

test('a day and a time become a moment; small hours of a trading day are the next date’s', () => {
  const day = '2018-03-16'
  expect(momentFrom(day, '01:30', rule, true)).toMatchObject({ tradingDay: day, hour: 1 })
  expect(momentFrom(day, '01:30', rule, false)).toMatchObject({ tradingDay: '2018-03-15' })
  expect(momentFrom(day, '25:30', rule, false)).toMatchObject({ tradingDay: day, hour: 1 })
  expect(momentFrom(day, '7:30 p.m.', rule, false)).toMatchObject({ hour: 19 })
  expect(momentFrom(day, '1899-12-30 19:30:00', rule, false)).toMatchObject({ hour: 19 })
})

test('a span of times is the time it begins', () => {
  expect(readTime('17:00-19:05')).toEqual({ hour: 17, minute: 0, second: 0 })
})

test('days of films go back to the beginning of cinema, trading days do not', () => {
  expect(dayOf('1937-12-21', {}, {}, 1890)).toMatchObject({ day: '1937-12-21' })
  expect(dayOf('1937-12-21', {}, {})).toMatchObject({ reason: 'year_absurd' })
})
