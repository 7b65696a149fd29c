import { randomUUID } from 'node:crypto'
import { mkdir, open, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Limits, WarehouseRow } from './warehouse.ts'

/** The rows of an answer too long to be held: on disk, and read as they are wanted. */
export type Spool<Shape extends WarehouseRow = WarehouseRow> = {
  /** Once, from the first to the last. */
  blocks(): AsyncGenerator<readonly Shape[]>
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
      blocks: () => blocksOf<Shape>(file.createReadStream({ highWaterMark: PIECE_BYTES })),
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
