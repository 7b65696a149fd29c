import { randomUUID } from 'node:crypto'
import type { FileHandle } from 'node:fs/promises'
import { mkdir, open, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Limits, WarehouseRow } from './warehouse.ts'

/** The rows of an answer too long to be held: on disk, and read as they are wanted. */
export type Spool<Shape extends WarehouseRow = WarehouseRow> = {
  /** Once, from the first to the last. */
  blocks(): AsyncGenerator<readonly Shape[]>
  /** The last of them, found without reading the others. */
  last(): Promise<Shape | undefined>
  /** Lets go of them, read or not. */
  close(): Promise<void>
}

type Write = (sql: string, limits: Limits, path: string) => Promise<void>

const PIECE_BYTES = 256 * 1024

/**
 * Has a SELECT written to a file, whole before a row of it is read: what fails does so at once, and a
 * slow reader keeps no engine waiting. Nobody else sees the file, and nothing of it stays.
 */
export async function spooled<Shape extends WarehouseRow>(
  write: Write,
  sql: string,
  limits: Limits,
  folder = tmpdir(),
): Promise<Spool<Shape>> {
  const place = join(folder, `rows-${randomUUID()}`)
  await mkdir(place, { recursive: true, mode: 0o700 })
  try {
    const path = join(place, 'rows.ndjson')
    await write(sql, limits, path)
    const file = await open(path)
    return {
      blocks: () =>
        blocksOf<Shape>(file.createReadStream({ highWaterMark: PIECE_BYTES, start: 0 })),
      last: () => lastOf<Shape>(file),
      close: () => file.close(),
    }
  } finally {
    // What is open stays readable; its name is gone, whatever becomes of us.
    await rm(place, { recursive: true, force: true })
  }
}

/** Rows of JSON lines; a last line that is not ended is no row. */
async function* blocksOf<Shape>(pieces: AsyncIterable<Buffer>): AsyncGenerator<readonly Shape[]> {
  const decoder = new TextDecoder()
  let rest = ''
  for await (const piece of pieces) {
    const lines = (rest + decoder.decode(piece, { stream: true })).split('\n')
    rest = lines.pop() ?? ''
    // The shape is the caller's knowledge of its own SQL, as with any driver.
    if (lines.length > 0) yield lines.map((line) => JSON.parse(line) as Shape)
  }
  if (rest !== '') throw new Error('the last row of an answer is cut off')
}

async function lastOf<Shape>(file: FileHandle): Promise<Shape | undefined> {
  const { size } = await file.stat()
  for (let length = PIECE_BYTES; ; length *= 2) {
    const from = Math.max(0, size - length)
    const { buffer, bytesRead } = await file.read(Buffer.alloc(size - from), 0, size - from, from)
    const text = buffer.subarray(0, bytesRead).toString()
    const before = text.lastIndexOf('\n', text.length - 2)
    if (before < 0 && from > 0) continue
    const line = text.slice(before + 1).trimEnd()
    return line === '' ? undefined : (JSON.parse(line) as Shape)
  }
}
