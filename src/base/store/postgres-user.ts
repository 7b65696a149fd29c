import { chmodSync, realpathSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname } from 'node:path'
import type { Log } from '#kernel'

/** As whom PostgreSQL runs; undefined: as ourselves. */
export type User = { readonly uid: number; readonly gid: number }

// `nobody` on every system of ours: initdb wants a name in the password file for its user.
const NOBODY: User = { uid: 65534, gid: 65534 }

/** PostgreSQL refuses to run as root: then it runs as whoever owns the cluster, or as nobody. */
export function userOf(cluster: string): User | undefined {
  if (process.getuid?.() !== 0) return undefined
  const found = statSync(cluster, { throwIfNoEntry: false })
  return found && found.uid !== 0 ? { uid: found.uid, gid: found.gid } : NOBODY
}

/** The first folder, from `path` upward, that the user may not walk through. */
export function blockedAt(path: string, user: User): string | undefined {
  for (let at = path; ; at = dirname(at)) {
    if (!may(at, user, 0o1)) return at
    if (dirname(at) === at) return undefined
  }
}

/**
 * Lets others walk through a closed folder of root's own that lies in the temporary folder: made to
 * be private to one program, which is us. Elsewhere that is the administrator's to decide.
 */
export function openTemporary(folder: string, log: Log): boolean {
  const { uid, mode } = statSync(folder)
  if (uid !== 0 || !folder.startsWith(`${realpathSync(tmpdir())}/`)) return false
  chmodSync(folder, (mode & 0o777) | 0o001)
  log('a folder was closed to PostgreSQL, which does not run as root: others may pass it now', {
    folder,
  })
  return true
}

/** Whether the user has all of `bits` (4 read, 2 write, 1 walk through) on a file or folder. */
export function may(path: string, user: User, bits: number): boolean {
  const { uid, gid, mode } = statSync(path)
  const shift = uid === user.uid ? 6 : gid === user.gid ? 3 : 0
  return ((mode >> shift) & bits) === bits
}
