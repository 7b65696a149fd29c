const decoder = new TextDecoder('gb18030', { fatal: true })
let known: ReadonlyMap<string, readonly [number, number]> | undefined

/** Text as GB18030: ASCII and whatever has two bytes there, which is every usual Chinese character. */
export function gb18030(text: string): Uint8Array {
  known ??= twoByteCharacters()
  const bytes: number[] = []
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0
    const pair = code < 0x80 ? [code] : known.get(character)
    if (!pair) throw new Error(`“${character}” has no two bytes in GB18030`)
    bytes.push(...pair)
  }
  return Uint8Array.from(bytes)
}

/** The platform decodes GB18030 and does not encode it: its own table, turned round. */
function twoByteCharacters(): ReadonlyMap<string, readonly [number, number]> {
  const found = new Map<string, readonly [number, number]>()
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      if (trail === 0x7f) continue
      found.set(decoder.decode(Uint8Array.of(lead, trail)), [lead, trail])
    }
  }
  return found
}
