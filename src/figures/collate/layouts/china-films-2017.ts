import type { Layout, RowReader } from '../layout.ts'
import type { FilmSaid } from '../said.ts'
import { allRead, factKey, isQuarantined } from '../values/all-read.ts'
import { readMinor } from '../values/amount.ts'
import { FILM_YEARS, readDay, yearFault } from '../values/date.ts'
import { readName, readTitle } from '../values/name.ts'
import { namedCells } from './named-cells.ts'

const COLUMNS = ['name', 'en_name', 'boxoffice', 'date', 'country', 'rank'] as const

/** Figures count in 万, ten thousand yuan; the fen come out exactly. */
const WAN = { currency: 'CNY', zeros: 4, like: '18920.2 (万元)' } as const

/**
 * A year's films of the Chinese market: a row is a film with its Chinese and English title, its first
 * day and its gross in ten thousands of yuan. 0 is a figure. Dates as `2017-5-1`; only a year may be
 * known.
 */
export const CHINA_FILMS_2017: Layout = {
  id: 'china-films-2017',
  version: 1,
  name: 'Films of China with English titles',
  table: 'box_office',
  about: 'territory',
  meaning: { rows: 'keyed', scope: 'part' },
  columns: COLUMNS,
  fixed: { territory: 'CN', currency: 'CNY', timezone: 'Asia/Shanghai' },
  reading: { format: 'json', path: '[]' },
  reader: readerFor,
}

function readerFor(header: readonly string[]): RowReader {
  const named = namedCells(header, COLUMNS)
  return (cells) => {
    const row = named(cells)
    if (isQuarantined(row)) return row
    const read = allRead({
      title: readTitle(row.name),
      otherTitle: readName(row.en_name),
      gross: readMinor(row.boxoffice, WAN),
      opening: readOpening(row.date),
    })
    if (isQuarantined(read)) return read
    const { title, otherTitle, gross, opening } = read
    const film: FilmSaid = { title, ...(otherTitle !== '' && { otherTitle }), ...opening }
    return {
      fate: 'row',
      facts: [
        {
          table: 'box_office',
          key: factKey('CN', title),
          territory: 'CN',
          film,
          kind: 'undated',
          measure: 'gross',
          value: gross.toString(),
          currency: 'CNY',
        },
      ],
    }
  }
}

/** The first day, or only the year; nothing where the cell is blank. */
function readOpening(text: string) {
  if (text === '') return {}
  if (/^\d{4}$/.test(text)) return yearFault(text, FILM_YEARS) ?? { year: Number(text) }
  const opensOn = readDay(text, 'YYYY-MM-DD', FILM_YEARS)
  return isQuarantined(opensOn) ? opensOn : { opensOn }
}
