import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { FileView, ImportView } from '#collate'
import type { Random } from '#kernel'
import { seededRandom } from '#kernel'
import type { Crew, Stopped, Victim } from './crew.ts'
import { startCrew } from './crew.ts'
import { dailyFiles } from './daily-files.ts'
import type { Desk, DeskPhase } from './import-kill-desk.ts'
import { openDesk } from './import-kill-desk.ts'
import type { Client } from './persistent-client.ts'
import { persistentClient } from './persistent-client.ts'
import type { Found, Given } from './reckoning.ts'
import { reckon } from './reckoning.ts'
import type { TillFiles } from './till-files.ts'
import { NEW_ROWS, TILL_CURRENCY, TILL_TIMEZONE, tillFiles } from './till-files.ts'
import { until } from './waiting.ts'

/** Each comes as often as it stands here in so many kills, in an order of chance. */
const VICTIMS: readonly Victim[] = [
  'server',
  'server',
  'postgres',
  'postgres',
  'warehouse',
  'warehouse',
  'backend',
  'everything',
  'seller',
]
/** What is going on when they come, by turns: anything, or what the desk is doing. */
const MOMENTS = ['any', 'mending', 'any', 'withdrawing'] as const
const DELAY_MS_LEAST = 50
const DELAY_MS_MOST = 1_500
/** A withdrawal takes no longer: the blow must fall before it is done. */
const DELAY_IN_PHASE_MS_MOST = 120
const PROGRESS_MS_MAX = 60_000
const READY_MS_MAX = 60_000
const DONE_MS_MAX = 240_000
const FILM_CINEMA = 'The Till'

export type Kill = {
  readonly victim: Victim
  /** What the desk was doing at that moment. */
  readonly phase: DeskPhase
  /** From the first sign of work after the last recovery. */
  readonly delayMs: number
  /** Rows were read or mended, or facts taken back, at that moment. */
  readonly struck: boolean
  /** Until both engines answered again by HTTP. */
  readonly recoveredMs: number
}

export type ImportKillReport = Found & {
  readonly seed: string
  readonly kills: readonly Kill[]
  readonly files: number
  readonly rows: number
  /** Whole files given by the desk, and rows in quarantine it settled. */
  readonly wholeFiles: number
  readonly mended: number
  readonly stopped: Stopped
  readonly durationMs: number
}

export type ImportKillOptions = {
  readonly seed: string
  readonly kills: number
  /** An empty folder of this run's own. */
  readonly folder: string
  readonly log: (line: string) => void
}

/**
 * Imports files, mends what they leave in quarantine and sells tickets at once while server, engines and
 * seller are killed −9 at moments of chance, or while rows are mended, or while a whole file takes back
 * what it lacks; then compares every figure with what an undisturbed run comes to. The seed decides files,
 * victims and moments; how many files it takes depends on the machine.
 */
export async function importKill(options: ImportKillOptions): Promise<ImportKillReport> {
  const { seed, folder, log } = options
  const begun = performance.now()
  const data = join(folder, 'data')
  const crew = await startCrew(data, join(folder, 'sales'))
  const client = persistentClient(crew.url)
  const files = tillFiles(seed)
  const daily = dailyFiles(seed)
  const given: Given[] = []
  try {
    const desk = openDesk(client, crew.url, daily)
    const kills: Kill[] = []
    const random = seededRandom(`${seed} kills`)
    for (const victim of victims(random, options.kills)) {
      const moment = MOMENTS[kills.length % MOMENTS.length] ?? 'any'
      const kill = await strike({ crew, client, desk, files, given, random, victim, moment })
      kills.push(kill)
      const { phase, delayMs, recoveredMs } = kill
      log(
        `kill ${kills.length}: ${victim} after ${delayMs} ms, ${phase}, back after ${recoveredMs} ms`,
      )
    }
    await desk.close()
    await until('every import is done', DONE_MS_MAX, () => allDone(client, given))
    await crew.closeTill()
    const [totals, standing] = [files.totals(), daily.standing()]
    const found = await reckon({ client, data, given, totals, standing, sales: crew.sales() })
    const stopped = await crew.stop()
    const durationMs = Math.round(performance.now() - begun)
    const rows = given.reduce((sum, { fates }) => sum + fates.read, 0)
    const differences = [...found.differences, ...crew.unasked()]
    const counted = { files: given.length, rows, wholeFiles: desk.files(), mended: desk.mended() }
    return { ...found, differences, seed, kills, ...counted, stopped, durationMs }
  } catch (fault) {
    log(`seed ${seed}; what the processes said last:\n${crew.log()}`)
    throw fault
  }
}

/** Every victim in turn, in an order of chance each round. */
function* victims(random: Random, kills: number): Generator<Victim> {
  let round: Victim[] = []
  for (let kill = 0; kill < kills; kill++) {
    if (round.length === 0) round = [...VICTIMS]
    const [victim] = round.splice(random.whole(0, round.length - 1), 1)
    if (victim) yield victim
  }
}

type Turn = {
  readonly crew: Crew
  readonly client: Client
  readonly desk: Desk
  readonly files: TillFiles
  readonly given: Given[]
  readonly random: Random
  readonly victim: Victim
  readonly moment: (typeof MOMENTS)[number]
}

async function strike(turn: Turn): Promise<Kill> {
  const { crew, client, desk, files, given, random, victim, moment } = turn
  const delayMs =
    moment === 'any'
      ? random.whole(DELAY_MS_LEAST, DELAY_MS_MOST)
      : random.whole(0, DELAY_IN_PHASE_MS_MOST)
  // Enough before it that the blow falls on a running import.
  while ((await rowsLeft(client, given)) < NEW_ROWS) given.push(await give(client, files))
  const [rowsBefore, soldBefore] = [await rowsRead(client, given), crew.sales().sold.length]
  await until('rows are read and sales made', PROGRESS_MS_MAX, async () => {
    const sold = crew.sales().sold.length > soldBefore
    return sold && (await rowsRead(client, given)) > rowsBefore ? true : undefined
  })
  if (moment !== 'any') await inPhase(desk, moment)
  await pause(delayMs)
  const phase = desk.phase()
  const reads = (await client.imports()).some(({ state }) => state === 'reading')
  const struck = reads || phase !== 'idle'
  const at = performance.now()
  await crew.strike(victim, random)
  await until('both engines answer', READY_MS_MAX, async () => {
    const [unasked] = crew.unasked()
    if (unasked !== undefined) throw new Error(unasked)
    return (await client.ready()) ? true : undefined
  })
  const recoveredMs = Math.round(performance.now() - at)
  await askAgain(client, given)
  return { victim, phase, delayMs, struck, recoveredMs }
}

async function inPhase(desk: Desk, phase: DeskPhase): Promise<void> {
  const begun = performance.now()
  while (desk.phase() !== phase) {
    if (performance.now() - begun > PROGRESS_MS_MAX) throw new Error(`the desk is never ${phase}`)
    await pause(2)
  }
}

async function give(client: Client, files: TillFiles): Promise<Given> {
  const { name, text, fates } = files.next()
  const path = `/v1/files?fileName=${name}`
  const { id: fileId } = await client.post<FileView>(path, `file ${name}`, text)
  const request = { fileId, cinema: FILM_CINEMA, timezone: TILL_TIMEZONE, currency: TILL_CURRENCY }
  const one = { key: `import ${name}`, request: JSON.stringify(request) }
  const { id, cinemaId = '' } = await client.post<ImportView>('/v1/imports', one.key, one.request)
  return { ...one, id, cinemaId, fates }
}

/** A client that never heard the answer asks once more under its key, and means the same import. */
async function askAgain(client: Client, given: readonly Given[]): Promise<void> {
  const last = given.at(-1)
  if (!last) return
  const { id } = await client.post<ImportView>('/v1/imports', last.key, last.request)
  if (id !== last.id) throw new Error(`${last.key} made import ${last.id}, and then ${id}`)
}

/** What became of the till's imports so far; one that is done stays as it is. */
async function views(client: Client, given: readonly Given[]): Promise<readonly ImportView[]> {
  return Promise.all(given.map(({ id }) => client.get<ImportView>(`/v1/imports/${id}`)))
}

async function rowsRead(client: Client, given: readonly Given[]): Promise<number> {
  return (await views(client, given)).reduce((sum, { read }) => sum + read, 0)
}

async function rowsLeft(client: Client, given: readonly Given[]): Promise<number> {
  return given.reduce((sum, { fates }) => sum + fates.read, 0) - (await rowsRead(client, given))
}

async function allDone(client: Client, given: readonly Given[]): Promise<true | undefined> {
  const imports = await views(client, given)
  const failed = imports.find(({ state }) => state === 'failed')
  if (failed) throw new Error(`import ${failed.id} failed: ${failed.say}`)
  return imports.every(({ state }) => state === 'done') ? true : undefined
}
