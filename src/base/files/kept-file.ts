import { createHash, randomUUID } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { access, mkdir, open, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline as chain, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createZstdCompress, createZstdDecompress } from 'node:zlib'

/** A source file as kept: compressed, named by its content, never changed. */
export type KeptFile = { readonly sha256: string; readonly bytes: number }

/** Keeps a copy of what `input` gives under `folder`; durable when it resolves. */
export async function keepFile(folder: string, input: Readable): Promise<KeptFile> {
  const arriving = join(folder, 'arriving', randomUUID())
  await mkdir(dirname(arriving), { recursive: true, mode: 0o700 })
  const hash = createHash('sha256')
  let bytes = 0
  const meter = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk)
      bytes += chunk.length
      done(null, chunk)
    },
  })
  try {
    await pipeline(input, meter, createZstdCompress(), createWriteStream(arriving))
    const sha256 = hash.digest('hex')
    const kept = keptPath(folder, sha256)
    await sync(arriving)
    await mkdir(dirname(kept), { recursive: true, mode: 0o700 })
    await rename(arriving, kept)
    await sync(dirname(kept))
    await sync(folder)
    return { sha256, bytes }
  } finally {
    await rm(arriving, { force: true })
  }
}

/** The bytes of a kept file, as they came; whoever stops early leaves nothing open. */
export function readKept(folder: string, sha256: string): AsyncIterable<Uint8Array> {
  const plain = createZstdDecompress()
  // Its faults come out of `plain`, to whoever reads.
  return chain(createReadStream(keptPath(folder, sha256)), plain, () => undefined)
}

export async function isKept(folder: string, sha256: string): Promise<boolean> {
  return access(keptPath(folder, sha256)).then(
    () => true,
    // Not there, or not readable: either way it cannot be used.
    () => false,
  )
}

function keptPath(folder: string, sha256: string): string {
  return join(folder, sha256.slice(0, 2), `${sha256}.zst`)
}

async function sync(path: string): Promise<void> {
  const handle = await open(path, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
