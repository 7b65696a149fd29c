import { expect, test } from 'vitest'
import { numbersOf } from '../../shared/numbers.ts'
import { briefText, leadText, shareText } from './lead-text.ts'

const yuan = (minor: string) => ({ minor, currency: 'CNY' })

test('in Chinese the unit stands apart from the digits', () => {
  const zh = (figure: Parameters<typeof leadText>[0]) => leadText(figure, numbersOf('zh'), 'zh')
  expect(zh(yuan('146100000000'))).toEqual({ digits: '14.61', unit: '亿元' })
  expect(zh(28_420_000)).toEqual({ digits: '2,842', unit: '万' })
  expect(zh({ minor: '117177706357', currency: 'KRW' })).toEqual({ digits: '₩1171.78', unit: '亿' })
  expect(zh(912)).toEqual({ digits: '912', unit: '' })
  expect(zh(undefined)).toEqual({ digits: '–', unit: '' })
})

test('in English it is whole units, without cents', () => {
  const en = leadText({ minor: '10926412250', currency: 'USD' }, numbersOf('en'), 'en')
  expect(en).toEqual({ digits: 'US$109,264,122', unit: '' })
})

test('where there is little room a market is told in millions and 万', () => {
  const [en, zh] = [numbersOf('en'), numbersOf('zh')]
  expect(briefText(37_480_742, en)).toBe('37.48\u00a0m')
  expect(briefText(646_220, en)).toBeUndefined()
  expect(briefText(yuan('258771195300'), en)).toBe('CN¥2.59\u00a0bn')
  expect(briefText(37_480_742, zh)).toBe('3,748万')
})

test('one cinema of a country has a share, however small', () => {
  expect(shareText(0.00000923, numbersOf('zh'), 'zh')).toBe('0.00092%')
  expect(shareText(0.0004, numbersOf('en'), 'en')).toBe('0.04\u00a0%')
  expect(shareText(0.123, numbersOf('zh'), 'zh')).toBe('12.3%')
  expect(shareText(0, numbersOf('zh'), 'zh')).toBe('0.0%')
})
