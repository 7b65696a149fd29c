import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { LOCAL_OWNER } from '#identity'
import { expectAccepted } from '#kernel'
import type { Served } from '#server'
import type { Seat, TillRow } from '#test'
import { axeComplaints, openChromium, serveTestHouse, sitDown, tillFile, tillRows } from '#test'
import { en } from '../../src/doors/web/console/texts/en.ts'
import { zh } from '../../src/doors/web/console/texts/zh.ts'

const browser: Browser | undefined = await openChromium()

const SEATS: readonly Seat[] = [
  { width: 1440, language: 'en', theme: 'light' },
  { width: 390, language: 'zh', theme: 'dark' },
]
/** Where the pictures of docs are made; otherwise beside other tests' pictures. */
const PICTURES = process.env['PICTURES'] === undefined ? tmpdir() : 'docs/pictures'

/** Sixty days from 1 June 2018 on, of a cinema that counts in dollars and one in euros. */
const AMERICAN = tillRows('explore-american', 60)
const IRISH = tillRows('explore-irish', 60)
const ALL = [...AMERICAN, ...IRISH]
const HOURS: Readonly<Record<string, number>> = { '2': 14, '5': 17, '8': 20, '11': 23 }

const dayOf = (row: TillRow) => row.date.replace(/,? \d+:15:00 PM$/, '')
const weekdayOf = (row: TillRow) =>
  String(((new Date(`${dayOf(row)} UTC`).getUTCDay() + 6) % 7) + 1)
const hourOf = (row: TillRow) => String(HOURS[/ (\d+):15/.exec(row.date)?.[1] ?? ''])
/** The last four weeks that there are: 3 to 30 July. */
const isLast28 = (row: TillRow) => /^Jul ([3-9]|[12]\d|30),/.test(row.date)
const tickets = (rows: readonly TillRow[]) => rows.reduce((sum, { quantity }) => sum + quantity, 0)
const cents = (rows: readonly TillRow[]) =>
  String(rows.reduce((sum, { quantity, unitCents }) => sum + quantity * unitCents, 0))
/** What a page comes to say, on a machine that has other things to do too. */
const soon = <Value>(value: () => Value | Promise<Value>, timeout = 20_000) =>
  expect.poll(value, { timeout })
const exact = (count: number) => count.toLocaleString('en')

describe.skipIf(browser === undefined).each(SEATS)('at $width px, in $language', (seat) => {
  let served: Served
  let page: Page
  const t = seat.language === 'zh' ? zh : en
  const narrow = seat.width === 390
  const begins = (text: string) => new RegExp(`^${text.split('{')[0]}`)
  const lead = () => page.getByTestId('lead')
  const drill = () => page.getByTestId('drill')
  const parameter = (name: string) => new URL(page.url()).searchParams.get(name)
  const open = (rest = '') => page.goto(`${served.url}/explore${rest}`)
  const picture = (name: string) =>
    page.screenshot({
      path: join(tmpdir(), `${name}-${seat.width}-${seat.theme}-${seat.language}.png`),
      fullPage: true,
    })

  async function isWell(name: string, within = '.shell-page') {
    // Figures on their way out are pale on purpose.
    await page.locator('.chart-old').first().waitFor({ state: 'detached' })
    await picture(name)
    const beyond = 'document.documentElement.scrollWidth - document.documentElement.clientWidth'
    expect(await page.evaluate(beyond)).toBe(0)
    expect(await axeComplaints(page, within)).toEqual([])
  }

  /** On a phone the question is a sentence that opens. */
  async function inQuestion(act: () => Promise<void>) {
    if (!narrow) return act()
    await page.locator('.explore-sentence').click()
    await act()
    await page.getByRole('button', { name: t.exploreShow, exact: true }).click()
  }

  async function give(cinema: string, timezone: string, currency: string, text: string) {
    const { importer } = served.house
    const bytes = Readable.from([Buffer.from(text)])
    const file = await importer.receive(LOCAL_OWNER, `${cinema}.csv`, bytes)
    const request = { fileId: file.id, cinema, timezone, currency }
    const begun = expectAccepted(await importer.begin(LOCAL_OWNER, request))
    await importer.run(LOCAL_OWNER, begun.id, AbortSignal.timeout(60_000))
  }

  beforeAll(async () => {
    served = await serveTestHouse()
    await give('Chicago Loop', 'America/Chicago', 'USD', tillFile(AMERICAN))
    await give('Dublin Rathmines', 'Europe/Dublin', 'EUR', tillFile(IRISH))
    if (browser) page = await sitDown(browser, seat)
  }, 240_000)
  afterEach(async (context) => {
    if (context.task.result?.state === 'fail') await picture('explore-broke')
  })
  afterAll(async () => {
    await page?.context().close()
    await served?.close()
  })

  test('it opens with when people come, against just before', async () => {
    await open()
    await soon(() => lead().textContent()).toContain(exact(tickets(ALL.filter(isLast28))))
    await page.getByRole('application').waitFor()
    await isWell('explore-opened')
  }, 60_000)

  test('a mark is chosen by keyboard, and its tickets are found behind it', async () => {
    await open()
    const chart = page.getByRole('application')
    await chart.focus()
    for (const key of ['ArrowRight', 'ArrowDown', 'ArrowRight', 'Enter'])
      await page.keyboard.press(key)
    await drill().waitFor()
    const [weekday, hour] = [parameter('at-weekday'), parameter('at-hour')]
    const behind = ALL.filter(
      (row) => isLast28(row) && weekdayOf(row) === weekday && hourOf(row) === hour,
    )
    expect(tickets(behind)).toBeGreaterThan(0)
    await soon(() => drill().textContent()).toContain(exact(tickets(behind)))
    await drill().getByTestId('answer-row').first().waitFor()
    await isWell('explore-screenings')
    await page.getByRole('radio', { name: t.drill_tickets, exact: true }).click()
    await drill().getByTestId('ticket').first().waitFor()
    expect(parameter('tab')).toBe('tickets')
    await isWell('explore-tickets')
    // Every step is one back.
    await page.goBack()
    await drill().getByTestId('answer-row').first().waitFor()
    await page.goBack()
    await drill().waitFor({ state: 'detached' })
    await page.goForward()
    await drill().waitFor()
    // Narrowed to the mark, it is the whole.
    await page.getByRole('button', { name: t.drillFilter }).click()
    await soon(() => lead().textContent()).toContain(exact(tickets(behind)))
    expect([parameter('weekday'), parameter('hour')]).toEqual([weekday, hour])
  }, 90_000)

  test('amounts of several currencies are refused with what can be asked instead', async () => {
    await open('?by=film&chart=table')
    await lead().waitFor()
    await inQuestion(async () => {
      await page.getByRole('button', { name: begins(t.metricsLabel) }).click()
      await page.keyboard.type(t.metric_gross)
      const gross = page.getByRole('option', { name: begins(t.metric_gross) }).first()
      await gross.click()
      await page.keyboard.press('Escape')
      await page.keyboard.press('Escape')
    })
    await page.getByText(t.refusedCurrency).waitFor()
    expect(parameter('show')).toBe('admissions.gross')
    await isWell('explore-refused')
    await page.getByRole('button', { name: t.moneyOnly.replace('{code}', 'USD') }).click()
    await soon(() => parameter('in')).toBe('USD')
    await soon(() =>
      page.locator('tfoot .total [data-minor]').first().getAttribute('data-minor'),
    ).toBe(cents(AMERICAN.filter(isLast28)))
  }, 60_000)

  test('a table is sorted by its heads, and a filter is found by typing', async () => {
    await open('?by=film&chart=table&against=previous.year')
    const rows = page.getByTestId('answer-row')
    await rows.first().waitFor()
    expect(await rows.count()).toBe(5)
    if (!narrow) {
      await page.getByRole('columnheader', { name: t.dim_film }).getByRole('button').click()
      await soon(() => parameter('order')).toBe('film')
      await soon(() => rows.first().textContent()).toContain('Café')
      await page.getByRole('columnheader', { name: t.dim_film }).getByRole('button').click()
      await soon(() => parameter('order')).toBe('film.desc')
    }
    await isWell('explore-table')
    await inQuestion(async () => {
      await page.getByRole('button', { name: t.filterAdd }).click()
      await page
        .getByRole('option', { name: begins(t.dim_film) })
        .first()
        .click()
      await page.keyboard.type('salt')
      await page.getByRole('option', { name: /The Salt Road/ }).waitFor()
      await soon(() => page.getByRole('option').count()).toBe(1)
      await page.keyboard.press('ArrowDown')
      await page.keyboard.press('Enter')
      await soon(() => parameter('film')).not.toBeNull()
      await page.keyboard.press('Escape')
      await page.keyboard.press('Escape')
    })
    const salt = ALL.filter((row) => isLast28(row) && row.title === 'The Salt Road')
    await soon(() => lead().textContent()).toContain(exact(tickets(salt)))
    await soon(() => rows.count()).toBe(1)
  }, 90_000)

  test('a view is saved, left, and opened again', async () => {
    await open('?show=screenings&by=cinema&span=thisMonth&chart=table')
    await lead().waitFor()
    await page.getByRole('button', { name: t.saveView, exact: true }).click()
    await page.getByRole('textbox', { name: t.saveName }).fill('Month by cinema')
    await isWell('explore-saving', '.popover')
    await page.keyboard.press('Enter')
    const saved = t.savedNow.replace('{name}', 'Month by cinema')
    await page.getByRole('button', { name: saved }).waitFor()
    await open()
    await page.getByRole('button', { name: t.savedViews, exact: true }).click()
    await page.getByRole('button', { name: 'Month by cinema', exact: true }).click()
    await soon(() => parameter('show')).toBe('screenings')
    await page.getByRole('button', { name: saved }).waitFor()
  }, 60_000)

  test('how it is worked out can be seen', async () => {
    await open()
    await page.getByText(t.planTitle).first().click()
    await page
      .getByText(/select/)
      .first()
      .waitFor()
    await isWell('explore-plan')
  }, 60_000)

  test('an address that makes no sense opens what it can', async () => {
    await open(
      '?show=dreams&by=film.starsign&from=2018-02-30&film=Emma&at-film=x&against=none&chart=table',
    )
    await soon(() => lead().textContent()).toContain(exact(tickets(ALL.filter(isLast28))))
    // From the next step on nothing of it is left.
    await page.getByTestId('answer-row').first().click()
    await drill().waitFor()
    expect([parameter('show'), parameter('from'), parameter('film')]).toEqual([null, null, null])
  }, 60_000)
})

/** A live circuit: what files cannot show. Its figures move, so it is seen and not added up. */
describe.skipIf(browser === undefined)('the sample circuit', () => {
  let served: Served

  beforeAll(async () => {
    served = await serveTestHouse()
    await served.house.sample.make()
    const house = async () => (await fetch(`${served.url}/v1/house`)).text()
    const state = async (): Promise<unknown> => JSON.parse(await house()).sample.state
    while ((await state()) !== 'live') await new Promise((done) => setTimeout(done, 1_000))
  }, 300_000)
  afterAll(() => served?.close())

  test.each(SEATS)(
    'at $width px, in $language, is watched as it sells',
    async (seat) => {
      if (!browser) return
      const page = await sitDown(browser, seat)
      const name = (view: string) => `${view}-${seat.width}-${seat.theme}-${seat.language}.png`
      const minor = () => page.getByTestId('lead').getAttribute('data-minor')
      await page.goto(`${served.url}/explore?show=gross&by=hour&span=today&against=none`)
      await page.getByTestId('freshness').waitFor()
      const before = await minor()
      await soon(minor, 60_000).not.toBe(before)
      await page.goto(`${served.url}/explore?at-weekday=6&at-hour=20`)
      await page.getByTestId('drill').getByTestId('answer-row').first().waitFor({ timeout: 60_000 })
      // As tall as the page: a phone's tab bar stands at its end.
      const height = Number(await page.evaluate('document.documentElement.scrollHeight'))
      await page.setViewportSize({ width: seat.width, height })
      await page.screenshot({ path: join(PICTURES, name('explore')) })
      expect(await axeComplaints(page, '.shell-page')).toEqual([])
      await page.context().close()
    },
    180_000,
  )
})
