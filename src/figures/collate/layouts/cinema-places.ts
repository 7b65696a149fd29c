import type { Layout, RowReader } from '../layout.ts'
import { quarantined } from '../layout.ts'
import { allRead, factKey, isQuarantined } from '../values/all-read.ts'
import { plainDecimal, roundedDecimal } from '../values/number.ts'
import { indonesianCinema } from './indonesian-city.ts'
import { namedCells } from './named-cells.ts'

const COLUMNS = ['key', 'place_id', 'lat', 'lng', 'formatted_address', 'query_used'] as const

/**
 * Where Indonesia's cinemas are, as a map service found them: a member `CINEMA|TOWN` for each, with
 * its coordinates, address and the service's own code. What was asked of the service is not what it
 * found: its name for the place may be another's, and is left alone.
 */
export const CINEMA_PLACES: Layout = {
  id: 'cinema-places',
  version: 1,
  name: 'Places of cinemas in Indonesia',
  table: 'site',
  about: 'nothing',
  meaning: { rows: 'keyed', scope: 'part' },
  columns: COLUMNS,
  fixed: { currency: 'IDR' },
  reading: { format: 'json', path: '{}' },
  reader: readerFor,
}

function readerFor(header: readonly string[]): RowReader {
  const named = namedCells(header, COLUMNS)
  return (cells) => {
    const row = named(cells)
    if (isQuarantined(row)) return row
    const cut = row.key.lastIndexOf('|')
    const read = allRead({
      cinema: indonesianCinema(row.key.slice(0, Math.max(cut, 0)).trim(), row.key.slice(cut + 1)),
      latitude: readDegrees(row.lat, 90),
      longitude: readDegrees(row.lng, 180),
    })
    if (isQuarantined(read)) return read
    const { cinema, latitude, longitude } = read
    return {
      fate: 'row',
      facts: [
        {
          table: 'site',
          key: factKey(cinema.name, cinema.city ?? ''),
          cinema,
          territory: 'ID',
          chain: '',
          address: row.formatted_address.replace(/\s+/g, ' '),
          code: row.place_id,
          place: { latitude, longitude },
        },
      ],
    }
  }
}

/** A tenth of a millimetre on the ground; more places are what binary programs add. */
const PLACES = 9

function readDegrees(text: string, most: number) {
  const plain = plainDecimal(text)
  const whole = Number(/^-?(\d+)/.exec(plain ?? '')?.[1] ?? Number.NaN)
  return plain !== undefined && whole < most
    ? roundedDecimal(plain, PLACES)
    : quarantined('number_unreadable', `“${text}” is no latitude or longitude in degrees.`)
}
