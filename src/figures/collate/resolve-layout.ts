import type { ByteSource, Reading } from '#files'
import { detectReading, FileFault } from '#files'
import type { Outcome } from '#kernel'
import { accept, refuse } from '#kernel'
import type { Reader } from '#store'
import type { Layout } from './layout.ts'
import { LAYOUTS } from './layouts/index.ts'
import { columnNames } from './mapping/column-names.ts'
import type { Head } from './recognise.ts'
import { layoutById, recogniseLayout } from './recognise.ts'
import { headOf } from './source-file.ts'

/** What a file is read by. */
export type Resolved = {
  readonly layout: Layout
  readonly mappingId?: number
  readonly reading: Reading
}

export type Wish = {
  /** A layout's id. */
  readonly layout?: string | undefined
  readonly mappingId?: number | undefined
  readonly reading?: Partial<Reading> | undefined
}

export type Named = { readonly source: ByteSource; readonly fileName: string }

export type ResolveRefusal = 'layout_unknown' | 'mapping_unknown' | 'file_unreadable'

/** A layout that a mapping gives, with what it wishes for the reading. */
export type Mapped = { readonly layout: Layout; readonly mappingId: number }

/** How mappings are found; the one place that joins layouts and mappings. */
export type MappingSource = {
  byId(reader: Reader, id: number): Promise<Outcome<Mapped, 'mapping_unknown'>>
  /** A saved one whose columns the header has. */
  fitting(reader: Reader, header: readonly string[]): Promise<Mapped | undefined>
}

/** The layout by which a file is read: asked for, or found by its content. */
export async function resolveLayout(
  reader: Reader,
  mappings: MappingSource,
  { source, fileName }: Named,
  wish: Wish,
): Promise<Outcome<Resolved, ResolveRefusal>> {
  if (wish.mappingId !== undefined) {
    const mapped = await mappings.byId(reader, wish.mappingId)
    if (!mapped.ok) return mapped
    return withReading(source, fileName, mapped.value, wish.reading)
  }
  if (wish.layout !== undefined) return asLayout(source, fileName, wish.layout, wish.reading)
  const plain = await detectReading(source, fileName, wish.reading)
  if (!plain.ok) return plain
  const head = await headToKnow(source, plain.value)
  const known = recogniseLayout(head)
  // Of a document that holds several tables the one a layout wants may not be the largest.
  const read = known.ok && known.value.reading === undefined
  if (known.ok && read) return settled(known.value, plain.value, head)
  const deeper = await byItsReading(source, fileName, plain.value)
  if (deeper) return deeper
  if (known.ok) return settled(known.value, plain.value, head)
  const mapped = await mappings.fitting(reader, head.header)
  return mapped ? withReading(source, fileName, mapped, wish.reading) : known
}

async function asLayout(
  source: ByteSource,
  fileName: string,
  id: string,
  wish: Partial<Reading> = {},
): Promise<Outcome<Resolved, ResolveRefusal>> {
  const layout = layoutById(id)
  const reading = await detectReading(source, fileName, { ...layout?.reading, ...wish })
  if (!reading.ok) return reading
  const head = await headToKnow(source, reading.value)
  const known = recogniseLayout(head, id)
  return known.ok ? settled(known.value, reading.value, head) : known
}

/** A file of a kind that is known, and says nothing where it has no row. */
function settled(
  layout: Layout,
  reading: Reading,
  { firstRows }: Head,
): Outcome<Resolved, 'file_unreadable'> {
  return layout.nothing !== undefined && firstRows.length === 0
    ? refuse('file_unreadable', layout.nothing)
    : accept({ layout, reading })
}

/**
 * The file as a mapping wishes it read. Where its columns are not found so, elsewhere: the next month's
 * workbook may name its sheet otherwise, or have its header on another line.
 */
async function withReading(
  source: ByteSource,
  fileName: string,
  mapped: Mapped,
  wish: Partial<Reading> = {},
): Promise<Outcome<Resolved, ResolveRefusal>> {
  const { reading: said = {}, columns } = mapped.layout
  const { member: _, sheet: __, headerLine: ___, ...elsewhere } = said
  const asSaid = await detectReading(source, fileName, { ...said, ...wish })
  if (asSaid.ok && (await hasColumns(source, asSaid.value, columns))) {
    return accept({ ...mapped, reading: asSaid.value })
  }
  for (const other of [elsewhere, {}]) {
    const reading = await detectReading(source, fileName, { ...other, ...wish })
    if (!reading.ok || !(await hasColumns(source, reading.value, columns))) continue
    return accept({ ...mapped, reading: reading.value })
  }
  return asSaid.ok ? accept({ ...mapped, reading: asSaid.value }) : asSaid
}

async function hasColumns(
  source: ByteSource,
  reading: Reading,
  columns: readonly string[],
): Promise<boolean> {
  const { header } = await headToKnow(source, reading)
  const names = new Set(columnNames(header))
  return columns.every((name) => names.has(name))
}

/** Layouts that want the file read in a way of their own, tried where its format is theirs. */
async function byItsReading(
  source: ByteSource,
  fileName: string,
  plain: Reading,
): Promise<Outcome<Resolved, 'file_unreadable'> | undefined> {
  for (const layout of LAYOUTS) {
    const { reading: wanted } = layout
    if (!wanted || (wanted.format && wanted.format !== plain.format)) continue
    if (wanted.path === undefined && plain.format === 'json') continue
    const reading = await detectReading(source, fileName, { ...plain, ...wanted })
    if (!reading.ok) continue
    const head = await headToKnow(source, reading.value)
    if (recogniseLayout(head, layout.id).ok) return settled(layout, reading.value, head)
  }
  return undefined
}

/** So many rows settle what the columns alone do not. */
const ROWS_TO_KNOW = 200

/** Nothing where the file does not hold what the reading says. */
async function headToKnow(source: ByteSource, reading: Reading): Promise<Head> {
  try {
    return await headOf(source, reading, ROWS_TO_KNOW)
  } catch (fault) {
    if (fault instanceof FileFault) return { header: [], firstRows: [] }
    throw fault
  }
}
