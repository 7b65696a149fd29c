import type { ChildProcess } from 'node:child_process'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'

const ROOT = join(import.meta.dirname, '../..')
const OPEN_MS_MAX = 60_000
const SAID_MAX = 20_000

export type User = { readonly uid: number; readonly gid: number }

export type CommandOptions = {
  readonly user?: User
  /** Another checkout than the one that is tested from. */
  readonly root?: string
  readonly home?: string
  /** Settings beside those of the command line. */
  readonly environment?: Readonly<Record<string, string>>
}

/** A command line in a process of its own, with what it says. */
export type Command = {
  readonly child: ChildProcess
  readonly out: () => string
  readonly note: () => string
  /** Its exit code, or the signal that ended it. */
  readonly ended: Promise<number | string>
}

/** Runs the command line as the launcher would, with nothing from our own environment. */
export function runCommand(words: readonly string[], options: CommandOptions = {}): Command {
  const { user, root = ROOT, home = '/nonexistent', environment } = options
  const child = spawn(process.execPath, [join(root, 'src/doors/cli/main.ts'), ...words], {
    ...user,
    cwd: '/',
    env: { ...environment, HOME: home, PATH: '/usr/bin:/bin' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const hear = (stream: NodeJS.ReadableStream | null) => {
    let said = ''
    stream?.setEncoding('utf8').on('data', (text: string) => {
      said = (said + text).slice(-SAID_MAX)
    })
    return () => said
  }
  const [out, note] = [hear(child.stdout), hear(child.stderr)]
  // 'error' where it could not even be started: then there is no exit code but a reason.
  const ended = once(child, 'close').then(
    ([code, signal]): number | string => code ?? signal,
    (fault: unknown) => String(fault),
  )
  return { child, out, note, ended }
}

export type ServerProcess = {
  readonly pid: number
  readonly url: string
  readonly ended: Promise<number | string>
  /** What it logged last. */
  log(): string
  /** Asks it to end, as an operator would; how long that took and with which exit code. */
  stop(): Promise<{ readonly ms: number; readonly exit: number | string }>
}

/** `fullhouse start` on any free port; resolves when it is open. */
export async function startServer(
  folder: string,
  options: CommandOptions = {},
): Promise<ServerProcess> {
  const { child, out, note, ended } = runCommand(
    ['start', '--data', folder, '--port', '0'],
    options,
  )
  const opened = Promise.withResolvers<string>()
  child.stdout?.on('data', () => {
    const port = /Fullhouse is open: http:\/\/localhost:(\d+)/.exec(out())?.[1]
    if (port) opened.resolve(port)
  })
  void ended.then((why) => opened.reject(new Error(`the server ended (${why}): ${note()}`)))
  const late = setTimeout(() => {
    opened.reject(new Error(`the server is not open after ${OPEN_MS_MAX} ms: ${note()}`))
  }, OPEN_MS_MAX)
  try {
    const port = await opened.promise
    return {
      pid: child.pid ?? 0,
      url: `http://127.0.0.1:${port}`,
      ended,
      log: note,
      async stop() {
        const asked = performance.now()
        child.kill('SIGTERM')
        const exit = await ended
        return { ms: Math.round(performance.now() - asked), exit }
      },
    }
  } finally {
    clearTimeout(late)
  }
}
