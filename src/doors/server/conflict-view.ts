import type { SoldInConflict } from '#ticketing'
import { orderCode } from '#ticketing'
import type { House } from './house.ts'

/** A ticket whose seat is out of order, by the code its guest knows. */
export function viewConflict({ selling }: Pick<House, 'selling'>, ticket: SoldInConflict) {
  const { ticketId, orderId, screeningId, ...said } = ticket
  return {
    ...said,
    id: ticketId.toString(),
    orderId: orderId.toString(),
    screeningId: screeningId.toString(),
    code: orderCode(selling.secret.orderKey, orderId),
  }
}
