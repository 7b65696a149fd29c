import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Log } from '#kernel'
import type { Cluster } from './cluster.ts'
import { CLUSTER_ROLE, clusterPassword, makeCluster } from './cluster.ts'
import { isConnectionFault } from './connect.ts'
import type { Engine } from './engine.ts'
import { withFolderLock } from './folder-lock.ts'
import { StoreUnusable } from './gate.ts'
import { knock } from './knock.ts'
import { othersConnected } from './others.ts'
import { nativeFolder, removeOldCopies } from './postgres-native.ts'
import { blockedAt, openTemporary, userOf } from './postgres-user.ts'
import { disownStalePid, dropEmptyLock, runningPostmaster, stopPostmaster } from './postmaster.ts'
import { SOCKET_PORT, socketFolder } from './socket-folder.ts'
import { spawnPostgres } from './spawn-postgres.ts'

const POLL_MS = 25
// A running PostgreSQL without an answering socket: it starts, or lost its socket folder.
const SILENT_MS_MAX = 10_000
// Told to stop by SIGTERM, it waits for every client to leave, and lets no new one in.
const STOPPING_MS_MAX = 1_000
const STOP_MS_MAX = 15_000
// After a crash, what is left of the old one may stand in the way for some seconds.
const ATTEMPTS_MAX = 40
const ATTEMPT_EVERY_MS = 250
const ATTEMPTS_BEFORE_DROP = 8

/** Finds where the cluster of a data folder is or will be; starts nothing. */
export function locateCluster(data: string, log: Log): Cluster {
  const folder = join(data, 'postgres')
  const user = userOf(folder)
  let blocked = user && blockedAt(data, user)
  while (user && blocked !== undefined && openTemporary(blocked, log)) {
    blocked = blockedAt(data, user)
  }
  if (blocked !== undefined) {
    const say = `PostgreSQL does not run as root, and as user ${user?.uid} it cannot pass ${blocked}.`
    throw new StoreUnusable(`${say} Run "chmod o+x ${blocked}", or choose another --data.`)
  }
  const password = clusterPassword(data)
  const sockets = socketFolder(data, user)
  const where = { host: sockets, port: SOCKET_PORT, database: 'postgres', ssl: false } as const
  return { data, folder, sockets, user, target: { ...where, user: CLUSTER_ROLE, password } }
}

/** PostgreSQL 18 on the data folder, shared by all our processes: the first spawns it. */
export function embeddedEngine(cluster: Cluster, log: Log): Engine {
  return {
    target: cluster.target,
    ensure: () => ensureRunning(cluster, log),
    leave: () => leaveCluster(cluster),
  }
}

async function ensureRunning(cluster: Cluster, log: Log): Promise<void> {
  if (await adopt(cluster, log)) return
  await withFolderLock(join(cluster.data, 'starting.lock'), async () => {
    socketFolder(cluster.data, cluster.user) // the temporary one may have been swept away
    const native = nativeFolder(cluster.data, cluster.user)
    await makeCluster(cluster.data, native, cluster.user)
    for (let attempt = 1; ; attempt++) {
      if (await adopt(cluster, log)) return
      disownStalePid(cluster.folder)
      if (attempt > ATTEMPTS_BEFORE_DROP) dropEmptyLock(cluster.folder)
      removeOldCopies(cluster.data, native)
      const started = await spawnPostgres(cluster, native)
      if (started.ok) return
      if (!started.again || attempt === ATTEMPTS_MAX) throw new Error(started.say)
      await pause(ATTEMPT_EVERY_MS)
    }
  })
}

/** True when a PostgreSQL runs on the folder and answers; waits while it starts or stops. */
async function adopt(cluster: Cluster, log: Log): Promise<boolean> {
  let silentMs = 0
  for (;;) {
    const pid = runningPostmaster(cluster.folder)
    if (pid === undefined) return false
    const answer = await knock(cluster.target)
    if (answer === 'up') return true
    silentMs = answer === 'busy' ? 0 : silentMs + POLL_MS
    if (silentMs > (answer === 'stopping' ? STOPPING_MS_MAX : SILENT_MS_MAX)) {
      log('PostgreSQL runs and does not answer: it is started anew', { pid })
      await stopPostmaster(cluster.folder, pid, STOP_MS_MAX)
      return false
    }
    await pause(POLL_MS)
  }
}

/**
 * The last one out stops it. Our own connections are closed by now, so that of two who leave at
 * once the later finds nobody.
 */
async function leaveCluster(cluster: Cluster): Promise<void> {
  for (let waitedMs = 0; waitedMs < STOP_MS_MAX; waitedMs += POLL_MS) {
    const pid = runningPostmaster(cluster.folder)
    if (pid === undefined) return
    try {
      if ((await othersConnected(cluster.target)) > 0) return
      await stopPostmaster(cluster.folder, pid, STOP_MS_MAX)
      return
    } catch (fault) {
      // Somebody else stops it at this moment, or it recovers: looked at again.
      if (!isConnectionFault(fault)) throw fault
    }
    await pause(POLL_MS)
  }
}
