import { expect, test } from 'vitest'
import { isQuarantined } from './all-read.ts'
import type { DateForm } from './date.ts'
import { dayPlus, FILM_YEARS, isoDay, readDay, weekdayOf, yearFault } from './date.ts'

test.each<[string, DateForm, string]>([
  ['2018-03-16', 'YYYY-MM-DD', '2018-03-16'],
  ['2017-1-1', 'YYYY-MM-DD', '2017-01-01'],
  [' 2016-02-29 ', 'YYYY-MM-DD', '2016-02-29'],
  ['20240229', 'YYYYMMDD', '2024-02-29'],
  ['03/04/2016', 'DD/MM/YYYY', '2016-04-03'],
  ['03/04/2016', 'MM/DD/YYYY', '2016-03-04'],
  ['6/17/2016', 'MM/DD/YYYY', '2016-06-17'],
  ['Mar 16, 2018', 'Mon DD, YYYY', '2018-03-16'],
])('“%s” as %s is %s', (text, form, day) => {
  expect(readDay(text, form)).toBe(day)
})

test.each<[string, DateForm, string]>([
  ['2018-02-30', 'YYYY-MM-DD', 'moment_unreadable'],
  ['1900-02-29', 'YYYY-MM-DD', 'year_absurd'],
  ['2100-02-29', 'YYYY-MM-DD', 'moment_unreadable'],
  ['23/04/2016', 'MM/DD/YYYY', 'moment_unreadable'],
  ['04/23/2016', 'DD/MM/YYYY', 'moment_unreadable'],
  ['2016-04-23', 'DD/MM/YYYY', 'moment_unreadable'],
  ['23/04/16', 'DD/MM/YYYY', 'moment_unreadable'],
  ['2024022', 'YYYYMMDD', 'moment_unreadable'],
  ['Mär 16, 2018', 'Mon DD, YYYY', 'moment_unreadable'],
  ['Foo 16, 2018', 'Mon DD, YYYY', 'moment_unreadable'],
  ['2018-13-01', 'YYYY-MM-DD', 'moment_unreadable'],
  ['2018-00-10', 'YYYY-MM-DD', 'moment_unreadable'],
  ['', 'YYYY-MM-DD', 'value_missing'],
  ['２０１８-03-16', 'YYYY-MM-DD', 'moment_unreadable'],
])('“%s” as %s goes to quarantine: %s', (text, form, reason) => {
  expect(readDay(text, form)).toMatchObject({ fate: 'quarantined', reason })
})

test('an absurd year is said, in whatever order the date is printed', () => {
  const fault = readDay('2/5/0216', 'YYYY-MM-DD', FILM_YEARS)
  expect(fault).toMatchObject({ reason: 'year_absurd' })
  expect(isQuarantined(fault) && fault.say).toContain('The year is 0216.')
  expect(yearFault('1970')).toMatchObject({ reason: 'year_absurd' })
  expect(yearFault('1895', FILM_YEARS)).toBeUndefined()
})

test('days are reckoned by the calendar', () => {
  expect(isoDay(2000, 2, 29)).toBe('2000-02-29')
  expect(isoDay(2023, 2, 29)).toBeUndefined()
  expect(dayPlus('2016-03-01', -1)).toBe('2016-02-29')
  expect(dayPlus('2019-12-31', 1)).toBe('2020-01-01')
  expect([weekdayOf('2016-01-01'), weekdayOf('2016-01-03')]).toEqual([5, 7])
})
