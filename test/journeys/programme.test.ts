import { readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { Served } from '#server'
import type { Seat } from '#test'
import { openChromium, serveTestHouse, sitDown } from '#test'
import { en } from '../../src/doors/web/console/texts/en.ts'
import { enProgramme } from '../../src/doors/web/console/texts/en-programme.ts'
import { zh } from '../../src/doors/web/console/texts/zh.ts'
import { zhProgramme } from '../../src/doors/web/console/texts/zh-programme.ts'
import { shiftDay, weekStart } from '../../src/doors/web/shared/days.ts'

const browser: Browser | undefined = await openChromium()

const SEATS: readonly Seat[] = [
  { width: 1440, language: 'en', theme: 'light' },
  { width: 390, language: 'zh', theme: 'dark' },
]

const PLAN = {
  areas: [{ id: 'Standard', name: 'Standard' }],
  screen: { x: 3, width: 6 },
  seats: ['A', 'B', 'C'].flatMap((row, y) =>
    [1, 2, 3, 4, 5, 6].map((number) => ({
      ...{ row, number, x: number, y, kind: 'standard', area: 'Standard', house: false },
    })),
  ),
}

describe.skipIf(browser === undefined).each(SEATS)('at $width px, in $language', (seat) => {
  let served: Served
  let page: Page
  let cinemaId = ''
  let monday = ''
  const wide = seat.width === 1440
  const t = seat.language === 'zh' ? zhProgramme : enProgramme
  const { undo } = seat.language === 'zh' ? zh : en
  const place = seat.language === 'zh' ? ['Asia/Shanghai', 'CNY'] : ['Europe/Dublin', 'EUR']
  const picture = (name: string) =>
    page.screenshot({ path: join(tmpdir(), `programme-${seat.width}-${name}.png`) })
  const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true })
  const field = (name: string) => page.getByRole('textbox', { name, exact: true })
  const drawer = () => page.getByRole('dialog')
  /** Screenings in sight: blocks on a desk, rows on a phone. */
  const screenings = (status: string) =>
    page.locator(`${wide ? '.block' : '.screening-row'}[data-status="${status}"]`)
  const planner = (rest = '') => page.goto(`${served.url}/programme?day=${monday}${rest}`)

  async function post(path: string, body: unknown): Promise<Record<string, string>> {
    const response = await fetch(`${served.url}/v1${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() },
      body: JSON.stringify(body),
    })
    // A test's own request: what it reads of the answer is text.
    return (await response.json()) as Record<string, string>
  }

  /** What axe finds wrong with the pages of the programme as they stand. */
  async function complaints(): Promise<readonly string[]> {
    await page.evaluate(await readFile('node_modules/axe-core/axe.min.js', 'utf8'))
    const found = await page.evaluate<{ violations: { id: string; nodes: { html: string }[] }[] }>(
      `axe.run([".top-controls", "#main", "[role=dialog]"].filter((each) =>
        document.querySelector(each)).map((each) => [each]).reduce((all, each) =>
        ({ ...all, include: [...all.include, each] }), { include: [] }),
        { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] })`,
    )
    return found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)
  }

  async function isWell(name: string) {
    await picture(name)
    expect(await complaints()).toEqual([])
    const beyond = 'document.documentElement.scrollWidth - document.documentElement.clientWidth'
    expect(await page.evaluate(beyond)).toBe(0)
  }

  beforeAll(async () => {
    served = await serveTestHouse()
    const [timezone, currency] = place
    cinemaId = (await post('/cinemas', { name: 'Lantern', timezone, currency }))['id'] ?? ''
    const auditorium = await post(`/cinemas/${cinemaId}/auditoria`, { name: 'Screen 1' })
    await post(`/auditoria/${auditorium['id']}/plan`, { basedOn: 0, plan: PLAN })
    monday = shiftDay(weekStart(new Date().toISOString().slice(0, 10)), 7)
    if (browser) page = await sitDown(browser, seat)
  }, 120_000)
  afterEach(async (context) => {
    if (context.task.result?.state === 'fail') await picture('broke')
  })
  afterAll(async () => {
    await page?.context().close()
    await served?.close()
  })

  test('what is missing before the first screening is said, with the way to it', async () => {
    await planner()
    await page.getByRole('heading', { name: t.firstSteps }).waitFor()
    await isWell('first-steps')
    await page.getByRole('link', { name: t.firstStepFilmDo }).click()
    await page.getByText(t.filmsNone).waitFor()
  }, 60_000)

  test('a film is added, and its release after it', async () => {
    await button(t.filmAdd).click()
    await drawer().getByRole('button', { name: t.filmAdd }).click()
    await page.getByText(t.filmTitleNeeded).waitFor()
    await field(t.filmTitle).fill('The Salt Road')
    await field(t.runtime).fill('127')
    await field(t.rating).fill('12A')
    await button(t.codeAdd).click()
    await page.getByRole('combobox', { name: t.codeScheme }).fill('EIDR')
    await field(t.code).fill('10.5240/7B2C')
    await isWell('film')
    await drawer().getByRole('button', { name: t.filmAdd }).click()
    await drawer().getByRole('heading', { name: t.releaseAdd }).waitFor()
    await field(t.distributor).fill('Halcyon')
    await isWell('release')
    await drawer().getByRole('button', { name: t.releaseAdd }).click()
    await drawer().waitFor({ state: 'detached' })
    await page.getByText('Halcyon').waitFor()
    await isWell('films')
  }, 60_000)

  test('prices are set by lines, and changed by a new version', async () => {
    await page.getByRole('link', { name: t.programmePrices, exact: true }).click()
    await button(t.cardAdd).click()
    await field(t.cardName).fill('Standard')
    await field(t.taxRate).fill('9')
    await field(t.price).fill('1,000')
    await button(t.cardAdd).click()
    await page.getByText(t.amountWrong.replace('{currency}', place[1] ?? '')).waitFor()
    await field(t.price).fill('11.50')
    await field(t.feeOnline).fill('1')
    await page.getByRole('status').getByText('12.50').waitFor()
    // Behind a line that fits everything, one for evenings prices nothing, and is moved up.
    await button(t.lineCopy.replace('{place}', '1')).click()
    await page.getByText(t.lineCovered.replace('{place}', '1')).waitFor()
    await page.locator('.line-when summary').nth(0).click()
    await field(t.startsFrom).fill('17:00')
    await field(t.startsBefore).fill('30:00')
    await expect.poll(() => page.locator('.line-covered').count()).toBe(0)
    await isWell('card')
    await button(t.cardAdd).click()
    await page.getByRole('heading', { name: 'Standard' }).waitFor()
    await button(new RegExp(`^${t.cardChange}`)).click()
    await field(t.price).nth(0).fill('14.00')
    await button(t.cardSaveVersion.replace('{version}', '2')).click()
    await page.getByText('15.00').waitFor()
    await page.locator('.card-history summary').click()
    expect(await page.locator('.card-history li').count()).toBe(2)
    await isWell('prices')
  }, 60_000)

  test('a week is planned at once; what is in the way is named', async () => {
    await planner('&view=week')
    await button(t.planScreenings).click()
    for (const box of (await drawer().getByRole('checkbox').all()).slice(1)) await box.check()
    await field(t.planTimes).fill('14:00 20.15')
    await drawer().getByText('16:22').waitFor()
    await isWell('plan')
    await drawer().getByRole('button', { name: /14/ }).click()
    await drawer().waitFor({ state: 'detached' })
    await expect.poll(() => screenings('planned').count()).toBe(14)
    await button(t.planScreenings).click()
    await field(t.planTimes).fill('15:00')
    await drawer().getByRole('button', { name: /1/ }).click()
    await drawer().getByRole('alert').getByText('The Salt Road').waitFor()
    await isWell('conflict')
    await page.keyboard.press('Escape')
    await drawer().waitFor({ state: 'detached' })
    await isWell('week')
  }, 60_000)

  test('the week is copied; what does not fit the second time is left out and named', async () => {
    const copy = async () => {
      await planner('&view=week')
      await button(t.copyWeek).click()
      await drawer().getByRole('button').last().click()
      await drawer().getByRole('status').waitFor()
    }
    await copy()
    await button(t.copyShow).click()
    await expect.poll(() => page.url()).toContain(shiftDay(monday, 7))
    await expect.poll(() => screenings('planned').count()).toBe(14)
    await copy()
    expect(await drawer().getByRole('listitem').count()).toBe(14)
    await isWell('copied')
  }, 60_000)

  test('what is planned is put on sale, moved, or taken away', async () => {
    await planner()
    await expect.poll(() => screenings('planned').count()).toBe(2)
    await screenings('planned').first().focus()
    await page.keyboard.press('Enter')
    await button(t.screeningMove).click()
    await field(t.startTime).fill('13:30')
    await isWell('move')
    await button(t.screeningMoveDo).click()
    await drawer().waitFor({ state: 'detached' })
    await expect.poll(() => screenings('planned').first().textContent()).toContain('13:30')
    await screenings('planned').nth(1).click()
    const remove = async () => {
      await button(t.screeningRemove).click()
      await drawer().waitFor({ state: 'detached' })
      await expect.poll(() => screenings('planned').count()).toBe(1)
    }
    await remove()
    await isWell('removed')
    await button(undo).click()
    await expect.poll(() => screenings('planned').count()).toBe(2)
    await screenings('planned').nth(1).click()
    await remove()
    await planner('&view=week')
    await page.locator('.planner-actions').getByRole('button', { name: /13/ }).click()
    await expect.poll(() => screenings('on_sale').count()).toBe(13)
    expect(await screenings('planned').count()).toBe(0)
  }, 60_000)

  test('one on sale is cancelled: it says what is lost, and what became of it', async () => {
    await planner()
    await screenings('on_sale').first().click()
    await expect.poll(() => page.url()).toContain('screening=')
    const screening = new URL(page.url()).searchParams.get('screening')
    const seats = ['B2', 'B3'].map((name) => ({ seat: name, ticketType: t.ticketTypeFirst }))
    const order = await post(`/screenings/${screening}/holds`, { channel: 'counter', seats })
    await post(`/orders/${order['id']}/pay`, { token: order['token'], with: 'card' })
    await page.reload()
    await drawer().locator('.screening-sold').getByText('2').waitFor()
    await isWell('screening')
    await button(t.screeningCancel).click()
    await drawer().getByRole('button', { name: /2/ }).click()
    await page.getByText(t.cancelReasonNeeded).waitFor()
    await field(t.cancelReason).fill('The projector is broken')
    await isWell('cancel')
    await drawer().getByRole('button', { name: /2/ }).click()
    await drawer().waitFor({ state: 'detached' })
    await expect.poll(() => page.locator('.planner-said').textContent()).toMatch(/1.*1/)
    await expect.poll(() => screenings('cancelled').count()).toBe(1)
    await isWell('cancelled')
  }, 60_000)
})

afterAll(() => browser?.close())
