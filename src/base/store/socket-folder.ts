import {
  chmodSync,
  chownSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { StoreUnusable } from './gate.ts'
import type { User } from './postgres-user.ts'
import { blockedAt } from './postgres-user.ts'

// What the kernel takes as the path of a socket, its end mark not counted.
const SOCKET_BYTES_MAX = process.platform === 'darwin' ? 103 : 107

/** Its port, which is only a part of the socket's name: nothing listens on a network. */
export const SOCKET_PORT = 5432

/**
 * The private folder of the socket: `DATA/run`, or a short one in the system's temporary folder
 * where that path is too long; which one is noted in `DATA/socket-folder`.
 */
export function socketFolder(data: string, user: User | undefined): string {
  const usual = join(data, 'run')
  if (fits(usual)) {
    mkdirSync(usual, { recursive: true, mode: 0o700 })
    return own(usual, user)
  }
  const noted = readNote(data)
  if (noted !== undefined) {
    const found = lstatSync(noted, { throwIfNoEntry: false })
    if (!found) mkdirSync(noted, { mode: 0o700 })
    if (!found || isOurs(noted, user)) return own(noted, user)
  }
  const made = own(mkdtempSync(join(shortParent(user), 'fullhouse-')), user)
  const note = join(data, 'socket-folder')
  writeFileSync(`${note}.${process.pid}`, `${made}\n${data}\n`)
  renameSync(`${note}.${process.pid}`, note)
  return made
}

function fits(folder: string): boolean {
  return Buffer.byteLength(join(folder, `.s.PGSQL.${SOCKET_PORT}`)) <= SOCKET_BYTES_MAX
}

/** A copied data folder carries the original's note; only one made for this very place counts. */
function readNote(data: string): string | undefined {
  try {
    const [folder, madeFor] = readFileSync(join(data, 'socket-folder'), 'utf8').split('\n')
    return folder && madeFor === data && lstatSync(dirname(folder)).isDirectory()
      ? folder
      : undefined
  } catch {
    return undefined // never noted, or the temporary folder moved: then one is made
  }
}

/** In a folder where anybody may write, a name of ours may have become somebody else's. */
function isOurs(folder: string, user: User | undefined): boolean {
  const { uid, mode } = lstatSync(folder)
  const expected = [process.getuid?.(), user?.uid]
  return lstatSync(folder).isDirectory() && (mode & 0o077) === 0 && expected.includes(uid)
}

function own(folder: string, user: User | undefined): string {
  if (user) chownSync(folder, user.uid, user.gid)
  if ((lstatSync(folder).mode & 0o777) !== 0o700) chmodSync(folder, 0o700)
  return folder
}

function shortParent(user: User | undefined): string {
  const parents = [tmpdir(), '/tmp', '/var/tmp'].filter(
    (parent) => fits(join(parent, 'fullhouse-123456')) && lstatSync(parent).isDirectory(),
  )
  const open = parents.find((parent) => !user || blockedAt(parent, user) === undefined)
  if (open !== undefined) return open
  throw new StoreUnusable('The path of the data folder is too long. Choose a shorter with --data.')
}
