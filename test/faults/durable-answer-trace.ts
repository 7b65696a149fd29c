import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { until } from './waiting.ts'

/** A system call as strace saw it; what comes earlier in the one log has happened earlier. */
export type TracedCall = {
  readonly pid: number
  readonly name: string
  /** Place in the log where it began, and where it had come back. */
  readonly begun: number
  readonly done: number
  /** Of the file that the first argument stands for, if it is one. */
  readonly path: string
  /** What was read or written. */
  readonly bytes: Buffer
  /** Of pwrite64: where in the file. */
  readonly offset: number
  readonly result: number
}

export type Trace = { stop(): Promise<void> }

const CALLS = ['fdatasync', 'fsync', 'pwrite64', 'read', 'sendmsg', 'sendto', 'write', 'writev']
/** More than PostgreSQL writes to its log at once: what is cut off could not be found again. */
const BYTES_SHOWN = 4_000_000
const ATTACHED_MS_MAX = 20_000

/** Why nothing can be traced here; undefined where it can. */
export function whyNoTrace(): string | undefined {
  if (process.platform !== 'linux') return 'strace is for Linux'
  const child = spawn('sleep', ['5'], { stdio: 'ignore' })
  try {
    const words = ['-e', 'trace=none', '-p', String(child.pid)]
    const tried = spawnSync('timeout', ['-s', 'INT', '0.2', 'strace', ...words], {
      encoding: 'utf8',
    })
    if (tried.error) return 'there is no timeout command'
    return /attached/.test(tried.stderr)
      ? undefined
      : `strace does not work: ${tried.stderr.trim()}`
  } finally {
    child.kill('SIGKILL')
  }
}

/** Follows processes, their threads and what they fork, into one file. */
export async function startTrace(pids: readonly number[], file: string): Promise<Trace> {
  const shown = ['-f', '-ttt', '-yy', '-xx', '-s', String(BYTES_SHOWN)]
  const whom = pids.flatMap((pid) => ['-p', String(pid)])
  const words = [...shown, '-e', `trace=${CALLS.join()}`, '-o', file, ...whom]
  const strace = spawn('strace', words, { stdio: ['ignore', 'ignore', 'pipe'] })
  let said = ''
  strace.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text
  })
  const ended = once(strace, 'close')
  await until('strace has attached', ATTACHED_MS_MAX, () => {
    if (strace.exitCode !== null) throw new Error(`strace ended: ${said}`)
    const all = pids.every((pid) => new RegExp(`Process ${pid} attached`).test(said))
    return all ? true : undefined
  })
  return {
    async stop() {
      strace.kill('SIGINT')
      await ended
    },
  }
}

/** The calls of a log, in the order in which they came back. */
export async function* readTrace(file: string): AsyncGenerator<TracedCall> {
  const open = new Map<string, { readonly begun: number; readonly text: string }>()
  let place = 0
  for await (const line of createInterface({ input: createReadStream(file) })) {
    place++
    const [, pid = '', text = ''] = /^(\d+) +\d+\.\d+ (.*)$/.exec(line) ?? []
    if (text.endsWith(' <unfinished ...>')) {
      open.set(pid, { begun: place, text: text.slice(0, -' <unfinished ...>'.length) })
      continue
    }
    const resumed = /^<\.\.\. \w+ resumed>(.*)$/.exec(text)?.[1]
    const before = resumed === undefined ? undefined : open.get(pid)
    if (resumed !== undefined && !before) continue // it began before we looked
    open.delete(pid)
    const begun = before?.begun ?? place
    const call = readCall(`${before?.text ?? ''}${resumed ?? text}`)
    if (call) yield { ...call, pid: Number(pid), begun, done: place }
  }
}

function readCall(text: string): Omit<TracedCall, 'pid' | 'begun' | 'done'> | undefined {
  const equals = text.lastIndexOf(') = ')
  const name = /^(\w+)\(/.exec(text)?.[1]
  if (equals === -1 || name === undefined) return undefined
  const result = Number.parseInt(text.slice(equals + 4).trim(), 10)
  const path = /^\w+\(\d+<((?:\\x[0-9a-f]{2})+)>/.exec(text)?.[1] ?? ''
  const start = text.indexOf(',')
  const strings = start === -1 ? [] : quoted(text.slice(start, equals))
  const offset =
    name === 'pwrite64' ? Number(text.slice(text.lastIndexOf(', ', equals) + 2, equals)) : 0
  return {
    name,
    path: unhex(path).toString('utf8'),
    bytes: Buffer.concat(strings),
    offset,
    result,
  }
}

function quoted(text: string): Buffer[] {
  return text
    .split('"')
    .filter((_, at) => at % 2 === 1)
    .map(unhex)
}

function unhex(text: string): Buffer {
  return Buffer.from(text.replaceAll('\\x', ''), 'hex')
}
