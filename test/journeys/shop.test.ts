import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { Served } from '#server'
import type { GuestCinema, Seat } from '#test'
import {
  asGuest,
  axeComplaints,
  openChromium,
  openGuestCinema,
  serveTestHouse,
  sitDown,
} from '#test'
import { en } from '../../src/doors/web/shop/texts/en.ts'
import { zh } from '../../src/doors/web/shop/texts/zh.ts'

const browser: Browser | undefined = await openChromium()

const SEATS: readonly Seat[] = [
  { width: 390, language: 'en', theme: 'light' },
  { width: 390, language: 'zh', theme: 'dark' },
]

describe.skipIf(browser === undefined).each(SEATS)('on a phone, in $language', (seat) => {
  let served: Served
  let cinema: GuestCinema
  let page: Page
  const t = seat.language === 'zh' ? zh : en
  const cell = (id: string) => page.locator(`[data-seat="${id}"]`)
  const lookOf = (id: string) => cell(id).getAttribute('data-look')
  const button = (name: string) => page.getByRole('button', { name, exact: true })
  const seatsPage = () => `${served.url}/shop/screenings/${cinema.screeningId}`

  beforeAll(async () => {
    served = await serveTestHouse()
    cinema = await openGuestCinema(served.house.store)
    if (browser) page = await sitDown(browser, seat)
  }, 180_000)
  afterEach(async (context) => {
    if (context.task.result?.state !== 'fail') return
    await page.screenshot({ path: join(tmpdir(), `shop-${seat.language}-broke.png`) })
  })
  afterAll(async () => {
    await page?.context().close()
    await served?.close()
  })

  const complaints = () => axeComplaints(page)

  /** Tabs on until an element has the focus. */
  async function tabTo(selector: string): Promise<void> {
    for (let presses = 0; presses < 40; presses++) {
      const focused = await page.evaluate<boolean>(
        `document.activeElement?.matches(${JSON.stringify(selector)})`,
      )
      if (focused) return
      await page.keyboard.press('Tab')
    }
    throw new Error(`Tab never reaches ${selector}`)
  }

  test('films and times are found by keyboard', async () => {
    await page.goto(`${served.url}/shop`)
    expect(await page.locator('h1').textContent()).toBe(t.whatIsOn)
    expect(await complaints()).toEqual([])
    await tabTo(`a[href="/shop/screenings/${cinema.screeningId}"]`)
    await page.keyboard.press('Enter')
    await page.waitForURL(seatsPage())
  })

  test('two seats are taken, held and paid by keyboard alone', async () => {
    expect(await complaints()).toEqual([])
    await tabTo('[role="gridcell"]')
    // From A1 down to G, and along to the seventh seat.
    for (let row = 0; row < 6; row++) await page.keyboard.press('ArrowDown')
    for (let at = 1; at < 6; at++) await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Space')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Space')
    expect([await lookOf('G6'), await lookOf('G7')]).toEqual(['yours', 'yours'])
    expect(await complaints()).toEqual([])
    await tabTo('.sheet .primary')
    expect(await page.locator('.sheet .primary').textContent()).toBe(t.continueFor('€29.00'))
    await page.keyboard.press('Enter')
    await button(t.pay('€29.00')).waitFor()
    expect(await page.locator('.countdown').textContent()).toContain(t.clear)
    // The button that pays has the focus as soon as the seats are held.
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/pay\/test\//)
    await tabTo('button[value="approve"]')
    await page.keyboard.press('Enter')
    await page.locator('.ticket').waitFor()
    expect(await page.locator('.ticket-facts').textContent()).toContain('G6, G7')
    await page.getByText(t.saved).waitFor()
    expect(await complaints()).toEqual([])
  })

  test('the ticket and the list of tickets open with the network off', async () => {
    const { pathname, search } = new URL(page.url())
    const at = `${served.url}${pathname}${search.replace('&back=1', '')}`
    await page.context().setOffline(true)
    await page.goto(at)
    expect(await page.locator('.ticket-facts').textContent()).toContain('G6, G7')
    await page.getByText(t.saved).waitFor()
    await page.goto(`${served.url}/shop/tickets`)
    await page.getByText('Orbit of Ida').click()
    await page.locator('.ticket').waitFor()
    await page.context().setOffline(false)
    await page.goto(`${served.url}/shop/tickets`)
    await page.getByText('Orbit of Ida').waitFor()
    expect(await complaints()).toEqual([])
  })

  test('seats of others change while one looks, and an equal pair is offered at once', async () => {
    await page.goto(seatsPage())
    expect(await lookOf('G6')).toBe('sold')
    await button(t.best(2)).click()
    const mine = await page
      .locator('[data-look="yours"]')
      .evaluateAll((cells) => cells.map((one) => one.getAttribute('data-seat') ?? ''))
    // Somebody without scripts is given the very same, as they are the best.
    await asGuest(served.url).holdBest(cinema.screeningId, 2)
    await page.locator('.notice button').waitFor()
    const [first = '', second = ''] = mine
    await page.locator(`[data-seat="${first}"][data-look="held"]`).waitFor()
    const notice = (await page.locator('.notice').textContent()) ?? ''
    expect(notice).toContain(first)
    expect(notice).toContain(second)
    await page.locator('.notice button').click()
    expect(await page.locator('[data-look="yours"]').count()).toBe(2)
    expect(await complaints()).toEqual([])
  })

  test('a choice that leaves a seat alone is advised against, and may be kept', async () => {
    await page.goto(seatsPage())
    await cell('B4').click()
    await cell('B5').click()
    await page.locator('.sheet .primary').click()
    await button(t.keep).waitFor()
    expect(await page.locator('.notice').textContent()).toContain('B3')
    await button(t.keep).click()
    await button(t.pay('€25.00')).waitFor()
    await page.reload()
    // The address has what is held: loaded again, the page still has it.
    await button(t.pay('€25.00')).waitFor()
    expect(await complaints()).toEqual([])
    await button(t.clear).click()
    await page.getByText(t.chooseSeats).waitFor()
    await page.locator('[data-seat="B4"][data-look="free"]').waitFor()
  })

  test('a love seat sells whole, and the list has the same seats as words', async () => {
    await page.goto(seatsPage())
    await cell('K3').click()
    expect([await lookOf('K3'), await lookOf('K4')]).toEqual(['yours', 'yours'])
    await button(t.seatList).click()
    expect(await page.locator('.seat-button[aria-pressed="true"]').count()).toBe(2)
    expect(await complaints()).toEqual([])
  })

  test('a payment that is declined leaves the seats, and it is said', async () => {
    const guest = asGuest(served.url)
    const at = await guest.holdBest(cinema.screeningId, 2)
    await guest.pay(at, 'decline')
    await page.goto(`${served.url}${at}&back=1`)
    await page.getByText(t.declined).waitFor()
    expect(await complaints()).toEqual([])
    await button(t.clear).click()
    await page.getByText(t.released).waitFor()
    expect(await complaints()).toEqual([])
  })
  test('time can be prolonged once, and when it is over the page says so', async () => {
    const at = await asGuest(served.url).holdBest(cinema.screeningId, 2)
    const leave = (time: string) =>
      served.house.store.write((transaction) =>
        transaction.run(
          `update ticket_order set expires_at = now() + $2::interval where id = $1`,
          BigInt(/orders\/(\d+)/.exec(at)?.[1] ?? 0),
          time,
        ),
      )
    await leave('2 minutes')
    await page.goto(served.url + at)
    await button(t.moreTime).click()
    await page.getByText(/(10:00|9:5\d)/).waitFor()
    expect(await button(t.moreTime).count()).toBe(0)
    await leave('3 seconds')
    await page.reload()
    await page.getByText(t.expired).waitFor()
    expect(await complaints()).toEqual([])
  })
})
