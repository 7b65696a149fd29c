import type { Layout, LayoutContext, QuarantinedRow, RowReader } from '../layout.ts'
import { quarantined } from '../layout.ts'
import type { TicketSaid } from '../said.ts'
import { allRead, factKey, isQuarantined } from '../values/all-read.ts'
import { readMinor } from '../values/amount.ts'
import { kept } from '../values/kept.ts'
import { readMoment } from '../values/moment.ts'
import { readName, readTitle } from '../values/name.ts'
import { namedCells } from './named-cells.ts'

const COLUMNS = ['EventName', 'EventDate', 'TicketType', 'Quantity', 'ItemPrice', 'Price'] as const

/**
 * An art house's ticket sales by showing: a row is a showing × ticket type × unit price, with how many
 * were sold and what they came to. Dates as `Mar 16, 2018 5:00:00 PM`, by the cinema's own clock.
 */
export const TICKET_SALES_BY_SHOWING: Layout = {
  id: 'ticket-sales-by-showing',
  version: 2,
  name: 'Ticket sales by showing',
  table: 'ticket',
  about: 'cinema',
  // All that was sold from its first showing to its last: what it no longer has was taken out.
  meaning: { rows: 'keyed', scope: 'span' },
  columns: COLUMNS,
  reader: readerFor,
}

function readerFor(header: readonly string[], context: LayoutContext): RowReader {
  const named = namedCells(header, COLUMNS)
  const { currency } = context
  const filmed = kept((text) => {
    const title = readTitle(text)
    return typeof title === 'string' ? { title } : title
  })
  const typed = kept(readName)
  const form = { currency, group: ',', like: '8, 8.75 or 1,257.75' } as const
  const amount = kept((text) => readMinor(text, form))
  // A showing's rows stand together, so that its moment is worked out once.
  const moment = kept((text) => readMoment(text, 'Mon DD, YYYY', 'h:mm AM', context))
  return (cells) => {
    const row = named(cells)
    if (isQuarantined(row)) return row
    const read = allRead({
      film: filmed(row.EventName),
      ticketType: typed(row.TicketType),
      start: moment(row.EventDate),
      quantity: readQuantity(row.Quantity),
      unit: amount(row.ItemPrice),
      price: amount(row.Price),
    })
    if (isQuarantined(read)) return read
    const { film, ticketType, start, quantity, unit, price } = read
    if (BigInt(quantity) * unit !== price) {
      const say = `${quantity} × ${row.ItemPrice} is not ${row.Price}.`
      return quarantined('amounts_disagree', say)
    }
    const kind = quantity < 0 ? 'refund' : 'sale'
    const said: TicketSaid = {
      table: 'ticket',
      film,
      ticketType,
      kind,
      quantity,
      priceMinor: price,
      startsAtSeconds: start.epochSeconds,
      tradingDay: start.tradingDay,
      startHour: start.hour,
      key: factKey(film.title, start.epochSeconds, ticketType, unit, kind),
    }
    return { fate: 'row', facts: [said] }
  }
}

function readQuantity(text: string): number | QuarantinedRow {
  return /^-?\d{1,7}$/.test(text) && Number(text) !== 0
    ? Number(text)
    : quarantined('quantity_unreadable', `“${text}” is no number of tickets.`)
}
