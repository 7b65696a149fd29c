/**
 * Entry file of the measured server: `house-process.ts DATA`. The very `serve` that `fullhouse start`
 * calls, on a free port; beside it, over IPC, what cannot be seen from outside.
 */
import { systemClock } from '#kernel'
import { serve } from '#server'

export type HouseMessage =
  | { readonly kind: 'open'; readonly url: string }
  | { readonly kind: 'counted'; readonly computations: number }

const dataFolder = process.argv[2] ?? ''
const config = { port: 0, host: '127.0.0.1', dataFolder, sample: false }
const served = await serve(config, systemClock, (line, facts) =>
  process.stderr.write(`  server: ${line}${facts ? ` ${JSON.stringify(facts)}` : ''}\n`),
)
const say = (message: HouseMessage) => process.send?.(message)
process.on('message', () => {
  const computations = served.house.hub.computations()
  say({ kind: 'counted', computations })
})
process.once('disconnect', () => void served.close().then(() => process.exit()))
say({ kind: 'open', url: served.url })
