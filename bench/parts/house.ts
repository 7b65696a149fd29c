import type { ChildProcess } from 'node:child_process'
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { HouseMessage } from './house-process.ts'

/** A server in a process of its own. */
export type RunningHouse = {
  readonly url: string
  /** Live questions computed since it started. */
  computations(): Promise<number>
  close(): Promise<void>
}

export async function startHouse(dataFolder: string): Promise<RunningHouse> {
  const file = fileURLToPath(import.meta.resolve('./house-process.ts'))
  const child = fork(file, [dataFolder], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
  const opened = await nextMessage(child, 'open')
  return {
    url: opened.url,
    async computations() {
      child.send('count')
      return (await nextMessage(child, 'counted')).computations
    },
    async close() {
      const gone = once(child, 'exit')
      child.disconnect()
      await gone
    },
  }
}

async function nextMessage<Kind extends HouseMessage['kind']>(
  child: ChildProcess,
  kind: Kind,
): Promise<Extract<HouseMessage, { kind: Kind }>> {
  const died = once(child, 'exit').then(([code]) => {
    throw new Error(`the server ended (${String(code)})`)
  })
  for (;;) {
    const [message]: HouseMessage[] = await Promise.race([once(child, 'message'), died])
    // Only the wanted kind leaves the loop, which the compiler cannot see.
    if (message?.kind === kind) return message as Extract<HouseMessage, { kind: Kind }>
  }
}
