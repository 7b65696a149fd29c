import { chmod, mkdtemp, realpath, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { killAllOn } from './processes.ts'

/** A folder of one run's own; as root, PostgreSQL's user must be able to walk through it. */
export async function makeRunFolder(): Promise<string> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'fullhouse-faults-')))
  await chmod(folder, 0o711)
  return folder
}

/** Ends whatever still runs on it and takes it away. */
export async function clearRunFolder(folder: string): Promise<void> {
  killAllOn(folder)
  await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
}
