import { execFileSync } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { cpus, release, tmpdir, totalmem, type } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { silentLog, systemClock } from '#kernel'
import type { Warehouse } from '#warehouse'
import { openChildWarehouse } from '#warehouse'
import type { Checked } from '../src/figures/metrics/oracle-check.ts'
import { checkPlanner, explain } from '../src/figures/metrics/oracle-check.ts'
import { PLANTED_BUGS } from '../src/figures/metrics/planted-bugs.ts'

const ROOT = join(import.meta.dirname, '..')
const PAGE = 'docs/proof/planner.md'
const QUESTIONS_EACH = 10
const DIFFERENCES_MAX = 20

/**
 * `npm run soak -- planner [--questions N] [--seed S]` writes docs/proof/planner.md; with `--world W
 * --turn T` it asks that one question of the seed again, shows all of it, and writes nothing.
 */
export async function runPlannerSoak(words: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...words],
    options: {
      questions: { type: 'string', default: '10000' },
      seed: { type: 'string' },
      world: { type: 'string' },
      turn: { type: 'string' },
    },
  })
  const startedAt = systemClock()
  const asked = commit()
  const seed = values.seed ?? startedAt.epochMilliseconds.toString(36)
  const questions = Number(values.questions)
  if (!Number.isSafeInteger(questions) || questions < QUESTIONS_EACH) {
    console.error(`--questions is a whole number of at least ${QUESTIONS_EACH}`)
    process.exit(2)
  }
  const folder = await mkdtemp(join(tmpdir(), 'fullhouse-planner-'))
  const warehouse = await openChildWarehouse({ folder, log: silentLog })
  const worlds = Math.ceil(questions / QUESTIONS_EACH)
  const checking = { warehouse, seed, worlds, questionsEach: QUESTIONS_EACH }
  try {
    if (values.world !== undefined && values.turn !== undefined) {
      console.log(await explain(checking, Number(values.world), Number(values.turn)))
      return
    }
    console.log(`seed ${seed}, ${worlds} data sets, in ${folder}`)
    const checked = await checkPlanner({ ...checking, differencesMax: DIFFERENCES_MAX })
    const seconds = startedAt.until(systemClock()).total('seconds')
    const planted = await plantedRows(warehouse, seed)
    const at = startedAt.toString().slice(0, 19)
    await writeFile(
      join(ROOT, PAGE),
      page(checked, { at, of: asked, seed, seconds, planted: planted.rows }),
    )
    for (const { world, turn, said } of checked.differences) {
      console.error(`--seed ${seed} --world ${world} --turn ${turn}: ${said}`)
    }
    const well = checked.differences.length === 0 && planted.all
    console.log(`${well ? 'all agrees' : 'IT DOES NOT AGREE'}: see ${PAGE}`)
    process.exitCode = well ? 0 : 1
  } finally {
    await warehouse.close()
    await rm(folder, { recursive: true, force: true })
    process.exit()
  }
}

// Owners that no world of the soak itself has.
const PLANTED_OWNERS = 3_000_000_000

async function plantedRows(warehouse: Warehouse, seed: string) {
  const rows: string[] = []
  let all = true
  for (const { name, bend } of PLANTED_BUGS) {
    const worlds = { seed: `${seed} planted`, worlds: 100, questionsEach: QUESTIONS_EACH }
    const checking = { warehouse, ...worlds, firstOwner: PLANTED_OWNERS, bend }
    const { tally, differences } = await checkPlanner(checking)
    const [first] = differences
    if (first === undefined || first.said.startsWith('without the bug')) all = false
    const said = first?.said.replaceAll('|', '\\|').slice(0, 160) ?? '**not found**'
    rows.push(`| ${name} | ${tally.questions} | ${said} |`)
  }
  return { rows, all }
}

type Told = {
  readonly at: string
  readonly of: string
  readonly seed: string
  readonly seconds: number
  readonly planted: readonly string[]
}

function page({ tally, differences }: Checked, { at, of, seed, seconds, planted }: Told): string {
  const many = (number: number) => number.toLocaleString('en-US')
  const table = (counts: ReadonlyMap<string, number>) =>
    [...counts]
      .toSorted(([one], [other]) => (one < other ? -1 : 1))
      .map(([what, times]) => `| ${what} | ${many(times)} |`)
      .join('\n')
  return `# The planner against an oracle

<!-- Written by \`npm run soak -- planner\`; do not edit. -->

- ${at}Z, commit ${of}
- seed ${seed}, in ${many(Math.round(seconds))} s
- **${many(tally.questions)} questions, ${differences.length} differences**
- ${machine()}

Small worlds are made up from the seed, each with three owners: tickets of cinemas in four currencies on days
when clocks change in Berlin, New York, Auckland and Santiago, at the end of a year, on a leap day; refunds on
other days, sales and refunds taken back and said again, scans undone; programmes that two sources list, seats
unknown, screenings cancelled; reporters whose kinds of periods, places and sums overlap; rates of exchange
with gaps; films and cinemas that are one. Each world is asked questions of chance, by any metric,
dimension, filter, comparison, grain, order, limit and currency. The planner answers from the warehouse, as it
answers everybody. The oracle (src/figures/metrics/oracle.ts) counts the facts one by one in memory: it is
written from what the registry says that each metric means, shares nothing with the planner but the words of
the question, and is itself held against sums done by hand (oracle.test.ts). Rows, their order, others, total,
comparisons, currency, sources, cinemas and refusals have to be the same: counts and amounts to the last unit,
shares to nine digits; and rows have to come to their total where the registry says that they do.

\`--seed S --world W --turn T\` asks one question again and shows all of it. 200 worlds with 2,000
questions of a new seed are in \`npm test\` (planner.property.test.ts).

## Planted bugs
The plan is changed as a bug would change it; only questions that this touches are asked. A question that the
planner answers wrongly without the bug too does not count. They are in \`npm test\` (planted-bugs.test.ts).

| bug | found by question | as |
|---|---:|---|
${planted.join('\n')}

## Facts
| | |
|---|---:|
${table(tally.facts)}

## How questions ended
| | times |
|---|---:|
${table(tally.ends)}

## What was asked, of the questions that found something
| metric with a figure | times |
|---|---:|
${table(tally.metrics)}

| dimension | times |
|---|---:|
${table(tally.dimensions)}

| comparison with a figure | times |
|---|---:|
${table(tally.comparisons)}

| basis and more | times |
|---|---:|
${table(tally.bases)}
${table(tally.features)}
`
}

function commit(): string {
  const git = (...words: readonly string[]) =>
    execFileSync('git', [...words], { cwd: ROOT, encoding: 'utf8' }).trim()
  const parts = ['src/base', 'src/figures/metrics', 'scripts/soak-planner.ts']
  const changed = git('status', '--porcelain', '--', ...parts) !== ''
  return `${git('rev-parse', '--short=10', 'HEAD')}${changed ? ' + changes' : ''}`
}

function machine(): string {
  const [cpu] = cpus()
  const memory = Math.round(totalmem() / 1024 ** 3)
  const what = `${cpus().length} × ${cpu?.model.trim()}, ${memory} GiB`
  return `${what}, ${type()} ${release()}, Node ${process.version}`
}
