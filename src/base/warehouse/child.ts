/**
 * Entry file of the process in which ClickHouse runs: `child.ts FOLDER DATABASE`. It has no will of
 * its own: it opens, answers over the IPC channel, and ends when that channel closes.
 */
import { mkdirSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { drainPending, Session } from 'chdb'
import type { ChildReply, ChildRequest, ChildWork, LaneKind } from './child-message.ts'
import { LANES } from './child-message.ts'
import { literal } from './literal.ts'
import { STATEMENT_BYTES_MAX, settingsClause } from './settings.ts'

/** A holder that was just killed keeps its lock for a moment. */
const OPEN_TRIES_MAX = 100
const OPEN_PAUSE_MS = 100
const RINSES_MAX = 5

type Connections = Readonly<Record<LaneKind, readonly Session[]>>

function reply(message: ChildReply): void {
  // The parent may be gone, and then so are we in a moment.
  if (process.connected) process.send?.(message, () => undefined)
}

async function openFirst(folder: string): Promise<Session> {
  for (let attempt = 1; ; attempt++) {
    try {
      return new Session(folder)
    } catch (fault) {
      // The driver does not say why; a lock that somebody still holds is the usual cause.
      if (attempt >= OPEN_TRIES_MAX) throw fault
      await pause(OPEN_PAUSE_MS)
    }
  }
}

async function open(folder: string, database: string): Promise<Connections> {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const first = await openFirst(folder)
  await first.queryAsync(`create database if not exists ${database}`)
  const connect = async (kind: LaneKind): Promise<Session> => {
    const session = new Session(folder)
    await session.queryAsync(`use ${database}`)
    // Read before the statement is parsed, so it cannot stand in the statement's own settings.
    await session.queryAsync(`set max_query_size = ${STATEMENT_BYTES_MAX}`)
    if (kind === 'query' || kind === 'write') await session.queryAsync('set readonly = 2')
    return session
  }
  const several = (kind: LaneKind) =>
    Promise.all(Array.from({ length: LANES[kind] }, () => connect(kind)))
  const connections = {
    query: await several('query'),
    insert: await several('insert'),
    command: await several('command'),
    write: await several('write'),
  }
  first.close()
  return connections
}

async function perform(session: Session, work: ChildWork): Promise<string> {
  if (work.kind === 'insert') {
    const { table, format, settings } = work
    const values = Buffer.from(work.body)
    await session.insert({ table, values, format, settings: { ...settings } })
    return ''
  }
  if (work.kind === 'command') {
    await session.queryAsync(work.sql)
    return ''
  }
  // On a line of its own: a question may end in a comment.
  if (work.kind === 'write') {
    const into = `into outfile ${literal.text(work.path)} format JSONEachRow`
    await session.queryAsync(`${work.sql}\n${into}\n${settingsClause(work.settings)}`)
    return ''
  }
  const sql = `${work.sql}\n${settingsClause(work.settings)}`
  try {
    return (await session.queryAsync(sql, { format: 'JSONEachRow' })).text()
  } catch (fault) {
    await rinse(session)
    throw fault
  }
}

/**
 * chDB 3.4.0 puts what a question had already written when it failed in front of the next answer
 * on that connection: somebody else's. So it is asked for nothing until it answers nothing else.
 */
async function rinse(session: Session): Promise<void> {
  for (let time = 0; time < RINSES_MAX; time++) {
    if ((await session.queryAsync('select 1', { format: 'TSV' })).text() === '1\n') return
  }
  // Never seen; a new process is certainly clean.
  process.kill(process.pid, 'SIGKILL')
}

async function answer(connections: Connections, request: ChildRequest): Promise<void> {
  const { id } = request
  try {
    if (request.kind === 'ping') return reply({ kind: 'done', id, text: '' })
    if (request.kind === 'close') {
      await closeAll(connections)
      return reply({ kind: 'done', id, text: '' })
    }
    const session = connections[request.kind][request.lane]
    if (!session) throw new RangeError(`no connection ${request.lane} for a ${request.kind}`)
    reply({ kind: 'done', id, text: await perform(session, request) })
  } catch (fault) {
    // Whoever asked throws it on; here it must not end the process for all the others.
    const message = fault instanceof Error ? fault.message : String(fault)
    reply({ kind: 'failed', id, failure: { down: false, code: codeOf(fault), message } })
  }
}

function codeOf(fault: unknown): number {
  const named = typeof fault === 'object' && fault !== null && 'clickhouseCode' in fault
  return named && typeof fault.clickhouseCode === 'number' ? fault.clickhouseCode : 0
}

async function closeAll(connections: Connections): Promise<void> {
  await drainPending()
  for (const session of Object.values(connections).flat()) session.close()
}

// At once and without any handler: a question may run on for long, and nothing acknowledged is lost.
process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'))
// A Ctrl-C reaches the whole group; the parent decides when we end.
process.on('SIGINT', () => undefined)
process.on('SIGTERM', () => undefined)

const [folder, database] = process.argv.slice(2)
if (!folder || !database || !process.send) {
  throw new Error('child.ts is started by the warehouse, with a folder, a database and a channel')
}
open(folder, database).then(
  (connections) => {
    process.on('message', (request: ChildRequest) => void answer(connections, request))
    reply({ kind: 'ready' })
  },
  (fault: unknown) => {
    reply({ kind: 'unusable', message: fault instanceof Error ? fault.message : String(fault) })
    setTimeout(() => process.exit(1), 100)
  },
)
