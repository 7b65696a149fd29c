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
import { pressFiles } from './pressed-files.ts'

const run = promisify(execFile)

const ROOT = fileURLToPath(new URL('../../../', import.meta.url))
const STAMP = 'built-from.txt'

/** What Vite makes of a part of `web/`. */
export type WebBuild = {
  /** Also its folder's. */
  readonly name: string
  /** Its Vite configuration, from the root. */
  readonly config: string
  /** What it is made of: a change in there makes a build stale. */
  readonly sources: readonly string[]
  /** Vite runs once for each: the folder within the build, and words of its own. */
  readonly runs: readonly { readonly into: string; readonly words: readonly string[] }[]
}

/**
 * The folder with the build as it stands in the sources: the checkout's own, or, where that is missing
 * or stale, a new one; beside the data where the checkout cannot be written.
 */
export async function builtFolder(build: WebBuild, dataFolder: string, log: Log): Promise<string> {
  const wanted = await sourcesDigest(build)
  const homes = [join(ROOT, 'dist', build.name), join(dataFolder, build.name)]
  for (const home of homes) {
    if ((await readFile(join(home, STAMP), 'utf8').catch(() => '')) === wanted) return home
  }
  const home = (await isWritable(join(ROOT, 'dist'))) ? homes[0] : homes[1]
  if (home === undefined) throw new Error(`No place for the ${build.name}`)
  log(`Building the ${build.name}`)
  await make(build, home, wanted)
  return home
}

/** Builds into the checkout, for `prepare`. */
export async function prepareBuild(build: WebBuild): Promise<void> {
  await make(build, join(ROOT, 'dist', build.name), await sourcesDigest(build))
}

// In a process of its own: Vite leaves some hundred megabytes behind in the one that called it.
async function make(build: WebBuild, home: string, stamp: string): Promise<void> {
  const vite = join(dirname(fileURLToPath(import.meta.resolve('vite/package.json'))), 'bin/vite.js')
  const made = `${home}.${process.pid}`
  // Read as it is: what Vite would otherwise write beside it cannot be in a read-only checkout.
  const asItIs = ['--config', join(ROOT, build.config), '--configLoader', 'native']
  for (const { into, words } of build.runs) {
    const where = ['--outDir', join(made, into), '--emptyOutDir', '-l', 'error']
    // Whatever the mode of the one that calls: React and ECharts behave otherwise in development.
    const env = { NODE_ENV: 'production' }
    await run(process.execPath, [vite, 'build', ...asItIs, ...where, ...words], { cwd: ROOT, env })
  }
  await pressFiles(made)
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

async function sourcesDigest(build: WebBuild): Promise<string> {
  const hash = createHash('sha256')
  for (const source of [...build.sources, build.config, 'package.json']) {
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
