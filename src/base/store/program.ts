import { readFileSync } from 'node:fs'
import { findPackageJSON } from 'node:module'

/** This program's version, as its package says. */
export function programVersion(): string {
  const path = findPackageJSON(import.meta.url)
  if (path === undefined) throw new Error('Fullhouse does not find its own package.json')
  const parsed: unknown = JSON.parse(readFileSync(path, 'utf8'))
  if (typeof parsed === 'object' && parsed !== null && 'version' in parsed) {
    return String(parsed.version)
  }
  throw new Error(`${path} names no version`)
}
