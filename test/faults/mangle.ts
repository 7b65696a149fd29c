import { chmod, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Random } from '#kernel'
import { seededRandom } from '#kernel'
import type { Bomb } from './mangle-bombs.ts'
import { noTables, writeBomb } from './mangle-bombs.ts'
import { tillFamily } from './mangle-families.ts'
import type { MangleImporter } from './mangle-importer.ts'
import { openMangleImporter } from './mangle-importer.ts'
import type { KindCount, Verdict } from './mangle-judge.ts'
import { judge } from './mangle-judge.ts'
import type { SourcePlan } from './mangle-plans.ts'
import { memoryPlan, sourcePlans } from './mangle-plans.ts'
import { createLedger } from './mangle-rows.ts'
import type { FilePlan } from './mangle-write.ts'
import { writeMangled } from './mangle-write.ts'
import { runCommand } from './server-process.ts'

export type FileReport = Verdict & {
  readonly name: string
  readonly bytes: number
  readonly rows: number
  readonly ms: number
}

/** The importing process at its largest, for a file of that size. */
export type MemoryReport = { readonly rows: number; readonly mib: number; readonly mostMib: number }

export type BombReport = Bomb & {
  readonly bytes: number
  readonly ms: number
  readonly mostMib: number
  readonly said: string
  readonly complaints: readonly string[]
}

export type MangleReport = {
  readonly seed: string
  readonly files: readonly FileReport[]
  readonly kinds: readonly KindCount[]
  readonly rows: number
  readonly sound: number
  readonly soundLost: number
  readonly damaged: number
  readonly damagedAccepted: number
  readonly memory: readonly MemoryReport[]
  readonly bombs: readonly BombReport[]
  /** What is no table at all: refused with a sentence, each. */
  readonly refused: readonly (readonly [name: string, say: string])[]
  readonly complaints: readonly string[]
  readonly durationMs: number
}

export type MangleOptions = {
  readonly seed: string
  readonly rows: number
  /** An empty folder of this run's own. */
  readonly folder: string
  readonly bombs: readonly Bomb[]
  /** How many of all rows are in the three files by which memory is measured, the last 16 × the first. */
  readonly memoryShare: number
  readonly log: (line: string) => void
}

const SIZES = [1, 4, 16]

/**
 * Writes files as they never should be, whose every row's true fate the writer knows; imports them; and
 * holds what came of them against that. The seed decides everything.
 */
export async function mangle(options: MangleOptions): Promise<MangleReport> {
  const begun = performance.now()
  const { seed, rows, folder, memoryShare, log } = options
  await chmod(folder, 0o711)
  const random = seededRandom(`${seed} mangle`)
  const memory: MemoryReport[] = []
  const files: FileReport[] = []
  const forMemory = Math.floor(rows * memoryShare)
  for (const size of memoryShare > 0 ? SIZES : []) {
    const many = Math.round((forMemory * size) / 21)
    await withImporter(folder, async (importer) => {
      const [file] = await importSource(importer, memoryPlan(size), many, { folder, random, log })
      if (!file) throw new Error('nothing was imported')
      const mostMib = Math.round(await importer.mostMib())
      memory.push({ rows: file.rows, mib: file.bytes / 2 ** 20, mostMib })
      files.push({ ...file, name: `${size} × ${file.name}` })
    })
  }
  const plans = sourcePlans()
  const each = Math.ceil((rows - forMemory) / plans.flatMap((plan) => plan.files).length)
  const complaints: string[] = []
  const refused: [string, string][] = []
  const data = await withImporter(folder, async (importer, dataFolder) => {
    for (const plan of plans) {
      files.push(...(await importSource(importer, plan, each, { folder, random, log })))
    }
    for (const [name, bytes] of noTables(random)) {
      const say = await giveNoTable(importer, folder, name, bytes)
      log(`${name}: ${say.slice(0, 100)}`)
      refused.push([name, say])
    }
    complaints.push(...(await formulaComplaints(dataFolder)))
    return dataFolder
  })
  log(`imported from ${data}`)
  const bombs: BombReport[] = []
  for (const [at, bomb] of options.bombs.entries()) {
    bombs.push(
      await withImporter(folder, (importer) => explode(importer, bomb, { folder, at, log })),
    )
  }
  const sum = (figure: (one: FileReport) => number) =>
    files.reduce((all, one) => all + figure(one), 0)
  return {
    seed,
    files,
    kinds: kindsOf(files),
    rows: sum((one) => one.rows),
    sound: sum((one) => one.sound),
    soundLost: sum((one) => one.soundLost),
    damaged: sum((one) => one.damaged),
    damagedAccepted: sum((one) => one.damagedAccepted),
    memory,
    bombs,
    refused,
    complaints: [
      ...files.flatMap((one) => one.complaints.map((say) => `${one.name}: ${say}`)),
      ...bombs.flatMap((one) => one.complaints.map((say) => `${one.packing} bomb: ${say}`)),
      ...complaints,
    ],
    durationMs: Math.round(performance.now() - begun),
  }
}

let houses = 0

async function withImporter<Value>(
  folder: string,
  work: (importer: MangleImporter, dataFolder: string) => Promise<Value>,
): Promise<Value> {
  const dataFolder = join(folder, `data-${++houses}`)
  const importer = await openMangleImporter(dataFolder)
  try {
    return await work(importer, dataFolder)
  } finally {
    await importer.close().catch(() => undefined) // it crashed, and that was said
    await rm(dataFolder, { recursive: true, force: true })
  }
}

type Work = {
  readonly folder: string
  readonly random: Random
  readonly log: (line: string) => void
}

/** The files of a source, one after the other, each judged by all that was said so far. */
async function importSource(
  importer: MangleImporter,
  { family, files }: SourcePlan,
  rows: number,
  { folder, random, log }: Work,
): Promise<FileReport[]> {
  const ledger = createLedger(family)
  const reports: FileReport[] = []
  for (const one of files) {
    const plan: FilePlan = { ...one, rows }
    const path = join(folder, plan.name)
    const written = await writeMangled(path, ledger, random, plan)
    const { view, refused, ms } = await importer.import(path, family.told)
    await rm(path)
    if (plan.packing === 'gzip cut off') {
      if (view || !refused) throw new Error(`${plan.name} was taken though it is cut off`)
      log(`${plan.name}: ${refused}`)
      continue
    }
    if (!view) throw new Error(`${plan.name} was refused: ${refused}`)
    const verdict = await judge(importer, ledger, written, view)
    log(`${plan.name}: ${written.rows} rows in ${ms} ms, ${verdict.complaints.length} complaints`)
    for (const say of verdict.complaints) log(`  ${say}`)
    reports.push({ ...verdict, name: plan.name, bytes: written.bytes, rows: written.rows, ms })
  }
  return reports
}

/** What came of it, in a sentence; throws where any of its rows counts. */
async function giveNoTable(
  importer: MangleImporter,
  folder: string,
  name: string,
  bytes: Buffer,
): Promise<string> {
  const path = join(folder, name)
  await writeFile(path, bytes)
  const { view, refused } = await importer.import(path, {})
  await rm(path)
  if (view && view.accepted > 0) throw new Error(`${name}: ${view.accepted} rows of it count`)
  return refused ?? `${view?.state}, ${view?.quarantined} rows in quarantine. ${view?.say ?? ''}`
}

async function explode(
  importer: MangleImporter,
  bomb: Bomb,
  { folder, at, log }: Omit<Work, 'random'> & { readonly at: number },
): Promise<BombReport> {
  const ledger = createLedger(tillFamily(1_000 + at, ['A film']))
  const path = join(folder, bomb.packing === 'gzip' ? 'bomb.csv.gz' : 'bomb.zip')
  const bytes = await writeBomb(path, ledger, bomb)
  const { view, refused, ms } = await importer.import(path, ledger.family.told)
  await rm(path)
  const mostMib = Math.round(await importer.mostMib())
  log(`${bomb.packing} bomb: ${view?.say ?? refused ?? view?.state} after ${ms} ms, ${mostMib} MiB`)
  const complaints: string[] = []
  if (view && view.accepted !== bomb.rows) complaints.push(`${view.accepted} rows accepted`)
  if (view && view.quarantined === 0) complaints.push('nothing says that something is wrong')
  const said = refused ?? view?.say ?? `${view?.quarantined} row in quarantine`
  return { ...bomb, bytes, ms, mostMib, said, complaints }
}

/** What the command line exports may hold no cell that a spreadsheet would run. */
async function formulaComplaints(dataFolder: string): Promise<readonly string[]> {
  const asked = ['ask', '--metrics', 'admissions', '--by', 'film', '--basis', 'tickets']
  const words = [...asked, '--format', 'csv']
  const { out, note, ended } = runCommand([...words, '--data', dataFolder, '--limit', '1000'])
  const exit = await ended
  if (exit !== 0) return [`the export failed: ${note()}`]
  const lines = out().split(/\r?\n/).slice(1)
  const run = lines.filter((line) => /^"?[=+@-]/.test(line))
  const kept = lines.filter((line) => line.includes('HYPERLINK'))
  if (kept.length === 0) return ['no formula is in the export at all']
  return run.slice(0, 3).map((line) => `a spreadsheet would run ${line}`)
}

function kindsOf(files: readonly FileReport[]): readonly KindCount[] {
  const kinds = new Map<string, KindCount>()
  for (const one of files.flatMap((file) => file.kinds)) {
    const before = kinds.get(one.kind)
    const written = one.written + (before?.written ?? 0)
    kinds.set(one.kind, { ...one, written, wrong: one.wrong + (before?.wrong ?? 0) })
  }
  return [...kinds.values()].toSorted((one, other) => other.written - one.written)
}
