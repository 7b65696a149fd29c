import { describe, expect, test } from 'vitest'
import { clockText, minuteOfDay, parseMinutes, parseTimes } from './plan-times.ts'

describe('times as they are typed', () => {
  test('with any usual mark between them, each once', () => {
    expect(parseTimes('14:00 17.30, 2015；20：15')).toEqual(['14:00', '17:30', '20:15'])
    expect(parseTimes('9:05')).toEqual(['09:05'])
    expect(parseTimes('  ')).toEqual([])
  })

  test('hours after midnight as the trade says them', () => {
    expect(parseTimes('25:30 00:10')).toEqual(['01:30', '00:10'])
  })

  test('what is no time is not guessed', () => {
    for (const text of ['20:75', '31:00', 'eight', '20:15 x', '5']) {
      expect(parseTimes(text)).toBeUndefined()
    }
  })

  test('a time before the day starts is in the night of the day', () => {
    expect(minuteOfDay('20:15', 6)).toBe(1215)
    expect(minuteOfDay('01:30', 6)).toBe(1530)
    expect(clockText(1530)).toBe('01:30')
  })

  test('durations are whole minutes', () => {
    expect(parseMinutes('15', 600)).toBe(15)
    expect(parseMinutes('0', 600)).toBe(0)
    for (const text of ['', '-1', '1.5', '601']) expect(parseMinutes(text, 600)).toBeUndefined()
  })
})
