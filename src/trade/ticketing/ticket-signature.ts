import type { KeyObject } from 'node:crypto'
import { createPublicKey, sign } from 'node:crypto'
import type { Ticket } from './booking.ts'
import type { Order } from './order.ts'
import { orderOfTicket } from './order.ts'
import type { TicketContent } from './ticket-code.ts'
import { keyIdOf, packTicket, ticketCodeText } from './ticket-code.ts'

/** The text of a ticket's QR code, signed with Ed25519 so that a gate can check it offline. */
export function signTicketCode(privateKey: KeyObject, content: TicketContent): string {
  const { x = '' } = createPublicKey(privateKey).export({ format: 'jwk' })
  const signed = packTicket(content, keyIdOf(x))
  return ticketCodeText(signed, sign(null, signed, privateKey))
}

/** The code of an order's good tickets; undefined where none is good. */
export function orderTicketCode(
  privateKey: KeyObject,
  { order, tickets }: { readonly order: Order; readonly tickets: readonly Ticket[] },
  startsAtMs: number,
): string | undefined {
  const good = tickets.filter(({ state }) => state === 'valid')
  if (good.length === 0) return undefined
  return signTicketCode(privateKey, {
    orderId: order.id,
    screeningId: order.screeningId,
    startsAtSeconds: Math.round(startsAtMs / 1000),
    cinemaId: order.cinemaId,
    seats: good.map(({ id, seat }) => ({ seat, place: orderOfTicket(id).place })),
  })
}
