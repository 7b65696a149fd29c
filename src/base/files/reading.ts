import type { CsvRow } from './csv-row.ts'

export const FORMATS = ['csv', 'json', 'ndjson', 'xlsx', 'xls', 'parquet'] as const
export type Format = (typeof FORMATS)[number]

/** As TextDecoder calls them, but for the Thai one, which people know by its standard's name. */
export const ENCODINGS = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'gb18030',
  'tis-620',
  'windows-1252',
  'big5',
  'shift_jis',
  'euc-kr',
] as const
export type Encoding = (typeof ENCODINGS)[number]

/**
 * How a file is read. It is kept with an import or a mapping, so that the file is read the same way
 * again, row for row.
 */
export type Reading = {
  readonly compression?: 'gzip' | 'zip'
  /** Of a zip: the file inside. */
  readonly member?: string
  readonly format: Format
  /** Of text. */
  readonly encoding?: Encoding
  /** Of CSV: any single character. */
  readonly separator?: string
  /**
   * Of CSV, XLSX and XLS: the line of the header, the first being 1. What stands above is no row.
   * 0 when there is none: columns are then called A, B, C …
   */
  readonly headerLine?: number
  readonly sheet?: string
  /** Of JSON: where rows stand, as in `[]`, `days[]`, `movies[].schedules{}[].rooms[]`. */
  readonly path?: string
}

/** A file's bytes, readable again and again. */
export type ByteSource = {
  readonly bytes: number
  open(): AsyncIterable<Uint8Array>
  /** A folder for copies of what cannot be read from front to back; they are gone afterwards. */
  readonly scratch: string
}

/** A row of any file: its cells, or why it has none. Of what is no text, `raw` is a CSV line. */
export type FileRow = CsvRow

/** The next rows of a file, and how many of the bytes of the file as kept had been taken in. */
export type RowsRead = { readonly rows: readonly FileRow[]; readonly bytesRead: number }

/** A file as rows of text cells; the header is not among them. */
export type Table = {
  readonly header: readonly string[]
  readonly rows: AsyncIterable<RowsRead>
}

/** A table of a file that could be read instead. */
export type OtherTable = {
  readonly member?: string
  readonly sheet?: string
  readonly path?: string
  readonly label: string
}
