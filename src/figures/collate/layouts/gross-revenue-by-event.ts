import type { Layout, LayoutContext, RowReader } from '../layout.ts'
import { allRead, factKey, isQuarantined } from '../values/all-read.ts'
import { readMinor } from '../values/amount.ts'
import { readTitle } from '../values/name.ts'
import { namedCells } from './named-cells.ts'

const COLUMNS = ['Event', 'Gross Revenue'] as const

/**
 * What a cinema's events took in all, without any date: good to lay beside its ticket sales, never to
 * be added up with them. Amounts as `$2,822.00`.
 */
export const GROSS_REVENUE_BY_EVENT: Layout = {
  id: 'gross-revenue-by-event',
  version: 1,
  name: 'Gross revenue by event',
  table: 'box_office',
  about: 'cinema',
  // A report of everything: an event that it no longer names has been taken out.
  meaning: { rows: 'keyed', scope: 'all' },
  columns: COLUMNS,
  // A table of events with more columns may have days, and is something else.
  fits: (header) => header.length === COLUMNS.length,
  reader: readerFor,
}

/** A claim of whoever publishes the report; tickets beside it show whether it holds. */
const DEFINITION = 'tickets and concessions, as its publisher says'

function readerFor(header: readonly string[], { currency }: LayoutContext): RowReader {
  const named = namedCells(header, COLUMNS)
  const form = { currency, signs: ['$'], group: ',', like: '$2,822.00' } as const
  return (cells) => {
    const row = named(cells)
    if (isQuarantined(row)) return row
    const read = allRead({
      title: readTitle(row.Event),
      gross: readMinor(row['Gross Revenue'], form),
    })
    if (isQuarantined(read)) return read
    const { title, gross } = read
    return {
      fate: 'row',
      facts: [
        {
          table: 'box_office',
          key: factKey('gross', title),
          territory: '',
          film: { title },
          kind: 'undated',
          measure: 'gross',
          value: gross.toString(),
          currency,
          definition: DEFINITION,
        },
      ],
    }
  }
}
