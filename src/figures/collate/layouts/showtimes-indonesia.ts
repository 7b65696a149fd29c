import type { Layout, LayoutContext, QuarantinedRow, RowReader } from '../layout.ts'
import { quarantined } from '../layout.ts'
import { allRead, factKey, isQuarantined } from '../values/all-read.ts'
import { readMinor } from '../values/amount.ts'
import { readDay } from '../values/date.ts'
import { kept } from '../values/kept.ts'
import type { Moment } from '../values/moment.ts'
import { readTimeOn } from '../values/moment.ts'
import { readName, readTitle } from '../values/name.ts'
import { indonesianCinema } from './indonesian-city.ts'
import { namedCells } from './named-cells.ts'

const COLUMNS = [
  'date',
  'movies.id',
  'movies.title',
  'movies.is_presale',
  'schedules.key',
  'schedules.theatre_id',
  'schedules.theatre_name',
  'rooms.category',
  'rooms.price',
  'all_showtimes.time',
  'all_showtimes.status',
  'all_showtimes.is_available',
] as const

/**
 * Indonesia's programme as one ticket seller has it on a day: a row is a start of a film in a room of a
 * category. Two rooms of one category may start a film at one moment, so equal rows all count; what
 * else a row says (price, status) are its figures, and a later file corrects them. A file may cover
 * some towns only: what vanished of a cinema and day that it names is taken back, other cinemas stay.
 */
export const SHOWTIMES_INDONESIA: Layout = {
  id: 'showtimes-indonesia',
  version: 1,
  name: 'Showtimes in Indonesia',
  table: 'screening',
  about: 'nothing',
  meaning: { rows: 'counted', scope: 'days' },
  columns: COLUMNS,
  fixed: { currency: 'IDR' },
  reading: { format: 'json', path: 'movies[].schedules{}[].rooms[].all_showtimes[]' },
  reader: readerFor,
}

function readerFor(header: readonly string[], { dayStartsAt }: LayoutContext): RowReader {
  const named = namedCells(header, COLUMNS)
  const priced = kept(readPrices)
  const moments = new Map<string, (text: string) => Moment | QuarantinedRow>()
  // Time by time on the file's day, worked out once for each of the three clocks.
  const momentsOf = (day: string, timezone: string) => {
    const name = `${day} ${timezone}`
    const rule = { timezone, dayStartsAt }
    const found = moments.get(name) ?? kept((text) => readTimeOn(day, text, 'HH:MM', rule))
    moments.set(name, found)
    return found
  }
  return (cells) => {
    const row = named(cells)
    if (isQuarantined(row)) return row
    const read = allRead({
      title: readTitle(row['movies.title']),
      day: readDay(row.date, 'YYYY-MM-DD'),
      cinema: indonesianCinema(row['schedules.theatre_name'], row['schedules.key']),
      room: readName(row['rooms.category']),
      prices: priced(row['rooms.price']),
    })
    if (isQuarantined(read)) return read
    const { title, day, cinema, room, prices } = read
    const moment = momentsOf(day, cinema.timezone)(row['all_showtimes.time'])
    if (isQuarantined(moment)) return moment
    const codes = [row['schedules.theatre_id'], row['movies.id']]
    return {
      fate: 'row',
      facts: [
        {
          table: 'screening',
          key: factKey(...codes, room, moment.epochSeconds),
          cinema,
          film: { title, ...(row['movies.id'] !== '' && { toldApart: row['movies.id'] }) },
          room,
          format: formatOf(room),
          language: '',
          startsAtSeconds: moment.epochSeconds,
          tradingDay: moment.tradingDay,
          startHour: moment.hour,
          status: statusOf(
            row['all_showtimes.status'],
            row['all_showtimes.is_available'],
            row['movies.is_presale'],
          ),
          ...(prices && { priceMinor: prices, currency: 'IDR' }),
        },
      ],
    }
  }
}

const RUPIAH = {
  currency: 'IDR',
  signs: ['Rp'],
  mark: ',',
  group: '.',
  like: 'Rp30.000 or Rp32.000 - Rp37.000',
} as const

/** One price or a range of them; none where the room has none yet. */
function readPrices(text: string) {
  if (text === '') return null
  const [lowText = '', highText = lowText, more] = text.split(/\s+[-–]\s+/)
  const read = allRead({ low: readMinor(lowText, RUPIAH), high: readMinor(highText, RUPIAH) })
  if (isQuarantined(read)) return read
  if (more === undefined && read.low <= read.high) return read
  return quarantined('amount_unreadable', `“${text}” is no price or range like ${RUPIAH.like}.`)
}

const FORMATS = ['IMAX', '4DX', 'SCREENX', 'STARIUM', 'SPHEREX', 'MACRO XE', 'ATMOS', '2D', '3D']

/** What of the category is a way of showing; the rest is the comfort of the seats. */
function formatOf(room: string): string {
  const upper = room.toUpperCase()
  return FORMATS.filter((format) => upper.includes(format)).join(' ')
}

/**
 * Only what the seller's pages show is known: 1 can be bought, 0 no longer. Any other code, and what
 * contradicts itself, stays unknown with its code.
 */
function statusOf(code: string, available: string, presale: string): string {
  if (code === '1' && available === 'true') return presale === 'true' ? 'presale' : 'open'
  if (code === '0' && available === 'false') return 'closed'
  return code === '' ? 'unknown' : `unknown (${code})`
}
