import type { Refusal } from './wire.ts'
import type { Words } from './words.ts'

/** A no in the guest's language; one that the shop does not expect is told as the API says it. */
export function refusalText({ refusal, say }: Refusal, { t }: Words): string {
  if (refusal === 'offline') return t.offline
  return t.refusals[refusal] ?? (say || t.away)
}
