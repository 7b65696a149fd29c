import { execFileSync } from 'node:child_process'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { cpus, release, totalmem, type } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { systemClock } from '#kernel'
import type { ImportKillReport, Kill } from '../test/faults/import-kill.ts'
import { importKill } from '../test/faults/import-kill.ts'
import { clearRunFolder, makeRunFolder } from '../test/faults/run-folder.ts'
import { runMangledRows } from './soak-mangle.ts'
import { runPlannerSoak } from './soak-planner.ts'
import { runSaleSoak, SALE_SOAKS } from './soak-sale.ts'
import { runSimulation } from './soak-simulation.ts'

/**
 * Long runs: `npm run soak -- import-kill [--seed S] [--kills N]`, `npm run soak -- booking-simulation`
 * (soak-simulation.ts), `mangled-rows` (soak-mangle.ts), `planner` (soak-planner.ts), and `hot-hall`,
 * `sale-kill` or `durable-answer` (soak-sale.ts); the figures go to docs/proof/.
 */
const [, , named = '', ...rest] = process.argv
if (named === 'booking-simulation') await runSimulation(rest)
if (named === 'mangled-rows') await runMangledRows(rest)
if (named === 'planner') await runPlannerSoak(rest)
if (named in SALE_SOAKS) await runSaleSoak(named, rest)

const ROOT = join(import.meta.dirname, '..')
const PAGE = join(ROOT, 'docs/proof/import-kill.md')
const KILLS = 50
const HEAD = [
  ['date', '–'],
  ['commit', '–'],
  ['seed', '–'],
  ['kills', '–:'],
  ['on a running import', '–:'],
  ['files', '–:'],
  ['rows', '–:'],
  ['sales tried', '–:'],
  ['acknowledged', '–:'],
  ['present', '–:'],
  ['differences', '–:'],
  ['left running', '–:'],
  ['drain s', '–:'],
  ['run s', '–:'],
  ['machine', '–'],
  ['whole files', '–:'],
  ['rows mended', '–:'],
] as const

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { seed: { type: 'string' }, kills: { type: 'string', default: String(KILLS) } },
})
const kills = Number(values.kills)
if (positionals[0] !== 'import-kill' || !Number.isInteger(kills) || kills < 1) {
  const others = 'booking-simulation, mangled-rows, planner, or import-kill'
  console.error(`Name a soak: ${Object.keys(SALE_SOAKS).join(', ')}, ${others}`)
  process.exit(2)
}
const startedAt = systemClock()
const seed = values.seed ?? startedAt.epochMilliseconds.toString(36)
const folder = await makeRunFolder()
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void clearRunFolder(folder).finally(() => process.exit(1)))
}
console.log(`seed ${seed}, ${kills} kills, in ${folder}`)
try {
  const report = await importKill({ seed, kills, folder, log: (line) => console.log(line) })
  await writePage(report)
  for (const difference of report.differences) console.error(difference)
  const left = report.stopped.left.length
  const well = report.differences.length === 0 && left === 0 && report.stopped.exit === 0
  console.log(`${well ? 'all agrees' : 'IT DOES NOT AGREE'}: see docs/proof/import-kill.md`)
  process.exitCode = well ? 0 : 1
} finally {
  await clearRunFolder(folder)
}

async function writePage(report: ImportKillReport): Promise<void> {
  await mkdir(join(ROOT, 'docs/proof'), { recursive: true })
  const earlier = await readFile(PAGE, 'utf8').catch(() => '') // the first run has no page yet
  const row = rowOf(report)
  // A run repeated with its seed, kills and commit takes its own row's place.
  const key = row.split('|').slice(2, 5).join('|')
  const rows = earlier.split('\n').filter((line) => /^\| \d{4}-/.test(line) && !line.includes(key))
  await writeFile(PAGE, page([...rows, row], report))
}

function rowOf(report: ImportKillReport): string {
  const { files, rows, stopped } = report
  const struck = report.kills.filter((kill) => kill.struck).length
  const cells = [
    startedAt.toString().slice(0, 10),
    commit(),
    report.seed,
    report.kills.length,
    struck,
    files,
    rows.toLocaleString('en-US'),
    report.salesTried.toLocaleString('en-US'),
    report.salesAcknowledged.toLocaleString('en-US'),
    report.salesPresent.toLocaleString('en-US'),
    report.differences.length,
    stopped.left.length,
    seconds(stopped.ms),
    seconds(report.durationMs),
    machine(),
    report.wholeFiles,
    report.mended,
  ]
  return `| ${cells.join(' | ')} |`
}

function page(rows: readonly string[], report: ImportKillReport): string {
  const names = `| ${HEAD.map(([name]) => name).join(' | ')} |`
  const lines = `|${HEAD.map(([, line]) => line.replace('–', '---')).join('|')}|`
  return `# Imports and sales under kill −9
Written by \`npm run soak -- import-kill [--seed S] [--kills N]\`; eight kills are in \`npm test\`
(test/faults/import-kill.ts). Files of a till are imported over HTTP while a second process sells, each
sale in its own transaction, and somebody gives whole files of a country's box office, each of which takes
back thousands of facts it no longer has, and mends, one by one and by rule, what they leave in quarantine. At
moments of chance, while rows are read and sales made, or rows mended, or facts taken back, one of these is
killed −9: the server, PostgreSQL, one of its backends, the warehouse's process, the seller, or all of
them at once. Engines come back by themselves; server and seller are started again. Then is compared:
the fates of every import's rows; admissions and gross by film and by month with sums that never saw the
product; every fact of the whole files, its figure and that it stands once; every sale (acknowledged ⊆
present ⊆ tried, none twice); facts shipped with facts there; every aggregate with its base by day; what
the doctor says. A difference is named, and counts below.
The machine stays on: what a power cut does to a disk's own cache is not shown here.

${names}
${lines}
${rows.join('\n')}

## The last run: how long until both engines answered again
| killed | times | median s | longest s |
|---|---:|---:|---:|
${byVictim(report.kills).join('\n')}

What somebody was doing to whole files when the blow fell: ${phases(report.kills)}.
`
}

function phases(kills: readonly Kill[]): string {
  const times = (phase: Kill['phase']) => kills.filter((kill) => kill.phase === phase).length
  const all = ['reading', 'mending', 'withdrawing', 'idle'] as const
  return all.map((phase) => `${phase} ${times(phase)}`).join(', ')
}

function byVictim(all: readonly Kill[]): string[] {
  const victims = [...new Set(all.map(({ victim }) => victim))].toSorted()
  return victims.map((victim) => {
    const times = all.filter((kill) => kill.victim === victim).map((kill) => kill.recoveredMs)
    const sorted = times.toSorted((a, b) => a - b)
    const median = sorted[Math.floor(sorted.length / 2)] ?? 0
    return `| ${victim} | ${times.length} | ${seconds(median)} | ${seconds(sorted.at(-1) ?? 0)} |`
  })
}

function seconds(ms: number): string {
  return (ms / 1000).toFixed(1)
}

function commit(): string {
  const git = (...words: readonly string[]) =>
    execFileSync('git', [...words], { cwd: ROOT, encoding: 'utf8' }).trim()
  const changed = git('status', '--porcelain', '--', 'src', 'test', 'scripts') !== ''
  return `${git('rev-parse', '--short=10', 'HEAD')}${changed ? ' + changes' : ''}`
}

function machine(): string {
  const [cpu] = cpus()
  const memory = Math.round(totalmem() / 1024 ** 3)
  return `${cpus().length} × ${cpu?.model.trim()}, ${memory} GiB, ${type()} ${release()}`
}
