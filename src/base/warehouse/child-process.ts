import type { ChildProcess } from 'node:child_process'
import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Log } from '#kernel'
import type { ChildReply, ChildRequest } from './child-message.ts'
import { LANES } from './child-message.ts'
import { failureError } from './home.ts'
import { WarehouseDown } from './warehouse.ts'

const ENTRY = fileURLToPath(new URL('./child.ts', import.meta.url))
const DATABASE = 'fullhouse'
// A thread for each connection, and one to spare for the file system.
const THREADS = LANES.query + LANES.insert + LANES.command + LANES.write + 1
/** Its own retries for the lock take 10 s; the rest is for opening a large folder. */
const READY_MS_MAX = 60_000
const LAST_WORDS_MAX = 2_000

type Without<Request> = Request extends { id: number } ? Omit<Request, 'id'> : never
export type ChildAsk = Without<ChildRequest>

/** One life of the child process. */
export type Child = {
  readonly pid: number
  /** Resolves when the process has ended, with its last words. */
  readonly ended: Promise<string>
  /** Rejects with WarehouseDown when the child dies, or is killed for taking longer than `msMax`. */
  ask(request: ChildAsk, msMax: number): Promise<string>
  kill(): void
}

type Waiting = { resolve(text: string): void; reject(fault: Error): void }

/** Resolves when chDB is open in it; throws with the reason when it cannot be opened. */
export async function startChild(folder: string, log: Log): Promise<Child> {
  const child = fork(ENTRY, [folder, DATABASE], {
    execArgv: [],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    env: { PATH: '', TZ: 'UTC', UV_THREADPOOL_SIZE: THREADS.toString() },
  })
  const lastWords = hear(child)
  const waiting = new Map<number, Waiting>()
  const ended = new Promise<string>((resolve) => {
    // 'exit' may come before what it said last was read, 'close' may not come if fork failed.
    child.on('error', (fault) => resolve(fault.message))
    child.once('close', (code, signal) => resolve(`${lastWords()} (${signal ?? code})`.trim()))
  })
  void ended.then((why) => {
    for (const { reject } of waiting.values()) reject(new WarehouseDown(`the engine ended: ${why}`))
    waiting.clear()
  })
  await ready(child, ended)
  child.on('message', (reply: ChildReply) => {
    if (reply.kind !== 'done' && reply.kind !== 'failed') return
    const request = waiting.get(reply.id)
    waiting.delete(reply.id)
    if (reply.kind === 'done') request?.resolve(reply.text)
    else request?.reject(failureError(reply.failure))
  })
  let count = 0
  const ask = (request: ChildAsk, msMax: number) => {
    const id = ++count
    const answered = new Promise<string>((resolve, reject) => waiting.set(id, { resolve, reject }))
    const giveUp = (why: string) => {
      child.kill('SIGKILL')
      waiting.get(id)?.reject(new WarehouseDown(why))
      waiting.delete(id)
    }
    const stuck = setTimeout(() => {
      log('the warehouse does not answer and is killed', { kind: request.kind, msMax })
      giveUp(`the engine did not answer in ${msMax} ms`)
    }, msMax)
    child.send({ ...request, id } satisfies ChildRequest, (fault) => {
      if (fault) giveUp(`the engine has ended: ${fault.message}`)
    })
    return answered.finally(() => clearTimeout(stuck))
  }
  return { pid: child.pid ?? 0, ended, ask, kill: () => void child.kill('SIGKILL') }
}

async function ready(child: ChildProcess, ended: Promise<string>): Promise<void> {
  const opened = Promise.withResolvers<void>()
  const hear = (reply: ChildReply) => {
    if (reply.kind === 'ready') opened.resolve()
    if (reply.kind === 'unusable') opened.reject(new Error(reply.message))
  }
  child.on('message', hear)
  void ended.then((why) => opened.reject(new Error(`ended while opening: ${why}`)))
  const late = setTimeout(() => opened.reject(new Error('opening took too long')), READY_MS_MAX)
  try {
    await opened.promise
  } catch (fault) {
    child.kill('SIGKILL')
    const why = await ended
    throw new Error(`the warehouse cannot be opened: ${why}`, { cause: fault })
  } finally {
    clearTimeout(late)
    child.off('message', hear)
  }
}

/** What the engine prints on stderr, its end only: it is the reason when it dies. */
function hear(child: ChildProcess): () => string {
  let words = ''
  child.stderr?.setEncoding('utf8')
  child.stderr?.on('data', (text: string) => {
    words = (words + text).slice(-LAST_WORDS_MAX)
  })
  return () => words.trim().split('\n').slice(-3).join(' ')
}
