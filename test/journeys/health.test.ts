import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { Served } from '#server'
import type { Seat } from '#test'
import { axeComplaints, openChromium, serveTestHouse, sitDown } from '#test'
import { enHealth } from '../../src/doors/web/console/texts/en-health.ts'
import { zhHealth } from '../../src/doors/web/console/texts/zh-health.ts'

const browser: Browser | undefined = await openChromium()

const SEATS: readonly Seat[] = [
  { width: 1440, language: 'en', theme: 'light' },
  { width: 390, language: 'zh', theme: 'dark' },
]

const HEADER = 'Folder,EventName,InternalEventName,EventDate,TicketType,Quantity,ItemPrice,Price'

/** Half a year of evenings, with a week that is missing and one price that lost its point. */
function tillFile(more: readonly string[] = []): string {
  const rows = Array.from({ length: 120 }, (_, at) => {
    const day = new Date(Date.UTC(2018, 0, 2 + at))
    const missing = at > 80 && at < 86
    const date = day.toLocaleDateString('en-US', {
      timeZone: 'UTC',
      month: 'short',
      day: 'numeric',
      year: 'numeric',
    })
    const row = (type: string, quantity: number, price: number) =>
      `0 - Features,Orbit of Ida,Orbit,"${date} 7:30:00 PM",${type},${quantity},${price},${quantity * price}`
    return missing ? [] : [row('Adult', 12, 10), row('Student', 5, at === 60 ? 800 : 8)]
  }).flat()
  return [HEADER, ...rows, ...more].join('\n')
}

describe.skipIf(browser === undefined).each(SEATS)('at $width px, in $language', (seat) => {
  let served: Served
  let page: Page
  const t = seat.language === 'zh' ? zhHealth : enHealth
  const picture = (name: string) =>
    page.screenshot({
      path: join(tmpdir(), `health-${seat.width}-${seat.language}-${seat.theme}-${name}.png`),
      fullPage: true,
    })
  const findings = (check: string) => page.locator(`[data-testid=finding][data-check=${check}]`)

  async function give(fileName: string, text: string): Promise<void> {
    const key = () => ({ 'idempotency-key': crypto.randomUUID() })
    const sent = await fetch(`${served.url}/v1/files?fileName=${fileName}`, {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream', ...key() },
      body: text,
    })
    // A test's own request: what it reads of the answer is text.
    const { id } = (await sent.json()) as { id: string }
    const place = { cinema: 'Lantern', timezone: 'America/Chicago', currency: 'USD' }
    const begun = await fetch(`${served.url}/v1/imports`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...key() },
      body: JSON.stringify({ fileId: id, ...place }),
    })
    const view = (await begun.json()) as { id: string }
    const state = async () => {
      const response = await fetch(`${served.url}/v1/imports/${view.id}`)
      return ((await response.json()) as { state: string }).state
    }
    await expect.poll(state, { timeout: 30_000 }).toBe('done')
  }

  async function isWell(name: string) {
    await picture(name)
    expect(await axeComplaints(page, '.shell-page')).toEqual([])
    const beyond = 'document.documentElement.scrollWidth - document.documentElement.clientWidth'
    expect(await page.evaluate(beyond)).toBe(0)
  }

  beforeAll(async () => {
    served = await serveTestHouse()
    if (browser) page = await sitDown(browser, seat)
  }, 120_000)
  afterEach(async (context) => {
    if (context.task.result?.state === 'fail') await picture('broke')
  })
  afterAll(async () => {
    await page?.context().close()
    await served?.close()
  })

  test('a house without figures says that nothing needs anybody', async () => {
    await page.goto(`${served.url}/health`)
    const name = seat.width === 390 ? t.checkNowShort : t.checkNow
    await page.getByRole('button', { name, exact: true }).click()
    await page.getByText(t.findingsNone).waitFor()
    await isWell('empty')
  }, 60_000)

  test('what an import brought is checked, and its faults stand with their figures', async () => {
    await give('lantern.csv', tillFile(['x,A film,A film,"Mar 16, 0216 5:00:00 PM",Adult,1,8,8']))
    await page.goto(`${served.url}/health`)
    await findings('price_outlier').waitFor()
    await findings('site_gap').waitFor()
    await findings('absurd_dates').waitFor()
    const price = await findings('price_outlier').textContent()
    expect(price).toContain('US$800.00')
    expect(price).toContain('US$4,000')
    await isWell('findings')
  }, 60_000)

  test('the rows behind are opened by the keyboard, and stand in the address', async () => {
    const open = findings('price_outlier').getByRole('button').first()
    await open.focus()
    await page.keyboard.press('Enter')
    await page.getByRole('region', { name: t.rowsBehind }).waitFor()
    expect(page.url()).toMatch(/finding=\d+/)
    await isWell('rows')
    await page.reload()
    await page.getByRole('region', { name: t.rowsBehind }).waitFor()
  }, 60_000)

  test('one that is accepted with a note stays quiet, and is opened again', async () => {
    const gap = findings('site_gap')
    await gap.getByRole('button').first().click()
    await gap.getByRole('textbox', { name: t.acceptNote }).fill('Closed for painting')
    await gap.getByRole('button', { name: t.findingAccept, exact: true }).click()
    await gap.waitFor({ state: 'detached' })
    await page.getByRole('radio', { name: t.findingsAccepted.replace('{count}', '1') }).click()
    await gap.waitFor()
    expect(await gap.textContent()).toContain('Closed for painting')
    await isWell('accepted')
    await gap.getByRole('button').first().click()
    await gap.getByRole('button', { name: t.findingReopen }).click()
    await page.getByText(t.findingsAcceptedNone).waitFor()
    await page.getByRole('radio', { name: t.findingsOpen }).click()
    await gap.waitFor()
  }, 60_000)

  test('what is mended goes away by itself, by an import and a run', async () => {
    const mended = tillFile().replace('Student,5,800,4000', 'Student,5,8,40')
    await give('mended.csv', mended)
    await findings('price_outlier').waitFor({ state: 'detached', timeout: 30_000 })
    await page.getByRole('radio', { name: t.findingsGone }).click()
    await findings('price_outlier').waitFor()
    await isWell('gone')
  }, 90_000)
})
