import type { TicketFact } from '#warehouse'
import type { Order } from './order.ts'
import type { SaleSheet } from './sale-sheet.ts'
import { ticketFacts } from './ticket-facts.ts'

/** The facts of tickets let in at a moment (1), or of that undone (−1): they sell nothing. */
export function scanFacts(
  order: Order,
  places: readonly number[],
  sheet: SaleSheet,
  { atMs, scanned }: { readonly atMs: number; readonly scanned: 1 | -1 },
): readonly TicketFact[] {
  return ticketFacts(order, places, sheet, { event: 'sold', atMs }).map((fact) => ({
    ...fact,
    kind: 'scan',
    quantity: 0,
    scanned,
    priceMinor: 0n,
    feeHallMinor: 0n,
    feeOnlineMinor: 0n,
    taxMinor: 0n,
  }))
}
