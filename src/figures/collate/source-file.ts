import type { Readable } from 'node:stream'
import { csvRows, isKept, keepFile, readKept } from '#files'
import type { Outcome } from '#kernel'
import { accept, refuse } from '#kernel'
import type { Reader, Store } from '#store'
import type { FileView } from './import.ts'
import type { Layout } from './layout.ts'
import { recogniseLayout } from './recognise.ts'

export type SourceFile = {
  readonly id: number
  readonly sha256: string
  readonly bytes: number
  readonly name: string
}

const ADD_FILE = `
  insert into source_file (sha256, bytes, name) values ($1, $2, $3)
  on conflict (sha256) do update set sha256 = excluded.sha256 returning id`

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
  const sql = 'select id, sha256, bytes, name from source_file where id = $1'
  const row = await reader.row<Found>(sql, id)
  return row && { ...row, bytes: Number(row.bytes) }
}

/** The header and first rows of a kept file, as they stand. */
export async function headOf(folder: string, sha256: string) {
  const rows: (readonly string[])[] = []
  for await (const part of csvRows(readKept(folder, sha256))) {
    for (const row of part.rows) rows.push(row.cells ?? [row.raw])
    if (rows.length > ROWS_SHOWN) break
  }
  const [header = [], ...rest] = rows
  return { header, firstRows: rest.slice(0, ROWS_SHOWN) }
}

/** What the file looks like, and the layout that would read it. */
export async function viewFile(folder: string, file: SourceFile): Promise<FileView> {
  const { header, firstRows } = await headOf(folder, file.sha256)
  const layout = recogniseLayout(header)
  return {
    id: String(file.id),
    fileName: file.name,
    bytes: file.bytes,
    header,
    firstRows,
    ...(layout.ok && { layout: { id: layout.value.id, name: layout.value.name } }),
    ...(!layout.ok && { say: layout.say }),
  }
}

/** The layout of a kept file, asked for by id or found by its content. */
export async function layoutOf(
  folder: string,
  sha256: string,
  wantedId?: string,
): Promise<Outcome<Layout, 'layout_unknown' | 'file_missing'>> {
  if (!(await isKept(folder, sha256))) {
    const say = `The kept file ${sha256} is no longer in ${folder}. Give the file again.`
    return refuse('file_missing', say)
  }
  const { header } = await headOf(folder, sha256)
  const layout = recogniseLayout(header, wantedId)
  return layout.ok ? accept(layout.value) : layout
}
