import type { Layout, RowReader } from '../layout.ts'
import { quarantined } from '../layout.ts'
import type { BoxOfficeSaid, PeriodKind, ReportedMeasure } from '../said.ts'
import { allRead, factKey, isQuarantined } from '../values/all-read.ts'
import { readMinor } from '../values/amount.ts'
import { FILM_YEARS, readDay } from '../values/date.ts'
import { kept } from '../values/kept.ts'
import { readTitle } from '../values/name.ts'
import { readCount } from '../values/number.ts'
import { namedCells } from './named-cells.ts'

const FIGURES = ['salesAmt', 'salesAcc', 'audiCnt', 'audiAcc', 'scrnCnt', 'showCnt'] as const
const COLUMNS = ['movieCd', 'movieNm', 'openDt', 'dt', ...FIGURES] as const

const KOREA = { table: 'box_office', territory: 'KR' } as const
const WON = { currency: 'KRW', like: '273538754' } as const

/**
 * The Korean Film Council's lists of a day's films, laid together: a row is a film on a day. A film may
 * stand in several lists with the same figures. The lists are a day's best, not the whole market: a
 * film that is missing may have played all the same.
 */
export const KOBIS_DAILY: Layout = {
  id: 'kobis-daily',
  version: 1,
  name: 'KOBIS daily box office',
  table: 'box_office',
  about: 'territory',
  meaning: { rows: 'keyed', scope: 'part' },
  columns: COLUMNS,
  fixed: { territory: 'KR', currency: 'KRW', timezone: 'Asia/Seoul' },
  reader: readerFor,
}

function readerFor(header: readonly string[]): RowReader {
  const named = namedCells(header, COLUMNS)
  const day = kept((text) => readDay(text, 'YYYYMMDD'))
  const opened = kept(readOpening)
  const titled = kept(readTitle)
  return (cells) => {
    const row = named(cells)
    if (isQuarantined(row)) return row
    // Padding: a film's code and a day, and no figure beside them.
    if (FIGURES.every((name) => row[name] === '')) return NO_FIGURE
    const read = allRead({
      date: day(row.dt),
      code: readCode(row.movieCd),
      title: titled(row.movieNm),
      opensOn: opened(row.openDt),
      gross: readMinor(row.salesAmt, WON),
      grossToDate: readMinor(row.salesAcc, WON),
      admissions: readCount(row.audiCnt, 'admissions'),
      admissionsToDate: readCount(row.audiAcc, 'admissions to date'),
      screens: readCount(row.scrnCnt, 'screens'),
      screenings: readCount(row.showCnt, 'screenings'),
    })
    if (isQuarantined(read)) return read
    const { date, code, title, opensOn } = read
    const film = { title, toldApart: code, ...(opensOn !== '' && { opensOn }) }
    const about = { ...KOREA, film, firstDay: date, lastDay: date }
    const said = (kind: PeriodKind, measure: ReportedMeasure, value: string): BoxOfficeSaid => ({
      ...about,
      key: factKey(date, code, kind, measure),
      kind,
      measure,
      value,
      ...(measure === 'gross' && { currency: 'KRW' }),
    })
    return {
      fate: 'row',
      facts: [
        said('day', 'gross', read.gross.toString()),
        said('day', 'admissions', read.admissions),
        said('day', 'screenings', read.screenings),
        said('day', 'screens', read.screens),
        said('to_date', 'gross', read.grossToDate.toString()),
        said('to_date', 'admissions', read.admissionsToDate),
      ],
    }
  }
}

const NO_FIGURE = { fate: 'empty', rule: 'a film and a day without any figure' } as const

function readCode(text: string) {
  return text === ''
    ? quarantined('value_missing', 'The row has no movieCd to tell its film by.')
    : text
}

/** A film that never opened has none. */
function readOpening(text: string) {
  return text === '' ? '' : readDay(text, 'YYYY-MM-DD', FILM_YEARS)
}
