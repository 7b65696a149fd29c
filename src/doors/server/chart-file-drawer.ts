import { Worker } from 'node:worker_threads'
import type { Outcome } from '#kernel'
import { refuse } from '#kernel'
import type { ChartJob, DrawnJob } from './chart-file-job.ts'

/** Draws pictures one after the other on a thread of its own. */
export type ChartDrawer = {
  draw(job: ChartJob): Promise<Outcome<Uint8Array, 'chart_busy' | 'chart_font_missing'>>
  close(): Promise<void>
}

/** Beyond this many nobody would wait. */
const WAITING_MAX = 12
const MEMORY_MB = 512

type Said = { readonly drawn: DrawnJob } | { readonly fault: unknown }

export function createChartDrawer(): ChartDrawer {
  let worker: Worker | undefined
  let waiting = 0
  let last: Promise<unknown> = Promise.resolve()

  /** Started when the first picture is asked for, and again after it broke. */
  function thread(): Worker {
    if (worker) return worker
    const made = new Worker(new URL('./chart-file-worker.ts', import.meta.url), {
      resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
    })
    made.unref()
    made.once('exit', () => {
      if (worker === made) worker = undefined
    })
    worker = made
    return made
  }

  function drawNow(job: ChartJob): Promise<DrawnJob> {
    const drawing = thread()
    return new Promise((resolve, reject) => {
      const done = () => {
        drawing.off('message', hear)
        drawing.off('error', fail)
        drawing.off('exit', leave)
      }
      const hear = (said: Said) => {
        done()
        if ('drawn' in said) resolve(said.drawn)
        else reject(said.fault)
      }
      const fail = (fault: unknown) => {
        done()
        reject(fault)
      }
      const leave = () => fail(new Error('the thread that draws charts ended'))
      drawing.on('message', hear)
      drawing.on('error', fail)
      drawing.on('exit', leave)
      drawing.postMessage(job)
    })
  }

  return {
    async draw(job) {
      if (waiting >= WAITING_MAX) return refuse('chart_busy', 'Many charts are being drawn.')
      waiting += 1
      const turn = last.then(() => drawNow(job))
      // One that broke holds up none of those after it.
      last = turn.catch(() => undefined)
      try {
        return await turn
      } finally {
        waiting -= 1
      }
    },
    async close() {
      await worker?.terminate()
    },
  }
}
