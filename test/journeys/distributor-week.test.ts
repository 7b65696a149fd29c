import { readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { OWN_ORGANISATION, readMappingText, saveMapping } from '#collate'
import { LOCAL_OWNER } from '#identity'
import { expectAccepted } from '#kernel'
import type { Served } from '#server'
import type { CircuitTicket, Seat } from '#test'
import {
  axeComplaints,
  CIRCUIT_LAST_DAY,
  circuitScreenings,
  circuitTickets,
  grossOf,
  MISSING,
  NATION_MAPPING,
  NATION_TIMES,
  nationFile,
  openChromium,
  SALT_ROAD,
  SCREENINGS_MAPPING,
  screeningsFile,
  serveTestHouse,
  sitDown,
  TICKETS_MAPPING,
  ticketsFile,
} from '#test'
import { addOrganisation } from '#venues'
import { en } from '../../src/doors/web/console/texts/en.ts'
import { zh } from '../../src/doors/web/console/texts/zh.ts'
import { shiftDay } from '../../src/doors/web/shared/days.ts'
import { numbersOf } from '../../src/doors/web/shared/numbers.ts'

const browser: Browser | undefined = await openChromium()

const SEATS: readonly Seat[] = [
  { width: 1440, language: 'en', theme: 'light' },
  { width: 390, language: 'zh', theme: 'dark' },
]
/** Where the pictures of docs are made; otherwise beside other tests' pictures. */
const PICTURES = process.env['PICTURES'] === undefined ? tmpdir() : 'docs/pictures'

const TICKETS = circuitTickets()
const week = (number: number) => {
  const from = shiftDay(SALT_ROAD.opensOn, (number - 1) * 7)
  return { from, to: shiftDay(from, 6) }
}
type Days = { readonly from: string; readonly to: string }
const LAST_WEEK: Days = { from: shiftDay(CIRCUIT_LAST_DAY, -6), to: CIRCUIT_LAST_DAY }
const within = ({ from, to }: Days, film?: string, cinema?: string) =>
  TICKETS.filter(
    (row) =>
      row.day >= from &&
      row.day <= to &&
      (film === undefined || row.film === film) &&
      (cinema === undefined || row.cinema === cinema),
  )
const people = (rows: readonly CircuitTicket[]) =>
  rows.reduce((sum, { quantity }) => sum + quantity, 0)
const gross = (days: Days, cinema?: string) => grossOf(within(days, SALT_ROAD.title, cinema))

/** Reckoned here from the rows of the files, not asked of the product. */
const seatsOf = (days: Days, film?: string) =>
  circuitScreenings()
    .filter((row) => row.day >= days.from && row.day <= days.to)
    .filter((row) => film === undefined || row.film === film)
    .reduce((sum, { seats }) => sum + seats, 0)
const moneyShare = (days: Days) => gross(days) / grossOf(within(days))
const seatShare = (days: Days) => seatsOf(days, SALT_ROAD.title) / seatsOf(days)

let served: Served

async function give(name: string, text: string, mapping: string): Promise<void> {
  const { importer, store } = served.house
  const read = expectAccepted(readMappingText(mapping))
  const mappingId = await store.write(async (transaction) => {
    const own = await addOrganisation(transaction, { name: OWN_ORGANISATION, sample: false })
    return String(await saveMapping(transaction, own, read))
  })
  const file = await importer.receive(LOCAL_OWNER, name, Readable.from([Buffer.from(text)]))
  const place = { cinema: '', timezone: 'Europe/Dublin', currency: 'EUR' }
  const request = { fileId: file.id, mappingId, ...place }
  const begun = expectAccepted(await importer.begin(LOCAL_OWNER, request))
  const done = await importer.run(LOCAL_OWNER, begun.id, AbortSignal.timeout(120_000))
  expect(done).toMatchObject({ state: 'done', quarantined: 0 })
}

beforeAll(async () => {
  served = await serveTestHouse()
  await give('tickets.csv', ticketsFile(), TICKETS_MAPPING)
  await give('programme.csv', screeningsFile(), SCREENINGS_MAPPING)
  await give('nation.csv', nationFile(), NATION_MAPPING)
  await served.house.importer.idle()
}, 240_000)
afterAll(() => served?.close())

describe.skipIf(browser === undefined).each(SEATS)('at $width px, in $language', (seat) => {
  let page: Page
  const t = seat.language === 'zh' ? zh : en
  const numbers = numbersOf(seat.language)
  const wide = seat.width === 1440
  const euros = (cents: number) => numbers.money({ minor: String(cents), currency: 'EUR' })
  const main = () => page.locator('#main')
  const tab = (name: string) => page.getByRole('button', { name, exact: true })
  const picture = (name: string, folder = tmpdir()) =>
    page.screenshot({
      path: join(folder, `${name}-${seat.width}-${seat.theme}-${seat.language}.png`),
      fullPage: true,
    })

  const soon = <Value>(read: () => Value) => expect.poll(read, { timeout: 30_000 })

  /** Nothing beyond the edge, nothing serious for axe, in both themes. */
  async function isWell(name: string) {
    const beyond = 'document.documentElement.scrollWidth - document.documentElement.clientWidth'
    expect(await page.evaluate(beyond)).toBe(0)
    const other = seat.theme === 'light' ? 'dark' : 'light'
    for (const colorScheme of [other, seat.theme] as const) {
      await page.emulateMedia({ colorScheme })
      expect(await axeComplaints(page, '.shell-page')).toEqual([])
    }
    await picture(name, PICTURES)
  }

  beforeAll(async () => {
    if (browser) page = await sitDown(browser, seat)
  }, 60_000)
  afterEach(async (context) => {
    if (context.task.result?.state === 'fail') await picture('distributor-broke')
  })
  afterAll(() => page?.context().close())

  test('Monday: every film with what it took, its share of the money and of the seats', async () => {
    await page.goto(`${served.url}/films`)
    const lines = page.getByTestId('film-line')
    await soon(() => lines.count()).toBe(3)
    const salt = lines.filter({ hasText: SALT_ROAD.title })
    await salt
      .getByText(euros(gross(LAST_WEEK)), { exact: true })
      .first()
      .waitFor()
    if (wide) {
      await salt.getByText(numbers.percent(moneyShare(LAST_WEEK)), { exact: true }).waitFor()
      await salt
        .getByText(numbers.percent(seatShare(LAST_WEEK)), { exact: true })
        .first()
        .waitFor()
    }
    await isWell('films')
    // By its pinyin's initials, by whoever is in a hurry.
    await page.getByRole('searchbox', { name: t.filmFind }).fill('swdh')
    await soon(() => lines.count()).toBe(1)
    await lines.filter({ hasText: '十万灯火' }).waitFor()
    expect(page.url()).toContain('find=swdh')
    await page.getByRole('searchbox', { name: t.filmFind }).fill('')
    await soon(() => lines.count()).toBe(3)
    // Somebody else's films are left out.
    await page.getByRole('button', { name: t.filmDistributorsAll }).click()
    await page.getByRole('option', { name: 'Northlight' }).click()
    await soon(() => lines.count()).toBe(2)
    expect(page.url()).toContain('distributor=Northlight')
    await page.goBack()
    await soon(() => lines.count()).toBe(3)
  }, 90_000)

  test('a film’s run: its life, its weekend’s fall beside its peers’, day by day and in weeks', async () => {
    await page.getByRole('link', { name: SALT_ROAD.title, exact: true }).click()
    const strip = page.getByTestId('film-strip')
    const life = gross({ from: SALT_ROAD.opensOn, to: CIRCUIT_LAST_DAY })
    await strip.getByText(euros(life), { exact: true }).waitFor()
    const weekend = { from: '2026-09-18', to: '2026-09-20' }
    const before = { from: '2026-09-11', to: '2026-09-13' }
    const drop = gross(weekend) / gross(before) - 1
    await strip.getByText(numbers.percent(drop), { exact: true }).waitFor()
    await strip.getByText(t.filmPeersDrop.replace('{change}', '')).waitFor()
    // The chart is drawn, and its table says the same.
    const run = page.locator('.film-run')
    await soon(() => run.locator('svg path').count()).toBeGreaterThan(6)
    const shares = page.locator('.film-share-table')
    const second = shares
      .getByRole('row')
      .filter({ hasText: t.filmWeekName.replace('{week}', '2') })
    await second.getByText(numbers.percent(moneyShare(week(2))), { exact: true }).waitFor()
    await second.getByText(numbers.percent(seatShare(week(2))), { exact: true }).waitFor()
    const weeks = page.locator('.film-weeks')
    const fall = gross(week(2)) / gross(week(1)) - 1
    await weeks.getByText(numbers.percent(fall), { exact: true }).waitFor()
    await isWell('film')
    await run.getByRole('button', { name: t.table, exact: true }).click()
    await run
      .getByText(euros(gross({ from: '2026-09-05', to: '2026-09-05' })))
      .first()
      .waitFor()
    await run.getByRole('button', { name: t.chart, exact: true }).click()
    await tab(t.filmStep_total)
      .or(page.getByRole('radio', { name: t.filmStep_total }))
      .click()
    await soon(() => page.url()).toContain('step=total')
  }, 120_000)

  test('its peers are chosen by name, and the address keeps them', async () => {
    await page.goto(page.url().replace(/\?.*/, ''))
    await page.getByRole('button', { name: new RegExp(`^${t.against} 5`) }).click()
    const dialog = page.getByRole('dialog')
    const offered = dialog.getByRole('option')
    await soon(() => offered.count()).toBe(6)
    for (const name of ['十万灯火', 'The Weir Keeper', 'Marrow', 'Night Ferry']) {
      await offered.filter({ hasText: name }).click()
    }
    await soon(() => new URL(page.url()).searchParams.get('peers')).not.toBeNull()
    await page.keyboard.press('Escape')
    const [only] = await page.locator('.film-run-tools .film-say').allTextContents()
    expect(only).toContain('Kestrel')
    await page.reload()
    await page.locator('.film-run-tools').getByText('Kestrel').waitFor()
  }, 90_000)

  test('who came when: opening day by the hour, how long before they bought, by which channel', async () => {
    await tab(t.filmTab_tickets).click()
    const opening = page.locator('.panel').filter({ hasText: t.filmOpeningDay })
    await opening.getByRole('button', { name: t.table, exact: true }).click()
    const day = within({ from: SALT_ROAD.opensOn, to: SALT_ROAD.opensOn }, SALT_ROAD.title)
    for (const time of ['14:00', '17:30', '20:15']) {
      const took = grossOf(day.filter((row) => row.time === time))
      await opening.getByText(euros(took)).first().waitFor()
    }
    await opening.getByRole('button', { name: t.chart, exact: true }).click()
    const all = within({ from: SALT_ROAD.opensOn, to: CIRCUIT_LAST_DAY }, SALT_ROAD.title)
    const early = people(all.filter(({ daysBefore }) => daysBefore >= 7)) / people(all)
    const onTheDay = people(all.filter(({ daysBefore }) => daysBefore === 0)) / people(all)
    const marks = page.getByTestId('presale')
    await marks.getByText(numbers.percent(early), { exact: true }).waitFor()
    await marks.getByText(numbers.percent(onTheDay), { exact: true }).waitFor()
    const web = people(all.filter(({ channel }) => channel === 'web'))
    await page
      .locator('.film-split')
      .filter({ hasText: t.filmBy_channel })
      .getByText(numbers.countExact(web), { exact: true })
      .first()
      .waitFor()
    await isWell('film-tickets')
  }, 90_000)

  test('cinema by cinema: who earns it, what the rule says, and whose return is missing', async () => {
    await tab(t.filmTab_sites).click()
    const rows = page.getByTestId('site-row')
    await soon(() => rows.count()).toBe(6)
    const names = ['Cork Opera Lane', 'Dublin Rathmines', 'Galway Eyre Square', 'Kilkenny Parade']
    const cinemas = [...names, 'Sligo Quayside', 'Drogheda West Street']
    const ranked = cinemas.toSorted((one, other) => gross(LAST_WEEK, other) - gross(LAST_WEEK, one))
    for (const [at, cinema] of ranked.entries()) {
      expect(await rows.nth(at).textContent()).toContain(cinema)
      expect(await rows.nth(at).textContent()).toContain(euros(gross(LAST_WEEK, cinema)))
    }
    await page.getByText(t.stayRule, { exact: true }).waitFor()
    // A cinema that has not sent every day is neither compared nor judged.
    const late = rows.filter({ hasText: MISSING.cinema })
    expect(await late.textContent()).toContain(t.filmNotCompared)
    expect(await late.textContent()).toContain(t.stay_noFigure)
    const missing = page.getByTestId('film-missing')
    await missing.getByText(MISSING.cinema).waitFor()
    expect(await missing.getByRole('listitem').count()).toBe(1)
    expect(await missing.textContent()).toContain(String(MISSING.days.length * 3))
    await isWell('film-sites')
  }, 90_000)

  test('what the nation reports stands beside our own, and is never added to it', async () => {
    await tab(t.filmTab_sources).click()
    const beside = page.getByTestId('beside')
    await beside.waitFor({ timeout: 30_000 })
    const day = gross({ from: '2026-09-05', to: '2026-09-05' })
    const row = beside.getByRole('row').filter({ hasText: euros(day) })
    const [text = ''] = await row.allTextContents()
    expect(text).toContain(euros(day * NATION_TIMES))
    expect(text).toContain(euros(day * (NATION_TIMES - 1)))
    expect(text).toContain(numbers.percent(1 / NATION_TIMES))
    await main().getByText('THE SALT ROAD', { exact: true }).waitFor()
    await isWell('film-sources')
  }, 90_000)

  test('a figure leads to its question, and the file is taken away', async () => {
    await tab(t.filmTab_sites).click()
    const cork = page.getByTestId('site-row').filter({ hasText: 'Cork Opera Lane' })
    const took = euros(gross(LAST_WEEK, 'Cork Opera Lane'))
    await cork.getByRole('link', { name: took }).click()
    await page.waitForURL(/\/explore/)
    const asked = new URL(page.url()).searchParams
    expect(asked.get('show')).toBe('gross')
    expect([asked.get('from'), asked.get('to')]).toEqual([LAST_WEEK.from, LAST_WEEK.to])
    await page.goBack()
    const sites = page.locator('.film-sites')
    await soon(() => page.getByTestId('site-row').count()).toBe(6)
    await sites.getByRole('button', { name: t.exportAs }).click()
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('menuitem', { name: new RegExp(`^${t.export_csv}`) }).click(),
    ])
    const content = await readFile(await file.path(), 'utf8')
    expect(content).toContain('Cork Opera Lane')
    const cents = gross(LAST_WEEK, 'Cork Opera Lane')
    expect(content).toContain((cents / 100).toFixed(2))
  }, 90_000)
})

afterAll(() => browser?.close())
