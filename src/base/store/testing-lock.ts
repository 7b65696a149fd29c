// A thread of folder-lock.test.ts: waits for the next round, takes the lock, and says so.
import { setTimeout as pause } from 'node:timers/promises'
import { parentPort, workerData } from 'node:worker_threads'
import { withFolderLock } from './folder-lock.ts'

const { lock, told }: { readonly lock: string; readonly told: Int32Array } = workerData
parentPort?.postMessage('ready')
for (let round = 0; ; round++) {
  // Every thread leaves this line at the same moment.
  Atomics.wait(told, 3, round)
  await withFolderLock(lock, async () => {
    if (Atomics.add(told, 0, 1) > 0) Atomics.store(told, 1, 1)
    Atomics.add(told, 2, 1)
    await pause(5)
    Atomics.sub(told, 0, 1)
  })
  parentPort?.postMessage('left')
}
