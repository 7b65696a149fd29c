import { execFile } from 'node:child_process'
import { access, constants, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import type { Config } from '#config'

/** A browser that may be there, and what it is started with. */
export type FoundBrowser = {
  readonly path: string
  readonly env: Readonly<Record<string, string>>
}

const INSTALLED: Readonly<Partial<Record<NodeJS.Platform, readonly string[]>>> = {
  linux: [
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome-stable',
    '/usr/bin/google-chrome',
    '/usr/bin/microsoft-edge',
    '/snap/bin/chromium',
  ],
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
}

export type BrowserConfig = Pick<Config, 'browser' | 'dataFolder'>

/** Nothing of our own environment reaches the browser: it may hold passwords. */
const PATH = '/usr/local/bin:/usr/bin:/bin'
const UNPACK = fileURLToPath(new URL('./view-pdf-unpack.ts', import.meta.url))
const UNPACK_MS_MAX = 120_000

/**
 * The browsers to try, in this order: the one that is set and no other; those that are installed; the
 * one that comes with us.
 */
export async function* browsersFor(
  { browser, dataFolder }: BrowserConfig,
  installed: readonly string[] = INSTALLED[process.platform] ?? [],
): AsyncGenerator<FoundBrowser> {
  const home = join(dataFolder, 'browser')
  await mkdir(join(home, 'home'), { recursive: true, mode: 0o700 })
  const env = { PATH, HOME: join(home, 'home'), LANG: 'C.UTF-8' }
  if (browser !== undefined) {
    yield { path: browser, env }
    return
  }
  for (const path of installed) {
    if (await isThere(path)) yield { path, env }
  }
  if (process.platform === 'linux' && process.arch === 'x64') yield await unpacked(home, env)
}

async function isThere(path: string): Promise<boolean> {
  try {
    await access(path, constants.X_OK)
    return true
  } catch {
    // Not installed, or not for us: an answer, not a fault.
    return false
  }
}

/** Unpacked once for each version, beside the data; its libraries and a font come with it. */
async function unpacked(home: string, env: FoundBrowser['env']): Promise<FoundBrowser> {
  const folder = join(home, await packedVersion())
  if (!(await isThere(join(folder, 'chromium')))) await unpack(folder)
  return {
    path: join(folder, 'chromium'),
    env: {
      ...env,
      LD_LIBRARY_PATH: join(folder, 'al2023', 'lib'),
      FONTCONFIG_FILE: join(folder, 'fonts.conf'),
    },
  }
}

async function unpack(folder: string): Promise<void> {
  const made = `${folder}.${process.pid}`
  await mkdir(made, { recursive: true, mode: 0o700 })
  // By this the package knows that its libraries are wanted too.
  const env = { TMPDIR: made, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x' }
  await promisify(execFile)(process.execPath, [UNPACK], { env, timeout: UNPACK_MS_MAX })
  await writeFile(join(made, 'fonts.conf'), fontsConf(folder))
  await rename(made, folder).catch(async (fault: unknown) => {
    // Another was quicker, and its browser is as good as ours.
    await rm(made, { recursive: true, force: true })
    if (!(await isThere(join(folder, 'chromium')))) throw fault
  })
}

async function packedVersion(): Promise<string> {
  const place = new URL('../package.json', import.meta.resolve('@sparticuz/chromium'))
  const { version }: { version: string } = JSON.parse(await readFile(place, 'utf8'))
  return `chromium-${version}`
}

/** The machine's own fonts where it has some, and one that is always there. */
function fontsConf(folder: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
  <dir>${folder}/fonts</dir>
  <dir>/usr/share/fonts</dir>
  <dir>/usr/local/share/fonts</dir>
  <cachedir>${folder}/fonts-cache</cachedir>
</fontconfig>
`
}
