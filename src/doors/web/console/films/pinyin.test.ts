import { describe, expect, test } from 'vitest'
import { initialsOf, isMeant } from './pinyin.ts'

describe('titles as they are typed', () => {
  test('by the initials of their pinyin', () => {
    expect(initialsOf('十万灯火')).toBe('swdh')
    expect(initialsOf('流浪地球 2')).toBe('lldq2')
    expect(initialsOf('盐路')).toBe('yl')
    expect(initialsOf('你好，李焕英')).toBe('nhlhy')
    expect(initialsOf('Marrow, Part 2')).toBe('marrowpart2')
  })
  test('by a part, whatever its case and accents', () => {
    expect(isMeant('Café “Lumière”', 'lumiere')).toBe(true)
    expect(isMeant('The Salt Road', 'SALT')).toBe(true)
    expect(isMeant('十万灯火', 'wdh')).toBe(true)
    expect(isMeant('十万灯火', '灯')).toBe(true)
    expect(isMeant('十万灯火', 'x')).toBe(false)
    expect(isMeant('The Salt Road', 'tsr')).toBe(false)
    expect(isMeant('anything', ' ')).toBe(true)
  })
})
