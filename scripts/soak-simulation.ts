import { execFileSync } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { cpus, release, totalmem, type } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { systemClock } from '#kernel'
import type { SoakReport } from '../test/simulation/soak.ts'
import { replay, soakSimulation } from '../test/simulation/soak.ts'

const ROOT = join(import.meta.dirname, '..')
const PAGE = 'docs/proof/simulation.md'

/**
 * `npm run soak -- booking-simulation [--seeds N] [--steps N] [--from N]` writes docs/proof/simulation.md;
 * with SEED=N it plays that one again, tells what happened in it, and writes nothing.
 */
export async function runSimulation(words: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...words],
    options: {
      seeds: { type: 'string', default: '1000' },
      steps: { type: 'string', default: '1000' },
      from: { type: 'string', default: '1' },
    },
  })
  const [seeds, steps, from] = [values.seeds, values.steps, values.from].map(Number)
  const numbers = [seeds, steps, from].filter((one): one is number => Number.isSafeInteger(one))
  const [seedsWanted = 0, stepsWanted = 0, first = 0] = numbers
  if (numbers.length < 3 || seedsWanted < 1 || stepsWanted < 1) {
    console.error('--seeds, --steps and --from are whole numbers')
    process.exit(2)
  }
  const seed = process.env['SEED']
  const log = (line: string) => console.log(line)
  if (seed !== undefined) {
    process.exit((await replay(seed, stepsWanted, log)) ? 0 : 1)
  }
  const startedAt = systemClock()
  const report = await soakSimulation({ from: first, seeds: seedsWanted, steps: stepsWanted, log })
  const seconds = startedAt.until(systemClock()).total('seconds')
  await writeFile(join(ROOT, PAGE), page(report, startedAt.toString().slice(0, 19), seconds))
  const well = report.failed.length === 0 && report.planted.every(({ found }) => found)
  console.log(`${well ? 'all holds' : 'IT DOES NOT HOLD'}: see ${PAGE}`)
  process.exit(well ? 0 : 1)
}

function page(report: SoakReport, at: string, seconds: number): string {
  const { from, seeds, steps, counts, ticks, failed, planted } = report
  const many = (number: number) => number.toLocaleString('en-US')
  const rows = [...counts].sort(([one], [other]) => (one < other ? -1 : 1))
  const [crashed, others] = [true, false].map((is) => {
    return rows.filter(([what]) => what.startsWith('crashed ') === is)
  })
  const table = (list: readonly (readonly [string, number])[] = []) =>
    list.map(([what, times]) => `| ${what.replace(/^crashed /, '')} | ${many(times)} |`).join('\n')
  return `# The booking core in a thousand worlds

<!-- Written by \`npm run soak -- booking-simulation\`; do not edit. -->

- ${at}Z, commit ${commit()}
- seeds ${from} to ${from + seeds - 1}, ${many(steps)} steps each, in ${seconds.toFixed(1)} s
- with coming to rest ${many(ticks)} things happened
- ${machine()}
- **${failed.length} seeds failed**${failed.map(({ seed }) => ` ${seed}`).join()}

Three servers, each with the real box office (hold, pay, begin, settle, prolong, release, refund, void,
cancel), stand over one storage in memory that locks, waits, commits and refuses as PostgreSQL does; a test
plays the same requests to both storages and compares answers and rows. Seven guests, staff and a wallet ask.
One step is one await that goes on, one message delivered, or one move of the clock; the seed decides which.
A server dies at any await, and with it what was not committed; PostgreSQL goes away, and whether it committed
is not known; requests and answers are lost, doubled, late and out of order; wallets say no, then yes, twice,
minutes late; the store's clock jumps ahead, and back by up to two seconds. A server's own clock cannot
matter: the core reads none. There is no mail in the product yet, so there is none here.

At each commit and each answer: no seat leaves an order before its time, to the millisecond, or with it; a
seat is sold where, and only where, a good ticket is; no hold without an order that waits; what was paid,
less what goes back, is what the good tickets cost; the facts add up to the good tickets; the same key, the
same order and the same answer; who was refused for a taken seat met a moment when it was taken; no request
is left by a server that has nothing else to do. At the end: what people were told stands, the wallet and the
books agree, nobody waits, and each seat's history is explained by one order of events (linearisability). A
deadlock fails, and so does any fault but those of the world.

A seed that fails is printed; \`SEED=N npm run soak -- booking-simulation\` plays it again, step by step the
same. 100 seeds are in \`npm test\`.

## Planted bugs
| bug | found by seed | at | as |
|---|---:|---:|---|
${planted.map(plantedRow).join('\n')}

## Where servers died
| at the await | times |
|---|---:|
${table(crashed)}

## What happened
| what | times |
|---|---:|
${table(others)}
`
}

function plantedRow({ bug, found }: SoakReport['planted'][number]): string {
  const { tick, say } = found?.violation ?? {}
  return `| ${bug} | ${found?.seed ?? '**not found**'} | ${tick ?? ''} | ${say ?? ''} |`
}

function commit(): string {
  const git = (...words: readonly string[]) =>
    execFileSync('git', [...words], { cwd: ROOT, encoding: 'utf8' }).trim()
  const parts = ['src/trade', 'test/simulation', 'scripts/soak-simulation.ts']
  const changed = git('status', '--porcelain', '--', ...parts) !== ''
  return `${git('rev-parse', '--short=10', 'HEAD')}${changed ? ' + changes' : ''}`
}

function machine(): string {
  const [cpu] = cpus()
  const memory = Math.round(totalmem() / 1024 ** 3)
  const what = `${cpus().length} × ${cpu?.model.trim()}, ${memory} GiB`
  return `${what}, ${type()} ${release()}, Node ${process.version}`
}
