import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { silentLog, systemClock } from '#kernel'
import { MIGRATIONS } from '#server'
import type { Store } from '#store'
import { openStore } from '#store'
import { putSomethingOnSale } from '../support/on-sale.ts'
import type { TracedCall } from './durable-answer-trace.ts'
import { readTrace, startTrace } from './durable-answer-trace.ts'
import type { Wal, WalSpan } from './durable-answer-wal.ts'
import { commitsOf, lastPart, openWal, placeOf } from './durable-answer-wal.ts'
import { openHall } from './hot-hall.ts'
import type { Hall } from './hot-hall-buyer.ts'
import { askHold, askMove, orderIn } from './hot-hall-buyer.ts'
import { openCaller } from './hot-hall-caller.ts'
import { postmasterOn, processesOn } from './processes.ts'
import { startServer } from './server-process.ts'
import { until } from './waiting.ts'

const TRACED_MS = 1_000
const HALL = { rows: 20, seatsInRow: 25 }
const AT_ONCE = 20
const WRITTEN_MS_MAX = 10_000
const SETTINGS = [
  'fsync',
  'synchronous_commit',
  'full_page_writes',
  'data_checksums',
  'wal_sync_method',
]

export type DurableReport = {
  readonly orders: number
  /** Of holds and payments. */
  readonly answers: number
  /** Distinct syncs that these answers rest on: what came together shares one. */
  readonly syncs: number
  /** Answers that did not wait for their commit to be on the disk, and why that is said. */
  readonly early: readonly string[]
  readonly settings: Readonly<Record<string, string>>
  readonly ms: number
}

export type DurableOptions = {
  /** An empty folder of this run's own. */
  readonly folder: string
  /** Half of them one after the other, half with many at once. */
  readonly orders: number
  /** Makes PostgreSQL answer before its disk has, to see that it is noticed. */
  readonly asynchronous?: boolean
}

type Answer = { readonly key: string; readonly order: string; readonly status: number }

/**
 * Sells with strace on the server and on every process of PostgreSQL, in one log, whose order is the order
 * of events: a call that has come back stands before whatever could follow from it. For each answer is
 * looked up: the request; the write of the log that has the commit record, byte for byte; a sync of that
 * file which began after the write; and whether it had come back before the answer was written.
 */
export async function durableAnswer(options: DurableOptions): Promise<DurableReport> {
  const { folder, orders, asynchronous = false } = options
  const begun = performance.now()
  const opening = { dataFolder: folder, migrations: MIGRATIONS, log: silentLog, clock: systemClock }
  const role = await openStore(opening)
  const setting = asynchronous ? 'set synchronous_commit = off' : 'reset synchronous_commit'
  await role.rows(`alter role current_user ${setting}`)
  const screenings = Math.ceil(orders / (HALL.rows * HALL.seatsInRow))
  // Of this run alone: the folder may have had another.
  const name = asynchronous ? 'early' : 'durable'
  const sale = await putSomethingOnSale(role, { name, screenings, ...HALL })
  // Opened when the server is, so that what is said of its sessions is true of the server's.
  const server = await startServer(folder)
  const store = await openStore(opening)
  await role.close()
  const caller = openCaller(() => Number(new URL(server.url).port), AT_ONCE)
  try {
    const settings = await settingsOf(store)
    const halls = sale.screenings.map((id) => openHall(id, [caller], HALL))
    const file = join(folder, 'strace.log')
    const from = await placeNow(store)
    const trace = await startTrace([server.pid, ...postgresOn(folder)], file)
    const answers = await sell(halls, name, orders).finally(async () => {
      // A buyer hears the last answer before strace has seen the call that wrote it come back.
      await pause(TRACED_MS)
      await trace.stop()
    })
    const to = await placeNow(store)
    await until('the log is on the disk', WRITTEN_MS_MAX, () => isWritten(store, to))
    const wal = openWal(join(folder, 'postgres', 'pg_wal'), from, to)
    const keys = new RegExp(`${name}-\\d+-(?:hold|pay)(?!\\w)`, 'g')
    const judged = await judge({ wal, file, answers, commits: commitsOf(wal, keys) })
    await rm(file)
    const ms = Math.round(performance.now() - begun)
    return { orders, answers: answers.length, ...judged, settings, ms }
  } finally {
    caller.close()
    await store.close()
    await server.stop()
  }
}

async function settingsOf(store: Store): Promise<Readonly<Record<string, string>>> {
  const sql = 'select name, setting from pg_settings where name = any($1) order by name'
  const rows = await store.rows<{ name: string; setting: string }>(sql, SETTINGS)
  return Object.fromEntries(rows.map(({ name, setting }) => [name, setting]))
}

async function placeNow(store: Store): Promise<number> {
  const row = await store.row<{ at: string }>('select pg_current_wal_insert_lsn()::text as at')
  return placeOf(row?.at ?? '')
}

/** Asynchronous commits are written a little later. */
async function isWritten(store: Store, to: number): Promise<true | undefined> {
  const sql = 'select pg_current_wal_flush_lsn()::text as at'
  const row = await store.row<{ at: string }>(sql)
  return placeOf(row?.at ?? '') >= to ? true : undefined
}

function postgresOn(folder: string): readonly number[] {
  const postmaster = postmasterOn(folder)
  const all = processesOn(folder)
  const ours = all.filter(({ pid, parent }) => pid === postmaster || parent === postmaster)
  return ours.map(({ pid }) => pid)
}

async function sell(
  halls: readonly Hall[],
  name: string,
  orders: number,
): Promise<readonly Answer[]> {
  const answers: Answer[] = []
  const one = async (number: number) => {
    const seats = HALL.rows * HALL.seatsInRow
    const hall = halls[Math.floor(number / seats)]
    const seat = hall?.rows.flat()[number % seats]
    if (!hall || seat === undefined) throw new Error('the halls are too small')
    const [hold, pay] = [`${name}-${number}-hold`, `${name}-${number}-pay`]
    const held = await askHold(hall, 0, { key: hold, seats: [seat], keepGap: true })
    if (held.status !== 201) throw new Error(`${hold}: ${held.status} ${held.body}`)
    const order = orderIn(held)
    answers.push({ key: hold, order: order.id, status: held.status })
    const paid = await askMove(hall, 0, { what: 'pay', key: pay, order })
    if (paid.status !== 200) throw new Error(`${pay}: ${paid.status} ${paid.body}`)
    answers.push({ key: pay, order: order.id, status: paid.status })
  }
  const half = Math.floor(orders / 2)
  for (let number = 0; number < half; number++) await one(number)
  for (let number = half; number < orders; number += AT_ONCE) {
    const some = Array.from({ length: Math.min(AT_ONCE, orders - number) }, (_, at) => number + at)
    await Promise.all(some.map(one))
  }
  return answers
}

type Judging = {
  readonly wal: Wal
  readonly file: string
  readonly answers: readonly Answer[]
  /** Where in the log each key's transaction committed. */
  readonly commits: ReadonlyMap<string, WalSpan>
}

/** Of an answer what the log told so far. */
type Told = { asked?: number; written?: TracedCall; synced?: TracedCall; answered?: number }

async function judge({ wal, file, answers, commits }: Judging) {
  const told = new Map<string, Told>(answers.map(({ key }) => [key, {}]))
  const byAnswer = new Map(answers.map((one) => [`${one.status} ${one.order}`, one.key]))
  const waiting = new Map<string, Told>()
  for await (const call of readTrace(file)) {
    if (call.result < 0) continue
    const text = call.name === 'pwrite64' ? '' : call.bytes.toString('latin1', 0, 4_096)
    if (call.name === 'read' && text.startsWith('POST /v1/')) {
      const key = /idempotency-key: (\S+)/.exec(text)?.[1] ?? ''
      const one = told.get(key)
      if (one) one.asked ??= call.done
    } else if (call.path.startsWith(wal.folder)) {
      if (call.name === 'pwrite64') noteWrite({ wal, commits, told, waiting }, call)
      else if (/^f(data)?sync$/.test(call.name)) noteSync(waiting, call)
    } else if (text.startsWith('HTTP/1.1 2')) {
      const status = text.slice(9, 12)
      const order = /\r\n\r\n\{"id":"(\d+)"/.exec(text)?.[1]
      const one = told.get(byAnswer.get(`${status} ${order}`) ?? '')
      if (one) one.answered ??= call.begun
    }
  }
  const early = answers.flatMap(({ key }) => {
    const why = whyEarly(told.get(key) ?? {}, commits.has(key))
    return why === undefined ? [] : [`${key}: ${why}`]
  })
  const syncs = new Set([...told.values()].flatMap(({ synced }) => (synced ? [synced.done] : [])))
  return { early, syncs: syncs.size }
}

type Noting = Pick<Judging, 'wal' | 'commits'> & {
  readonly told: ReadonlyMap<string, Told>
  /** Written and not synced yet. */
  readonly waiting: Map<string, Told>
}

/** The first write that has the end of a commit record as it is. */
function noteWrite({ wal, commits, told, waiting }: Noting, call: TracedCall): void {
  for (const [key, commit] of commits) {
    const one = told.get(key)
    if (!one || one.written || one.asked === undefined) continue
    const part = lastPart(commit)
    const { name, offset } = wal.fileOf(part.from)
    if (!call.path.endsWith(`/${name}`)) continue
    const start = offset - call.offset
    const end = start + part.to - part.from
    if (start < 0 || end > call.result) continue
    if (!call.bytes.subarray(start, end).equals(wal.raw(part))) continue
    one.written = call
    waiting.set(key, one)
  }
}

/** Whoever does it, the disk has then what was written before it began. */
function noteSync(waiting: Map<string, Told>, call: TracedCall): void {
  for (const [key, one] of waiting) {
    if (!one.written || one.written.path !== call.path || one.written.done >= call.begun) continue
    one.synced = call
    waiting.delete(key)
  }
}

function whyEarly({ asked, written, synced, answered }: Told, committed: boolean) {
  if (asked === undefined) return 'its request was not seen'
  if (answered === undefined) return 'its answer was not seen'
  if (!committed) return 'its commit is not in the log'
  if (!written) return 'nobody wrote its commit'
  if (!synced) return 'nobody synced its commit'
  if (synced.done < answered) return undefined
  return `answered at ${answered}, synced at ${synced.done} of the trace`
}
