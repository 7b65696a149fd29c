import { csvTable } from './csv-table.ts'
import { jsonTable, ndjsonTable } from './json-table.ts'
import { unpackedPieces } from './packed.ts'
import { parquetTable } from './parquet-table.ts'
import type { ByteSource, Reading, Table } from './reading.ts'
import { seekableCopy } from './seekable.ts'
import { xlsTable } from './xls-table.ts'
import { xlsxTable } from './xlsx-table.ts'

/**
 * Reads a file as rows of text cells. What is wrong with a row is said in that row; a file that cannot
 * be read at all is a FileFault. `rows` may be gone through once; the next reading gives the same.
 */
export async function readTable(source: ByteSource, reading: Reading): Promise<Table> {
  const open = () => unpackedPieces(source, reading)
  const copied = () => seekableCopy(open(), source.scratch)
  const { encoding = 'utf-8', separator = ',', headerLine = 1, sheet, path = '' } = reading
  switch (reading.format) {
    case 'csv':
      return csvTable(open, { encoding, separator, headerLine })
    case 'json':
      return jsonTable(open, { encoding, path }, source.bytes)
    case 'ndjson':
      return ndjsonTable(open, { encoding, path })
    case 'parquet':
      return parquetTable(copied, source.bytes)
    case 'xlsx':
      return xlsxTable(copied, { sheet, headerLine }, source.bytes)
    case 'xls':
      return xlsTable(open, { sheet, headerLine }, source.bytes)
  }
}
