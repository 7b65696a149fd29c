import type { Readable } from 'node:stream'
import { setTimeout as pause } from 'node:timers/promises'
import type { Reading } from '#files'
import { detectReading, FileFault, otherTables } from '#files'
import type { Asker } from '#identity'
import type { Log, Outcome } from '#kernel'
import { accept, faultText, parseId, refuse } from '#kernel'
import { sourceId } from '#programme'
import { createAfterwards } from './afterwards.ts'
import type { Contract } from './contract.ts'
import type { FileView, ImportView } from './import.ts'
import type { ImportParts } from './import-parts.ts'
import type { PlaceRefusal, PlaceSaid } from './import-place.ts'
import { placeOf, settledContext, settlePlace } from './import-place.ts'
import { addImport, beginUndo, unfinishedImports, unmendedImports } from './import-store.ts'
import { createTurns } from './import-turn.ts'
import { importView } from './import-view-store.ts'
import { knownNames } from './known-names-store.ts'
import { compileMapping } from './mapping/compile-mapping.ts'
import { readMappingText } from './mapping/read-mapping.ts'
import { mendingRules } from './mending-rule-store.ts'
import type { QuarantineDesk } from './quarantine-desk.ts'
import { createQuarantineDesk } from './quarantine-desk.ts'
import type { Resolved, ResolveRefusal } from './resolve-layout.ts'
import { resolveLayout } from './resolve-layout.ts'
import { rowReader } from './row-reader.ts'
import type { SourceFile } from './source-file.ts'
import { byteSource, headOf, keptFile, receiveFile } from './source-file.ts'
import type { Tried } from './try-out.ts'
import { tryImport } from './try-out.ts'

export type ImportRequest = PlaceSaid & {
  readonly fileId: string
  readonly layout?: string | undefined
  readonly mappingId?: string | undefined
  /** Where the file must be read otherwise than it would be by itself. */
  readonly reading?: Partial<Reading> | undefined
  /** Of rows sent by HTTP. */
  readonly contract?: Contract | undefined
  /** One of several tables of its file that are given: what it lacks another may hold. */
  readonly isPart?: boolean | undefined
}

/** A trial, also of a mapping that is not saved yet. */
export type TryRequest = ImportRequest & { readonly mappingText?: string | undefined }

export type ImportRefusal = PlaceRefusal | ResolveRefusal | 'file_missing'

export type UndoRefusal = 'import_unknown' | 'import_under_way' | 'import_built_on'

export type Importer = {
  /** Keeps the bytes and says what they look like; nothing is imported yet. */
  receive(asker: Asker, name: string, input: Readable): Promise<FileView>
  /** What a kept file looks like, read as it would be by itself or as wished. */
  look(
    asker: Asker,
    fileId: string,
    reading?: Partial<Reading>,
  ): Promise<Outcome<FileView, 'file_missing'>>
  /** Makes the import, or finds the one of the same file that was cut off. */
  begin(asker: Asker, request: ImportRequest): Promise<Outcome<ImportView, ImportRefusal>>
  /** Every row's fate if it were imported; makes no cinema and writes no figure. */
  tryOut(
    asker: Asker,
    request: TryRequest,
    rowsMax?: number,
  ): Promise<Outcome<Tried, ImportRefusal | 'mapping_unusable'>>
  /** Reads an import to its end; safe to call by several processes, and again after a crash. */
  run(asker: Asker, importId: string, signal: AbortSignal): Promise<ImportView>
  /** Marks an import to be undone, as if its file had never been given; `run` does it. */
  undo(asker: Asker, importId: string): Promise<Outcome<ImportView, UndoRefusal>>
  /** Imports that were cut off. */
  unfinished(): Promise<readonly string[]>
  /** When what looks at facts after imports has looked at them all. */
  idle(): Promise<void>
  readonly quarantine: QuarantineDesk
}

export function createImporter(parts: ImportParts): Importer {
  const { store, folder } = parts
  const afterwards = createAfterwards(parts)
  const turns = createTurns(parts, afterwards)
  return {
    receive: async (_asker, name, input) =>
      viewFile(parts, await receiveFile(store, folder, name, input)),
    async look(_asker, fileId, reading) {
      const file = await keptFile(store, folder, parseId(fileId) ?? 0)
      return file.ok ? accept(await viewFile(parts, file.value, reading)) : file
    },
    begin: (_asker, request) => begin(parts, request),
    tryOut: (_asker, request, rowsMax = Number.POSITIVE_INFINITY) =>
      tryOut(parts, request, rowsMax),
    run: async (_asker, importId, signal) => {
      const id = parseId(importId) ?? 0
      await turns.run(id, signal)
      const view = await importView(store, id)
      if (!view) throw new Error(`There is no import ${importId}`)
      return view
    },
    undo: (_asker, importId) => undo(parts, parseId(importId) ?? 0),
    idle: afterwards.idle,
    async unfinished() {
      const cutOff = [await unmendedImports(store), await unfinishedImports(store)]
      return cutOff.flat().map(String)
    },
    quarantine: createQuarantineDesk(parts, turns, afterwards),
  }
}

type Found = { readonly file: SourceFile; readonly resolved: Resolved }

async function find(
  { store, folder, mappings }: ImportParts,
  { fileId, layout, mappingId, reading }: ImportRequest,
): Promise<Outcome<Found, ResolveRefusal | 'file_missing'>> {
  const file = await keptFile(store, folder, parseId(fileId) ?? 0)
  if (!file.ok) return file
  const named = { source: byteSource(folder, file.value), fileName: file.value.name }
  const wish = {
    layout,
    mappingId: mappingId === undefined ? undefined : (parseId(mappingId) ?? 0),
    reading,
  }
  const resolved = await resolveLayout(store, mappings, named, wish)
  return resolved.ok ? accept({ file: file.value, resolved: resolved.value }) : resolved
}

/** The file as a mapping reads it that nobody has saved. */
async function findBy(
  { store, folder }: ImportParts,
  { fileId, reading }: TryRequest,
  text: string,
): Promise<Outcome<Found, ImportRefusal | 'mapping_unusable'>> {
  const mapping = readMappingText(text)
  if (!mapping.ok) return mapping
  const file = await keptFile(store, folder, parseId(fileId) ?? 0)
  if (!file.ok) return file
  const layout = compileMapping(mapping.value)
  const wish = { ...layout.reading, ...reading }
  const found = await detectReading(byteSource(folder, file.value), file.value.name, wish)
  if (!found.ok) return found
  return accept({ file: file.value, resolved: { layout, reading: found.value } })
}

async function begin(
  parts: ImportParts,
  request: ImportRequest,
): Promise<Outcome<ImportView, ImportRefusal>> {
  const { store } = parts
  const found = await find(parts, request)
  if (!found.ok) return found
  const { file, resolved } = found.value
  const { layout, mappingId, reading } = resolved
  const placed = await placeOf(store, layout, request)
  if (!placed.ok) return placed
  const { contract, isPart } = request
  const { organisationId, cinemaId } = await settlePlace(store, placed.value)
  const context = await settledContext(store, placed.value, cinemaId)
  const importId = await store.write(async (transaction) => {
    const source = await sourceId(transaction, { organisationId, kind: 'file', name: layout.name })
    const rules = await mendingRules(transaction, source)
    return addImport(transaction, {
      organisationId,
      cinemaId,
      territory: context.territory,
      sourceId: source,
      sourceFileId: file.id,
      fileName: file.name,
      layout: layout.id,
      layoutVersion: layout.version,
      mappingId,
      table: layout.table,
      reading,
      context: {
        ...context,
        fileName: file.name,
        rules,
        ...(contract && { contract }),
        ...(isPart && { isPart }),
      },
    })
  })
  const view = await importView(store, importId)
  if (!view) throw new Error('The import just made is not there')
  return accept(view)
}

async function undo({ store }: ImportParts, id: number): Promise<Outcome<ImportView, UndoRefusal>> {
  const view = await importView(store, id)
  if (!view) return refuse('import_unknown', `There is no import ${id}.`)
  const begun = await store.write((transaction) => beginUndo(transaction, id))
  if (begun) return accept({ ...view, state: 'undoing' })
  if (view.state === 'reading') {
    return refuse('import_under_way', 'The import is still being read. Undo it when it is done.')
  }
  const say =
    `Later files of “${view.source}” were imported on top of it, which are undone first, newest first; ` +
    'or rows of an earlier file were mended since, which may count in its place.'
  return refuse('import_built_on', say)
}

async function tryOut(
  parts: ImportParts,
  request: TryRequest,
  rowsMax: number,
): Promise<Outcome<Tried, ImportRefusal | 'mapping_unusable'>> {
  const { store, warehouse, folder } = parts
  const found =
    request.mappingText === undefined
      ? await find(parts, request)
      : await findBy(parts, request, request.mappingText)
  if (!found.ok) return found
  const { file, resolved } = found.value
  const { layout, reading } = resolved
  const placed = await placeOf(store, layout, request)
  if (!placed.ok) return placed
  const { known, context } = placed.value
  const names = await knownNames(store, layout.name, known)
  const { contract } = request
  const rules = names.place ? await mendingRules(store, names.place.source) : []
  const whole = { ...context, fileName: file.name, rules, ...(contract && { contract }) }
  return accept(
    await tryImport({
      source: byteSource(folder, file),
      reading,
      readerFor: (header) => rowReader(layout, header, whole),
      warehouse,
      layout,
      currency: context.currency,
      territory: context.territory,
      names,
      rowsMax,
      ...(names.place && { place: names.place }),
    }),
  )
}

async function viewFile(
  { store, folder, mappings }: ImportParts,
  file: SourceFile,
  wish?: Partial<Reading>,
): Promise<FileView> {
  const source = byteSource(folder, file)
  const facts = { id: String(file.id), fileName: file.name, bytes: file.bytes }
  const tables = await otherTables(source, file.name)
  const unread = { ...facts, header: [], firstRows: [], tables }
  const resolved = await resolveLayout(
    store,
    mappings,
    { source, fileName: file.name },
    { reading: wish },
  )
  const reading = resolved.ok
    ? accept(resolved.value.reading)
    : await detectReading(source, file.name, wish)
  if (!reading.ok) return { ...unread, say: reading.say }
  try {
    const { header, firstRows } = await headOf(source, reading.value)
    const seen = { ...facts, reading: reading.value, header, firstRows, tables }
    if (!resolved.ok) return { ...seen, say: resolved.say }
    const { layout, mappingId } = resolved.value
    const { id, name, about } = layout
    return mappingId === undefined
      ? { ...seen, layout: { id, name, about } }
      : { ...seen, mapping: { id: String(mappingId), name, about } }
  } catch (fault) {
    if (fault instanceof FileFault) return { ...unread, say: fault.message }
    throw fault
  }
}

/** Finishes whatever was cut off, now and whenever something is; until the signal. */
export async function resumeImports(
  importer: Importer,
  asker: Asker,
  { log, signal, everyMs }: { log: Log; signal: AbortSignal; everyMs: number },
): Promise<void> {
  while (!signal.aborted) {
    try {
      const ids = await importer.unfinished()
      // Side by side: one that waits or breaks must not hold up another source's.
      const ended = await Promise.allSettled(ids.map((id) => importer.run(asker, id, signal)))
      for (const one of ended) if (one.status === 'rejected') throw one.reason
    } catch (fault) {
      // An engine that is away comes back; the import goes on where it was.
      if (!signal.aborted) log('Imports wait', { reason: faultText(fault) })
    }
    await pause(everyMs, undefined, { signal }).catch(() => undefined)
  }
}
