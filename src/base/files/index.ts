export type { CsvRow, RowFault } from './csv-row.ts'
export { RowCutter } from './csv-row.ts'
export { detectReading } from './detect.ts'
export { FileFault } from './file-fault.ts'
export type { KeptFile } from './kept-file.ts'
export { isKept, keepFile, readKept } from './kept-file.ts'
export { otherTables } from './other-tables.ts'
export { readTable } from './read-table.ts'
export type {
  ByteSource,
  Encoding,
  FileRow,
  Format,
  OtherTable,
  Reading,
  RowsRead,
  Table,
} from './reading.ts'
export { ENCODINGS, FORMATS } from './reading.ts'
