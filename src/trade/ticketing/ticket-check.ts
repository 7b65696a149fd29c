import { fromBase64Url } from './base64-url.ts'
import type { TicketCode } from './ticket-code.ts'
import { keyIdOf } from './ticket-code.ts'

/**
 * `foreign`: signed with a key that is not ours, by another installation or nobody. `unchecked`:
 * this browser knows no Ed25519, so the server has to be asked.
 */
export type Signature = 'good' | 'forged' | 'foreign' | 'unchecked'

/** Checks a code's signature by WebCrypto, which browsers and Node both have. */
export async function checkTicketCode(
  code: TicketCode,
  publicKeyTexts: readonly string[],
): Promise<Signature> {
  const named = publicKeyTexts.filter((text) => keyIdOf(text) === code.keyId)
  if (named.length === 0) return 'foreign'
  const { subtle } = globalThis.crypto
  // Away where the page is not served securely, whatever the types say.
  if (!(subtle as SubtleCrypto | undefined)) return 'unchecked'
  for (const text of named) {
    const raw = fromBase64Url(text)
    if (!raw) continue
    try {
      const key = await subtle.importKey('raw', raw, 'Ed25519', false, ['verify'])
      if (await subtle.verify('Ed25519', key, code.signature, code.signed)) return 'good'
    } catch {
      // NotSupportedError of a browser without Ed25519: it is no verdict on the ticket.
      return 'unchecked'
    }
  }
  return 'forged'
}
