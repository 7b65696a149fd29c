import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { Seen, ThreadReport } from './watchers-thread.ts'

export type { Seen } from './watchers-thread.ts'

export type SeenByAll = {
  readonly clients: readonly (readonly Seen[])[]
  /** Answers of any question received by all of them. */
  readonly events: number
}

/** Clients of the live stream, each with a connection of its own. */
export type Watchers = {
  seen(): Promise<SeenByAll>
  close(): Promise<void>
}

/** Connects a client for each address; all have their first answer when it resolves. */
export async function openWatchers(urls: readonly string[]): Promise<Watchers> {
  const worker = new Worker(new URL('./watchers-thread.ts', import.meta.url), { workerData: urls })
  const ask = async (): Promise<ThreadReport> => {
    const [report]: ThreadReport[] = await once(worker, 'message')
    if (!report) throw new Error('the watchers said nothing')
    return report
  }
  await ask()
  return {
    async seen() {
      const reported = ask()
      worker.postMessage('read')
      const report = await reported
      if (report.kind !== 'seen') throw new Error(`the watchers said ${report.kind}`)
      return report
    },
    async close() {
      await worker.terminate()
    },
  }
}
