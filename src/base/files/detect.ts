import type { Outcome } from '#kernel'
import { accept, refuse } from '#kernel'
import type { ByteSource, OtherTable, Reading } from './reading.ts'

/** How a file is to be read, found by its content first and its name second. */
export async function detectReading(
  source: ByteSource,
  fileName: string,
  wish: Partial<Reading> = {},
): Promise<Outcome<Reading, 'file_unreadable'>> {
  if (source.bytes === 0) return refuse('file_unreadable', `${fileName} is empty.`)
  const separator = /\.(tsv|tab)(\.gz)?$/i.test(fileName) ? '\t' : ','
  const compression = fileName.endsWith('.gz') ? ({ compression: 'gzip' } as const) : {}
  const found = {
    ...compression,
    format: 'csv',
    encoding: 'utf-8',
    separator,
    headerLine: 1,
  } as const
  return accept({ ...found, ...wish })
}

/** The other tables of a file: members of a zip, sheets, lists within a JSON document. */
export async function otherTables(
  _source: ByteSource,
  _fileName: string,
): Promise<readonly OtherTable[]> {
  return []
}
