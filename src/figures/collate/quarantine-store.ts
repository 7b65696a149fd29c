import type { Reader, Transaction } from '#store'
import type { QuarantineReason, QuarantineState, QuarantineView } from './import.ts'

export type QuarantinedLine = {
  readonly line: number
  readonly reason: QuarantineReason
  readonly say: string
  readonly raw: string
  readonly cells?: readonly string[]
}

const ADD = `
  insert into quarantine (import_id, line, reason, say, raw, cells)
  select $1, * from unnest($2::bigint[], $3::text[], $4::text[], $5::text[], $6::json[])`

const PAGE = `
  select line, reason, say, raw, cells, state, corrected_cells from quarantine
  where import_id = $1 and ($2::text is null or state = $2) and line > $3
    and ($4::text is null or reason = $4)
  order by line limit $5`

const WAITING = `
  select reason, count(*)::int as rows from quarantine
  where import_id = $1 and state = 'waiting' group by reason order by rows desc, reason`

const SETTLE = `
  update quarantine set state = $3, corrected_cells = $4, settled_at = now()
  where import_id = $1 and line = $2 and state = 'waiting'`

const SAY_AGAIN = `
  update quarantine set reason = $3, say = $4
  where import_id = $1 and line = $2 and state = 'waiting'`

const BROKEN = "select from quarantine where import_id = $1 and reason = 'file_broken'"

/** Rows of a quarantine that one page shows at most. */
export const QUARANTINE_PAGE_MAX = 500

export async function addQuarantine(
  transaction: Transaction,
  importId: number,
  lines: readonly QuarantinedLine[],
): Promise<void> {
  if (lines.length === 0) return
  await transaction.run(
    ADD,
    importId,
    lines.map(({ line }) => line),
    lines.map(({ reason }) => reason),
    lines.map(({ say }) => storable(say)),
    lines.map(({ raw }) => storable(raw)),
    lines.map(({ cells }) => (cells ? JSON.stringify(cells.map(storable)) : null)),
  )
}

// PostgreSQL's text holds no NUL; its visible sign stands for it.
function storable(text: string): string {
  return text.replaceAll('\0', '␀').toWellFormed()
}

export type QuarantinePage = {
  readonly state?: QuarantineState | undefined
  readonly reason?: string | undefined
  /** Only lines beyond. */
  readonly after?: number | undefined
  readonly limit?: number | undefined
}

type Found = {
  line: bigint
  reason: QuarantineReason
  say: string
  raw: string
  cells: string[] | null
  state: QuarantineState
  corrected_cells: string[] | null
}

export async function quarantineViews(
  reader: Reader,
  importId: number,
  { state, reason, after = 0, limit = QUARANTINE_PAGE_MAX }: QuarantinePage = {},
): Promise<readonly QuarantineView[]> {
  const values = [importId, state ?? null, after, reason ?? null, limit]
  const rows = await reader.rows<Found>(PAGE, ...values)
  return rows.map((row) => ({
    line: Number(row.line),
    reason: row.reason,
    say: row.say,
    raw: row.raw,
    state: row.state,
    ...(row.cells && { cells: row.cells }),
    ...(row.corrected_cells && { correctedCells: row.corrected_cells }),
  }))
}

/** How many rows wait, by reason, most first. */
export async function quarantineWaiting(
  reader: Reader,
  importId: number,
): Promise<readonly { readonly reason: QuarantineReason; readonly rows: number }[]> {
  return reader.rows(WAITING, importId)
}

/** Whether the file broke off, so that what it does not hold says nothing. */
export async function fileBroke(reader: Reader, importId: number): Promise<boolean> {
  return (await reader.row(BROKEN, importId)) !== undefined
}

export type Settlement = {
  readonly line: number
  readonly state: 'corrected' | 'set_aside'
  readonly cells?: readonly string[]
}

/** Settles a row that waits; false where somebody else has. */
export async function settleLine(
  transaction: Transaction,
  importId: number,
  { line, state, cells }: Settlement,
): Promise<boolean> {
  const corrected = cells ? JSON.stringify(cells.map(storable)) : null
  return (await transaction.run(SETTLE, importId, line, state, corrected)) > 0
}

/** A row tried again that still cannot count may have another reason now. */
export async function sayAgain(
  transaction: Transaction,
  importId: number,
  { line, reason, say }: Pick<QuarantinedLine, 'line' | 'reason' | 'say'>,
): Promise<void> {
  await transaction.run(SAY_AGAIN, importId, line, reason, storable(say))
}
