import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  access,
  constants,
  mkdir,
  readdir,
  readFile,
  rename,
  rm,
  writeFile,
} from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import type { Log } from '#kernel'

const run = promisify(execFile)

const ROOT = fileURLToPath(new URL('../../../', import.meta.url))
const SOURCES = ['src/doors/web', 'src/doors/charts', 'src/base/kernel', 'src/figures', 'src/trade']
const STAMP = 'built-from.txt'

/**
 * The folder with the console as it stands in the sources: the checkout's own build, or, where that is
 * missing or stale, a new one; beside the data where the checkout cannot be written.
 */
export async function consoleFolder(dataFolder: string, log: Log): Promise<string> {
  const wanted = await sourcesDigest()
  const homes = [join(ROOT, 'dist/console'), join(dataFolder, 'console')]
  for (const home of homes) {
    if ((await readFile(join(home, STAMP), 'utf8').catch(() => '')) === wanted) return home
  }
  const home = (await isWritable(join(ROOT, 'dist'))) ? homes[0] : homes[1]
  if (home === undefined) throw new Error('No place for the console')
  log('Building the console')
  await buildConsole(home, wanted)
  return home
}

/** Builds into the checkout, for `prepare`. */
export async function prepareConsole(): Promise<void> {
  await buildConsole(join(ROOT, 'dist/console'), await sourcesDigest())
}

// In a process of its own: Vite leaves some hundred megabytes behind in the one that called it.
async function buildConsole(home: string, stamp: string): Promise<void> {
  const vite = join(dirname(fileURLToPath(import.meta.resolve('vite/package.json'))), 'bin/vite.js')
  const config = join(ROOT, 'vite.config.ts')
  const made = `${home}.${process.pid}`
  // Read as it is: what Vite would otherwise write beside it cannot be in a read-only checkout.
  const asItIs = ['--config', config, '--configLoader', 'native']
  const words = ['build', ...asItIs, '--outDir', made, '--emptyOutDir', '-l', 'error']
  // Whatever the mode of the one that calls: React and ECharts behave otherwise in development.
  await run(process.execPath, [vite, ...words], { cwd: ROOT, env: { NODE_ENV: 'production' } })
  await writeFile(join(made, STAMP), stamp)
  // Put in place whole, as another of our processes may be building or serving the same.
  await rm(home, { recursive: true, force: true })
  try {
    await rename(made, home)
  } catch (fault) {
    // Another was quicker between the two steps; its build is as good as ours.
    await rm(made, { recursive: true, force: true })
    if ((await readFile(join(home, STAMP), 'utf8').catch(() => '')) !== stamp) throw fault
  }
}

async function isWritable(folder: string): Promise<boolean> {
  try {
    await mkdir(folder, { recursive: true })
    await access(folder, constants.W_OK)
    return true
  } catch {
    // Read-only checkout: an answer, not a fault.
    return false
  }
}

async function sourcesDigest(): Promise<string> {
  const hash = createHash('sha256')
  for (const source of [...SOURCES, 'vite.config.ts', 'package.json']) {
    for (const path of await filesUnder(source))
      hash.update(path).update(await readFile(join(ROOT, path)))
  }
  return hash.digest('hex')
}

async function filesUnder(path: string): Promise<string[]> {
  const entries = await readdir(join(ROOT, path), { withFileTypes: true }).catch(() => undefined)
  // Not a folder: the file itself.
  if (!entries) return [path]
  const inside = await Promise.all(
    entries
      .filter(({ name }) => !name.endsWith('.test.ts'))
      .toSorted((a, b) => (a.name < b.name ? -1 : 1))
      .map((entry) => {
        const child = `${path}/${entry.name}`
        return entry.isDirectory() ? filesUnder(child) : [child]
      }),
  )
  return inside.flat()
}
