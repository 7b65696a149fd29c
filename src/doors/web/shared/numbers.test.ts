import { expect, test } from 'vitest'
import { datesOf } from './dates.ts'
import { monthEnd, periodsBetween, shiftDay, weekStart } from './days.ts'
import { numbersOf } from './numbers.ts'

const en = numbersOf('en')
const zh = numbersOf('zh')
const money = (minor: string, currency = 'EUR') => ({ minor, currency })

test('an amount beyond what a float holds is written exactly', () => {
  expect(en.moneyExact(money('9223372036854775807'))).toBe('€92,233,720,368,547,758.07')
  expect(en.moneyExact(money('-110'))).toBe('−€1.10')
  expect(en.moneyExact(money('1050', 'JPY'))).toBe('JP¥1,050')
})

test('whole units round half away from zero', () => {
  expect(en.money(money('18465050'))).toBe('€184,651')
  expect(en.money(money('-150'))).toBe('−€2')
  expect(en.money(money('-49'))).toBe('€0')
})

test('the leading figure keeps its cents apart', () => {
  expect(en.moneyParts(money('18465050'))).toEqual({ whole: '€184,650', cents: '.50' })
  expect(en.moneyParts(money('500', 'JPY')).cents).toBe('')
})

test('Chinese counts in 万 from ten thousand and in 亿 from a hundred million', () => {
  expect(zh.money(money('999900', 'CNY'))).toBe('¥9,999')
  expect(zh.money(money('18465050', 'CNY'))).toBe('18.5万元')
  expect(zh.count(28_420_000)).toBe('2,842万')
  expect(zh.count(1_461_000_000)).toBe('14.61亿')
  expect(zh.money(money('18465050'))).toBe('€18.5万')
})

test('axes are short and say no decimal that says nothing', () => {
  expect(en.moneyShort(24_000_000, 'EUR')).toBe('€240\u00a0k')
  expect(en.moneyShort(102_000_000, 'EUR')).toBe('€1.02\u00a0m')
  // A whole market.
  expect(en.moneyShort(170_506_008_800, 'EUR')).toBe('€1.71\u00a0bn')
  expect(en.countShort(999_400_000)).toBe('999\u00a0m')
  expect(zh.moneyShort(20_000_000, 'CNY')).toBe('¥20万')
})

test('a change is written without its sign, in per cent or points', () => {
  expect(en.percentSize(-0.184)).toBe('18.4\u00a0%')
  expect(en.pointsSize(0.031)).toBe('3.1\u00a0pt')
  expect(zh.pointsSize(0.031)).toBe('3.1个百分点')
})

test('days and months are reckoned without any zone', () => {
  expect(shiftDay('2026-03-01', -1)).toBe('2026-02-28')
  expect(weekStart('2026-11-22')).toBe('2026-11-16')
  expect(monthEnd('2028-02-10')).toBe('2028-02-29')
  expect(periodsBetween('2026-01-30', '2026-03-01', 'month')).toEqual([
    '2026-01-01',
    '2026-02-01',
    '2026-03-01',
  ])
})

test('a day is named as each language does, and one at night is on the clock', () => {
  expect(datesOf('en').day('2026-11-21')).toBe('Sat 21 Nov')
  expect(datesOf('zh').day('2026-11-21')).toBe('11月21日 周六')
  expect(datesOf('en').clock(1530)).toBe('01:30')
})
