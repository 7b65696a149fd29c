import { OWN_ORGANISATION } from '#collate'
import type { Store } from '#store'
import { addOrganisation } from '#venues'

/** The till's export as somebody would map it who has no layout for it. */
export const TILL_MAPPING = `name: Bench till
table: ticket
rows: [film, startsAt, ticketType, unitPrice]
scope: span
columns:
  EventName: film
  EventDate:
    field: startsAt
    dates: mdy
  TicketType: ticketType
  Quantity: quantity
  ItemPrice:
    field: unitPrice
    decimal: .
    unit: one
  Price:
    field: price
    decimal: .
    unit: one
`

const SAVE = `
  insert into mapping (organisation_id, name, version, text) values ($1, 'Bench till', 1, $2)
  returning id`

/** Keeps a mapping as the house keeps them; gives its id. */
export async function saveBenchMapping(store: Store, text: string): Promise<string> {
  const row = await store.write(async (transaction) => {
    const own = { name: OWN_ORGANISATION, sample: false }
    const organisation = await addOrganisation(transaction, own)
    return transaction.row<{ id: number }>(SAVE, organisation, text)
  })
  if (!row) throw new Error('PostgreSQL returned no mapping')
  return String(row.id)
}
