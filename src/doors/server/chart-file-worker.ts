import { parentPort } from 'node:worker_threads'
import type { ChartJob } from './chart-file-job.ts'
import { drawJob } from './chart-file-job.ts'

/** A thread of its own: drawing takes hundreds of milliseconds, in which no seat may wait to be sold. */
parentPort?.on('message', (job: ChartJob) => {
  drawJob(job).then(
    (drawn) => parentPort?.postMessage({ drawn }),
    (fault: unknown) => parentPort?.postMessage({ fault }),
  )
})
