import { setTimeout as pause } from 'node:timers/promises'
import type { Client } from 'pg'
import type { Log } from '#kernel'
import { faultText } from '#kernel'
import { connect, ended, isConnectionFault } from './connect.ts'
import type { Engine } from './engine.ts'
import type { Gate } from './gate.ts'

const ATTEMPTS_MAX = 10
const RETRY_MS_MIN = 100
const RETRY_MS_MAX = 2_000
// A server that no longer answers keeps its connection open; this is how long that goes unseen.
const BEAT_EVERY_MS = 2_000
const BEAT_MS_MAX = 5_000

type Supervision = {
  readonly engine: Engine
  readonly gate: Gate
  readonly log: Log
  /** Name of the connection in pg_stat_activity. */
  readonly name: string
}

export type Supervisor = { close(): Promise<void> }

/**
 * Starts or adopts PostgreSQL and keeps one connection open all the time. Its end is how a death of
 * PostgreSQL is noticed, at once; then it is started or adopted again, for as long as that takes.
 * It is also what tells other processes that this one lives, when its pool happens to be idle.
 */
export async function supervise(supervision: Supervision): Promise<Supervisor> {
  const { engine, gate, log, name } = supervision
  const closing = new AbortController()
  let heart = await begin(engine, name)
  const watch = async () => {
    while (!closing.signal.aborted) {
      await heartStops(heart, gate, closing.signal)
      if (closing.signal.aborted) return
      gate.shut('its connection ended')
      log('PostgreSQL went away')
      const next = await revive(supervision, closing.signal)
      if (!next) return
      heart = next
      gate.open()
      log('PostgreSQL is back')
    }
  }
  const watching = watch()
  return {
    async close() {
      closing.abort()
      await watching
      gate.shut('the store is closed')
      await heart.end().catch(() => undefined) // it may be dead already, which is as good
    },
  }
}

/** Between finding PostgreSQL up and being counted there, whoever was last may have stopped it. */
async function begin(engine: Engine, name: string): Promise<Client> {
  for (let attempt = 1; ; attempt++) {
    await engine.ensure()
    try {
      return await connect(engine.target, name)
    } catch (fault) {
      if (attempt === ATTEMPTS_MAX || !isConnectionFault(fault)) throw fault
    }
  }
}

async function heartStops(heart: Client, gate: Gate, closing: AbortSignal): Promise<void> {
  const over = new AbortController()
  const closed = new Promise<void>((done) =>
    closing.addEventListener('abort', () => done(), { signal: over.signal }),
  )
  const silent = async () => {
    while (!over.signal.aborted) {
      await pause(BEAT_EVERY_MS, undefined, { signal: over.signal, ref: false })
      const late = pause(BEAT_MS_MAX, 'late' as const, { signal: over.signal, ref: false })
      const beat = await Promise.race([late, heart.query('select 1')])
      if (beat === 'late') return
    }
  }
  // An aborted pause or a broken connection: `ended` and `closed` tell which.
  const beating = silent().catch(() => new Promise<void>(() => undefined))
  // In doubt it is let go: a PostgreSQL told to stop lets nobody in, and waits for us to leave.
  if (!closing.aborted) await Promise.race([ended(heart), closed, beating, gate.doubted()])
  over.abort()
  if (!closing.aborted) void heart.end().catch(() => undefined) // silent or dead: of no use now
}

async function revive(
  { engine, gate, log, name }: Supervision,
  closing: AbortSignal,
): Promise<Client | undefined> {
  for (let wait = RETRY_MS_MIN; !closing.aborted; wait = Math.min(wait * 2, RETRY_MS_MAX)) {
    try {
      await engine.ensure()
      return await connect(engine.target, name)
    } catch (fault) {
      // Kept as the state that everybody is shown, and tried again.
      gate.shut(faultText(fault))
      log('PostgreSQL does not come back yet', { reason: faultText(fault) })
    }
    await pause(wait, undefined, { signal: closing }).catch(() => undefined) // closing ends it
  }
  return undefined
}
