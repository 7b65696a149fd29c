import { detectReading } from './detect.ts'
import { FileFault } from './file-fault.ts'
import { jsonPlaces } from './json-shape.ts'
import { readDocument } from './json-table.ts'
import type { Unpacked } from './member-choice.ts'
import { membersOf, unpackedFile } from './member-choice.ts'
import type { ByteSource, OtherTable, Reading } from './reading.ts'
import { plainPieces } from './unpack.ts'
import { openXls } from './xls-table.ts'
import { openBook } from './xlsx-book.ts'
import { openZip } from './zip-file.ts'

const TABLES_MAX = 200

/**
 * The tables of a file that could be read instead: files of a zip, sheets of a workbook, lists within
 * a JSON document; none where there is one table only, or where the file cannot be read.
 */
export async function otherTables(
  source: ByteSource,
  fileName: string,
): Promise<readonly OtherTable[]> {
  try {
    const found = await detectReading(source, fileName)
    if (!found.ok) return []
    const tables = await tablesOf(source, fileName, found.value)
    return tables.length > 1 ? tables.slice(0, TABLES_MAX) : []
  } catch (fault) {
    if (fault instanceof FileFault) return []
    throw fault
  }
}

async function tablesOf(
  source: ByteSource,
  fileName: string,
  reading: Reading,
): Promise<readonly OtherTable[]> {
  if (reading.compression === 'zip') {
    const members = await membersOf(plainPieces(source), source.scratch)
    if (members.length > 1) return members.map(({ name }) => ({ member: name, label: name }))
  }
  const file = await unpackedFile(source, fileName, reading)
  const inside = reading.member === undefined ? {} : { member: reading.member }
  const tables = await tablesInside(file, reading)
  return tables.map((table) => ({ ...inside, ...table }))
}

async function tablesInside(file: Unpacked, reading: Reading): Promise<readonly OtherTable[]> {
  if (reading.format === 'xlsx') return xlsxSheets(file)
  if (reading.format === 'xls') {
    const { sheets } = await openXls(file.open())
    return sheets.map(({ name }) => ({ sheet: name, label: name }))
  }
  if (reading.format !== 'json') return []
  const places = jsonPlaces([await readDocument(file.open(), reading.encoding ?? 'utf-8')])
  return places.map(({ path, rows }) => ({ path, label: `${path} (${rows.toLocaleString('en')})` }))
}

async function xlsxSheets(file: Unpacked): Promise<readonly OtherTable[]> {
  const copy = await file.copied()
  try {
    const { sheets } = await openBook(await openZip(copy))
    return sheets.map(({ name }) => ({ sheet: name, label: name }))
  } finally {
    await copy.close()
  }
}
