import { expect, test } from 'vitest'
import type { RowRead } from '../layout.ts'
import { recogniseLayout } from '../recognise.ts'
import type { TicketSaid } from '../said.ts'
import { TICKET_SALES_BY_SHOWING } from './ticket-sales-by-showing.ts'

const HEADER =
  'Folder,EventName,InternalEventName,EventDate,TicketType,Quantity,ItemPrice,Price'.split(',')
const CHICAGO = {
  timezone: 'America/Chicago',
  dayStartsAt: 6,
  currency: 'USD',
  territory: '',
  fileName: 'sales.csv',
}
const read = TICKET_SALES_BY_SHOWING.reader(HEADER, CHICAGO)

type Changes = { name?: string; date?: string; quantity?: string; unit?: string; price?: string }

function row(changes: Changes = {}): RowRead {
  const date = changes.date ?? 'Mar 16, 2018 5:00:00 PM'
  const name = changes.name ?? 'Café Lumière '
  const [quantity, unit, price] = [
    changes.quantity ?? '6',
    changes.unit ?? '8.75',
    changes.price ?? '52.50',
  ]
  return read(['0 - Features', name, 'x', date, ' Adult', quantity, unit, price])
}

/** The one ticket fact of a row. */
function ticket(found: RowRead): Partial<TicketSaid> {
  const said = found.fate === 'row' ? found.facts[0] : undefined
  return said?.table === 'ticket' ? said : {}
}

function reason(found: RowRead): string | undefined {
  return found.fate === 'quarantined' ? found.reason : undefined
}

test('a row is a film, a moment, a ticket type and what was sold', () => {
  expect(row()).toEqual({
    fate: 'row',
    facts: [
      {
        table: 'ticket',
        film: { title: 'Café Lumière' },
        ticketType: 'Adult',
        kind: 'sale',
        quantity: 6,
        priceMinor: 5250n,
        startsAtSeconds: Date.UTC(2018, 2, 16, 22) / 1000,
        tradingDay: '2018-03-16',
        startHour: 17,
        key: expect.stringContaining('Café Lumière'),
      },
    ],
  })
})

test('a screening after midnight counts for the evening before', () => {
  const late = row({ date: 'Mar 17, 2018 12:30:00 AM' })
  expect(ticket(late).tradingDay).toBe('2018-03-16')
  expect(ticket(late).startHour).toBe(0)
})

test('amounts come with no, one or two decimals and thousands commas', () => {
  const whole = row({ quantity: '3', unit: '8', price: '24' })
  const grouped = row({ quantity: '1', unit: '1,257.75', price: '1,257.75' })
  expect(ticket(whole).priceMinor).toBe(2400n)
  expect(ticket(grouped).priceMinor).toBe(125775n)
})

test('a negative quantity is a refund', () => {
  const back = row({ quantity: '-2', unit: '8.75', price: '-17.50' })
  expect([ticket(back).kind, ticket(back).quantity]).toEqual(['refund', -2])
})

test.each([
  [{ date: 'Mar 11, 2018 2:30:00 AM' }, 'moment_skipped'],
  [{ date: 'Feb 30, 2018 5:00:00 PM' }, 'moment_unreadable'],
  [{ date: '16/03/2018 17:00' }, 'moment_unreadable'],
  [{ date: 'Mar 16, 0216 5:00:00 PM' }, 'year_absurd'],
  [{ date: 'Jan 1, 1970 12:00:00 AM' }, 'year_absurd'],
  [{ name: 'x'.repeat(501) }, 'name_too_long'],
  [{ price: '52.51' }, 'amounts_disagree'],
  [{ price: '52,50' }, 'amount_unreadable'],
  [{ unit: '8.755', price: '52.53' }, 'amount_unreadable'],
  [{ quantity: '0' }, 'quantity_unreadable'],
  [{ quantity: '6.0' }, 'quantity_unreadable'],
  [{ quantity: '１２' }, 'quantity_unreadable'],
  [{ name: '  ' }, 'title_missing'],
])('%j goes to quarantine: %s', (changes, expected) => {
  expect(reason(row(changes))).toBe(expected)
})

test('a row cut in the middle', () => {
  expect(reason(read(['0 - Features', 'A film', 'A film']))).toBe('columns_wrong')
})

test('the layout is known by its columns, in any order', () => {
  const found = recogniseLayout({ header: HEADER.toReversed(), firstRows: [] })
  expect(found).toEqual({ ok: true, value: TICKET_SALES_BY_SHOWING })
  const other = recogniseLayout({ header: ['Event', 'Takings'], firstRows: [] })
  expect(!other.ok && other.say).toContain('Event, Takings')
})
