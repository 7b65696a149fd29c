import type { Layout, RowReader } from '../layout.ts'
import { quarantined } from '../layout.ts'
import type { BoxOfficeSaid } from '../said.ts'
import { allRead, factKey, isQuarantined } from '../values/all-read.ts'
import { readMinor } from '../values/amount.ts'
import { FILM_YEARS, readDay } from '../values/date.ts'
import { readName, readTitle } from '../values/name.ts'
import { readCount } from '../values/number.ts'
import { namedCells } from './named-cells.ts'

const COLUMNS = [
  'studio',
  'film',
  'total_gross',
  'domestic_gross',
  'international_gross',
  'runtime_min',
  'open_date',
] as const

const DOLLARS = { currency: 'USD', like: '652270625' } as const

/**
 * What films came to: a row is a film with its gross in the world and at home in the United States, up
 * to a day that is not said. What it took abroad is the difference, and must be. Dates as `2015-06-12`.
 */
export const FILM_TOTALS: Layout = {
  id: 'film-totals',
  version: 1,
  name: 'Film totals',
  table: 'box_office',
  about: 'nothing',
  meaning: { rows: 'keyed', scope: 'part' },
  columns: COLUMNS,
  fixed: { currency: 'USD' },
  reader: readerFor,
}

function readerFor(header: readonly string[]): RowReader {
  const named = namedCells(header, COLUMNS)
  return (cells) => {
    const row = named(cells)
    if (isQuarantined(row)) return row
    const read = allRead({
      title: readTitle(row.film),
      opensOn: readDay(row.open_date, 'YYYY-MM-DD', FILM_YEARS),
      world: readMinor(row.total_gross, DOLLARS),
      home: readMinor(row.domestic_gross, DOLLARS),
      abroad: readMinor(row.international_gross, DOLLARS),
      runtime: row.runtime_min === '' ? '' : readCount(row.runtime_min, 'minutes'),
      distributor: readName(row.studio),
    })
    if (isQuarantined(read)) return read
    const { title, opensOn, world, home, abroad, runtime, distributor } = read
    if (home + abroad !== world) {
      const parts = `${row.domestic_gross} at home and ${row.international_gross} abroad`
      return quarantined('amounts_disagree', `${parts} are not ${row.total_gross}.`)
    }
    const film = {
      title,
      opensOn,
      ...(runtime !== '' && { runtimeMinutes: Number(runtime) }),
      ...(distributor !== '' && { distributor }),
    }
    const said = (territory: string, gross: bigint, definition: string): BoxOfficeSaid => ({
      table: 'box_office',
      key: factKey(territory, title),
      territory,
      film,
      kind: 'to_date',
      measure: 'gross',
      value: gross.toString(),
      currency: 'USD',
      definition,
    })
    return {
      fate: 'row',
      facts: [
        said('001', world, 'the world, up to a day not stated'),
        said('US', home, 'domestic, as its publisher counts, up to a day not stated'),
      ],
    }
  }
}
