import { once } from 'node:events'
import { stderr, stdout } from 'node:process'
import { readEnvironment } from '#config'
import type { Output } from './command.ts'
import { runCommandLine } from './run.ts'

const output: Output = {
  out: (line) => stdout.write(`${line}\n`),
  async bytes(piece) {
    if (!stdout.write(piece)) await once(stdout, 'drain')
  },
  note: (line) => stderr.write(`${line}\n`),
  progress: (line) => {
    if (stderr.isTTY) stderr.write(`\r\u001b[2K${line}`)
  },
}

/** Whatever a command is at when it is told to stop, it is gone by then. */
const STOP_MS_MAX = 9_800

const stop = new AbortController()
function stopBecause(reason: string): void {
  stop.abort(new Error(reason))
  setTimeout(() => process.exit(1), STOP_MS_MAX).unref()
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.once(signal, () => stopBecause(`Stopped by ${signal}`))
}
// Its channel closes when the launcher is gone, killed −9 perhaps: nobody waits for us any more.
process.once('disconnect', () => stopBecause('The launcher is gone'))
process.channel?.unref()

process.exitCode = await runCommandLine({
  words: process.argv.slice(2),
  environment: readEnvironment(),
  output,
  signal: stop.signal,
})
// An idle socket of an engine must not keep a finished command alive.
process.exit()
