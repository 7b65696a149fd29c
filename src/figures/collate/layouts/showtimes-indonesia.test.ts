import { expect, test } from 'vitest'
import { goldenOf } from './layout-testing.ts'
import { SHOWTIMES_INDONESIA } from './showtimes-indonesia.ts'

type Start = { time: string; status?: number; is_available?: boolean }

function room(category: string, price: string, ...starts: Start[]) {
  const all = starts.map((start) => ({ status: 1, is_available: true, ...start }))
  return { category, price, showtimes: [], all_showtimes: all, past_showtimes: ['09:00'] }
}

function theatre(id: string, name: string, ...rooms: object[]) {
  return {
    theatre_id: id,
    theatre_name: name,
    merchant: 'XXI',
    address: 'Jl. Satu\r\n  Dua',
    rooms,
  }
}

function file(schedules: object, movie: object = {}) {
  const rest = { id: '1977633929036906496', title: 'SEBUAH FILM', genres: ['Drama'], country: '' }
  const movies = [{ ...rest, is_presale: false, cities: ['AMBON'], schedules, ...movie }]
  const summary = { total_cities: 1 }
  return JSON.stringify({ scraped_at: 'x', date: '2025-12-14', summary, movies, city_stats: {} })
}

test('a start of a film in a room, by the clock of its town', async () => {
  const golden = await goldenOf(
    SHOWTIMES_INDONESIA,
    file({
      AMBON: [theatre('973818519885975552', 'KOTA XXI', room('2D', 'Rp30.000', { time: '12:05' }))],
      BALI: [theatre('2', 'PANTAI XXI', room('IMAX 3D', 'Rp32.000 - Rp37.000', { time: '12:05' }))],
      JAKARTA: [theatre('3', 'PUSAT CGV', room('4DX2D', '', { time: '12:05' }))],
    }),
  )
  const said = {
    table: 'screening',
    key: expect.any(String),
    film: { title: 'SEBUAH FILM', toldApart: '1977633929036906496' },
    language: '',
    tradingDay: '2025-12-14',
    startHour: 12,
    status: 'open',
  }
  const place = (name: string, city: string, timezone: string) => ({
    cinema: { name, city, timezone, currency: 'IDR' },
  })
  const at = (hour: number) => Date.UTC(2025, 11, 14, hour, 5) / 1000
  expect(golden).toEqual([
    [
      {
        ...said,
        ...place('KOTA XXI', 'AMBON', 'Asia/Jayapura'),
        room: '2D',
        format: '2D',
        startsAtSeconds: at(3),
        priceMinor: { low: 3_000_000n, high: 3_000_000n },
        currency: 'IDR',
      },
    ],
    [
      {
        ...said,
        ...place('PANTAI XXI', 'BALI', 'Asia/Makassar'),
        room: 'IMAX 3D',
        format: 'IMAX 3D',
        startsAtSeconds: at(4),
        priceMinor: { low: 3_200_000n, high: 3_700_000n },
        currency: 'IDR',
      },
    ],
    [
      {
        ...said,
        ...place('PUSAT CGV', 'JAKARTA', 'Asia/Jakarta'),
        room: '4DX2D',
        format: '4DX 2D',
        startsAtSeconds: at(5),
      },
    ],
  ])
})

test('what is known of a start stays as it is known; an unknown status stays unknown', async () => {
  const starts = [
    { time: '12:05', status: 0, is_available: false },
    { time: '14:05', status: 5, is_available: false },
    { time: '16:05', status: 1, is_available: false },
    { time: '18:05', status: 1 },
  ]
  const schedules = { SOLO: [theatre('4', 'A', room('REGULAR ', 'Rp40.000', ...starts))] }
  const golden = await goldenOf(SHOWTIMES_INDONESIA, file(schedules, { is_presale: true }))
  expect(golden).toMatchObject([
    [{ status: 'closed', room: 'REGULAR', format: '' }],
    [{ status: 'unknown (5)' }],
    [{ status: 'unknown (1)' }],
    [{ status: 'presale' }],
  ])
})

test('two rooms of a category that start at once are two; a price later is the same start', async () => {
  const at = (price: string, status: number) =>
    file({ SOLO: [theatre('4', 'A', room('2D', price, ...both(status)))] })
  const both = (status: number) => [{ time: '12:05', status }, { time: '12:05' }]
  const [one, two] = await goldenOf(SHOWTIMES_INDONESIA, at('Rp40.000', 1))
  expect(one).toEqual(two)
  const [later] = await goldenOf(SHOWTIMES_INDONESIA, at('Rp50.000', 0))
  expect(Object(later?.[0]).key).toBe(Object(one?.[0]).key)
  expect(SHOWTIMES_INDONESIA.meaning).toEqual({ rows: 'counted', scope: 'days' })
})

test('a town whose clock is not known, and what cannot be read', async () => {
  const good = room('2D', 'Rp40.000', { time: '12:05' })
  const golden = await goldenOf(
    SHOWTIMES_INDONESIA,
    file({
      ATLANTIS: [theatre('5', 'A', good)],
      SOLO: [
        theatre('6', '', good),
        theatre('7', 'B', room('2D', 'Rp40.000', { time: '24:05' })),
        theatre('8', 'C', room('2D', 'Rp40.000 - Rp30.000', { time: '12:05' })),
        theatre('9', 'D', room('2D', 'IDR 40', { time: '12:05' })),
      ],
    }),
  )
  expect(golden).toEqual([
    'zone_unknown: Which of Indonesia’s three clocks “ATLANTIS” keeps is not known. Is it spelt right?',
    'cinema_missing: The row names no cinema.',
    'moment_unreadable: “24:05” is no time like “17:00”.',
    expect.stringContaining('amount_unreadable: “Rp40.000 - Rp30.000”'),
    expect.stringContaining('amount_unreadable: “IDR 40”'),
  ])
})
