import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { openChromium, serveTestHouse, sitDown } from '#test'

/**
 * Takes the pictures of docs/pictures from the running product, on the sample circuit:
 * `npm run pictures`. They show a moment, so they differ from run to run.
 */
const FOLDER = 'docs/pictures'
const HISTORY_WAIT_MS = 40_000
const SETTLE_MS = 3_000

const browser = await openChromium()
if (!browser) process.exit(1)
await mkdir(FOLDER, { recursive: true })
const served = await serveTestHouse()
try {
  await served.house.sample.make()
  await new Promise((done) => setTimeout(done, HISTORY_WAIT_MS))
  for (const width of [390, 1440] as const) {
    for (const language of ['en', 'zh'] as const) {
      for (const theme of ['light', 'dark'] as const) {
        const page = await sitDown(browser, { width, language, theme })
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
} finally {
  await browser.close()
  await served.close()
}
