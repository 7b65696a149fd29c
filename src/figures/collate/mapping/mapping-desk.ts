import type { FileRow, Reading } from '#files'
import { detectReading, FileFault, readTable } from '#files'
import type { Outcome } from '#kernel'
import { accept, DAY_STARTS_AT, faultText, parseId, refuse, tidyText } from '#kernel'
import type { Store } from '#store'
import { cinemas } from '#venues'
import type { PlaceSaid } from '../import-place.ts'
import { byteSource, keptFile } from '../source-file.ts'
import { compileMapping } from './compile-mapping.ts'
import type { MappedTable, Mapping } from './mapping.ts'
import { previewMapping } from './preview-mapping.ts'
import type { MappingPreview, Proposal } from './proposal.ts'
import { proposeMapping, proposeTable } from './propose-mapping.ts'
import { NO_CURRENCY } from './shown-value.ts'

type Desk = { readonly store: Store; readonly folder: string }
type About = PlaceSaid & {
  readonly fileId: string
  readonly reading?: Partial<Reading> | undefined
}
type FileRefusal = 'file_missing' | 'file_unreadable'

/** So many rows are looked at: enough for a month of days, and read while somebody waits. */
const ROWS_LOOKED_AT = 500

/** How a kept file might be read. Writes nothing. */
export async function proposeForFile(
  desk: Desk,
  about: About & { readonly table?: MappedTable | undefined },
): Promise<Outcome<Proposal, FileRefusal>> {
  const head = await headOf(desk, about, about.reading)
  if (!head.ok) return head
  const { fileName, reading, header, rows } = head.value
  const { currency, timezone, territory } = await knownOf(desk.store, about)
  const context = {
    fileName,
    ...(currency !== undefined && { currency }),
    ...(timezone !== undefined && { timezone }),
    ...(territory !== undefined && { territory }),
  }
  const cells = rows.flatMap((row) => (row.cells ? [row.cells] : []))
  const proposal = about.table
    ? proposeTable(header, cells, reading, context, about.table)
    : proposeMapping(header, cells, reading, context)
  return accept(proposal)
}

/** The first rows of a kept file as a mapping reads them. Writes nothing. */
export async function previewForFile(
  desk: Desk,
  about: About,
  mapping: Mapping,
): Promise<Outcome<MappingPreview, FileRefusal>> {
  const layout = compileMapping(mapping)
  const head = await headOf(desk, about, { ...layout.reading, ...about.reading })
  if (!head.ok) return head
  const { fileName, header, rows } = head.value
  const { currency, timezone, territory } = await knownOf(desk.store, about)
  const context = {
    // As long as nobody has said whose file it is, times are shown by the wall and amounts bare.
    timezone: layout.fixed?.timezone ?? timezone ?? 'UTC',
    currency: layout.fixed?.currency ?? currency ?? NO_CURRENCY,
    territory: layout.fixed?.territory ?? territory ?? '',
    dayStartsAt: DAY_STARTS_AT,
    fileName,
  }
  return accept(previewMapping(mapping, header, rows, context))
}

/** Whose file it is: a cinema that is known has its own zone and currency. */
async function knownOf(store: Store, { cinema, timezone, currency, territory }: About) {
  const name = tidyText(cinema ?? '')
  const known = name === '' ? [] : await cinemas(store)
  const one = known.find(({ sample, name: named }) => !sample && named === name)
  return {
    timezone: one?.timezone ?? timezone,
    currency: one?.currency ?? currency,
    territory,
  }
}

type Head = {
  readonly fileName: string
  readonly reading: Reading
  readonly header: readonly string[]
  readonly rows: readonly FileRow[]
}

async function headOf(
  { store, folder }: Desk,
  { fileId }: About,
  wish: Partial<Reading> = {},
): Promise<Outcome<Head, FileRefusal>> {
  const file = await keptFile(store, folder, parseId(fileId) ?? 0)
  if (!file.ok) return file
  const source = byteSource(folder, file.value)
  const fileName = file.value.name
  const reading = await detectReading(source, fileName, wish)
  if (!reading.ok) return reading
  try {
    const table = await readTable(source, reading.value)
    const rows: FileRow[] = []
    for await (const part of table.rows) {
      rows.push(...part.rows.slice(0, ROWS_LOOKED_AT - rows.length))
      if (rows.length === ROWS_LOOKED_AT) break
    }
    return accept({ fileName, reading: reading.value, header: table.header, rows })
  } catch (fault) {
    if (fault instanceof FileFault) return refuse('file_unreadable', faultText(fault))
    throw fault
  }
}
