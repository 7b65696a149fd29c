import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import type { Served } from '#server'
import { openChromium, serveTestHouse, sitDown } from '#test'
import { takeImportPictures } from './pictures-imports.ts'
import { takeSeatPictures } from './pictures-seats.ts'
import { takeSellingPictures } from './pictures-selling.ts'

/**
 * Takes the pictures of docs/pictures from the running product, on the real seat maps and the sample
 * circuit: `npm run pictures`, or some of them: `npm run pictures -- seats selling`. Those of the
 * circuit show a moment, so they differ from run to run.
 */
const FOLDER = 'docs/pictures'
const HISTORY_WAIT_MS = 40_000
const SETTLE_MS = 3_000

const browser = await openChromium()
if (!browser) process.exit(1)
await mkdir(FOLDER, { recursive: true })
const PARTS = {
  imports: takeImportPictures,
  seats: takeSeatPictures,
  selling: takeSellingPictures,
  circuit: takeCircuitPictures,
} as const
const named = Object.entries(PARTS).filter(([part]) => process.argv.includes(part))
const pictures = (named.length > 0 ? named : Object.entries(PARTS)).map(([, take]) => take)
try {
  // Each in a house of its own, so that nobody's cinemas stand in another's picture.
  for (const take of pictures) {
    const served = await serveTestHouse()
    await take(browser, served, FOLDER).finally(served.close)
  }
} finally {
  await browser.close()
}

async function takeCircuitPictures(seenBy: Browser, served: Served): Promise<void> {
  await served.house.sample.make()
  await new Promise((done) => setTimeout(done, HISTORY_WAIT_MS))
  for (const width of [390, 1440] as const) {
    for (const language of ['en', 'zh'] as const) {
      for (const theme of ['light', 'dark'] as const) {
        const page = await sitDown(seenBy, { width, language, theme })
        await page.goto(`${served.url}/today`)
        await page.getByTestId('film-row').first().waitFor()
        await page.waitForTimeout(SETTLE_MS)
        const path = join(FOLDER, `today-${width}-${theme}-${language}.png`)
        await page.screenshot({ path, fullPage: width === 1440 })
        console.log(path)
        await page.context().close()
      }
    }
  }
}
