import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { OWN_ORGANISATION, readMappingText, saveMapping } from '#collate'
import { LOCAL_OWNER } from '#identity'
import { expectAccepted } from '#kernel'
import type { Served } from '#server'
import type { MarketRow, Seat } from '#test'
import {
  axeComplaints,
  festivalFiles,
  MARKET_MAPPING,
  marketFile,
  marketRows,
  openChromium,
  serveTestHouse,
  sitDown,
  tillFile,
  WEEKEND_FILE,
  WEEKEND_MAPPING,
} from '#test'
import { addOrganisation } from '#venues'
import { en } from '../../src/doors/web/console/texts/en.ts'
import { zh } from '../../src/doors/web/console/texts/zh.ts'

const browser: Browser | undefined = await openChromium()

const SEATS: readonly Seat[] = [
  { width: 1440, language: 'zh', theme: 'dark' },
  { width: 390, language: 'en', theme: 'light' },
]
/** Where the pictures of docs are made; otherwise beside other tests' pictures. */
const PICTURES = process.env['PICTURES'] === undefined ? tmpdir() : 'docs/pictures'

/** Machines that test are busy. */
const PATIENT = { timeout: 20_000 }

/** New Year of the Chinese calendar, and the one before. */
const [NEW_YEAR, BEFORE] = ['2026-02-17', '2025-01-29']
const ROWS = marketRows('market', '2025-01-01', '2026-02-22')

const within = (from: string, to: string) => ROWS.filter(({ day }) => day >= from && day <= to)
const sum = (rows: readonly MarketRow[], of: 'gross' | 'admissions') =>
  rows.reduce((all, row) => all + row[of], 0)
const fen = (rows: readonly MarketRow[]) => String(sum(rows, 'gross') * 100)

/** One cinema of ours, on the same films: forty yuan a ticket, two hundred people a day. */
function ownFile(): string {
  const days = within('2026-02-10', '2026-02-22').filter(({ title }) => {
    return title === '铁甲少年：破晓' || title === '万家灯火时'
  })
  return tillFile(
    days.map(({ title, day }) => {
      const date = new Date(`${day}T00:00:00Z`)
      const month = date.toLocaleString('en-US', { month: 'short', timeZone: 'UTC' })
      const moment = `${month} ${date.getUTCDate()}, ${date.getUTCFullYear()} 7:00:00 PM`
      return { title, date: moment, ticketType: 'Adult', quantity: 200, unitCents: 4_000 }
    }),
  )
}

describe.skipIf(browser === undefined).each(SEATS)('at $width px, in $language', (seat) => {
  let served: Served
  let page: Page
  const t = seat.language === 'zh' ? zh : en
  const picture = (name: string, folder = tmpdir()) =>
    page.screenshot({
      path: join(folder, `${name}-${seat.width}-${seat.theme}-${seat.language}.png`),
      fullPage: true,
    })
  const open = (rest = '') => page.goto(`${served.url}/market${rest}`)
  const lead = () => page.getByTestId('market-lead')
  const films = () => page.getByTestId('market-film')

  async function give(name: string, text: string, more: object = {}): Promise<void> {
    const { importer } = served.house
    const file = await importer.receive(LOCAL_OWNER, name, Readable.from([Buffer.from(text)]))
    const begun = expectAccepted(await importer.begin(LOCAL_OWNER, { fileId: file.id, ...more }))
    const done = await importer.run(LOCAL_OWNER, begun.id, AbortSignal.timeout(120_000))
    expect(done.state).toBe('done')
  }

  async function giveMapped(name: string, text: string, yaml: string): Promise<void> {
    const mapping = expectAccepted(readMappingText(yaml))
    const mappingId = await served.house.store.write(async (transaction) => {
      const own = await addOrganisation(transaction, { name: OWN_ORGANISATION, sample: false })
      return saveMapping(transaction, own, mapping)
    })
    await give(name, text, { mappingId })
  }

  async function giveMarket(): Promise<void> {
    await giveMapped('全国每日票房.csv', marketFile(ROWS), MARKET_MAPPING)
    for (const [at, text] of festivalFiles().entries()) await give(`${2025 + at}.json`, text)
    const place = { cinema: '东门影城', timezone: 'Asia/Shanghai', currency: 'CNY' }
    await give('till.csv', ownFile(), place)
    await served.house.importer.idle()
  }

  async function isWell(name: string, folder?: string) {
    // What is on its way stands at less ink.
    const waits = page.locator('[data-waits], [aria-busy=true], .chart-old')
    await expect.poll(() => waits.count(), PATIENT).toBe(0)
    await picture(name, folder)
    const beyond = 'document.documentElement.scrollWidth - document.documentElement.clientWidth'
    expect(await page.evaluate(beyond)).toBe(0)
    expect(await axeComplaints(page, '.shell-page')).toEqual([])
  }

  const leadMinor = () => lead().getAttribute('data-minor')

  beforeAll(async () => {
    served = await serveTestHouse()
    if (browser) page = await sitDown(browser, seat)
  }, 120_000)
  afterEach(async (context) => {
    if (context.task.result?.state === 'fail') await picture('market-broke')
  })
  afterAll(async () => {
    await page?.context().close()
    await served?.close()
  })

  test('where nobody reports a market the page says which files do', async () => {
    await open()
    await page.getByText(t.marketEmpty).waitFor()
    await page.getByText('KOBIS').waitFor()
    await isWell('market-empty')
  }, 60_000)

  test('a day leads with its gross, held against the same festival a year before', async () => {
    await giveMarket()
    await open(`?day=${NEW_YEAR}&against=holiday,weekday`)
    await films().first().waitFor()
    await expect.poll(leadMinor, PATIENT).toBe(fen(within(NEW_YEAR, NEW_YEAR)))
    if (seat.language === 'zh') {
      const yuan = (sum(within(NEW_YEAR, NEW_YEAR), 'gross') / 1e8).toFixed(2)
      await expect.poll(() => lead().textContent(), PATIENT).toBe(`${yuan}亿元`)
      const before = (sum(within(BEFORE, BEFORE), 'gross') / 1e8).toFixed(2)
      await page.getByText(`${before}亿元`).first().waitFor()
    }
    await page.getByText(`${t.compare_holiday} 春节`).first().waitFor()
    const first = films().first()
    expect(await first.textContent()).toContain('铁甲少年：破晓')
    expect(await first.textContent()).toContain(t.new)
    expect(await films().count()).toBe(10)
    await isWell('market', PICTURES)
  }, 120_000)

  test('a step back, a week, a year: each is the sum of its days', async () => {
    await page.getByRole('button', { name: t.marketPrevious }).click()
    await expect.poll(leadMinor, PATIENT).toBe(fen(within('2026-02-16', '2026-02-16')))
    await page.getByRole('radio', { name: t.marketSpan_week, exact: true }).click()
    await expect.poll(leadMinor, PATIENT).toBe(fen(within('2026-02-16', '2026-02-22')))
    expect(page.url()).toContain('span=week')
    await page.getByRole('radio', { name: t.marketSpan_year, exact: true }).click()
    await expect.poll(leadMinor, PATIENT).toBe(fen(within('2026-01-01', '2026-02-22')))
    await page.getByText(t.marketDefinitions).click()
    await isWell('market-year')
    // Undo is the way back.
    await page.goBack()
    await expect.poll(leadMinor, PATIENT).toBe(fen(within('2026-02-16', '2026-02-22')))
    await page.getByRole('radio', { name: t.admissions, exact: true }).click()
    await expect
      .poll(leadMinor, PATIENT)
      .toBe(String(sum(within('2026-02-16', '2026-02-22'), 'admissions')))
  }, 120_000)

  test('ours stands beside the market, each named', async () => {
    await open(`?day=${NEW_YEAR}`)
    const ours = page.getByTestId('market-ours')
    await ours.getByText('铁甲少年：破晓').waitFor()
    const share = (400 * 40) / sum(within(NEW_YEAR, NEW_YEAR), 'gross')
    expect(share).toBeLessThan(0.001)
    await ours
      .getByText(seat.language === 'zh' ? '1.6万元' : '¥16,000')
      .first()
      .waitFor()
    await page.getByText(t.marketOursSay.replace('{source}', '全国每日票房')).waitFor()
  }, 60_000)

  test('a note is written beside the trend, taken away, and put back', async () => {
    await page.getByRole('button', { name: t.noteAdd }).first().click()
    await page.getByRole('button', { name: t.noteSave }).click()
    await page.getByText(t.noteTextMissing).waitFor()
    await page.getByLabel(t.noteText, { exact: true }).fill('Bridge closed')
    await isWell('market-note')
    await page.getByRole('button', { name: t.noteSave }).click()
    const listed = page.locator('.note-list').getByText('Bridge closed')
    await listed.waitFor()
    const remove = t.noteRemove.replace('{text}', 'Bridge closed')
    await page.getByRole('button', { name: remove }).click()
    await listed.waitFor({ state: 'detached' })
    await page.getByRole('button', { name: t.undo }).click()
    await listed.waitFor()
  }, 60_000)

  test('every film is a step away, and each leads on', async () => {
    await open(`?day=${NEW_YEAR}`)
    await films().first().waitFor()
    const all = within(NEW_YEAR, NEW_YEAR).length
    await page
      .getByRole('button', { name: t.marketAllFilms.replace('{count}', String(all)) })
      .click()
    await expect.poll(() => films().count(), PATIENT).toBe(all)
    await isWell('market-films')
  }, 60_000)

  test('another source, of another country, is a choice away: its weekends and nothing finer', async () => {
    await giveMapped('weekends.csv', WEEKEND_FILE, WEEKEND_MAPPING)
    await open()
    await page.getByRole('button', { name: t.marketSource }).click()
    await page
      .getByRole('option', { name: seat.language === 'zh' ? '英国' : 'United Kingdom' })
      .click()
    await expect.poll(leadMinor, PATIENT).toBe('131260000')
    expect(await page.getByRole('radio', { name: t.marketSpan_day, exact: true }).count()).toBe(0)
    const first = films().first()
    expect(await first.textContent()).toContain('Northern Line')
    await page.getByRole('button', { name: t.marketPrevious }).click()
    await expect.poll(leadMinor, PATIENT).toBe('145250000')
    await isWell('market-weekend')
  }, 120_000)
})
