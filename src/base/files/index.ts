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
export { writeArrow } from './write-arrow.ts'
export { csvText, plainNumber, writeCsv } from './write-csv.ts'
export { writeParquet } from './write-parquet.ts'
export type {
  AboutLine,
  ColumnKind,
  WrittenCell,
  WrittenColumn,
  WrittenRow,
  WrittenTable,
} from './write-table.ts'
export { writeXlsx, XLSX_ROWS_MAX } from './write-xlsx.ts'
