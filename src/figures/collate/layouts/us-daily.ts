import type { Layout, RowReader } from '../layout.ts'
import { quarantined } from '../layout.ts'
import type { BoxOfficeSaid } from '../said.ts'
import { allRead, factKey, isQuarantined } from '../values/all-read.ts'
import { readMinor } from '../values/amount.ts'
import { dayPlus, readDay } from '../values/date.ts'
import { kept } from '../values/kept.ts'
import { readName, readTitle } from '../values/name.ts'
import { readCount } from '../values/number.ts'
import { namedCells } from './named-cells.ts'

const COLUMNS = [
  'date',
  'title',
  'release_id',
  'gross_usd',
  'theaters',
  'gross_to_date_usd',
  'day_of_release',
  'distributor',
] as const

const US = { table: 'box_office', territory: 'US' } as const
const DOLLARS = { currency: 'USD', like: '4285264' } as const

/**
 * The box office of the United States: a row is a release on a day, with its gross, the cinemas that
 * played it and its gross to date. Two releases of one title are told apart by the source's own code.
 * Shares and changes can be worked out and are left alone.
 */
export const US_DAILY: Layout = {
  id: 'us-daily',
  version: 1,
  name: 'US daily box office',
  table: 'box_office',
  about: 'territory',
  // A file is the whole of each day it names: a release that a day no longer has was struck out.
  meaning: { rows: 'keyed', scope: 'days' },
  columns: COLUMNS,
  fixed: { territory: 'US', currency: 'USD', timezone: 'America/New_York' },
  reader: readerFor,
}

function readerFor(header: readonly string[]): RowReader {
  const named = namedCells(header, COLUMNS)
  const day = kept((text) => readDay(text, 'YYYY-MM-DD'))
  const titled = kept(readTitle)
  const opened = kept(openingDay)
  return (cells) => {
    const row = named(cells)
    if (isQuarantined(row)) return row
    const read = allRead({
      date: day(row.date),
      title: titled(row.title),
      code: readCode(row.release_id),
      gross: readMinor(row.gross_usd, DOLLARS),
      toDate: ifAny(row.gross_to_date_usd, (text) => readMinor(text, DOLLARS)),
      sites: ifAny(row.theaters, (text) => readCount(text, 'cinemas')),
      distributor: readName(row.distributor),
    })
    if (isQuarantined(read)) return read
    const { date, title, code, gross, toDate, sites, distributor } = read
    const opensOn = opened(`${date} ${row.day_of_release}`)
    const film = {
      title,
      toldApart: code,
      ...(distributor !== '' && { distributor }),
      ...(opensOn !== '' && { opensOn }),
    }
    const about = { ...US, film, firstDay: date, lastDay: date }
    const facts: BoxOfficeSaid[] = [
      {
        ...about,
        key: factKey(date, code, 'gross'),
        kind: 'day',
        measure: 'gross',
        value: gross.toString(),
        currency: 'USD',
      },
    ]
    if (sites !== undefined) {
      const key = factKey(date, code, 'sites')
      facts.push({ ...about, key, kind: 'day', measure: 'sites', value: sites })
    }
    if (toDate !== undefined) {
      const total = { measure: 'gross', value: toDate.toString(), currency: 'USD' } as const
      facts.push({ ...about, key: factKey(date, code, 'to_date'), kind: 'to_date', ...total })
    }
    return { fate: 'row', facts }
  }
}

/** Blank where it is not stated; else it must be readable. */
function ifAny<Value>(text: string, read: (text: string) => Value): Value | undefined {
  return text === '' ? undefined : read(text)
}

function readCode(text: string) {
  return text === ''
    ? quarantined('value_missing', 'The row has no release_id to tell its release by.')
    : text
}

/** The first day, of a day and how many days it was from then on; '' where that is not stated. */
function openingDay(dayAndNumber: string): string {
  const [day = '', number = ''] = dayAndNumber.split(' ')
  return /^[1-9]\d{0,4}$/.test(number) ? dayPlus(day, 1 - Number(number)) : ''
}
