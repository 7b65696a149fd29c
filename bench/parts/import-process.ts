/**
 * Entry file of the measured importer: `import-process.ts DATA`. A house on a folder of its own that does
 * as it is told over IPC, one thing after the other, and says how long each took.
 */
import { createReadStream } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { Session } from 'node:inspector/promises'
import type { ImportView } from '#collate'
import { LOCAL_OWNER } from '#identity'
import { expectAccepted, silentLog, systemClock } from '#kernel'
import type { Engined } from '#server'
import { openHouse } from '#server'
import { saveBenchMapping } from './import-mapping.ts'

export type ImportAsk =
  | {
      readonly kind: 'import'
      readonly path: string
      readonly place: Place
      /** Where to leave a profile of the work. */
      readonly profile?: string
    }
  /** PostgreSQL's own COPY of the file into a table of text. */
  | { readonly kind: 'copy'; readonly path: string; readonly columns: readonly string[] }
  /** The engine's own reading of the file into a table of text, as durable as its facts. */
  | { readonly kind: 'insert'; readonly path: string; readonly columns: readonly string[] }

export type Place = {
  readonly cinema: string
  readonly timezone: string
  readonly currency: string
  /** YAML; without it the layout is found by the file's content. */
  readonly mapping?: string
}

export type ImportAnswer = {
  readonly ms: number
  /** Of this process alone. */
  readonly cpuMs: number
  /** The most memory this process ever held, and held before the work, in MiB. */
  readonly mostMib: number
  readonly beforeMib: number
  readonly view?: ImportView
}

export type ImportSaid =
  | { readonly kind: 'open' }
  | { readonly kind: 'done'; readonly answer: ImportAnswer }
  | { readonly kind: 'failed'; readonly say: string }

const PATIENCE_MS = 900_000
const say = (message: ImportSaid) => process.send?.(message)
const dataFolder = process.argv[2] ?? ''
const config = { port: 0, host: '127.0.0.1', dataFolder, sample: false }
const house = await openHouse(config, systemClock, silentLog)

process.on('message', (ask: ImportAsk) => {
  const profile = ask.kind === 'import' ? ask.profile : undefined
  measured(async () => withProfile(await perform(house, ask), profile)).then(
    (answer) => say({ kind: 'done', answer }),
    (fault: unknown) => say({ kind: 'failed', say: String(fault) }),
  )
})
process.once('disconnect', () => void house.close().then(() => process.exit()))
say({ kind: 'open' })

async function measured(work: () => Promise<Run>): Promise<ImportAnswer> {
  const run = await work()
  const beforeMib = process.memoryUsage.rss() / 2 ** 20
  const [startedAt, cpu] = [performance.now(), process.cpuUsage()]
  const view = await run()
  const ms = performance.now() - startedAt
  const { user, system } = process.cpuUsage(cpu)
  const mostMib = process.resourceUsage().maxRSS / 1024
  return { ms, cpuMs: (user + system) / 1000, mostMib, beforeMib, ...(view && { view }) }
}

type Run = () => Promise<ImportView | undefined>

/** The same work, looked at while it is done. */
function withProfile(run: Run, path: string | undefined): Run {
  if (path === undefined) return run
  return async () => {
    const session = new Session()
    session.connect()
    await session.post('Profiler.enable')
    await session.post('Profiler.start')
    const view = await run()
    const { profile } = await session.post('Profiler.stop')
    session.disconnect()
    await writeFile(path, JSON.stringify(profile))
    return view
  }
}

/** Makes ready what is not measured; gives what is. */
async function perform({ importer, store, warehouse }: Engined, ask: ImportAsk): Promise<Run> {
  if (ask.kind === 'import') {
    const { mapping, ...place } = ask.place
    const file = await importer.receive(LOCAL_OWNER, 'till.csv', createReadStream(ask.path))
    const mappingId = mapping && (await saveBenchMapping(store, mapping))
    const request = { fileId: file.id, ...place, ...(mappingId && { mappingId }) }
    const begun = expectAccepted(await importer.begin(LOCAL_OWNER, request))
    return () => importer.run(LOCAL_OWNER, begun.id, AbortSignal.timeout(PATIENCE_MS))
  }
  const columns = ask.columns.map((name) => `"${name}"`)
  if (ask.kind === 'copy') {
    await store.write(async (transaction) => {
      await transaction.run('drop table if exists bench_copy')
      await transaction.run(`create table bench_copy (${columns.join(' text, ')} text)`)
    })
    const copy = `copy bench_copy from '${ask.path}' with (format csv, header)`
    return async () => void (await store.write((transaction) => transaction.run(copy)))
  }
  await warehouse.command('drop table if exists bench_insert')
  await warehouse.command(
    `create table bench_insert (${columns.join(' String, ')} String) engine = MergeTree order by tuple()
    settings fsync_after_insert = 1, fsync_part_directory = 1`,
  )
  const insert = `insert into bench_insert select * from file('${ask.path}', 'CSVWithNames')`
  return async () => void (await warehouse.command(insert))
}
