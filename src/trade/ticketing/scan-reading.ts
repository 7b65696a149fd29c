import type { Scan } from './admission.ts'
import { orderOfCode } from './order-token.ts'
import type { TicketingSecret } from './signing-key-store.ts'
import { checkTicketCode } from './ticket-check.ts'
import type { TicketCode } from './ticket-code.ts'
import { CODE_PREFIX, readTicketCode } from './ticket-code.ts'

/** A scan with the order that it is about, or why there is none. */
export type ScanRead = { readonly scan: Scan } & (
  | { readonly orderId: bigint; readonly code?: TicketCode }
  | { readonly orderId?: never; readonly wrong: 'forged' | 'unknown' }
)

export async function readScan(scan: Scan, secret: TicketingSecret): Promise<ScanRead> {
  if (scan.code === undefined) {
    const orderId = orderOfCode(secret.orderKey, scan.orderCode ?? '')
    return orderId === undefined ? { scan, wrong: 'unknown' } : { scan, orderId }
  }
  const code = readTicketCode(scan.code)
  if (!code) return { scan, wrong: scan.code.startsWith(CODE_PREFIX) ? 'forged' : 'unknown' }
  const signature = await checkTicketCode(code, [secret.publicKeyText])
  if (signature === 'unchecked') throw new Error('This Node has no Ed25519')
  if (signature === 'good') return { scan, orderId: code.orderId, code }
  return { scan, wrong: signature === 'forged' ? 'forged' : 'unknown' }
}
