import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { OWN_ORGANISATION, readMappingText, saveMapping } from '#collate'
import { LOCAL_OWNER } from '#identity'
import { expectAccepted } from '#kernel'
import type { Served } from '#server'
import type { Seat } from '#test'
import { axeComplaints, openChromium, serveTestHouse, sitDown } from '#test'
import { addOrganisation } from '#venues'
import { en } from '../../src/doors/web/console/texts/en.ts'
import { zh } from '../../src/doors/web/console/texts/zh.ts'
import type { CircuitTicket } from '../support/circuit-files.ts'
import {
  CIRCUIT_LAST_DAY,
  circuitScreenings,
  circuitTickets,
  grossOf,
  SCREENINGS_MAPPING,
  screeningsFile,
  TICKETS_MAPPING,
  ticketsFile,
} from '../support/circuit-files.ts'

const browser: Browser | undefined = await openChromium()

const SEATS: readonly Seat[] = [
  { width: 1440, language: 'en', theme: 'light' },
  { width: 390, language: 'zh', theme: 'dark' },
]
/** Where the pictures of docs are made; otherwise beside other tests' pictures. */
const PICTURES = process.env['PICTURES'] === undefined ? tmpdir() : 'docs/pictures'

/** How long a figure may take on a machine that many share. */
const PATIENT = { timeout: 60_000 }

const TICKETS = circuitTickets()
const CORK = 'Cork Opera Lane'
/** Friday to Sunday, the last that is over, and the one before. */
const WEEKEND = { from: '2026-09-18', to: CIRCUIT_LAST_DAY }
const BEFORE = { from: '2026-09-11', to: '2026-09-13' }
const MONTH = { from: '2026-08-24', to: CIRCUIT_LAST_DAY }

type Days = { readonly from: string; readonly to: string }
type Of = Partial<Pick<CircuitTicket, 'cinema' | 'film' | 'type' | 'channel'>>

/** What was sold, counted from the files themselves. */
function sold({ from, to }: Days, of: Of = {}): readonly CircuitTicket[] {
  return TICKETS.filter(
    (row) =>
      from <= row.day &&
      row.day <= to &&
      Object.entries(of).every(([name, value]) => row[name as keyof Of] === value),
  )
}
const cents = (days: Days, of?: Of) => String(grossOf(sold(days, of)))

/** Share of the cinema's gross ÷ share of its seats, over the days it has tickets of. */
function efficiency(cinema: string, film: string): number {
  const seats = (title?: string) =>
    circuitScreenings()
      .filter((one) => one.cinema === cinema && (title === undefined || one.film === title))
      .filter(({ day }) => WEEKEND.from <= day && day <= WEEKEND.to)
      .reduce((sum, one) => sum + one.seats, 0)
  const gross = grossOf(sold(WEEKEND, { cinema, film })) / grossOf(sold(WEEKEND, { cinema }))
  return gross / (seats(film) / seats())
}

let served: Served

async function give(name: string, text: string, mappingText: string): Promise<void> {
  const { importer, store } = served.house
  const mapping = expectAccepted(readMappingText(mappingText))
  const mappingId = await store.write(async (transaction) => {
    const own = await addOrganisation(transaction, { name: OWN_ORGANISATION, sample: false })
    return String(await saveMapping(transaction, own, mapping))
  })
  const bytes = Readable.from([Buffer.from(text)])
  const { id } = await importer.receive(LOCAL_OWNER, name, bytes)
  const place = { cinema: '', timezone: 'Europe/Dublin', currency: 'EUR' }
  const begun = expectAccepted(
    await importer.begin(LOCAL_OWNER, { fileId: id, mappingId, ...place }),
  )
  await importer.run(LOCAL_OWNER, begun.id, AbortSignal.timeout(120_000))
}

beforeAll(async () => {
  if (!browser) return
  served = await serveTestHouse()
  await give('tickets.csv', ticketsFile(), TICKETS_MAPPING)
  await give('programme.csv', screeningsFile(), SCREENINGS_MAPPING)
  await served.house.importer.idle()
  // One more, of which nobody has sent anything yet.
  const cinema = { name: 'Lantern', timezone: 'Europe/Dublin', currency: 'EUR' }
  await fetch(`${served.url}/v1/cinemas`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() },
    body: JSON.stringify(cinema),
  })
}, 300_000)
afterAll(async () => {
  await browser?.close()
  await served?.close()
})

describe.skipIf(browser === undefined).each(SEATS)('at $width px, in $language, $theme', (seat) => {
  let page: Page
  const t = seat.language === 'zh' ? zh : en
  const narrow = seat.width === 390
  const open = (path: string) => page.goto(`${served.url}${path}`)
  const parameter = (name: string) => new URL(page.url()).searchParams.get(name)
  const minorOf = (testId: string) => page.getByTestId(testId).first().getAttribute('data-minor')
  const settled = () => expect.poll(waiting, PATIENT).toBe(0)
  const waiting = async () =>
    (await page.getByText(t.loading, { exact: true }).count()) +
    (await page.locator('[aria-busy=true]').count())
  const picture = (name: string, folder = tmpdir()) =>
    page.screenshot({
      path: join(folder, `${name}-${seat.width}-${seat.theme}-${seat.language}.png`),
      fullPage: true,
    })

  /** Nothing is on its way or beyond the edge, and axe finds nothing, in either theme. */
  async function isWell(name: string, folder?: string) {
    await settled()
    const beyond = 'document.documentElement.scrollWidth - document.documentElement.clientWidth'
    expect(await page.evaluate(beyond)).toBe(0)
    const other = seat.theme === 'light' ? 'dark' : 'light'
    for (const colorScheme of [other, seat.theme] as const) {
      await page.emulateMedia({ colorScheme })
      expect(await axeComplaints(page, '.shell-page')).toEqual([])
    }
    await picture(name, folder)
  }

  beforeAll(async () => {
    if (browser) page = await sitDown(browser, seat)
  })
  afterEach(async (context) => {
    if (context.task.result?.state === 'fail') await picture('booker-broke')
  })
  afterAll(() => page?.context().close())

  test('every cinema stands in the list, the one without a figure with its state', async () => {
    await open('/cinemas')
    await expect.poll(() => minorOf('gross'), PATIENT).toBe(cents(MONTH))
    const lines = page.getByTestId('cinema-line')
    expect(await lines.count()).toBe(7)
    const lantern = lines.filter({ hasText: 'Lantern' })
    expect(await lantern.textContent()).toContain(t.cinNoFigures)
    const cork = lines.filter({ hasText: CORK })
    const gross = cork.locator('[data-metric=gross]')
    expect(await gross.getAttribute('data-minor')).toBe(cents(MONTH, { cinema: CORK }))
    await isWell('cinemas', PICTURES)
    // Sorted by its head on a desk, from a list on a phone; one without a figure stays last.
    if (narrow) await page.getByLabel(t.cinSortedBy).selectOption('revenuePerSeatDay')
    else {
      const name = t.cinHead_revenuePerSeatDay
      await page.getByRole('button', { name, exact: true }).click()
    }
    await expect.poll(() => parameter('order'), PATIENT).toBe('revenuePerSeatDay')
    await expect.poll(() => lines.last().textContent(), PATIENT).toContain('Lantern')
    const amounts = await page
      .locator('tbody [data-metric=revenuePerSeatDay]')
      .evaluateAll((cells) => cells.map((cell) => Number(cell.getAttribute('data-minor'))))
    expect(amounts).toEqual(amounts.toSorted((one, other) => other - one))
    await page.goBack()
    await expect.poll(() => parameter('order'), PATIENT).toBeNull()
  }, 120_000)

  test('the Monday sheet has the weekend of every film at every cinema', async () => {
    await open('/cinemas')
    await page.getByRole('link', { name: t.weekendSheet }).click()
    await page.waitForURL(/\/cinemas\/weekend/)
    await expect.poll(() => minorOf('gross'), PATIENT).toBe(cents(WEEKEND))
    if (!narrow) {
      await page.getByTestId('matrix-row').nth(6).waitFor()
      await isWell('weekend', PICTURES)
      await page.getByRole('radio', { name: t.weekendByFilm, exact: true }).click()
    }
    const salt = page.getByRole('region', { name: 'The Salt Road', exact: true })
    const line = salt.getByTestId('sheet-line').filter({ hasText: CORK })
    if (!(await line.isVisible())) await salt.getByRole('button', { name: 'The Salt Road' }).click()
    const lead = line.locator('.cell-lead')
    expect(await lead.getAttribute('data-minor')).toBe(
      cents(WEEKEND, { cinema: CORK, film: 'The Salt Road' }),
    )
    const now = grossOf(sold(WEEKEND, { cinema: CORK, film: 'The Salt Road' }))
    const then = grossOf(sold(BEFORE, { cinema: CORK, film: 'The Salt Road' }))
    const fall = Math.abs((now / then - 1) * 100).toFixed(1)
    expect(await line.textContent()).toContain(fall)
    await isWell(narrow ? 'weekend' : 'weekend-films', PICTURES)
  }, 120_000)

  test('hold, fewer and drop follow the rule that is printed with its thresholds', async () => {
    await open('/cinemas/weekend?view=films')
    await page.getByTestId('sheet-line').first().waitFor()
    const rule = page.getByRole('region', { name: t.stayRule })
    for (const threshold of ['0.85', '0.60', '1.15']) {
      expect(await rule.textContent()).toContain(threshold)
    }
    for (const film of ['The Salt Road', 'Orbit of Ida', '十万灯火']) {
      const part = page.getByRole('region', { name: film, exact: true })
      const lines = part.getByTestId('sheet-line')
      for (const cinema of [CORK, 'Dublin Rathmines', 'Drogheda West Street']) {
        const line = lines.filter({ hasText: cinema })
        const value = efficiency(cinema, film)
        if (!narrow) expect(await line.textContent()).toContain(value.toFixed(2))
        const advice = await line.getAttribute('data-advice')
        if (value >= 1) expect(advice).toBe('hold')
        if (value < 0.85) expect(['fewer', 'drop']).toContain(advice)
      }
    }
  }, 120_000)

  test('a call is with one distributor, and another weekend is a step away', async () => {
    await open('/cinemas/weekend?view=films')
    await page.getByTestId('sheet-line').first().waitFor()
    await page.getByRole('button', { name: t.weekendAllDistributors }).click()
    await page.getByRole('option', { name: 'Northlight' }).click()
    await expect.poll(() => parameter('distributor'), PATIENT).toBe('Northlight')
    await page
      .getByRole('region', { name: 'Orbit of Ida', exact: true })
      .waitFor({ state: 'detached' })
    const own = ['The Salt Road', '十万灯火']
    const northlight = own.reduce((sum, film) => sum + grossOf(sold(WEEKEND, { film })), 0)
    await expect.poll(() => minorOf('gross'), PATIENT).toBe(String(northlight))
    await page.goBack()
    await expect.poll(() => minorOf('gross'), PATIENT).toBe(cents(WEEKEND))
    await page.getByRole('button', { name: t.weekendBefore }).click()
    await expect.poll(() => parameter('friday'), PATIENT).toBe(BEFORE.from)
    await expect.poll(() => minorOf('gross'), PATIENT).toBe(cents(BEFORE))
    // On paper every part lies open, with room to write what was agreed.
    await page.emulateMedia({ media: 'print' })
    const unfolded = await page.locator('.sheet-body').last().isVisible()
    const agreed = await page.getByText(t.weekendAgreed).first().isVisible()
    await page.emulateMedia({ media: 'screen' })
    // Paper is as wide as a desk; a phone's screen is not.
    expect([unfolded, agreed]).toEqual([true, !narrow])
  }, 120_000)

  test('a cinema has its rooms by hour, and stands beside those like it', async () => {
    await open('/cinemas')
    await page.getByRole('link', { name: CORK }).click()
    await page.waitForURL(/\/cinemas\/\d+/)
    const alike = page.getByTestId('alike-line')
    await alike.nth(4).waitFor({ timeout: 60_000 })
    // Nearest in seats offered: 220, 160, 140 and 120 beside its own 180, not 100.
    expect(await alike.allTextContents()).toEqual([
      expect.stringContaining(CORK),
      expect.stringContaining('Drogheda West Street'),
      expect.stringContaining('Dublin Rathmines'),
      expect.stringContaining('Galway Eyre Square'),
      expect.stringContaining('Kilkenny Parade'),
    ])
    expect(await page.getByTestId('room-row').count()).toBe(3)
    await isWell('cinema', PICTURES)
    // Held against others, and back.
    await page
      .getByRole('button', { name: t.cinAlikeCount.includes('#') ? /4/ : '4' })
      .last()
      .click()
    await page.getByRole('option', { name: 'Sligo Quayside' }).click()
    await page.keyboard.press('Escape')
    await expect.poll(() => alike.count(), PATIENT).toBe(6)
    expect(parameter('alike')?.split(',')).toHaveLength(5)
    await page.getByText(t.cinAlikeRule_chosen).waitFor()
    await page.goBack()
    await expect.poll(() => alike.count(), PATIENT).toBe(5)
  }, 120_000)

  test('its films, tickets and auditoria are a tab away', async () => {
    await open('/cinemas')
    await page.getByRole('link', { name: CORK }).click()
    const tabs = page.getByRole('navigation', { name: t.cinTabs })
    await tabs.getByRole('link', { name: t.cinTab_films, exact: true }).click()
    const week = { from: '2026-09-14', to: CIRCUIT_LAST_DAY }
    const salt = page.getByTestId('stay-row').filter({ hasText: 'The Salt Road' })
    await salt.waitFor({ timeout: 60_000 })
    expect(await salt.locator('.cell-lead').getAttribute('data-minor')).toBe(
      cents(week, { cinema: CORK, film: 'The Salt Road' }),
    )
    await isWell('cinema-films')
    await tabs.getByRole('link', { name: t.cinTab_tickets, exact: true }).click()
    const student = page.locator('[data-testid=mix-ticketType][data-value=Student]')
    const count = sold(MONTH, { cinema: CORK, type: 'Student' }).reduce(
      (sum, { quantity }) => sum + quantity,
      0,
    )
    await expect
      .poll(() => student.textContent(), { timeout: 60_000 })
      .toContain(count.toLocaleString('en'))
    // Two prices, two bands.
    await expect.poll(() => page.getByTestId('price-band').count(), PATIENT).toBe(2)
    await isWell('cinema-tickets')
    await tabs.getByRole('link', { name: t.cinTab_auditoria, exact: true }).click()
    await page.getByLabel(t.auditoriumName).waitFor()
    await isWell('cinema-auditoria')
    await tabs.getByRole('link', { name: t.cinTab_settings, exact: true }).click()
    await page.getByText('Europe/Dublin').first().waitFor()
    await isWell('cinema-settings')
  }, 180_000)

  test('a figure leads to the same question in Explore', async () => {
    await open('/cinemas')
    const cork = page.getByTestId('cinema-line').filter({ hasText: CORK })
    await cork.locator('[data-metric=gross] a').click()
    await page.waitForURL(/\/explore/)
    expect(parameter('show')).toBe('gross')
    expect([parameter('from'), parameter('to')]).toEqual([MONTH.from, MONTH.to])
    const [euros] = (grossOf(sold(MONTH, { cinema: CORK })) / 100).toFixed(2).split('.')
    const lead = () => page.getByTestId('lead').textContent()
    await expect.poll(lead, PATIENT).toContain(Number(euros).toLocaleString('en'))
  }, 120_000)
})
