import type { AsyncBuffer, FileMetaData, RowGroup } from 'hyparquet'
import { parquetMetadataAsync, parquetRead, parquetSchema } from 'hyparquet'
import { compressors } from 'hyparquet-compressors'
import { FileFault } from './file-fault.ts'
import { madeRow } from './made-row.ts'
import type { ParquetColumn } from './parquet-column.ts'
import { parquetColumns, rawSchema } from './parquet-column.ts'
import type { FileRow, RowsRead, Table } from './reading.ts'
import type { Seekable } from './seekable.ts'

/** A row group is held whole while its rows are read. */
const GROUP_BYTES_MAX = 1024 ** 3
const GROUP_VALUES_MAX = 50_000_000
const ROWS_PER_PORTION = 4096

type Opened = { readonly metadata: FileMetaData; readonly columns: readonly ParquetColumn[] }

/** The rows of a Parquet file, row group by row group; their lines are counted, the header being 1. */
export async function parquetTable(copied: () => Promise<Seekable>, bytes: number): Promise<Table> {
  const copy = await copied()
  try {
    const { columns } = await openParquet(copy)
    return { header: columns.map(({ name }) => name), rows: parquetRows(copied, bytes) }
  } finally {
    await copy.close()
  }
}

export async function openParquet(copy: Seekable): Promise<Opened> {
  try {
    const metadata = await parquetMetadataAsync(asyncBuffer(copy), { geoparquet: false })
    const columns = parquetColumns(parquetSchema(metadata))
    return { metadata: { ...metadata, schema: rawSchema(metadata.schema) }, columns }
  } catch (fault) {
    throw damaged(fault)
  }
}

function damaged(fault: unknown): FileFault {
  if (fault instanceof FileFault) return fault
  const say = 'The Parquet file is damaged or incomplete. Download or copy it again.'
  return new FileFault(say, { cause: fault })
}

async function* parquetRows(
  copied: () => Promise<Seekable>,
  bytes: number,
): AsyncGenerator<RowsRead> {
  const copy = await copied()
  try {
    const { metadata, columns } = await openParquet(copy)
    let rowStart = 0
    let done = 0
    for (const group of metadata.row_groups) {
      const rowEnd = rowStart + Number(group.num_rows)
      const values = await groupRows(copy, metadata, group, rowStart, rowEnd)
      const groups = metadata.row_groups.length
      const before = Math.floor((bytes * done++) / groups)
      if (!values) {
        const rows: FileRow[] = [{ line: rowStart + 2, raw: '', fault: 'breaks_off' }]
        yield { rows, bytesRead: before }
        return
      }
      yield* portions(values, columns, rowStart, before)
      rowStart = rowEnd
    }
    yield { rows: [], bytesRead: bytes }
  } finally {
    await copy.close()
  }
}

function* portions(
  values: readonly (readonly unknown[])[],
  columns: readonly ParquetColumn[],
  rowStart: number,
  bytesRead: number,
): Generator<RowsRead> {
  for (let at = 0; at < values.length; at += ROWS_PER_PORTION) {
    const rows = values.slice(at, at + ROWS_PER_PORTION).map((row, n) =>
      madeRow(
        rowStart + at + n + 2,
        columns.map((column) => column.text(row)),
      ),
    )
    yield { rows, bytesRead }
  }
}

/** The rows of a group as arrays; undefined where the group is damaged. */
async function groupRows(
  copy: Seekable,
  metadata: FileMetaData,
  group: RowGroup,
  rowStart: number,
  rowEnd: number,
): Promise<readonly (readonly unknown[])[] | undefined> {
  const values = Number(group.num_rows) * group.columns.length
  if (Number(group.total_byte_size) > GROUP_BYTES_MAX || values > GROUP_VALUES_MAX) {
    throw new FileFault(
      'A row group of the Parquet file holds more than 50 million values. Write it with smaller ones.',
    )
  }
  try {
    const file = asyncBuffer(copy)
    const options = {
      file,
      metadata,
      rowStart,
      rowEnd,
      compressors,
      utf8: false,
      geoparquet: false,
    }
    const parsers = { timestampFromNanoseconds: (nanos: bigint) => nanos }
    let rows: readonly (readonly unknown[])[] | undefined
    await parquetRead({
      ...options,
      parsers,
      onComplete: (read) => {
        rows = read
      },
    })
    return rows
  } catch {
    return undefined
  }
}

function asyncBuffer(copy: Seekable): AsyncBuffer {
  return {
    byteLength: copy.size,
    slice: async (start, end = copy.size) => {
      const bytes = await copy.read(start, end - start)
      // An ArrayBuffer of its own: the copy in memory is one buffer for all.
      return new Uint8Array(bytes).buffer
    },
  }
}
