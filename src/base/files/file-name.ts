import { detectEncoding } from './detect-encoding.ts'
import { decoderOf } from './text-lines.ts'

/** A name inside a zip: UTF-8 where it is marked so, else as the makers of such files write it. */
export function textOfName(bytes: Uint8Array, isUtf8: boolean): string {
  const encoding = isUtf8 ? 'utf-8' : detectEncoding(bytes)
  return decoderOf(encoding)(bytes).replaceAll('\\', '/').replaceAll('\0', '')
}
