import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

export type StoreHolder = {
  readonly pid: number
  /** Ends it as a crash would, and resolves when it is gone. */
  kill(): Promise<void>
}

/** Another process of ours that has the store of a data folder open. */
export async function holdStore(dataFolder: string): Promise<StoreHolder> {
  const file = fileURLToPath(import.meta.resolve('./hold-store-child.ts'))
  const child = spawn(process.execPath, [file, dataFolder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const exited = once(child, 'exit')
  const opened = await Promise.race([once(child.stdout, 'data'), exited])
  if (child.pid === undefined || String(opened[0]).trim() !== 'open') {
    throw new Error(`the store's holder did not open it: ${String(opened[0])}`)
  }
  return {
    pid: child.pid,
    async kill() {
      child.kill('SIGKILL')
      await exited
    },
  }
}
