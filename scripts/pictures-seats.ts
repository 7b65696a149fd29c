import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import type { Served } from '#server'
import type { Seat } from '#test'
import { sharedData, sitDown } from '#test'

/** The two real seat maps known here. They are no part of the project; the pictures of them are ours. */
const MAPS = [
  { name: 'cgv', file: 'seatmap_cgv/raw_cgv_transcribed.json' },
  { name: 'snapshot', file: 'cineradar/live_seat_snapshot.json' },
] as const
const SEATS: readonly Seat[] = [
  { width: 1440, theme: 'light', language: 'en' },
  { width: 390, theme: 'dark', language: 'zh' },
]
const SETTLE_MS = 500

/** Imports both maps as a user would, saves them, and takes pictures of the auditoria. */
export async function takeSeatPictures(browser: Browser, { url }: Served, folder: string) {
  const described = { name: 'Kota Tua', timezone: 'Asia/Jakarta', currency: 'IDR' }
  const cinema = await make(`${url}/v1/cinemas`, described)
  for (const [at, { name, file }] of MAPS.entries()) {
    const path = sharedData(file)
    if (path === undefined) continue
    const auditoria = `${url}/v1/cinemas/${cinema}/auditoria`
    const auditorium = await make(auditoria, { name: `Audi ${at + 1}` })
    const address = `${url}/cinemas/${cinema}/auditoria/${auditorium}`
    for (const seat of SEATS) {
      const page = await sitDown(browser, seat)
      await page.goto(address)
      await page.getByRole('grid').waitFor()
      if (seat === SEATS[0]) await importAndSave(page, path)
      await page.getByRole('gridcell').first().waitFor()
      await fitToScreen(page)
      await page.waitForTimeout(SETTLE_MS)
      const { width, theme, language } = seat
      const picture = join(folder, `seat-map-${name}-${width}-${theme}-${language}.png`)
      await page.screenshot({ path: picture, fullPage: width === 1440 })
      console.log(picture)
      await page.context().close()
    }
  }
}

async function importAndSave(page: Page, path: string): Promise<void> {
  const buffer = await readFile(path)
  const file = { name: 'seat-map.json', mimeType: 'application/json', buffer }
  await page.locator('input[type=file]').setInputFiles(file)
  await page.getByRole('gridcell').first().waitFor()
  const saved = page.waitForResponse((one) => one.url().endsWith('/plan') && one.status() === 201)
  await page.getByRole('button', { name: /^Save/ }).click()
  await saved
  await page.reload()
}

/** On a phone the map is wider than the screen: smaller, as far as the product lets. */
async function fitToScreen(page: Page): Promise<void> {
  const smaller = page.locator('.seat-tools button:has(.lucide-minus)')
  const isWide = () =>
    page.locator('.seat-scroll').evaluate((map) => map.scrollWidth > map.clientWidth)
  while ((await isWide()) && (await smaller.isEnabled())) await smaller.click()
}

async function make(address: string, body: object): Promise<string> {
  const response = await fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() },
    body: JSON.stringify(body),
  })
  const made: unknown = await response.json()
  if (typeof made === 'object' && made !== null && 'id' in made) return String(made.id)
  throw new Error(`${address}: ${JSON.stringify(made)}`)
}
