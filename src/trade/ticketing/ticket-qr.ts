import { encodeQR } from 'qr'

/** A QR code as one SVG path, its quiet zone of four modules included in `size`. */
export type QrPath = { readonly size: number; readonly path: string }

const QUIET = 4

/** Draws a text at error correction M; each run of dark modules in a row is one bar. */
export function qrPath(text: string): QrPath {
  const modules = encodeQR(text, 'raw', { ecc: 'medium', border: QUIET })
  const bars = modules.flatMap((row, y) => rowBars(row).map(([x, length]) => barAt(x, y, length)))
  return { size: modules.length, path: bars.join('') }
}

function rowBars(row: readonly boolean[]): readonly (readonly [x: number, length: number])[] {
  return row.flatMap((dark, x) => {
    if (!dark || row[x - 1]) return []
    const end = row.indexOf(false, x)
    return [[x, (end === -1 ? row.length : end) - x] as const]
  })
}

function barAt(x: number, y: number, length: number): string {
  return `M${x} ${y}h${length}v1h-${length}z`
}
