import { join } from 'node:path'
import type { Readable } from 'node:stream'
import type { ByteSource, Reading } from '#files'
import { isKept, keepFile, readKept, readTable } from '#files'
import type { Outcome } from '#kernel'
import { accept, refuse } from '#kernel'
import type { Reader, Store } from '#store'

export type SourceFile = {
  readonly id: number
  readonly sha256: string
  readonly bytes: number
  readonly name: string
}

const ADD_FILE = `
  insert into source_file (sha256, bytes, name) values ($1, $2, $3)
  on conflict (sha256) do update set sha256 = excluded.sha256 returning id`

const FILE = 'select id, sha256, bytes, name from source_file where id = $1'

const ROWS_SHOWN = 8

/** Keeps a file, under its hash: the same file again is the same source file. */
export async function receiveFile(
  store: Store,
  folder: string,
  name: string,
  input: Readable,
): Promise<SourceFile> {
  const { sha256, bytes } = await keepFile(folder, input)
  const row = await store.write((transaction) =>
    transaction.row<{ id: number }>(ADD_FILE, sha256, bytes, name),
  )
  if (!row) throw new Error('PostgreSQL returned no source file')
  return { id: row.id, sha256, bytes, name }
}

export async function sourceFileById(reader: Reader, id: number): Promise<SourceFile | undefined> {
  type Found = { id: number; sha256: string; bytes: bigint; name: string }
  const row = await reader.row<Found>(FILE, id)
  return row && { ...row, bytes: Number(row.bytes) }
}

/** A file that is kept, or a refusal that says to give it again. */
export async function keptFile(
  reader: Reader,
  folder: string,
  id: number,
): Promise<Outcome<SourceFile, 'file_missing'>> {
  const file = await sourceFileById(reader, id)
  if (!file) return refuse('file_missing', `There is no file ${id}. Give it again.`)
  if (await isKept(folder, file.sha256)) return accept(file)
  const say = `The kept file ${file.sha256} is no longer in ${folder}. Give the file again.`
  return refuse('file_missing', say)
}

/** The bytes of a kept file, as often as they are wanted. */
export function byteSource(
  folder: string,
  { sha256, bytes }: Pick<SourceFile, 'sha256' | 'bytes'>,
): ByteSource {
  return { bytes, open: () => readKept(folder, sha256), scratch: join(folder, 'scratch') }
}

/** The header and first rows of a file, as they stand. */
export async function headOf(source: ByteSource, reading: Reading, rowsShown = ROWS_SHOWN) {
  const { header, rows } = await readTable(source, reading)
  const firstRows: (readonly string[])[] = []
  for await (const part of rows) {
    for (const row of part.rows) {
      if (firstRows.length === rowsShown) return { header, firstRows }
      firstRows.push(row.cells ?? [row.raw])
    }
  }
  return { header, firstRows }
}
