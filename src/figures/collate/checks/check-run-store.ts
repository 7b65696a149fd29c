import type { Reader, Transaction } from '#store'
import type { CheckScope } from './check.ts'
import type { Note, RunReason, RunView } from './finding.ts'

const RUNS_KEPT = 200

const BEGIN = `
  insert into check_run (why, import_id, checks, first_day, last_day)
  values ($1, $2, $3, $4, $5) returning id`
const SWEEP = `
  delete from check_run where id <= (select max(id) from check_run) - ${RUNS_KEPT}`
const ADVANCE = `
  update check_run set checks_done = checks_done + 1, found = found + $2,
    notes = (notes::jsonb || $3::jsonb)::json
  where id = $1`
const END = `
  update check_run set finished_at = clock_timestamp(), failure = $2, tickets = $3 where id = $1`
// A run of a process that died is none that still runs.
const VIEWS = `
  select *, first_day::text as first_day, last_day::text as last_day,
    finished_at is null and started_at < now() - interval '30 minutes' as dead
  from check_run`

export async function beginRun(
  transaction: Transaction,
  why: RunReason,
  checks: number,
  { from, to, importId }: CheckScope,
): Promise<number> {
  await transaction.run(SWEEP)
  const values = [why, importId ?? null, checks, from ?? null, to ?? null]
  const row = await transaction.row<{ id: number }>(BEGIN, ...values)
  if (!row) throw new Error('PostgreSQL returned no run')
  return row.id
}

/** One check is through. */
export async function advanceRun(
  transaction: Transaction,
  id: number,
  found: number,
  notes: readonly Note[],
): Promise<void> {
  await transaction.run(ADVANCE, id, found, JSON.stringify(notes))
}

export async function endRun(
  transaction: Transaction,
  id: number,
  { tickets, failure }: { readonly tickets: bigint; readonly failure?: string },
): Promise<void> {
  await transaction.run(END, id, failure ?? null, tickets)
}

type RunRow = {
  id: number
  why: RunReason
  started_at: Date
  finished_at: Date | null
  failure: string | null
  checks: number
  checks_done: number
  tickets: bigint
  found: number
  notes: readonly Note[]
  first_day: string | null
  last_day: string | null
  dead: boolean
}

export async function runView(reader: Reader, id: number): Promise<RunView | undefined> {
  const row = await reader.row<RunRow>(`${VIEWS} where id = $1`, id)
  return row && view(row)
}

/** The newest run that was not for one import alone; and the one that runs now, if any. */
export async function newestRun(reader: Reader): Promise<RunView | undefined> {
  const row = await reader.row<RunRow>(`${VIEWS} where why <> 'import' order by id desc limit 1`)
  return row && view(row)
}

/** The newest run that ended well, whatever for. */
export async function lastRun(reader: Reader): Promise<RunView | undefined> {
  const sql = `${VIEWS} where finished_at is not null and failure is null
    order by finished_at desc limit 1`
  const row = await reader.row<RunRow>(sql)
  return row && view(row)
}

function view(row: RunRow): RunView {
  const failed = row.dead || row.failure !== null
  return {
    id: String(row.id),
    why: row.why,
    state: failed ? 'failed' : row.finished_at ? 'done' : 'running',
    startedAt: row.started_at.toISOString(),
    ...(row.finished_at && { finishedAt: row.finished_at.toISOString() }),
    checks: row.checks,
    checksDone: row.checks_done,
    tickets: Number(row.tickets),
    found: row.found,
    notes: row.notes,
    ...(row.first_day !== null && { firstDay: row.first_day }),
    ...(row.last_day !== null && { lastDay: row.last_day }),
  }
}
