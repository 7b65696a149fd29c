import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { faultText } from '#kernel'
import { StoreUnusable } from './gate.ts'
import { programVersion } from './program.ts'

/** Counts up when what lies in the data folder is laid out otherwise. */
export const DATA_FORMAT = 1

type Version = { readonly format: number; readonly program: string }

/**
 * Makes the data folder where it is missing, and checks that no newer program was here before.
 * Its real path; throws StoreUnusable with what to do.
 */
export function openDataFolder(folder: string): string {
  try {
    makeFolder(resolve(folder))
    const real = realpathSync(folder)
    checkVersion(real)
    return real
  } catch (fault) {
    if (fault instanceof StoreUnusable) throw fault
    const say = `The data folder ${folder} cannot be used: ${faultText(fault)}.`
    throw new StoreUnusable(`${say} Choose another with --data.`, { cause: fault })
  }
}

/**
 * As root, PostgreSQL runs as another user, who must be able to walk through what we made: folders
 * of ours are 0711, and what lies in them protects itself.
 */
function makeFolder(folder: string): void {
  const root = process.getuid?.() === 0
  const first = mkdirSync(folder, { recursive: true, mode: root ? 0o711 : 0o700 })
  if (!root) return
  if (first !== undefined) {
    for (let at = dirname(folder); at.length >= first.length; at = dirname(at)) chmodSync(at, 0o711)
  }
  const { uid, mode } = statSync(folder)
  if (uid === 0 && (mode & 0o011) !== 0o011) chmodSync(folder, (mode & 0o777) | 0o011)
}

function checkVersion(folder: string): void {
  const path = join(folder, 'version.json')
  const ours: Version = { format: DATA_FORMAT, program: programVersion() }
  const theirs = existsSync(path) ? readVersion(path) : undefined
  if (theirs && theirs.format > ours.format) {
    const say = `The data folder ${folder} was written by Fullhouse ${theirs.program};`
    throw new StoreUnusable(`${say} this is ${ours.program}, which is too old for it.`)
  }
  if (theirs?.format === ours.format && !isNewer(ours.program, theirs.program)) return
  const draft = `${path}.${process.pid}`
  writeFileSync(draft, `${JSON.stringify(ours)}\n`)
  renameSync(draft, path)
}

function readVersion(path: string): Version {
  const parsed: unknown = JSON.parse(readFileSync(path, 'utf8'))
  if (typeof parsed === 'object' && parsed !== null && 'format' in parsed && 'program' in parsed) {
    const format = Number(parsed.format)
    if (Number.isInteger(format)) return { format, program: String(parsed.program) }
  }
  throw new StoreUnusable(`${path} is not what Fullhouse writes there. Restore it from a backup.`)
}

function isNewer(version: string, than: string): boolean {
  return version.localeCompare(than, 'en', { numeric: true }) > 0
}
