import { csvTable } from './csv-table.ts'
import { FileFault } from './file-fault.ts'
import type { ByteSource, Reading, Table } from './reading.ts'
import type { Piece } from './text-lines.ts'
import { gunzippedPieces, plainPieces } from './unpack.ts'

/**
 * Reads a file as rows of text cells. What is wrong with a row is said in that row; a file that cannot
 * be read at all is a FileFault. `rows` may be gone through once; the next reading gives the same.
 */
export async function readTable(source: ByteSource, reading: Reading): Promise<Table> {
  const open = () => unpackedPieces(source, reading)
  if (reading.format === 'csv') {
    const { encoding = 'utf-8', separator = ',', headerLine = 1 } = reading
    return csvTable(open, { encoding, separator, headerLine })
  }
  throw new FileFault(`Files of the format ${reading.format} cannot be read yet.`)
}

function unpackedPieces(source: ByteSource, reading: Reading): AsyncIterable<Piece> {
  if (reading.compression === 'gzip') return gunzippedPieces(source)
  return plainPieces(source)
}
