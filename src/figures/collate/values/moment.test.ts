import { expect, test } from 'vitest'
import { readMoment, readTimeOn } from './moment.ts'

const CHICAGO = { timezone: 'America/Chicago', dayStartsAt: 6 }
const till = (text: string) => readMoment(text, 'MM/DD/YYYY', 'h:mm AM', CHICAGO)

test('a local moment, with its trading day', () => {
  expect(till('6/23/2016 5:56:54 PM')).toEqual({
    epochSeconds: Date.UTC(2016, 5, 23, 22, 56, 54) / 1000,
    tradingDay: '2016-06-23',
    hour: 17,
  })
  expect(till('6/24/2016 12:30:00 AM')).toMatchObject({ tradingDay: '2016-06-23', hour: 0 })
  expect(till('6/24/2016 12:30:00 PM')).toMatchObject({ tradingDay: '2016-06-24', hour: 12 })
  const named = readMoment('Mar 16, 2018 5:00:00 PM', 'Mon DD, YYYY', 'h:mm AM', CHICAGO)
  expect(named).toMatchObject({ tradingDay: '2018-03-16', hour: 17 })
  expect(readMoment('2018-03-16T17:05', 'YYYY-MM-DD', 'HH:MM', CHICAGO)).toMatchObject({ hour: 17 })
})

test('a time on a day that is known, by the zone', () => {
  const jayapura = { timezone: 'Asia/Jayapura', dayStartsAt: 6 }
  expect(readTimeOn('2025-12-14', '12:05', 'HH:MM', jayapura)).toEqual({
    epochSeconds: Date.UTC(2025, 11, 14, 3, 5) / 1000,
    tradingDay: '2025-12-14',
    hour: 12,
  })
})

test('of a moment that struck twice it is the earlier', () => {
  const twice = till('11/4/2018 1:30:00 AM')
  expect(twice).toMatchObject({ epochSeconds: Date.UTC(2018, 10, 4, 6, 30) / 1000 })
})

test.each([
  ['3/11/2018 2:30:00 AM', 'moment_skipped'],
  ['6/23/2016', 'moment_unreadable'],
  ['6/23/2016 17:56:54', 'moment_unreadable'],
  ['6/23/2016 13:00:00 PM', 'moment_unreadable'],
  ['6/23/2016 0:00:00 AM', 'moment_unreadable'],
  ['6/23/2016 5:60:00 PM', 'moment_unreadable'],
  ['23/6/2016 5:56:54 PM', 'moment_unreadable'],
  ['6/23/0216 5:56:54 PM', 'year_absurd'],
  ['', 'value_missing'],
])('“%s” goes to quarantine: %s', (text, reason) => {
  expect(till(text)).toMatchObject({ fate: 'quarantined', reason })
})
