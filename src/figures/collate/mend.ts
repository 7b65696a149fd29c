import { readTable } from '#files'
import type { Outcome } from '#kernel'
import { accept, refuse } from '#kernel'
import { factTableShape } from '#warehouse'
import type { PreparedRow, Standing } from './batch.ts'
import { decide, rowsToSend } from './batch.ts'
import { encodeBody } from './fact-body.ts'
import { changesOf, gainOf } from './gain.ts'
import { addBatch, lastBatchNumber, openBatch } from './import-batch-store.ts'
import type { ImportRun } from './import-parts.ts'
import type { Import } from './import-store.ts'
import { importById, laterDays } from './import-store.ts'
import type { Layout, RowReader } from './layout.ts'
import { createNames } from './names.ts'
import { prepareRows } from './prepare.ts'
import { sayAgain, settleLine } from './quarantine-store.ts'
import type { ReadRow } from './reading.ts'
import { readRow } from './reading.ts'
import { rowReader } from './row-reader.ts'
import { seenBody } from './seen-store.ts'
import { shipOpen } from './ship.ts'
import { byteSource } from './source-file.ts'
import { standingFor } from './standing-store.ts'
import { closeScope, remembers } from './withdraw.ts'

/** A row of the quarantine as somebody mended it. */
export type MendedRow = { readonly line: number; readonly cells: readonly string[] }

export type Mended = {
  /** Rows that count now, or are known already, or say nothing. */
  readonly settled: number
  /** Rows that still cannot count, with the reason; they wait on. */
  readonly left: readonly { readonly line: number; readonly say: string }[]
}

/**
 * Reads mended rows again by the layout of their import and counts those that can. The caller holds the
 * lease of the source.
 */
export async function mendRows(
  run: ImportRun,
  one: Import,
  layout: Layout,
  mended: readonly MendedRow[],
): Promise<Mended> {
  // A batch that was fixed and not acknowledged before we were cut off goes first.
  await shipOpen(run, one, await openBatch(run.store, one.id))
  const reader = await readerOf(run, one, layout)
  const rows = mended.map(({ line, cells }): ReadRow => {
    const row = { line, raw: cells.join(','), cells }
    return { row, read: readRow(row, reader) }
  })
  const left = rows.flatMap(({ row, read }) =>
    read.fate === 'quarantined' ? [{ line: row.line, reason: read.reason, say: read.say }] : [],
  )
  if (left.length > 0) {
    await run.store.write(async (transaction) => {
      for (const line of left) await sayAgain(transaction, one.id, line)
    })
  }
  const good = rows.filter(({ read }) => read.fate !== 'quarantined')
  if (good.length > 0) await countRows(run, one, layout, good)
  await closeScope(run, one, layout)
  return { settled: good.length, left }
}

/** Sets rows aside: they count in no figure, and nobody is asked about them any more. */
export async function setAside(
  run: ImportRun,
  one: Import,
  layout: Layout,
  line: number,
): Promise<Outcome<void, 'row_settled'>> {
  const done = await run.store.write((transaction) =>
    settleLine(transaction, one.id, { line, state: 'set_aside' }),
  )
  if (!done) return refuse('row_settled', `Line ${line} does not wait in quarantine.`)
  await closeScope(run, one, layout)
  return accept(undefined)
}

/**
 * Finishes what was cut off while rows of an import were mended: a batch that was fixed goes out, and
 * what the file lacks is taken back if nothing waits any more. The caller holds the lease of the source.
 */
export async function finishMending(run: ImportRun, one: Import, layout: Layout): Promise<void> {
  await shipOpen(run, one, await openBatch(run.store, one.id))
  await closeScope(run, one, layout)
}

async function readerOf(run: ImportRun, one: Import, layout: Layout): Promise<RowReader> {
  const { header } = await readTable(byteSource(run.folder, one), one.reading)
  return rowReader(layout, header, one.context)
}

/**
 * A later file's word stands: what it said of a day is not put right by a row of an earlier one that is
 * mended late. Such a row is known already.
 */
async function laterStands(
  { store }: ImportRun,
  one: Import,
  rows: readonly PreparedRow[],
  standing: Standing,
): Promise<Standing> {
  const later = await laterDays(store, one.id)
  if (later.length === 0 || standing.size === 0) return standing
  const { columns, day } = factTableShape(one.table)
  const at = columns.findIndex(({ name }) => name === day)
  const isLater = (text: string) => later.some(({ first, last }) => first <= text && text <= last)
  const mended = rows.flatMap(({ facts }) => facts)
  const known = mended.filter(({ name, row }) => standing.has(name) && isLater(row[at] ?? ''))
  return new Map([...standing, ...known.map(({ name, row }) => [name, row] as const)])
}

async function countRows(
  run: ImportRun,
  one: Import,
  layout: Layout,
  rows: readonly ReadRow[],
): Promise<void> {
  const { warehouse, store } = run
  const shape = factTableShape(one.table)
  const number = (await lastBatchNumber(store, one.id)) + 1
  const keeps = remembers(one, layout)
  const preparing = { warehouse, one, layout, names: createNames(store, one), remembers: keeps }
  const prepared = await prepareRows(preparing, rows, number)
  const facts = prepared.rows.flatMap((row) => row.facts).map(({ row }) => row)
  const place = { owner: one.organisationId, source: one.sourceId }
  const standing = await standingFor(warehouse, shape, place, facts, layout.meaning)
  const decision = decide(prepared.rows, await laterStands(run, one, prepared.rows, standing))
  const sent = rowsToSend(prepared.rows, decision, shape)
  const { body, digest } = encodeBody(sent, shape)
  const rowsBefore = (await importById(store, one.id))?.rowsRead ?? 0
  const gain = gainOf({ rows, bytesRead: 0 }, prepared.rows, decision, sent, shape)
  const manifest = {
    ...decision,
    kind: 'correction',
    number,
    firstRow: rowsBefore,
    rows: rows.length,
    facts: sent.length,
    digest,
    body,
    seen: keeps ? seenBody(one.memory, number, prepared.seen) : undefined,
  } as const
  const changes = changesOf(
    rows.map(({ row }) => row.line),
    prepared.rows,
    decision,
  )
  await store.write(async (transaction) => {
    for (const { row } of rows) {
      const settled = { line: row.line, state: 'corrected', cells: row.cells ?? [] } as const
      const free = await settleLine(transaction, one.id, settled)
      if (!free) throw new Error(`Line ${row.line} was settled by somebody else`)
    }
    const left = { ...gain, quarantined: -rows.length }
    const parts = { gain: left, changes, notes: [], rowsBefore, remembers: keeps }
    await addBatch(transaction, one.id, manifest, parts)
  })
  await shipOpen(run, one, manifest)
}
