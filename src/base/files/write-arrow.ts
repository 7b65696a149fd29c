import type { Data, DataType } from 'apache-arrow'
import {
  DateDay,
  Decimal,
  Field,
  Float64,
  Int64,
  makeBuilder,
  makeData,
  RecordBatch,
  RecordBatchStreamWriter,
  Schema,
  Struct,
  TimestampMillisecond,
  Utf8,
} from 'apache-arrow'
import type {
  AboutLine,
  WrittenCell,
  WrittenColumn,
  WrittenRow,
  WrittenTable,
} from './write-table.ts'
import { inBlocksOf, isMoney, scaledMinor } from './write-table.ts'

const BATCH_ROWS = 20_000
const PRECISION = 38

/**
 * An Arrow IPC stream, batch by batch: amounts as 128-bit decimals, days as dates, moments in UTC.
 * What the rows are stands in the schema, which comes first: what is known only at their end does not.
 */
export async function* writeArrow(
  table: WrittenTable,
  about: readonly AboutLine[],
): AsyncGenerator<Uint8Array> {
  const fields = table.columns.map((column) => new Field(column.name, typeOf(column), true))
  const schema = new Schema(fields, new Map(about.map(({ name, words }) => [name, words])))
  const writer = new HeldWriter()
  writer.reset(undefined, schema)
  for await (const rows of inBlocksOf(BATCH_ROWS, table.blocks)) {
    writer.write(batchOf(schema, table.columns, rows))
    yield* writer.taken()
  }
  // Also of no rows there is the schema.
  writer.write(batchOf(schema, table.columns, []))
  writer.finish()
  yield* writer.taken()
}

/** Holds what it wrote until it is taken, so that no more is written than is read. */
class HeldWriter extends RecordBatchStreamWriter {
  #pieces: Uint8Array[] = []

  protected override _write(chunk: Uint8Array | ArrayBufferView): this {
    const { buffer, byteOffset, byteLength } = chunk
    if (byteLength > 0) {
      this.#pieces.push(new Uint8Array(buffer, byteOffset, byteLength).slice())
      this._position += byteLength
    }
    return this
  }

  *taken(): Generator<Uint8Array> {
    yield Buffer.concat(this.#pieces)
    this.#pieces = []
  }
}

function batchOf(
  schema: Schema,
  columns: readonly WrittenColumn[],
  rows: readonly WrittenRow[],
): RecordBatch {
  const children = columns.map((column, at) => dataOf(column, rows, at))
  const type = new Struct(schema.fields)
  return new RecordBatch(schema, makeData({ type, length: rows.length, nullCount: 0, children }))
}

function dataOf(column: WrittenColumn, rows: readonly WrittenRow[], at: number): Data {
  const builder = makeBuilder({ type: typeOf(column), nullValues: [null] })
  for (const row of rows) builder.append(storedValue(column, row[at] ?? null))
  return builder.finish().flush()
}

function typeOf({ kind, digits = 0 }: WrittenColumn): DataType {
  switch (kind) {
    case 'text':
      return new Utf8()
    case 'day':
      return new DateDay()
    case 'moment':
      return new TimestampMillisecond('UTC')
    case 'whole':
      return new Int64()
    case 'number':
    case 'share':
      return new Float64()
    case 'amount':
      return new Decimal(digits, PRECISION, 128)
  }
}

function storedValue({ kind, digits = 0 }: WrittenColumn, cell: WrittenCell): unknown {
  if (cell === null) return null
  if (isMoney(cell)) return decimalWords(scaledMinor(cell, digits))
  if (kind === 'day') return new Date(Date.parse(`${String(cell)}T00:00:00Z`))
  if (kind === 'moment') return Date.parse(String(cell))
  return kind === 'whole' ? BigInt(cell) : cell
}

/** 128 bits in two's complement, least first. */
function decimalWords(value: bigint): Uint32Array {
  const bits = BigInt.asUintN(128, value)
  return Uint32Array.from([0n, 32n, 64n, 96n], (at) => Number((bits >> at) & 0xffff_ffffn))
}
