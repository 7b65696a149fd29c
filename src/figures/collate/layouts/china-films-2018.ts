import type { Layout, RowReader } from '../layout.ts'
import { quarantined } from '../layout.ts'
import type { FilmSaid } from '../said.ts'
import { allRead, factKey, isQuarantined } from '../values/all-read.ts'
import { readMinor } from '../values/amount.ts'
import { FILM_YEARS, readDay } from '../values/date.ts'
import { readTitle } from '../values/name.ts'
import { namedCells } from './named-cells.ts'

const COLUMNS = ['电影名', '上映日期', '时长（分）', '票房', '豆瓣链接'] as const

/** Figures count in 万, ten thousand yuan. */
const WAN = { currency: 'CNY', zeros: 4, like: '365078 (万元)' } as const

/**
 * A year's films of the Chinese market with what viewers thought of them: a row is a film with its
 * gross in ten thousands of yuan. First days as `2018-02-16(中国大陆)`, with the places where it was.
 * `重映` among them means that the film came back: that release is told apart from the film's first.
 */
export const CHINA_FILMS_2018: Layout = {
  id: 'china-films-2018',
  version: 1,
  name: 'Films of China with viewers’ scores',
  table: 'box_office',
  about: 'territory',
  meaning: { rows: 'keyed', scope: 'part' },
  columns: COLUMNS,
  fixed: { territory: 'CN', currency: 'CNY', timezone: 'Asia/Shanghai' },
  reader: readerFor,
}

function readerFor(header: readonly string[]): RowReader {
  const named = namedCells(header, COLUMNS)
  return (cells) => {
    const row = named(cells)
    if (isQuarantined(row)) return row
    if (row.票房 === 'None') return NO_FIGURE
    const read = allRead({
      title: readTitle(row.电影名),
      gross: readMinor(row.票房, WAN),
      opening: readOpening(row.上映日期),
    })
    if (isQuarantined(read)) return read
    const { title, gross, opening } = read
    const minutes = row['时长（分）']
    const film: FilmSaid = {
      title,
      ...opening,
      ...(/^[1-9]\d{0,2}$/.test(minutes) && { runtimeMinutes: Number(minutes) }),
    }
    return {
      fate: 'row',
      facts: [
        {
          table: 'box_office',
          key: factKey('CN', title, film.toldApart ?? ''),
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

const NO_FIGURE = { fate: 'empty', rule: 'no box office stated' } as const

const DATED = /^([\d-]+)(?:\(([^)]*)\))?/
const AGAIN = '重映'

/** The first date that stands there, and whether it is a return of the film. */
function readOpening(text: string) {
  if (text === '') return {}
  const match = DATED.exec(text)
  if (!match) return quarantined('moment_unreadable', `“${text}” begins with no date.`)
  const day = readDay(match[1] ?? '', 'YYYY-MM-DD', FILM_YEARS)
  if (isQuarantined(day)) return day
  const places = match[2] ?? ''
  return places.includes(AGAIN) ? { opensOn: day, toldApart: `${AGAIN} ${day}` } : { opensOn: day }
}
