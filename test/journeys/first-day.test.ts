import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { Served } from '#server'
import type { Seat } from '#test'
import { openChromium, serveTestHouse, sitDown, tillFile, tillRows } from '#test'
import { en } from '../../src/doors/web/console/texts/en.ts'
import { zh } from '../../src/doors/web/console/texts/zh.ts'

const browser: Browser | undefined = await openChromium()
const ROWS = tillRows('journey', 60)
const CENTS = ROWS.reduce((sum, { quantity, unitCents }) => sum + quantity * unitCents, 0)

const SEATS: readonly Seat[] = [
  { width: 390, language: 'en', theme: 'light' },
  { width: 390, language: 'zh', theme: 'dark' },
  { width: 1440, language: 'en', theme: 'dark' },
  { width: 1440, language: 'zh', theme: 'light' },
]

const LAYOUT_NAMES = { en: 'Ticket sales by showing', zh: '按场次的售票明细' } as const

function texts({ language }: Seat) {
  return language === 'zh' ? zh : en
}

/** Runs in the page, so it is text: what stands beyond the right edge, where the page scrolls sideways. */
const BEYOND_THE_EDGE = `(() => {
  const edge = document.documentElement.clientWidth
  if (document.documentElement.scrollWidth <= edge) return []
  return [...document.querySelectorAll('body *')]
    .filter((one) => one.getBoundingClientRect().right > edge + 1)
    .map((one) => one.outerHTML.slice(0, 120))
})()`

async function expectNoSideways(page: Page) {
  expect(await page.evaluate(BEYOND_THE_EDGE)).toEqual([])
}

async function minorOf(page: Page): Promise<string> {
  return (await page.getByTestId('gross').getAttribute('data-minor')) ?? ''
}

describe.skipIf(browser === undefined).each(SEATS)('at $width px, in $language, $theme', (seat) => {
  let served: Served
  let folder: string
  let page: Page
  const t = texts(seat)

  beforeAll(async () => {
    served = await serveTestHouse()
    folder = await mkdtemp(join(tmpdir(), 'fullhouse-journey-'))
    if (browser) page = await sitDown(browser, seat)
  }, 120_000)
  afterEach((context) => {
    if (context.task.result?.state !== 'fail') return
    // What somebody in that seat saw when it broke.
    return page.screenshot({ path: join(tmpdir(), `journey-${seat.width}-${seat.language}.png`) })
  })
  afterAll(async () => {
    await page?.context().close()
    await served?.close()
    if (folder) await rm(folder, { recursive: true, force: true })
  })

  test('from the empty folder to the sample chart that moves', async () => {
    await page.goto(served.url)
    expect(await page.locator('html').getAttribute('lang')).toContain(seat.language)
    await page.getByText(t.welcomeEmpty).waitFor()
    await page.getByRole('button', { name: t.startSample }).click()
    await page.waitForURL(/\/today/, { timeout: 60_000 })
    await page.getByTestId('gross').waitFor()
    // The chart is drawn: a line of its own for today.
    const lines = page.getByRole('img', { name: t.paceLabel }).locator('svg path')
    await expect.poll(() => lines.count(), { timeout: 20_000 }).toBeGreaterThan(4)
    await page.getByTestId('film-row').first().waitFor()
    await expectNoSideways(page)
    const before = await minorOf(page)
    await expect.poll(() => minorOf(page), { timeout: 45_000 }).not.toBe(before)
    // Plainly marked, at the phone by its sign alone.
    await page
      .getByRole('button', { name: t.sampleRemoveLabel, exact: true })
      .locator('visible=true')
      .waitFor()
  }, 150_000)

  test('from the dropped file to its chart', async () => {
    const path = join(folder, 'till export.csv')
    await writeFile(path, tillFile(ROWS))
    await page.goto(`${served.url}/imports`)
    await page.locator('input[type=file]').setInputFiles(path)
    await page.getByText(LAYOUT_NAMES[seat.language]).first().waitFor()
    await page.getByRole('combobox', { name: t.cinema, exact: true }).fill('The Art')
    await page.getByRole('combobox', { name: t.timezone, exact: true }).fill('America/Chicago')
    await page.keyboard.press('Escape')
    await page.getByRole('combobox', { name: t.currency, exact: true }).fill('USD')
    await page.keyboard.press('Escape')
    await page.getByTestId('import').click()
    await page.getByTestId('see-chart').waitFor({ timeout: 30_000 })
    const accepted = await page.getByTestId('fate-accepted').textContent()
    expect(accepted?.replaceAll(/\D/g, '')).toBe(String(ROWS.length))
    await expectNoSideways(page)
    await page.getByTestId('see-chart').click()
    const total = page.getByTestId('history-total')
    await total.waitFor()
    await expect
      .poll(() => total.getAttribute('data-minor'), { timeout: 20_000 })
      .toBe(String(CENTS))
    await expectNoSideways(page)
  }, 90_000)

  test('the sample goes in one press, and what is real stays', async () => {
    const house = async () => (await fetch(`${served.url}/v1/house`)).text()
    const { organisations } = JSON.parse(await house())
    const sample = organisations.find((one: { sample: boolean }) => one.sample)
    await page.goto(`${served.url}/today?organisation=${sample.id}`)
    const mark = page
      .getByRole('button', { name: t.sampleRemoveLabel, exact: true })
      .locator('visible=true')
    await mark.click()
    await page.getByRole('button', { name: t.sampleRemoveDo, exact: true }).click()
    await expect.poll(house, { timeout: 60_000 }).not.toContain('Halcyon')
    await page.goto(`${served.url}/today`)
    await page.getByTestId('gross').waitFor()
    expect(await page.getByRole('button', { name: t.sampleRemoveLabel, exact: true }).count()).toBe(
      0,
    )
  }, 90_000)
})

afterAll(() => browser?.close())
