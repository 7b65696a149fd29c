import type { SchemaElement } from 'hyparquet-writer'
import { ByteWriter, ParquetWriter } from 'hyparquet-writer'
import type { WrittenCell, WrittenColumn, WrittenTable } from './write-table.ts'
import { inBlocksOf, isMoney, scaledMinor } from './write-table.ts'

/** Rows of a group: enough for columns to shrink, few enough to be held. */
const GROUP_ROWS = 50_000
/** Room for 2⁶³−1 of the smallest unit, and for every currency's digits beside it. */
const PRECISION = 38
const PRECISION_BYTES = 16

/**
 * Parquet as its rows come, group by group: amounts as DECIMAL, days as DATE, moments as UTC
 * timestamps. What the rows are stands in the file's own keys.
 */
export async function* writeParquet(table: WrittenTable): AsyncGenerator<Uint8Array> {
  const { columns } = table
  const schema = [{ name: 'rows', num_children: columns.length }, ...columns.map(elementOf)]
  const bytes = new ByteWriter()
  const parquet = new ParquetWriter({ writer: bytes, schema, createdBy: 'fullhouse' })
  for await (const rows of inBlocksOf(GROUP_ROWS, table.blocks)) {
    const columnData = columns.map((column, at) => ({
      name: column.name,
      data: rows.map((row) => storedValue(column, row[at] ?? null)),
    }))
    // Without a flush of its own it writes at once, into memory.
    void parquet.write({ columnData, rowGroupSize: GROUP_ROWS })
    yield takeBytes(bytes)
  }
  parquet.kvMetadata = table.about().map(({ name, words }) => ({ key: name, value: words }))
  void parquet.finish()
  yield takeBytes(bytes)
}

/** What was written so far, taken out; the writer goes on counting from there. */
function takeBytes(writer: ByteWriter): Uint8Array {
  const bytes = writer.getBytes().slice()
  writer.index = 0
  return bytes
}

function elementOf({ name, kind, digits = 0 }: WrittenColumn): SchemaElement {
  const element = { name, repetition_type: 'OPTIONAL' } as const
  switch (kind) {
    case 'text':
      return {
        ...element,
        type: 'BYTE_ARRAY',
        converted_type: 'UTF8',
        logical_type: { type: 'STRING' },
      }
    case 'day':
      return { ...element, type: 'INT32', converted_type: 'DATE', logical_type: { type: 'DATE' } }
    case 'moment':
      return {
        ...element,
        type: 'INT64',
        converted_type: 'TIMESTAMP_MILLIS',
        logical_type: { type: 'TIMESTAMP', isAdjustedToUTC: true, unit: 'MILLIS' },
      }
    case 'whole':
      return { ...element, type: 'INT64' }
    case 'number':
    case 'share':
      return { ...element, type: 'DOUBLE' }
    case 'amount':
      return {
        ...element,
        type: 'FIXED_LEN_BYTE_ARRAY',
        type_length: PRECISION_BYTES,
        converted_type: 'DECIMAL',
        logical_type: { type: 'DECIMAL', precision: PRECISION, scale: digits },
        precision: PRECISION,
        scale: digits,
      }
  }
}

function storedValue({ kind, digits = 0 }: WrittenColumn, cell: WrittenCell): unknown {
  if (cell === null) return undefined
  if (isMoney(cell)) return scaledMinor(cell, digits)
  if (kind === 'day') return new Date(`${String(cell)}T00:00:00Z`)
  if (kind === 'moment') return new Date(String(cell))
  return kind === 'whole' ? BigInt(cell) : cell
}
