import { expect, test } from 'vitest'
import { CINEMA_PLACES } from './cinema-places.ts'
import { goldenOf } from './layout-testing.ts'

const place = (lat: number | string, lng: number, more: object = {}) => ({
  place_id: 'ChIJ1',
  lat,
  lng,
  formatted_address: 'Jl. Satu \r\n No.2',
  name: 'Bioskop Kota',
  query_used: 'KOTA XXI cinema AMBON Indonesia',
  ...more,
})

test('where a cinema is, with its town and its clock', async () => {
  const text = JSON.stringify({
    'KOTA XXI|AMBON': place(-3.631314, 128.2491522),
    'PANTAI XXI|BALI': place(-8.7162718, 115.17018960000001),
    'KOTA|ATLANTIS': place(1, 1),
    '|BALI': place(1, 1),
    'A|BALI': place(91, 1),
    'B|BALI': place('north', 1),
  })
  const golden = await goldenOf(CINEMA_PLACES, text)
  expect(golden.slice(0, 2)).toEqual([
    [
      {
        table: 'site',
        key: 'KOTA XXI\u001fAMBON',
        cinema: { name: 'KOTA XXI', city: 'AMBON', timezone: 'Asia/Jayapura', currency: 'IDR' },
        territory: 'ID',
        chain: '',
        address: 'Jl. Satu No.2',
        code: 'ChIJ1',
        place: { latitude: '-3.631314', longitude: '128.2491522' },
      },
    ],
    [expect.objectContaining({ place: { latitude: '-8.7162718', longitude: '115.170189600' } })],
  ])
  expect(golden.slice(2).map((say) => String(say).split(':')[0])).toEqual([
    'zone_unknown',
    'cinema_missing',
    'number_unreadable',
    'number_unreadable',
  ])
})
