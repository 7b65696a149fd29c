import { isKept, readTable } from '#files'
import type { Outcome } from '#kernel'
import { accept, refuse } from '#kernel'
import type { Afterwards } from './afterwards.ts'
import type { ImportParts, ImportRun } from './import-parts.ts'
import type { Import } from './import-store.ts'
import { importById } from './import-store.ts'
import type { Turns } from './import-turn.ts'
import { layoutOf } from './import-turn.ts'
import type { Layout } from './layout.ts'
import type { Mended, MendedRow } from './mend.ts'
import { mendRows, setAside } from './mend.ts'
import type { MendingRule } from './mending-rule.ts'
import { mendCells } from './mending-rule.ts'
import { addMendingRule } from './mending-rule-store.ts'
import { QUARANTINE_PAGE_MAX, quarantineViews } from './quarantine-store.ts'
import { byteSource } from './source-file.ts'

export type MendRefusal =
  | 'import_unknown'
  | 'import_under_way'
  | 'import_undone'
  | 'layout_unknown'
  | 'mapping_unknown'
  | 'file_missing'
  | 'row_settled'
  | 'row_unreadable'
  | 'column_unknown'

/** Where rows in quarantine are mended, one by one and by rule. */
export type QuarantineDesk = {
  /** The columns of the import's file; none where it is no longer kept. */
  header(importId: number): Promise<readonly string[]>
  /** Reads a row as somebody corrected it. */
  mend(importId: number, row: MendedRow, signal: AbortSignal): Promise<Outcome<void, MendRefusal>>
  setAside(importId: number, line: number, signal: AbortSignal): Promise<Outcome<void, MendRefusal>>
  /** Mends every waiting row that the rule touches, and rows of later files of the source. */
  mendByRule(
    importId: number,
    rule: MendingRule,
    signal: AbortSignal,
  ): Promise<Outcome<Mended, MendRefusal>>
  /** Reads every waiting row again as it stands: the layout or what is known may have changed. */
  retry(importId: number, signal: AbortSignal): Promise<Outcome<Mended, MendRefusal>>
}

export function createQuarantineDesk(
  parts: ImportParts,
  turns: Turns,
  afterwards: Afterwards,
): QuarantineDesk {
  async function open(importId: number): Promise<Outcome<Import, MendRefusal>> {
    const one = await importById(parts.store, importId)
    if (!one) return refuse('import_unknown', `There is no import ${importId}.`)
    if (one.state === 'reading') {
      const say = 'The import is still being read. Mend its rows when it is done.'
      return refuse('import_under_way', say)
    }
    if (one.state !== 'undoing' && one.state !== 'undone') return accept(one)
    return refuse('import_undone', 'The import was undone. Give the file again to count its rows.')
  }
  async function at<Value>(
    importId: number,
    signal: AbortSignal,
    work: (run: ImportRun, one: Import, layout: Layout) => Promise<Outcome<Value, MendRefusal>>,
  ): Promise<Outcome<Value, MendRefusal>> {
    const found = await open(importId)
    if (!found.ok) return found
    return turns.inTurn(found.value.sourceId, signal, async (run) => {
      // It may have been undone while this waited for its turn.
      const still = await open(importId)
      if (!still.ok) return still
      const one = still.value
      const layout = await layoutOf(parts, one)
      if (!layout.ok) return layout
      const done = await work(run, one, layout.value)
      afterwards.ended({ importId, organisationId: one.organisationId })
      return done
    })
  }
  return {
    async header(importId) {
      const one = await importById(parts.store, importId)
      if (!one || !(await isKept(parts.folder, one.sha256))) return []
      return headerOf(parts, one)
    },
    mend: (importId, row, signal) =>
      at(importId, signal, async (run, one, layout) => {
        const waits = await isWaiting(run, one, row.line)
        if (!waits) return settled(row.line)
        const { left } = await mendRows(run, one, layout, [row])
        const [still] = left
        return still ? refuse('row_unreadable', still.say) : accept(undefined)
      }),
    setAside: (importId, line, signal) =>
      at(importId, signal, (run, one, layout) => setAside(run, one, layout, line)),
    mendByRule: (importId, rule, signal) =>
      at(importId, signal, async (run, one, layout) => {
        const header = await headerOf(run, one)
        if (!header.some((name) => name.trim() === rule.column)) {
          return refuse('column_unknown', `The file has no column “${rule.column}”.`, header)
        }
        const of = { organisationId: one.organisationId, sourceId: one.sourceId }
        await run.store.write((transaction) => addMendingRule(transaction, of, rule))
        return accept(await mendAll(run, one, layout, (cells) => mendCells(header, cells, [rule])))
      }),
    retry: (importId, signal) =>
      at(importId, signal, async (run, one, layout) =>
        accept(await mendAll(run, one, layout, (cells) => cells)),
      ),
  }
}

async function headerOf({ folder }: ImportParts, one: Import): Promise<readonly string[]> {
  return (await readTable(byteSource(folder, one), one.reading)).header
}

function settled(line: number) {
  return refuse('row_settled', `Line ${line} does not wait in quarantine.`)
}

async function isWaiting({ store }: ImportRun, { id }: Import, line: number): Promise<boolean> {
  const page = { state: 'waiting', after: line - 1, limit: 1 } as const
  return (await quarantineViews(store, id, page))[0]?.line === line
}

/** Goes through all that wait, page by page; what cannot be cut into cells has nothing to mend. */
async function mendAll(
  run: ImportRun,
  one: Import,
  layout: Layout,
  mend: (cells: readonly string[]) => readonly string[] | undefined,
): Promise<Mended> {
  let settledRows = 0
  const left: Mended['left'][number][] = []
  let after = 0
  for (;;) {
    run.signal.throwIfAborted()
    const page = await quarantineViews(run.store, one.id, { state: 'waiting', after })
    const rows = page.flatMap(({ line, cells }) => {
      const mended = cells && mend(cells)
      return mended ? [{ line, cells: mended }] : []
    })
    if (rows.length > 0) {
      const done = await mendRows(run, one, layout, rows)
      settledRows += done.settled
      left.push(...done.left.slice(0, Math.max(0, LEFT_NAMED_MAX - left.length)))
    }
    after = page.at(-1)?.line ?? after
    if (page.length < QUARANTINE_PAGE_MAX) return { settled: settledRows, left }
  }
}

/** Rows still waiting that an answer names at most; the quarantine lists them all. */
const LEFT_NAMED_MAX = 100
