import type { Browser } from 'playwright-core'
import { chromium } from 'playwright-core'
import type { Log } from '#kernel'
import { faultText } from '#kernel'
import type { BrowserConfig } from './view-pdf-found.ts'
import { browsersFor } from './view-pdf-found.ts'

const START_MS_MAX = 20_000

/** It draws our own pages and needs nothing else of the world. */
const ARGUMENTS = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-dev-shm-usage',
  '--disable-extensions',
  '--disable-gpu',
  '--disable-quic',
  '--disable-sync',
  '--font-render-hinting=none',
  '--no-first-run',
  '--no-proxy-server',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE [::1]',
]

/** A browser that answers, or in one sentence why there is none. */
export async function startBrowser(
  config: BrowserConfig,
  log: Log,
  installed?: readonly string[],
): Promise<Browser | string> {
  const said: string[] = []
  try {
    for await (const { path, env } of browsersFor(config, installed)) {
      // Its own walls where the system lets it have them; root and many containers do not.
      for (const chromiumSandbox of [true, false]) {
        try {
          return await chromium.launch({
            executablePath: path,
            env: { ...env },
            args: ARGUMENTS,
            chromiumSandbox,
            timeout: START_MS_MAX,
            handleSIGINT: false,
            handleSIGTERM: false,
            handleSIGHUP: false,
          })
        } catch (fault) {
          // The next way is tried; what was said last is told if none works.
          said.push(`${path}: ${firstLine(faultText(fault))}`)
        }
      }
    }
  } catch (fault) {
    said.push(firstLine(faultText(fault)))
  }
  log('No browser could be started', { said: said.join('\n') })
  const last = said.at(-1)
  return last === undefined ? 'None is installed on this machine.' : `None starts (${last}).`
}

function firstLine(text: string): string {
  return text.split('\n')[0]?.slice(0, 200) ?? ''
}
