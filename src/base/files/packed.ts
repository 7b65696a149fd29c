import { FileFault } from './file-fault.ts'
import type { ByteSource, Reading } from './reading.ts'
import { seekableCopy } from './seekable.ts'
import type { Piece } from './text-lines.ts'
import { gunzippedPieces, plainPieces } from './unpack.ts'
import { openZip } from './zip-file.ts'

/** The bytes of what is read, taken out of the gzip or zip it came in. */
export function unpackedPieces(
  source: ByteSource,
  { compression, member }: Pick<Reading, 'compression' | 'member'>,
): AsyncIterable<Piece> {
  if (compression === 'gzip') return gunzippedPieces(source)
  if (compression === 'zip') return memberPieces(source, member)
  return plainPieces(source)
}

async function* memberPieces(
  source: ByteSource,
  wanted: string | undefined,
): AsyncGenerator<Piece> {
  const copy = await seekableCopy(plainPieces(source), source.scratch)
  try {
    const zip = await openZip(copy)
    const member = zip.members.find(({ name }) => wanted === undefined || name === wanted)
    if (!member) throw new FileFault(`The zip holds no file ${wanted ?? ''}.`)
    yield* zip.pieces(member)
  } finally {
    await copy.close()
  }
}
