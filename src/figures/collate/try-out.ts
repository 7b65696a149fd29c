import { readKept } from '#files'
import type { Cinema } from '#venues'
import type { Warehouse } from '#warehouse'
import type { Standing } from './batch.ts'
import { decide, factId } from './batch.ts'
import type { Fates } from './import.ts'
import type { Layout } from './layout.ts'
import { portions } from './reading.ts'
import { ROWS_PER_BATCH } from './run-import.ts'
import { standingFor } from './standing.ts'

type Trial = {
  readonly warehouse: Warehouse
  readonly folder: string
  readonly sha256: string
  readonly layout: Layout
  readonly cinema: Pick<Cinema, 'timezone' | 'dayStartsAt' | 'currency'>
  /** Where rows may stand already; absent for a cinema or source that is new. */
  readonly place?: { readonly owner: number; readonly cinema: number; readonly source: number }
}

/** What an import would do, without doing it: every row's fate, counted. */
export async function tryImport(trial: Trial): Promise<Fates> {
  const fates = { read: 0, accepted: 0, duplicate: 0, quarantined: 0, empty: 0 }
  const named = {
    a: 'accepted',
    c: 'accepted',
    d: 'duplicate',
    q: 'quarantined',
    e: 'empty',
  } as const
  const bytes = readKept(trial.folder, trial.sha256)
  const readerFor = (header: readonly string[]) => trial.layout.reader(header, trial.cinema)
  // What earlier portions of the file would have brought in by then.
  const carried = new Map<bigint, Standing>()
  for await (const { rows } of portions(bytes, readerFor, 0, ROWS_PER_BATCH)) {
    const { place } = trial
    const known = place ? await standingFor(trial.warehouse, place, rows) : []
    const reads = rows.map(({ read }) => read)
    const decision = decide(reads, new Map([...known, ...carried]))
    for (const read of reads) if (read.fate === 'row') carried.set(factId(read.row), read.row)
    for (const fate of decision.fates) {
      fates.read++
      if (fate in named) fates[named[fate as keyof typeof named]]++
    }
  }
  return fates
}
