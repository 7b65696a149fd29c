import { expect, test } from 'vitest'
import { calendarText } from './calendar.ts'
import { jsonLdText, screeningEvent } from './screening-event.ts'
import type { ScreeningView } from './screening-view.ts'

const VIEW: ScreeningView = {
  id: '7',
  cinemaId: '1',
  auditoriumId: '3',
  auditorium: 'Screen 1',
  film: { id: '5', title: 'Tides', rating: '12A', runtimeMinutes: 131 },
  release: { id: '9', format: '2D', language: 'ja', subtitles: ['en', 'zh-Hans'] },
  startsAt: '2027-07-02T19:15:00Z',
  endsAt: '2027-07-02T21:41:00Z',
  freeAgainAt: '2027-07-02T21:56:00Z',
  tradingDay: '2027-07-02',
  minute: 1215,
  localTime: '20:15',
  localDate: '2027-07-02',
  status: 'on_sale',
  priceCardId: '2',
  trailersMinutes: 15,
  featureMinutes: 131,
  cleaningMinutes: 15,
  seats: 100,
  fromPrice: { minor: '850', currency: 'EUR' },
  toPrice: { minor: '1400', currency: 'EUR' },
}
const CINEMA = { name: 'Lantern', timezone: 'Europe/Dublin' }

test('a screening as schema.org has it', () => {
  const capacity = { seats: 100, left: 40 }
  expect(screeningEvent({ view: VIEW, cinema: CINEMA, capacity })).toEqual({
    '@context': 'https://schema.org',
    '@type': 'ScreeningEvent',
    name: 'Tides',
    startDate: '2027-07-02T20:15:00+01:00',
    endDate: '2027-07-02T22:41:00+01:00',
    doorTime: '2027-07-02T19:55:00+01:00',
    duration: 'PT2H26M',
    eventStatus: 'https://schema.org/EventScheduled',
    eventAttendanceMode: 'https://schema.org/OfflineEventAttendanceMode',
    location: {
      '@type': 'MovieTheater',
      name: 'Lantern',
      containsPlace: { '@type': 'Place', name: 'Screen 1' },
    },
    workPresented: {
      '@type': 'Movie',
      name: 'Tides',
      contentRating: '12A',
      duration: 'PT2H11M',
    },
    videoFormat: '2D',
    inLanguage: 'ja',
    subtitleLanguage: ['en', 'zh-Hans'],
    maximumAttendeeCapacity: 100,
    remainingAttendeeCapacity: 40,
    offers: {
      '@type': 'AggregateOffer',
      lowPrice: '8.50',
      highPrice: '14.00',
      priceCurrency: 'EUR',
      availability: 'https://schema.org/InStock',
      validThrough: '2027-07-02T19:15:00Z',
    },
  })
})

test('few seats, none, yen without decimals, no prices, planned, cancelled', () => {
  const offers = (left: number, view = VIEW) =>
    screeningEvent({ view, cinema: CINEMA, capacity: { seats: 100, left } })['offers']
  expect(offers(10)).toMatchObject({ availability: 'https://schema.org/LimitedAvailability' })
  expect(offers(0)).toMatchObject({ availability: 'https://schema.org/SoldOut' })
  const yen = { minor: '1900', currency: 'JPY' }
  expect(offers(50, { ...VIEW, fromPrice: yen, toPrice: yen })).toMatchObject({ lowPrice: '1900' })
  const { fromPrice: _, toPrice: __, ...priceless } = VIEW
  expect(offers(50, priceless)).toBeUndefined()
  expect(
    screeningEvent({ view: { ...VIEW, status: 'planned' }, cinema: CINEMA }),
  ).not.toHaveProperty('maximumAttendeeCapacity')
  const cancelled = { ...VIEW, status: 'cancelled' as const }
  const event = screeningEvent({
    view: cancelled,
    cinema: CINEMA,
    capacity: { seats: 100, left: 40 },
  })
  expect(event).toMatchObject({
    eventStatus: 'https://schema.org/EventCancelled',
    remainingAttendeeCapacity: 0,
  })
  expect(event['offers']).toBeUndefined()
})

test('no title can end the script element that the description stands in', () => {
  const title = '</script><script>alert("1 & 2")</script>\u2028<!--'
  const view = { ...VIEW, film: { ...VIEW.film, title } }
  const text = jsonLdText(screeningEvent({ view, cinema: CINEMA }))
  expect(text).not.toMatch(/[<>&\u2028]/)
  expect(JSON.parse(text)).toMatchObject({ name: title, workPresented: { name: title } })
})

test('a cinema’s programme as iCalendar', () => {
  const cancelled = { ...VIEW, id: '8', status: 'cancelled' as const }
  const planned = { ...VIEW, id: '10', status: 'planned' as const }
  const text = calendarText({
    cinema: 'Lantern; Dublin, west',
    installation: '5f0c',
    nowMs: Temporal.Instant.from('2027-07-01T08:00:00.123Z').epochMilliseconds,
    screenings: [VIEW, cancelled, planned],
  })
  expect(text).toBe(
    [
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Fullhouse//Programme//EN',
      'CALSCALE:GREGORIAN',
      'METHOD:PUBLISH',
      'NAME:Lantern\\; Dublin\\, west',
      'X-WR-CALNAME:Lantern\\; Dublin\\, west',
      ...['7', '8'].flatMap((id) => [
        'BEGIN:VEVENT',
        `UID:screening-${id}@5f0c`,
        'DTSTAMP:20270701T080000Z',
        'DTSTART:20270702T191500Z',
        'DTEND:20270702T214100Z',
        `SEQUENCE:${id === '8' ? 1 : 0}`,
        `STATUS:${id === '8' ? 'CANCELLED' : 'CONFIRMED'}`,
        'SUMMARY:Tides',
        'LOCATION:Lantern\\; Dublin\\, west\\, Screen 1',
        'DESCRIPTION:2D · ja · subtitles en\\, zh-Hans · 12A',
        'TRANSP:TRANSPARENT',
        'END:VEVENT',
      ]),
      'END:VCALENDAR',
      '',
    ].join('\r\n'),
  )
})

test.each([
  ['commas, semicolons; and \\ backslashes'],
  ['A line\r\nEND:VEVENT\r\nBEGIN:VEVENT\nSUMMARY:forged'],
  ['永远的四季'.repeat(30)],
  [`${'x'.repeat(66)}é${'🎬'.repeat(40)}`],
  ['bell \u0007, null \u0000 and half a pair \ud83c'],
  ['x'.repeat(67)],
  ['x'.repeat(68)],
])('the title %j comes out of the calendar as it went in', (title) => {
  const view = { ...VIEW, film: { ...VIEW.film, title } }
  const calendar = { cinema: 'Lantern', installation: '5f0c', nowMs: 0, screenings: [view] }
  const text = calendarText(calendar)
  const lines = text.split('\r\n')
  expect(lines.pop()).toBe('')
  expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
  for (const line of lines) {
    expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
    // A torn character would not survive its own bytes.
    expect(Buffer.from(line).toString()).toBe(line)
  }
  expect(lines.filter((line) => line === 'BEGIN:VEVENT')).toHaveLength(1)
  const unfolded = text.replaceAll('\r\n ', '').split('\r\n')
  const summary = unfolded.find((line) => line.startsWith('SUMMARY:'))?.slice('SUMMARY:'.length)
  const unescaped = summary?.replace(/\\(.)/g, (_, mark) => (mark === 'n' ? '\n' : mark))
  const shown = title
    .toWellFormed()
    .replaceAll('\r\n', '\n')
    .replaceAll('\u0000', '')
    .replaceAll('\u0007', '')
  expect(unescaped).toBe(shown)
})
