import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { silentLog, systemClock } from '#kernel'
import { MIGRATIONS } from '#server'
import type { Store } from '#store'
import { openStore } from '#store'
import { putSomethingOnSale } from '../test/support/on-sale.ts'
import { startPostgres15 } from '../test/support/postgres-15.ts'
import type { Cores } from './parts/cores.ts'
import { watchCores } from './parts/cores.ts'
import { drawTable, medianOf, round } from './parts/figures.ts'
import type { GroupCommit } from './parts/group-commit.ts'
import { compareCommits } from './parts/group-commit.ts'
import type { RunningHouse } from './parts/house.ts'
import { startHouse } from './parts/house.ts'
import { lookAtMachine, machineLines } from './parts/machine.ts'
import type { LoadResult } from './parts/on-sale-load.ts'
import { closedLoad, openLoad } from './parts/on-sale-load.ts'
import { readOptions } from './parts/options.ts'
import { keepProof } from './parts/proof.ts'
import type { Errand } from './parts/rush.ts'
import { errandsOf } from './parts/rush.ts'
import { slowSyncLibrary } from './parts/slow-sync.ts'

/**
 * An opening goes on sale. Over HTTP: orders of two seats, two calls and two durable steps each, with
 * the load made on the same cores; then five times as many as it can take. In process: requests that
 * share a transaction against one transaction each, on the same PostgreSQL, as its disk is and with
 * every sync made 2 ms longer.
 */
const options = readOptions(['seconds', 'rounds', 'connections'])
const { quick } = options
const seconds = options.number('seconds') ?? (quick ? 4 : 10)
const rounds = options.number('rounds') ?? (quick ? 1 : 3)
const connections = options.number('connections') ?? 192
const HALL = { rows: 20, seatsInRow: 20 }
const SLOWER_MS = 2
const OVERLOAD = 5

const machine = lookAtMachine()
const http = await measureHttp()
const commits = await measureCommits()
await report()

type Http = {
  readonly peak: LoadResult
  readonly steady: LoadResult
  readonly overload: LoadResult
  readonly cores: Cores
  readonly doubleSold: number
  readonly tickets: number
}

async function measureHttp(): Promise<Http> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'fullhouse-bench-'))
  let house: RunningHouse | undefined
  let store: Store | undefined
  try {
    house = await startHouse(dataFolder)
    const opening = { dataFolder, migrations: MIGRATIONS, log: silentLog, clock: systemClock }
    store = await openStore(opening)
    const { url } = house
    const stage = await openStage(store, 'warm', 60)
    // Code is compiled and sheets are read before anything counts.
    await closedLoad({ url, name: 'warm', errands: stage, connections }, 2)
    const peaks: LoadResult[] = []
    let cores: Cores | undefined
    for (let turn = 0; turn < (quick ? 1 : 3); turn++) {
      const errands = await openStage(store, `peak ${turn}`, seconds * 15)
      await lookAtAll(url, errands)
      const watch = watchCores()
      peaks.push(await closedLoad({ url, name: `peak${turn}`, errands, connections }, seconds))
      cores = watch()
    }
    const peak = peaks.toSorted((a, b) => a.perSecond - b.perSecond)[peaks.length >> 1]
    if (!peak || !cores) throw new Error('nothing was measured')
    const most = medianOf(peaks.map(({ perSecond }) => perSecond))
    // Nine tenths of what it can do, due at fixed moments: the latency of a full evening.
    const steady = await due(store, url, 'steady', { perSecond: most * 0.9, more: 1 })
    const overload = await due(store, url, 'overload', { perSecond: most * OVERLOAD, more: 6 })
    return { peak, steady, overload, cores, ...(await countSold(store)) }
  } finally {
    await store?.close()
    await house?.close()
    await rm(dataFolder, { recursive: true, force: true })
  }
}

async function due(
  store: Store,
  url: string,
  name: string,
  { perSecond, more }: { readonly perSecond: number; readonly more: number },
): Promise<LoadResult> {
  const errands = await openStage(store, name, Math.ceil((perSecond * seconds) / 190))
  await lookAtAll(url, errands)
  const load = { url, name, errands, connections: connections * more }
  return openLoad(load, { perSecond, seconds })
}

/** Guests see the seats before they want any: what is read of a screening for the first time is read. */
async function lookAtAll(url: string, errands: readonly Errand[]): Promise<void> {
  for (const screening of new Set(errands.map(({ screeningId }) => screeningId))) {
    await (await fetch(`${url}/v1/screenings/${screening}/seats`)).arrayBuffer()
  }
}

async function openStage(
  store: Store,
  name: string,
  screenings: number,
): Promise<readonly Errand[]> {
  const sale = await putSomethingOnSale(store, { name, screenings, ...HALL })
  return errandsOf(sale.screenings, HALL)
}

/** Counted from the tickets themselves, not from what was answered. */
async function countSold(store: Store) {
  type Found = { tickets: bigint; twice: bigint }
  const row = await store.row<Found>(`
    select coalesce(sum(n), 0)::bigint as tickets, count(*) filter (where n > 1) as twice
    from (select count(*) as n from ticket where state = 'valid' group by screening_id, seat) t`)
  return { tickets: Number(row?.tickets ?? 0n), doubleSold: Number(row?.twice ?? 0n) }
}

type Commits = { readonly asItIs?: GroupCommit; readonly slower?: GroupCommit }

async function measureCommits(): Promise<Commits> {
  if (rounds === 0) return {}
  const library = slowSyncLibrary(SLOWER_MS)
  const asItIs = await commitsOn({}, quick ? 3_000 : 12_000)
  const slower = library && (await commitsOn({ LD_PRELOAD: library }, quick ? 2_000 : 8_000))
  return { ...(asItIs && { asItIs }), ...(slower && { slower }) }
}

async function commitsOn(more: Readonly<Record<string, string>>, orders: number) {
  const postgres = await startPostgres15(more)
  if (!postgres) return undefined
  try {
    return await compareCommits(postgres.url, { rounds, orders })
  } finally {
    await postgres.stop()
  }
}

async function report(): Promise<void> {
  const { peak, steady, overload, cores, doubleSold, tickets } = http
  const goodput = overload.perSecond / peak.perSecond
  const loads = drawTable({
    head: ['over HTTP', 'orders/s', 'p50 ms', 'p99 ms', 'paid', 'turned away', 'failed'],
    rows: [
      loadRow(`${connections} buyers, as fast as they can`, peak),
      loadRow('nine tenths of that, due at fixed moments', steady),
      loadRow(`${OVERLOAD} × of it due`, overload),
    ],
  })
  const ways = drawTable({
    head: ['in process, one PostgreSQL', 'grouped/s', 'alone/s', 'ratio'],
    rows: [
      commitRow('the disk as it is', commits.asItIs),
      commitRow(`every sync ${SLOWER_MS} ms longer`, commits.slower),
    ],
  })
  const { server, postgres, bench, warehouse, others } = cores
  const used =
    `Cores used at the peak: server ${server}, PostgreSQL ${postgres}, load ${bench}, ` +
    `warehouse ${warehouse}, others ${others}; ${round(cores.busy * 100)} % of the machine.`
  const refusals =
    `Turned away within p50 ${overload.refusal.p50} ms, p99 ${overload.refusal.p99} ms; ` +
    `goodput at ${OVERLOAD} × is ${round(goodput * 100)} % of the peak.`
  const sold = `${tickets} tickets sold, ${doubleSold} seats twice.`
  const figures = {
    ordersPerSecond: round(peak.perSecond),
    p99Ms: steady.order.p99,
    inProcessRatio: commits.asItIs?.ratio ?? null,
    inProcessRatioSlowSync: commits.slower?.ratio ?? null,
    doubleSold,
    overloadGoodput: round(goodput * 100) / 100,
    overloadRefused: overload.refused,
    failed: peak.failed + steady.failed + overload.failed,
  }
  const parts = [machineLines(machine).join('\n'), loads, `${used}\n${refusals}\n${sold}`, ways]
  console.log(parts.join('\n\n'))
  if (options.keep) {
    const json = `\`\`\`json\n${JSON.stringify(figures, undefined, 2)}\n\`\`\``
    await keepProof('on-sale', ['# On sale', ...parts, json])
  }
  console.log(JSON.stringify(figures))
}

function loadRow(name: string, { perSecond, order, paid, refused, failed }: LoadResult) {
  return [name, round(perSecond), order.p50, order.p99, paid, refused, failed]
}

function commitRow(name: string, found: GroupCommit | undefined) {
  if (!found) return [name, '–', '–', 'not measured here']
  return [name, round(found.grouped), round(found.alone), found.ratio]
}
