import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Answers } from '#metrics'
import { createAnswers } from '#metrics'
import type { Asked } from './parts/console-questions.ts'
import { GROUPS, harvest, subjectsOf } from './parts/console-questions.ts'
import { drawTable, medianOf, round } from './parts/figures.ts'
import { lookAtMachine, machineLines } from './parts/machine.ts'
import { readOptions } from './parts/options.ts'
import { keepProof } from './parts/proof.ts'
import type { Timed } from './parts/questions-ask.ts'
import { answerTo, inWords, slowest, spreadOfAll, timeQuestions } from './parts/questions-ask.ts'
import type { SimulatedHouse } from './parts/questions-house.ts'
import { openSimulatedHouse, removeFolder, settle } from './parts/questions-house.ts'
import type { PlainPostgres } from './parts/questions-plain.ts'
import { openPlain } from './parts/questions-plain.ts'
import type { Pair } from './parts/questions-plain-sql.ts'
import { pairsFor, totalOf } from './parts/questions-plain-sql.ts'

/**
 * Every question that the console asks, over a simulated circuit: through the planner as it is, through
 * single facts alone, and a part of them by hand in plain PostgreSQL with the same facts.
 */
const GOAL_MS = 100
const SEED = 'orchid'
const options = readOptions([
  'cinemas',
  'days',
  'rate',
  'rounds',
  'seconds',
  'plain',
  'base',
  'kept',
  'until',
])
const { quick } = options
const wanted = {
  cinemas: options.number('cinemas') ?? (quick ? 24 : 114),
  days: options.number('days') ?? (quick ? 150 : 730),
  rate: options.number('rate') ?? 20,
  rounds: options.number('rounds') ?? (quick ? 2 : 7),
  /** So long each way of asking goes on at most; what was asked until then counts. */
  seconds: options.number('seconds') ?? (quick ? 15 : 1_200),
  /** 0: without PostgreSQL; without the run over single facts. */
  plain: options.number('plain') ?? 1,
  base: options.number('base') ?? 1,
  /** 1: the folder stays and is used again. */
  kept: options.number('kept') ?? 0,
}

const machine = lookAtMachine()
const until = options.number('until')
/** The last day of the circuit; a folder that is kept names its own: --until 20261126. */
const today = (
  until === undefined
    ? Temporal.Now.plainDateISO('Europe/Dublin')
    : Temporal.PlainDate.from(String(until))
).toString()
const name = `questions-${wanted.cinemas}-${wanted.days}-${wanted.rate}-${today}`
const folder = join(process.env['BENCH_FOLDER'] ?? tmpdir(), name)

console.error(`simulating into ${folder} …`)
const order = { seed: SEED, territory: 'IE', until: today } as const
const simulated = await openSimulatedHouse(folder, { ...order, ...pick() })
try {
  const { store, warehouse, clock } = simulated.served.house
  await settle(warehouse)
  const subjects = await subjectsOf(warehouse, simulated.owner)
  console.error('opening every page …')
  const questions = await harvest(simulated.served.url, subjects, { brief: quick })
  console.error(`${questions.length} questions …`)
  const real = createAnswers({ store, warehouse, clock })
  const first = await timeQuestions({
    answers: real,
    questions,
    rounds: 1,
    secondsMax: wanted.seconds,
  })
  const timed = await timeQuestions({
    answers: real,
    questions,
    rounds: wanted.rounds,
    secondsMax: wanted.seconds,
  })
  const base = wanted.base === 0 ? undefined : await overBase(questions)
  const beside = wanted.plain === 0 ? undefined : await besidePlain(real, subjects)
  await report({ first, timed, base, beside })
} finally {
  await simulated.close()
  if (wanted.kept === 0) removeFolder(folder)
}

function pick() {
  const { cinemas, days, rate } = wanted
  return { cinemas, days, rate }
}

/** The same questions with no aggregate to take them from. */
function overBase(questions: readonly Asked[]): Promise<readonly Timed[]> {
  console.error('the same without aggregates …')
  const { store, warehouse, clock } = simulated.served.house
  const answers = createAnswers({ store, warehouse, clock, baseOnly: true })
  return timeQuestions({ answers, questions, rounds: 1, secondsMax: wanted.seconds })
}

type Beside = {
  readonly pairs: readonly (Pair & {
    readonly ms: number
    readonly baseMs: number
    readonly plainMs: number
  })[]
  readonly loadSeconds: number
  readonly bytes: bigint
}

/** Each pair three ways, and held to come to the same. */
async function besidePlain(
  real: Answers,
  { films, cinema }: Awaited<ReturnType<typeof subjectsOf>>,
): Promise<Beside> {
  console.error('the same facts into PostgreSQL …')
  const { store, warehouse, clock } = simulated.served.house
  const plain: PlainPostgres = await openPlain(folder, warehouse, simulated.owner)
  try {
    const base = createAnswers({ store, warehouse, clock, baseOnly: true })
    const about = { owner: simulated.owner, today, film: films[0], cinema }
    const pairs: Beside['pairs'][number][] = []
    for (const pair of pairsFor(about)) {
      console.error(`  ${pair.name}`)
      const times = { ms: [] as number[], baseMs: [] as number[], plainMs: [] as number[] }
      for (let round = 0; round < (quick ? 2 : 3); round++) {
        const answer = await clocked(times.ms, () => answerTo(real, pair.question))
        await clocked(times.baseMs, () => answerTo(base, pair.question))
        const rows = await clocked(times.plainMs, () =>
          plain.store.rows<{ sum: bigint | null }>(pair.sql),
        )
        const sum = rows.reduce((all, row) => all + Number(row.sum ?? 0n), 0)
        if (!answer || totalOf(answer, pair.sum) !== sum) {
          const ours = answer && totalOf(answer, pair.sum)
          throw new Error(`${pair.name}: we say ${ours}, PostgreSQL says ${sum}`)
        }
      }
      pairs.push({
        ...pair,
        ms: medianOf(times.ms),
        baseMs: medianOf(times.baseMs),
        plainMs: medianOf(times.plainMs),
      })
    }
    return { pairs, loadSeconds: plain.loadSeconds, bytes: plain.bytes }
  } finally {
    await plain.close()
  }
}

async function clocked<Value>(into: number[], work: () => Promise<Value>): Promise<Value> {
  const startedAt = performance.now()
  const value = await work()
  into.push(performance.now() - startedAt)
  return value
}

type Found = {
  readonly first: readonly Timed[]
  readonly timed: readonly Timed[]
  readonly base: readonly Timed[] | undefined
  readonly beside: Beside | undefined
}

async function report({ first, timed, base, beside }: Found): Promise<void> {
  const all = spreadOfAll(timed)
  const without = base && spreadOfAll(base)
  const groups = drawTable({
    head: [
      'ms',
      'questions',
      'p50',
      'p95',
      'p99',
      'max',
      'first time, p95',
      'no aggregates, p50',
      'p95',
    ],
    rows: [...GROUPS, undefined].map((group) => {
      const { p50, p95, p99, max } = spreadOfAll(timed, group)
      const count = timed.filter((one) => group === undefined || one.group === group).length
      const bare = base && spreadOfAll(base, group)
      const once = spreadOfAll(first, group)
      return [
        group ?? 'all',
        count,
        p50,
        p95,
        p99,
        max,
        once.p95,
        bare?.p50 ?? '–',
        bare?.p95 ?? '–',
      ]
    }),
  })
  const worst = drawTable({
    head: ['slowest, median ms', 'ms', 'no aggregates'],
    rows: slowest(timed, 12).map((one) => {
      const bare = base?.find(({ question }) => question === one.question)?.ms[0]
      return [`${one.group}: ${inWords(one.question)}`, one.median, bare ? round(bare) : '–']
    }),
  })
  const ways =
    beside &&
    drawTable({
      head: ['median ms', 'Fullhouse', 'no aggregates', 'PostgreSQL'],
      rows: beside.pairs.map(({ name: of, ms, baseMs, plainMs }) => [of, ms, baseMs, plainMs]),
    })
  const { tickets, screenings } = simulated
  const made = simulated.seconds > 0 ? `, made in ${round(simulated.seconds)} s` : ''
  const facts = [
    `${tickets.toLocaleString('en')} ticket facts of ${screenings.toLocaleString('en')} screenings at ` +
      `${wanted.cinemas} cinemas over ${wanted.days} days (seed ${SEED}, rate ${wanted.rate})${made}.`,
    await storedLine(simulated),
    ...(beside
      ? [
          `PostgreSQL holds the same in ${gib(Number(beside.bytes))} GiB with its indexes` +
            `${beside.loadSeconds > 0 ? `, loaded in ${round(beside.loadSeconds)} s` : ''}.`,
        ]
      : []),
  ].join('\n')
  const figures = {
    tickets,
    questions: timed.length,
    p50Ms: all.p50,
    p95Ms: all.p95,
    p99Ms: all.p99,
    goalMs: GOAL_MS,
    withoutAggregatesP50Ms: without?.p50 ?? null,
    withoutAggregatesP95Ms: without?.p95 ?? null,
    plainPostgresMedianRatio: beside
      ? round(medianOf(beside.pairs.map(({ ms, plainMs }) => plainMs / ms)))
      : null,
    ticketsPerSecond: simulated.seconds > 0 ? Math.round(tickets / simulated.seconds) : null,
  }
  const parts = [machineLines(machine).join('\n'), facts, groups, worst, ...(ways ? [ways] : [])]
  console.log(parts.join('\n\n'))
  if (options.keep) {
    const json = `\`\`\`json\n${JSON.stringify(figures, undefined, 2)}\n\`\`\``
    await keepProof('questions', ['# Questions', ...parts, json])
  }
  console.log(JSON.stringify(figures))
}

async function storedLine({ served, tickets }: SimulatedHouse): Promise<string> {
  const rows = await served.house.warehouse.query<{
    table: string
    stored: string
    bytes: string
  }>(`
    select table, toString(sum(parts.rows)) as stored, toString(sum(bytes_on_disk)) as bytes
    from system.parts as parts
    where active and database = currentDatabase() and parts.rows > 0 and table like 'ticket%'
    group by table order by table`)
  const all = rows.reduce((sum, { bytes }) => sum + Number(bytes), 0)
  const each = rows.map((row) => `${row.table} ${Number(row.stored).toLocaleString('en')} rows`)
  return `${gib(all)} GiB on disk, ${round(all / tickets)} bytes a ticket: ${each.join(', ')}.`
}

function gib(bytes: number): number {
  return Math.round((bytes / 1024 ** 3) * 100) / 100
}
