import { systemClock } from '#kernel'
import { serve } from '#server'
import type { Command, Exit } from './command.ts'

export const start: Command = {
  name: 'start',
  summary: 'Run Fullhouse on this machine',
  usage: 'fullhouse start [--port 3000] [--data DIR] [--sample]',
  flags: [],
  async run({ config, output, signal }): Promise<Exit> {
    output.note(`Opening ${config.dataFolder} …`)
    const log = (line: string, facts?: Readonly<Record<string, unknown>>) =>
      output.note(facts ? `${line} ${JSON.stringify(facts, asText)}` : line)
    const served = await serve(config, systemClock, log)
    if (signal.aborted) {
      await served.close()
      return 1
    }
    const { organisations } = await served.house.view()
    const empty = organisations.length === 0
    if (config.sample && empty) await served.house.sample.make()
    const where = empty && !config.sample ? `${served.url}/welcome` : served.url
    output.out(`Fullhouse is open: ${where}`)
    await new Promise<void>((done) => {
      if (signal.aborted) done()
      signal.addEventListener('abort', () => done())
    })
    output.note('Closing …')
    await served.close()
    return 0
  },
}

/** JSON knows no bigint, and a line of the log must not end the work it speaks of. */
function asText(_name: string, value: unknown): unknown {
  return typeof value === 'bigint' ? value.toString() : value
}
