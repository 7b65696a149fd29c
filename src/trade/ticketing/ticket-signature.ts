import type { KeyObject } from 'node:crypto'
import { createPublicKey, sign } from 'node:crypto'
import type { TicketContent } from './ticket-code.ts'
import { keyIdOf, packTicket, ticketCodeText } from './ticket-code.ts'

/** The text of a ticket's QR code, signed with Ed25519 so that a gate can check it offline. */
export function signTicketCode(privateKey: KeyObject, content: TicketContent): string {
  const { x = '' } = createPublicKey(privateKey).export({ format: 'jwk' })
  const signed = packTicket(content, keyIdOf(x))
  return ticketCodeText(signed, sign(null, signed, privateKey))
}
