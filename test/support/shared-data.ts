import { existsSync } from 'node:fs'
import { join } from 'node:path'

/**
 * The path of a shared data file, or undefined where it is absent, with one visible line: such data
 * is no part of the project, and what it proves can only be proved beside it.
 */
export function sharedData(path: string): string | undefined {
  const found = join(import.meta.dirname, '../../../shared/data', path)
  if (existsSync(found)) return found
  console.warn(`skipped: ../shared/data/${path} is not here`)
  return undefined
}
