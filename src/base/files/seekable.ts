import { randomUUID } from 'node:crypto'
import type { FileHandle } from 'node:fs/promises'
import { mkdir, open, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { RowFault } from './csv-row.ts'
import { FileFault } from './file-fault.ts'
import type { Piece } from './text-lines.ts'

/** Bytes that can be read at any place. */
export type Seekable = {
  readonly size: number
  read(from: number, length: number): Promise<Uint8Array>
  close(): Promise<void>
}

/** Up to here a copy is held in memory; a larger one is a file in the scratch folder. */
const MEMORY_BYTES_MAX = 16 * 1024 ** 2
/** Formats that are not read from front to back may be so large, unpacked. */
export const COPY_BYTES_MAX = 4 * 1024 ** 3

/** A copy of the pieces. It vanishes when it is closed, and when the process ends. */
export async function seekableCopy(
  pieces: AsyncIterable<Piece>,
  scratch: string,
  bytesMax = COPY_BYTES_MAX,
): Promise<Seekable> {
  let held: Uint8Array[] = []
  let size = 0
  let file: FileHandle | undefined
  try {
    for await (const { bytes, broken } of pieces) {
      if (broken) throw new FileFault(brokenSay(broken))
      size += bytes.length
      if (size > bytesMax) throw new FileFault(tooLargeSay(bytesMax))
      held.push(bytes)
      if (size <= MEMORY_BYTES_MAX && !file) continue
      file ??= await namelessFile(scratch)
      for (const part of held) await writeAll(file, part)
      held = []
    }
    const copy = file ? ofFile(file, size) : ofMemory(Buffer.concat(held))
    file = undefined
    return copy
  } finally {
    await file?.close()
  }
}

export function brokenSay(broken: RowFault): string {
  return broken === 'too_large'
    ? 'Unpacked, the file is absurdly large, as files made to fill a disk are. It was not read.'
    : 'The packed file is damaged or incomplete. Download or copy it again.'
}

export function tooLargeSay(bytesMax: number): string {
  const size = `${Math.floor(bytesMax / 1024 ** 2).toLocaleString('en')} MB`
  const what = `Unpacked, the file is larger than ${size}, the most that is read of its kind.`
  return `${what} Give it in parts, or as CSV.`
}

/** Taken out of its folder at once: nobody else can open it, and nothing is left behind. */
async function namelessFile(scratch: string): Promise<FileHandle> {
  await mkdir(scratch, { recursive: true, mode: 0o700 })
  const path = join(scratch, randomUUID())
  const file = await open(path, 'wx+', 0o600)
  await rm(path)
  return file
}

async function writeAll(file: FileHandle, bytes: Uint8Array): Promise<void> {
  for (let at = 0; at < bytes.length; ) {
    at += (await file.write(bytes, at, bytes.length - at)).bytesWritten
  }
}

function ofFile(file: FileHandle, size: number): Seekable {
  return {
    size,
    async read(from, length) {
      const wanted = Math.max(0, Math.min(length, size - from))
      const bytes = Buffer.allocUnsafe(wanted)
      let at = 0
      while (at < wanted) {
        const { bytesRead } = await file.read(bytes, at, wanted - at, from + at)
        if (bytesRead === 0) break
        at += bytesRead
      }
      return bytes.subarray(0, at)
    },
    close: () => file.close(),
  }
}

function ofMemory(bytes: Uint8Array): Seekable {
  return {
    size: bytes.length,
    read: async (from, length) => bytes.subarray(from, from + length),
    close: async () => undefined,
  }
}
