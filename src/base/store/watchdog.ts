// Entry of the watchdog: `node watchdog.ts DATA PARENT`, with a pipe from the parent as stdin.
import { setTimeout as pause } from 'node:timers/promises'
import { silentLog } from '#kernel'
import type { Cluster } from './cluster.ts'
import { locateCluster } from './embedded.ts'
import { DISMISSED } from './guard.ts'
import { othersConnected } from './others.ts'
import { runningPostmaster, stopPostmaster } from './postmaster.ts'

const ROUND_MS = 100
// The parent may have died while it was starting PostgreSQL: one that appears is still its own.
const APPEARS_MS_MAX = 1_000
// One that still recovers answers nobody; it stops as well as any other.
const ANSWERS_MS_MAX = 2_500
const STOP_MS_MAX = 60_000

const [data = '', parent = ''] = process.argv.slice(2)
let said = ''
for await (const piece of process.stdin) said += String(piece)
if (said !== DISMISSED) await stopUnlessUsed(locateCluster(data, silentLog), Number(parent))

async function stopUnlessUsed(cluster: Cluster, gone: number): Promise<void> {
  let pid = runningPostmaster(cluster.folder)
  for (let waited = 0; pid === undefined && waited < APPEARS_MS_MAX; waited += ROUND_MS) {
    await pause(ROUND_MS)
    pid = runningPostmaster(cluster.folder)
  }
  for (let waited = 0; waited < ANSWERS_MS_MAX && pid !== undefined; waited += ROUND_MS) {
    try {
      if ((await othersConnected(cluster.target, gone)) > 0) return
      break
    } catch {
      // It starts, stops or recovers just now: asked again, and in the end stopped unasked.
    }
    await pause(ROUND_MS)
    pid = runningPostmaster(cluster.folder)
  }
  if (pid !== undefined) await stopPostmaster(cluster.folder, pid, STOP_MS_MAX)
}
