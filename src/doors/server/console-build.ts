import type { Log } from '#kernel'
import type { WebBuild } from './web-build.ts'
import { builtFolder, prepareBuild } from './web-build.ts'

const CONSOLE: WebBuild = {
  name: 'console',
  config: 'vite.config.ts',
  sources: [
    'src/doors/web/console',
    'src/doors/web/shared',
    'src/doors/charts',
    'src/base/kernel',
    'src/figures',
    'src/trade',
  ],
  runs: [{ into: '', words: [] }],
}

export async function consoleFolder(dataFolder: string, log: Log): Promise<string> {
  return builtFolder(CONSOLE, dataFolder, log)
}

/** Builds into the checkout, for `prepare`. */
export async function prepareConsole(): Promise<void> {
  await prepareBuild(CONSOLE)
}
