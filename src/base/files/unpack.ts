import { once } from 'node:events'
import type { Gunzip, InflateRaw } from 'node:zlib'
import { createGunzip } from 'node:zlib'
import type { ByteSource } from './reading.ts'
import type { Piece } from './text-lines.ts'

/** So much may come out of any packed file; beyond, only if it is packed no tighter than RATIO_MAX. */
const UNPACKED_BYTES_FREE = 1024 ** 3
/** A table packs 5 to 50 times tighter; a thousand times is a file made to fill a disk. */
const RATIO_MAX = 200
/** What one portion unpacks to is held at once: at most a thousand times so much. */
const PORTION_BYTES = 16_384

export async function* plainPieces(source: ByteSource): AsyncGenerator<Piece> {
  let bytesRead = 0
  for await (const bytes of source.open()) {
    bytesRead += bytes.length
    yield { bytes, bytesRead }
  }
}

export function gunzippedPieces(source: ByteSource): AsyncGenerator<Piece> {
  return inflatedPieces(plainPieces(source), createGunzip({ chunkSize: 65_536 }))
}

/**
 * Unpacks. What is damaged or too large ends with a piece that says so, after everything that could be
 * unpacked; the same bytes give the same pieces, however they come.
 */
export async function* inflatedPieces(
  packed: AsyncIterable<Piece>,
  inflate: Gunzip | InflateRaw,
  bytesFree = UNPACKED_BYTES_FREE,
): AsyncGenerator<Piece> {
  let ready: Uint8Array[] = []
  let broken = false
  let unpacked = 0
  let bytesRead = 0
  let taken = 0
  inflate.on('data', (bytes: Uint8Array) => ready.push(bytes))
  const ended = once(inflate, 'end').catch(() => undefined)
  inflate.on('error', () => {
    broken = true
  })
  try {
    for await (const portion of portions(packed)) {
      taken += portion.bytes.length
      bytesRead = portion.bytesRead
      await written(inflate, portion.bytes)
      for (const bytes of ready) {
        unpacked += bytes.length
        yield { bytes, bytesRead }
      }
      ready = []
      if (broken) break
      if (unpacked > bytesFree && unpacked > taken * RATIO_MAX) {
        yield { bytes: new Uint8Array(), bytesRead, broken: 'too_large' }
        return
      }
    }
    if (!broken) {
      inflate.end()
      await ended
    }
    for (const bytes of ready) yield { bytes, bytesRead }
    if (broken) yield { bytes: new Uint8Array(), bytesRead, broken: 'breaks_off' }
  } finally {
    inflate.destroy()
  }
}

/** Resolves when the portion is unpacked, or damaged: the stream is closed then. */
function written(inflate: Gunzip | InflateRaw, bytes: Uint8Array): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      inflate.off('close', done)
      resolve()
    }
    inflate.once('close', done)
    inflate.write(bytes, done)
  })
}

/** The same bytes in portions of one size, so that what is lost before damage is always the same. */
async function* portions(pieces: AsyncIterable<Piece>): AsyncGenerator<Piece> {
  let rest: Uint8Array = new Uint8Array()
  let bytesRead = 0
  for await (const piece of pieces) {
    bytesRead = piece.bytesRead
    const bytes = rest.length === 0 ? piece.bytes : Buffer.concat([rest, piece.bytes])
    let at = 0
    for (; at + PORTION_BYTES <= bytes.length; at += PORTION_BYTES) {
      yield { bytes: bytes.subarray(at, at + PORTION_BYTES), bytesRead }
    }
    rest = bytes.subarray(at)
  }
  if (rest.length > 0) yield { bytes: rest, bytesRead }
}
