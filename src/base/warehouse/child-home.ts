import { setTimeout as pause } from 'node:timers/promises'
import type { Clock, Log } from '#kernel'
import { faultText, systemClock } from '#kernel'
import type { EngineState } from '#store'
import type { LaneKind } from './child-message.ts'
import { LANES } from './child-message.ts'
import type { Child, ChildAsk } from './child-process.ts'
import { startChild } from './child-process.ts'
import { createGate } from './gate.ts'
import type { Home } from './home.ts'
import { createLanes } from './lanes.ts'
import {
  batchSettings,
  COMMAND_SECONDS_MAX,
  INSERT_SECONDS_MAX,
  questionSettings,
  STUCK_AFTER_SECONDS,
  writingSettings,
} from './settings.ts'

const WAITING_MAX = 1_000
const CLOSE_MS_MAX = 10_000
/** A child that lived so long did not fail at starting. */
const SETTLED_SECONDS = 60
const RESTART_MS = [50, 200, 1_000, 5_000] as const

export type ChildHomeOptions = {
  readonly folder: string
  readonly log: Log
  readonly clock?: Clock
}

export type ChildHome = Home & {
  /** The process in which the engine runs now; undefined while it is being restarted. */
  pid(): number | undefined
  /** Ends it at once and for good; what was acknowledged is durable. */
  kill(): void
}

/** chDB in a child process of ours, started again whenever it dies. */
export async function openChildHome(options: ChildHomeOptions): Promise<ChildHome> {
  const { folder, log, clock = systemClock } = options
  const gate = createGate<Child>(clock)
  const closing = new AbortController()
  const first = await startChild(folder, log)
  gate.open(first)
  const keptUp = keepUp(first, { folder, log, clock, gate, closing: closing.signal })
  const lanes = {
    query: createLanes(LANES.query, WAITING_MAX),
    insert: createLanes(LANES.insert, WAITING_MAX),
    command: createLanes(LANES.command, WAITING_MAX),
    write: createLanes(LANES.write, WAITING_MAX),
  }
  const inLane = async (kind: LaneKind, seconds: number, request: (lane: number) => ChildAsk) => {
    const lane = await lanes[kind].take()
    try {
      const child = await gate.pass()
      return await child.ask(request(lane), (seconds + STUCK_AFTER_SECONDS) * 1000)
    } finally {
      lanes[kind].give(lane)
    }
  }
  return {
    ask(sql, limits) {
      const settings = questionSettings(limits)
      return inLane('query', limits.secondsMax, (lane) => ({ kind: 'query', lane, sql, settings }))
    },
    async write(sql, limits, path) {
      const work = { kind: 'write', sql, path, settings: writingSettings(limits) } as const
      await inLane('write', limits.secondsMax, (lane) => ({ ...work, lane }))
    },
    async insert({ table, token, body, format = 'JSONEachRow' }) {
      const work = { kind: 'insert', table, body, format, settings: batchSettings(token) } as const
      await inLane('insert', INSERT_SECONDS_MAX, (lane) => ({ ...work, lane }))
    },
    async command(sql) {
      await inLane('command', COMMAND_SECONDS_MAX, (lane) => ({ kind: 'command', lane, sql }))
    },
    state: (): EngineState => gate.state(),
    pid: () => gate.now()?.pid,
    kill() {
      closing.abort()
      gate.now()?.kill()
      gate.close()
    },
    async close() {
      if (closing.signal.aborted) return keptUp
      closing.abort()
      const child = gate.now()
      gate.close()
      // What was acknowledged is durable: if it does not close in time it is killed, and no worse.
      await child?.ask({ kind: 'close' }, CLOSE_MS_MAX).catch(() => undefined)
      child?.kill()
      await child?.ended
      await keptUp
    },
  }
}

type Keeping = {
  readonly folder: string
  readonly log: Log
  readonly clock: Clock
  readonly gate: ReturnType<typeof createGate<Child>>
  readonly closing: AbortSignal
}

async function keepUp(first: Child, keeping: Keeping): Promise<void> {
  const { folder, log, clock, gate, closing } = keeping
  let child = first
  let failures = 0
  for (;;) {
    const startedAt = clock()
    const why = await child.ended
    if (closing.aborted) return
    gate.shut(why)
    log('the warehouse ended and is started again', { why })
    // One that lived for a while starts again at once; one that keeps dying waits longer each time.
    if (startedAt.until(clock()).total('seconds') > SETTLED_SECONDS) failures = 0
    for (;;) {
      const wait = RESTART_MS[Math.min(failures++, RESTART_MS.length - 1)]
      await pause(wait, undefined, { signal: closing }).catch(() => undefined) // closing ends it
      if (closing.aborted) return
      try {
        child = await startChild(folder, log)
        break
      } catch (fault) {
        // It is tried for as long as we run: a disk may be full now and not later.
        gate.shut(faultText(fault))
        log('the warehouse cannot be started', { why: faultText(fault) })
      }
    }
    if (closing.aborted) {
      child.kill()
      await child.ended
      return
    }
    gate.open(child)
  }
}
