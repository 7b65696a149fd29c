import { faultText } from '#kernel'
import { filmNames } from '#programme'
import type { Store } from '#store'
import { StoreDown } from '#store'
import { organisations } from '#venues'
import type { Limits, Warehouse } from '#warehouse'
import { WarehouseDown } from '#warehouse'
import type { Check, CheckContext, CheckScope } from './check.ts'
import { advanceRun, beginRun, endRun, runView } from './check-run-store.ts'
import { nowOf, placesOf, sourcesOf } from './check-store.ts'
import type { RunReason, RunView } from './finding.ts'
import { settleFindings } from './finding-store.ts'
import { CHECKS } from './registry.ts'
import { within } from './scope-sql.ts'

/** What checks work on. */
export type CheckParts = { readonly store: Store; readonly warehouse: Warehouse }

export type RunRequest = {
  readonly why: RunReason
  /** Of everybody, unless said. */
  readonly owners?: readonly number[]
  readonly from?: string
  readonly to?: string
  /** Every check, unless said. */
  readonly checks?: readonly Check[]
  /** By PostgreSQL’s clock, unless said. */
  readonly now?: Temporal.Instant
  readonly signal?: AbortSignal
}

/** A check reads all there is in its range, which no page’s question may. */
const LIMITS: Limits = {
  secondsMax: 600,
  memoryBytesMax: 4 * 1024 ** 3,
  rowsReadMax: 1_000_000_000_000,
}

/** Runs the checks over everybody's figures, or those of some days; keeps what they find. */
export async function runChecks(parts: CheckParts, request: RunRequest): Promise<RunView> {
  const begun = await beginChecks(parts, request)
  await begun.run
  const view = await runView(parts.store, begun.id)
  if (!view) throw new Error('The run just made is not there')
  return view
}

/** The same, for whoever wants to follow it: the run has its id before the first check begins. */
export async function beginChecks(parts: CheckParts, request: RunRequest) {
  const { store } = parts
  const { why, from, to, checks = CHECKS } = request
  const owners = request.owners ?? (await everybody(store))
  const scope: CheckScope = {
    owners,
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
  }
  const id = await store.write((transaction) => beginRun(transaction, why, checks.length, scope))
  return { id, run: runAll(parts, { ...request, checks }, scope, id) }
}

export async function everybody(store: Store): Promise<readonly number[]> {
  return (await organisations(store)).map(({ id }) => Number(id))
}

type Running = Pick<RunRequest, 'now' | 'signal'> & { readonly checks: readonly Check[] }

/** `id` is of the run in which its progress is kept; those that run by the minute have none. */
export async function runAll(
  parts: CheckParts,
  { checks, now, signal }: Running,
  scope: CheckScope,
  id?: number,
): Promise<void> {
  const { store } = parts
  const at = now ?? (await nowOf(store))
  try {
    // Without an organisation there is nothing to look at, and nothing to be wrong.
    if (scope.owners.length > 0) {
      const context = await contextOf(parts, scope, at)
      for (const check of checks) {
        signal?.throwIfAborted()
        await runOne(store, check, context, id)
      }
    }
    const tickets = id === undefined ? 0n : await ticketsOf(parts, scope)
    if (id !== undefined) await store.write((transaction) => endRun(transaction, id, { tickets }))
  } catch (fault) {
    const failure = faultText(fault)
    if (id !== undefined) {
      // Best effort: if the store is away too, the run counts as dead after a while.
      const end = store.write((transaction) => endRun(transaction, id, { tickets: 0n, failure }))
      await end.catch(() => undefined)
    }
    throw fault
  }
}

async function runOne(store: Store, check: Check, context: CheckContext, id?: number) {
  try {
    const { findings, notes = [] } = await check.run(context)
    const at = new Date(context.now.epochMilliseconds)
    await store.write(async (transaction) => {
      await settleFindings(transaction, check, context, findings, at)
      if (id !== undefined) await advanceRun(transaction, id, findings.length, notes)
    })
  } catch (fault) {
    if (fault instanceof StoreDown || fault instanceof WarehouseDown) throw fault
    // One that breaks must not hide what the others find; what it found before stays open.
    const why = faultText(fault)
    const say = `“${check.name}” could not be looked at: ${why}`
    const note = { say, sentence: 'broken', values: { check: check.id, why } }
    if (id === undefined) return
    await store.write((transaction) => advanceRun(transaction, id, 0, [note]))
  }
}

async function contextOf(
  { store, warehouse }: CheckParts,
  scope: CheckScope,
  now: Temporal.Instant,
): Promise<CheckContext> {
  const [places, sources] = await Promise.all([
    placesOf(store, scope.owners),
    sourcesOf(store, scope.owners),
  ])
  return {
    ...scope,
    store,
    warehouse,
    now,
    places,
    sources,
    ask: (sql) => warehouse.query(sql, LIMITS),
    films: (ids) =>
      filmNames(
        store,
        [...new Set(ids)].filter((id) => id !== 0),
      ),
  }
}

async function ticketsOf({ warehouse }: CheckParts, scope: CheckScope): Promise<bigint> {
  if (scope.owners.length === 0) return 0n
  const asked = within(scope, { day: 'trading_day', cinema: 'cinema', source: 'source' })
  const [row] = await warehouse.query<{ tickets: string }>(
    `select toString(sum(sold) - sum(refunded)) as tickets from ticket_by_day where ${asked}`,
    LIMITS,
  )
  return BigInt(row?.tickets ?? 0)
}

/** The checks of what changes by the minute: feeds, imports, batches. */
export async function runOften(parts: CheckParts, signal?: AbortSignal): Promise<void> {
  const owners = await everybody(parts.store)
  const checks = CHECKS.filter(({ often }) => often)
  await runAll(parts, { checks, ...(signal && { signal }) }, { owners })
}
