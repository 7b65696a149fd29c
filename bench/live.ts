import { setTimeout as pause } from 'node:timers/promises'
import { pendingFacts } from '#store'
import { clockApart, shownIn } from './parts/browser.ts'
import type { Cores } from './parts/cores.ts'
import { watchCores } from './parts/cores.ts'
import type { Spread, Table } from './parts/figures.ts'
import { drawTable, round, SPREAD_HEAD, spreadRow } from './parts/figures.ts'
import { lookAtMachine, machineLines } from './parts/machine.ts'
import { readOptions } from './parts/options.ts'
import { keepProof } from './parts/proof.ts'
import type { Selling } from './parts/seller.ts'
import type { StageSet } from './parts/stage-set.ts'
import { setStage } from './parts/stage-set.ts'
import type { Stages } from './parts/stages.ts'
import { shipments, stagesOf } from './parts/stages.ts'
import { openWatchers } from './parts/watchers.ts'

/**
 * From a sale's commit to the changed figure in the page of a real browser, with many more clients on
 * the same live answers; and how many questions the engine is asked for one client and for many.
 */
const CLIENTS = 99
const DRAIN_MS_MAX = 30_000
const POLL_MS = 50

const options = readOptions(['cinemas', 'days', 'others', 'pace', 'peak', 'seconds'])
const { quick } = options
const wanted = {
  cinemas: options.number('cinemas') ?? 20,
  /** Of history, apart from the day a year ago. */
  days: options.number('days') ?? (quick ? 9 : 371),
  /** Cinemas whose own figures some of the clients watch beside the whole. */
  others: options.number('others') ?? 5,
  pace: options.number('pace') ?? 20,
  /** The record minute of the whole Chinese market, in tickets a second. */
  peak: options.number('peak') ?? 3260,
  seconds: options.number('seconds') ?? (quick ? 7 : 90),
}

const machine = lookAtMachine()
console.error('setting up …')
const stage = await setStage(wanted)
try {
  const apartMs = await clockApart(stage.page)
  const shared = await compareClients(stage)
  await stage.showToday()
  const runs: Run[] = []
  for (const plan of [
    { perSecond: wanted.pace, others: wanted.others },
    { perSecond: wanted.peak, others: 0 },
    { perSecond: wanted.peak, others: wanted.others },
  ]) {
    if (plan.perSecond > 0) runs.push(await measure(stage, plan))
  }
  await report({ shared, runs, apartMs, historyFacts: stage.historyFacts })
} finally {
  await stage.close()
}

type Plan = {
  /** Tickets. */
  readonly perSecond: number
  /** Clients that watch a cinema of their own beside the whole. */
  readonly others: number
}

type Run = Plan & {
  readonly reached: number
  readonly commits: number
  readonly stages: Stages
  readonly cores: Cores
  readonly pagesChanges: number
  readonly queriesPerSecond: number
  readonly computationsPerSecond: number
  readonly answersPerSecond: number
}

type Load = Pick<Run, 'queriesPerSecond' | 'computationsPerSecond' | 'cores'>

/** Does something and says what it cost the house meanwhile. */
async function during<Value>(set: StageSet, work: () => Promise<Value>) {
  const cores = watchCores()
  const [before, queries, startedAt] = [
    await set.house.computations(),
    await set.warehouse.queriesRun(),
    performance.now(),
  ]
  const value = await work()
  const used = cores()
  const seconds = (performance.now() - startedAt) / 1000
  const [after, ran] = [await set.house.computations(), await set.warehouse.queriesRun()]
  const load: Load = {
    // The second look counts itself.
    queriesPerSecond: round(Number(ran - queries - 1n) / seconds),
    computationsPerSecond: round((after - before) / seconds),
    cores: used,
  }
  return { value, load, seconds }
}

type Shared = Load & { readonly clients: number; readonly answersPerSecond: number }

/** The same questions, sold at the same pace: watched by one client, then by a hundred. */
async function compareClients(set: StageSet): Promise<readonly Shared[]> {
  await set.page.goto('about:blank')
  const found: Shared[] = []
  for (const clients of [1, CLIENTS + 1]) {
    console.error(`${clients} clients on the same questions …`)
    const watchers = await openWatchers(Array.from({ length: clients }, () => set.stream))
    const already = (await watchers.seen()).events
    const span = { seconds: quick ? 4 : 20, perSecond: wanted.pace }
    const { load, seconds } = await during(set, () => set.seller.sell(span))
    const events = (await watchers.seen()).events - already
    await watchers.close()
    found.push({ ...load, clients, answersPerSecond: round(events / seconds) })
  }
  return found
}

/** The page's own questions for all; for some, beside them, the figures of one cinema. */
function clientAddresses({ stream, market }: StageSet, others: number): readonly string[] {
  const leading = new URL(stream).searchParams.get('q')
  return Array.from({ length: CLIENTS }, (_, client) => {
    if (client >= others || leading === null) return stream
    const cinema = [String(market.cinemas[client % market.cinemas.length])]
    const own = { ...JSON.parse(leading), where: { cinema } }
    return `${stream}&q=${encodeURIComponent(JSON.stringify(own))}`
  })
}

async function measure(set: StageSet, { perSecond, others }: Plan): Promise<Run> {
  console.error(`${perSecond} tickets a second for ${wanted.seconds} s …`)
  const watchers = await openWatchers(clientAddresses(set, others))
  const [already, shownBefore] = [(await watchers.seen()).events, (await shownIn(set.page)).length]
  const span = { seconds: wanted.seconds, perSecond }
  const { value: selling, load, seconds } = await during(set, () => set.seller.sell(span))
  await drain(set, watchers, selling)
  const [{ clients, events }, page] = [await watchers.seen(), await shownIn(set.page)]
  await watchers.close()
  const { commits } = selling
  const stages = stagesOf({ commits, clients, page, shipments: await shipments(set.store) })
  return {
    ...load,
    perSecond,
    others,
    reached: round(selling.pace),
    commits: commits.length,
    stages,
    pagesChanges: page.length - shownBefore,
    answersPerSecond: round((events - already) / seconds),
  }
}

/** Until the last sale is in the page and at every client, or half a minute has passed. */
async function drain(
  set: StageSet,
  watchers: Awaited<ReturnType<typeof openWatchers>>,
  { commits }: Selling,
): Promise<void> {
  const last = commits.at(-1)?.upToMinor ?? 0
  for (let waited = 0; waited < DRAIN_MS_MAX; waited += POLL_MS) {
    const shown = (await shownIn(set.page)).at(-1)
    const { facts } = await pendingFacts(set.store)
    if (shown && shown.minor >= last && shown.paintedAtMs > 0 && facts === 0) {
      const { clients } = await watchers.seen()
      if (clients.every((seen) => (seen.at(-1)?.minor ?? 0) >= last)) return
    }
    await pause(POLL_MS)
  }
}

type Found = {
  readonly shared: readonly Shared[]
  readonly runs: readonly Run[]
  readonly apartMs: number
  readonly historyFacts: number
}

async function report({ shared, runs, apartMs, historyFacts }: Found): Promise<void> {
  const [one, many] = shared
  const per = (load?: Shared) => (load ? load.queriesPerSecond : Number.NaN)
  const ratio = Math.round((1000 * per(many)) / per(one)) / 1000
  const parts = [
    '# From a sale to the figure in the page',
    machineLines(machine).join('\n'),
    setting(historyFacts, apartMs),
    ...runs.flatMap((run) => [headOf(run), runText(run)]),
    '## Each distinct question once a tick',
    drawTable(sharedTable(shared)),
    `Queries with ${many?.clients} clients ÷ with ${one?.clients}: **${ratio}**. By the engine's own count
(\`system.events\`), with the same questions and the same pace of sales.`,
  ]
  console.log(parts.join('\n\n'))
  const kept = options.keep ? await keepProof('live', parts) : undefined
  if (kept) console.error(`kept in ${kept}`)
  console.log(JSON.stringify({ bench: 'live', quick, machine, wanted, ratio, shared, runs }))
  const unseen = runs.reduce((sum, { stages }) => sum + stages.unseen, 0)
  if (unseen > 0) console.error(`${unseen} sales were not seen by everybody`)
  process.exitCode = unseen > 0 ? 1 : 0
}

function setting(historyFacts: number, apartMs: number): string {
  const { cinemas } = wanted
  return `One machine carries everything: server, both engines, the seller, a Chromium with Today open
(1280 × 900, drawn without a graphics card), and ${CLIENTS} more clients of the live stream that all watch
the page's five questions. ${cinemas} cinemas, ${historyFacts} facts of history.
Sales are facts in the outbox, written in a transaction as ticketing will; those that come while a commit
is under way share the next one, and each counts by its own tickets. A sale has arrived with the first
figure that includes its amount. The clocks of the page and of the seller differ by ${round(apartMs)} ms.`
}

function headOf({ perSecond, others }: Plan): string {
  const more = others === 0 ? '' : `, and ${others} of the clients each a cinema of their own`
  return `## ${perSecond} tickets a second, ${CLIENTS + 1} on the same five questions${more}`
}

function runText(run: Run): string {
  const { stages, reached, commits, cores, pagesChanges } = run
  const rows: readonly (readonly [string, Spread])[] = [
    ['commit → figure in the page changed', stages.commitToPage],
    ['commit → painted', stages.commitToPainted],
    [`commit → at each of ${CLIENTS} clients`, stages.commitToClient],
    ['· commit → fixed in a batch', stages.commitToBatch],
    ['· batch → acknowledged by the warehouse', stages.batchToShipped],
    ['· acknowledged → question asked', stages.shippedToAsked],
    ['· asked → answer at a client', stages.askedToClient],
    ['· client → page', stages.clientToPage],
  ]
  const table: Table = {
    head: SPREAD_HEAD,
    rows: rows.map(([name, spread]) => spreadRow(name, spread)),
  }
  const seconds = wanted.seconds
  return `${drawTable(table)}

Reached ${reached} tickets a second over ${seconds} s in ${commits} commits; ${stages.unseen} not seen. The
page's figure changed ${round(pagesChanges / seconds)} times a second; ${run.answersPerSecond}
answers a second went out, from ${run.computationsPerSecond} computations and
${run.queriesPerSecond} queries a second.

${drawTable(coresTable(cores))}`
}

function coresTable({ server, warehouse, postgres, browser, bench, others, busy }: Cores): Table {
  return {
    head: ['cores at work', 'server', 'warehouse', 'PostgreSQL', 'Chromium', 'bench', 'not ours'],
    rows: [[percent(busy), server, warehouse, postgres, browser, bench, others]],
  }
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`
}

function sharedTable(shared: readonly Shared[]): Table {
  return {
    head: [
      'clients',
      'queries/s',
      'computations/s',
      'answers sent/s',
      'server, cores',
      'warehouse, cores',
    ],
    rows: shared.map((load) => [
      load.clients,
      load.queriesPerSecond,
      load.computationsPerSecond,
      load.answersPerSecond,
      load.cores.server,
      load.cores.warehouse,
    ]),
  }
}
