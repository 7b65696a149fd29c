import { writeFile } from 'node:fs/promises'
import { encodeQR } from 'qr'

const [WIDTH, HEIGHT, FRAMES_A_SECOND] = [320, 240, 1]
const [MODULE, WHITE, BLACK] = [3, 235, 16]

/** What a camera sees for some seconds: a QR code, or a wall where there is none. */
export type Seen = { readonly code?: string; readonly seconds: number }

/** Writes a film for Chromium's fake camera, which shows it again and again. */
export async function filmCodes(path: string, scenes: readonly Seen[]): Promise<void> {
  const parts: Buffer[] = [
    Buffer.from(`YUV4MPEG2 W${WIDTH} H${HEIGHT} F${FRAMES_A_SECOND}:1 Ip C420jpeg\n`),
  ]
  for (const { code, seconds } of scenes) {
    const frame = [
      Buffer.from('FRAME\n'),
      brightness(code),
      Buffer.alloc((WIDTH * HEIGHT) / 2, 128),
    ]
    for (let one = 0; one < seconds * FRAMES_A_SECOND; one++) parts.push(...frame)
  }
  await writeFile(path, Buffer.concat(parts))
}

function brightness(code: string | undefined): Buffer {
  const plane = Buffer.alloc(WIDTH * HEIGHT, code === undefined ? 90 : WHITE)
  if (code === undefined) return plane
  const modules = encodeQR(code, 'raw', { ecc: 'medium', border: 4 })
  const [left, top] = [WIDTH, HEIGHT].map((side) =>
    Math.floor((side - modules.length * MODULE) / 2),
  )
  for (const [y, row] of modules.entries()) {
    for (const [x, dark] of row.entries()) {
      if (!dark) continue
      for (let line = 0; line < MODULE; line++) {
        const from = ((top ?? 0) + y * MODULE + line) * WIDTH + (left ?? 0) + x * MODULE
        plane.fill(BLACK, from, from + MODULE)
      }
    }
  }
  return plane
}
