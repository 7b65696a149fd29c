import { OWN_ORGANISATION, readMappingText, saveMapping } from '#collate'
import { expectAccepted } from '#kernel'
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

/** Keeps a mapping as the house keeps them; gives its id. */
export async function saveBenchMapping(store: Store, text: string): Promise<string> {
  const mapping = expectAccepted(readMappingText(text))
  const id = await store.write(async (transaction) => {
    const own = { name: OWN_ORGANISATION, sample: false }
    return saveMapping(transaction, await addOrganisation(transaction, own), mapping)
  })
  return String(id)
}
