import { stderr, stdout } from 'node:process'
import { readEnvironment } from '#config'
import type { Output } from './command.ts'
import { runCommandLine } from './run.ts'

const output: Output = {
  out: (line) => stdout.write(`${line}\n`),
  note: (line) => stderr.write(`${line}\n`),
  progress: (line) => {
    if (stderr.isTTY) stderr.write(`\r\u001b[2K${line}`)
  },
}

const stop = new AbortController()
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => stop.abort(new Error(`Stopped by ${signal}`)))
}
// Its channel closes when the launcher is gone, killed −9 perhaps: nobody waits for us any more.
process.once('disconnect', () => stop.abort(new Error('The launcher is gone')))
process.channel?.unref()

process.exitCode = await runCommandLine({
  words: process.argv.slice(2),
  environment: readEnvironment(),
  output,
  signal: stop.signal,
})
// An idle socket of an engine must not keep a finished command alive.
process.exit()
