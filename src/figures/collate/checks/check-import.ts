import type { FactTable } from '#warehouse'
import type { CheckScope } from './check.ts'
import { beginRun } from './check-run-store.ts'
import { importTouched } from './import-touched-store.ts'
import { CHECKS } from './registry.ts'
import type { CheckParts } from './run-checks.ts'
import { runAll } from './run-checks.ts'

/** Of these no figure may have changed though the import brought none of them. */
const ALWAYS: ReadonlySet<string> = new Set(['imports'])

/**
 * Runs the checks over what an import touched: its own rows, and the days, cinema and source of its
 * facts. Called when an import has ended, well or not.
 */
export async function checkImport(
  parts: CheckParts,
  importId: number,
  signal?: AbortSignal,
): Promise<void> {
  const { store } = parts
  const touched = await importTouched(store, importId)
  if (!touched) return
  const { organisationId, sourceId, cinemaId, table, firstDay, lastDay } = touched
  const hasFacts = firstDay !== null && lastDay !== null
  const checks = CHECKS.filter(({ needs }) =>
    needs.some((need) => ALWAYS.has(need) || (hasFacts && need === (table as FactTable))),
  )
  const scope: CheckScope = {
    owners: [organisationId],
    importId,
    sourceId,
    ...(cinemaId !== null && { cinemaId }),
    ...(hasFacts && { from: firstDay, to: lastDay }),
  }
  const id = await store.write((transaction) =>
    beginRun(transaction, 'import', checks.length, scope),
  )
  await runAll(parts, { checks, ...(signal && { signal }) }, scope, id)
}
