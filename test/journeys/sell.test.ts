import { readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { Served } from '#server'
import type { CounterCinema } from '#test'
import { openChromium, openCounterCinema, serveTestHouse, sitDown } from '#test'
import { en } from '../../src/doors/web/console/texts/en.ts'
import { zh } from '../../src/doors/web/console/texts/zh.ts'

const browser: Browser | undefined = await openChromium()

type Order = { readonly code: string; readonly state: string; readonly paidWith?: string }

/** Runs in the page: what the browser would still do with a key after the till had it. */
const WATCH_KEYS = `window.leftToBrowser = []
window.addEventListener('keydown', (event) => {
  if (!event.defaultPrevented) window.leftToBrowser.push(event.key)
})`
const SIDEWAYS = 'document.documentElement.scrollWidth - document.documentElement.clientWidth'

let served: Served
let cinema: CounterCinema
beforeAll(async () => {
  served = await serveTestHouse()
  cinema = await openCounterCinema(served.house.store)
}, 120_000)
afterAll(async () => {
  await served?.close()
  await browser?.close()
})

type House = { readonly cinemas: readonly { readonly id: string; readonly tradingDay: string }[] }

async function read<Shape>(path: string): Promise<Shape> {
  // The wire's own types are the server's; a test takes its JSON at its word.
  return (await (await fetch(served.url + path)).json()) as Shape
}

async function ordersToday(): Promise<readonly Order[]> {
  const id = String(cinema.cinemaId)
  const day = (await read<House>('/v1/house')).cinemas.find((one) => one.id === id)?.tradingDay
  const path = `/v1/orders?cinema=${id}&day=${day}`
  return (await read<{ readonly orders: readonly Order[] }>(path)).orders
}

describe.skipIf(browser === undefined)('a till by keyboard alone, in English', () => {
  let page: Page
  /** What the network does: nothing passes, or what is sent passes and the answer is lost. */
  let cut: 'no' | 'holds' | 'answers' = 'no'
  const picture = (name: string) => page.screenshot({ path: join(tmpdir(), `sell-${name}.png`) })
  const button = (name: string) => page.getByRole('button', { name, exact: true })
  const lead = () => page.getByTestId('lead-amount').textContent()

  beforeAll(async () => {
    if (browser) page = await sitDown(browser, { width: 1440, language: 'en', theme: 'light' })
    await page?.setViewportSize({ width: 1024, height: 768 })
    await page?.route('**/v1/screenings/*/holds', (route) => {
      return cut === 'holds' ? route.abort() : route.continue()
    })
    await page?.route('**/v1/orders/*/pay', async (route) => {
      if (cut !== 'answers') return route.continue()
      await route.fetch()
      return route.abort()
    })
  })
  afterEach(async (context) => {
    if (context.task.result?.state === 'fail') await picture('broke')
  })
  afterAll(() => page?.context().close())

  test('a shift is opened with its float', async () => {
    await page.goto(`${served.url}/sell`)
    await page.getByLabel(en.sellTill).fill('Till 2')
    await page.getByLabel(en.sellCashier).fill('Ciarán')
    await page.getByLabel(en.sellFloat.replace('{currency}', 'EUR')).fill('200')
    await page.keyboard.press('Enter')
    await page.getByRole('navigation', { name: en.sellScreenings }).waitFor()
    await page.getByText('Till 2 · Ciarán').waitFor()
    expect(await page.evaluate(SIDEWAYS)).toBe(0)
  }, 60_000)

  test('two adults for 50 in cash, nothing but keys; Today knows within seconds', async () => {
    const today = await page.context().newPage()
    await today.goto(`${served.url}/today`)
    const gross = () => today.getByTestId('gross').getAttribute('data-minor')
    await today.getByTestId('gross').waitFor()
    await page.bringToFront()
    await page.evaluate(WATCH_KEYS)

    await page.keyboard.press('3')
    await page.getByRole('heading', { name: 'Harbour Lights' }).waitFor()
    await page.getByRole('grid').waitFor()
    await page.keyboard.press('F1')
    await page.keyboard.press('F1')
    await expect.poll(lead).toBe('€25.00')
    expect(await page.locator('[data-state=ours]').count()).toBe(2)
    await picture('order')
    await page.keyboard.type('50')
    await page.keyboard.press('F11')
    await page.getByText(en.sellChange).waitFor()
    expect(await lead()).toBe('€25.00')
    await picture('change')
    // 12.00 a ticket is the film's; the hall's 50 cents are not.
    await expect.poll(gross, { timeout: 20_000 }).toBe('2400')
    await today.close()

    await page.keyboard.press('Enter')
    for (const key of ['F2', 'F3', 'F4', 'F5', 'F6', 'F7', 'F10']) await page.keyboard.press(key)
    expect(await page.evaluate('window.leftToBrowser.filter((key) => /^F\\d/.test(key))')).toEqual(
      [],
    )
    expect(await page.locator('[data-state=ours]').count()).toBe(5)
    await page.keyboard.press('Shift+F2')
    expect(await page.locator('[data-state=ours]').count()).toBe(4)
    await page.keyboard.press('Escape')
    await page.keyboard.press('?')
    await page.getByRole('heading', { name: en.sellKeys }).waitFor()
    await page.keyboard.press('Escape')
  }, 60_000)

  test('the answer is lost with the network: the sale is sent again, and is one sale', async () => {
    const context = page.context()
    await page.keyboard.press('4')
    await page.getByRole('heading', { name: 'The Long Thaw' }).waitFor()
    await page.keyboard.press('F2')
    await expect.poll(lead).toBe('€8.50')
    // The server sells; what it says never arrives.
    cut = 'answers'
    await page.keyboard.press('F12')
    await page.getByText(en.sellAwayTried).waitFor()
    await context.setOffline(true)
    const chip = page.getByTestId('network')
    await expect.poll(() => chip.textContent()).toContain('1 sale waits')
    await picture('away')
    expect(await button(en.sellGiveUp).count()).toBe(0)
    cut = 'no'
    await context.setOffline(false)
    await button(en.sellPrint).waitFor()
    expect(await chip.count()).toBe(0)
    expect((await ordersToday()).filter(({ paidWith }) => paidWith === 'card')).toHaveLength(1)
    expect(
      await page.evaluate('Object.keys(localStorage).filter((k) => k.includes(".sale."))'),
    ).toEqual([])
    await page.keyboard.press('Enter')
  }, 60_000)

  test('a reload in the middle of a break loses nothing', async () => {
    await page.keyboard.press('5')
    await page.getByRole('heading', { name: 'Marrow' }).waitFor()
    await page.keyboard.press('F1')
    await expect.poll(lead).toBe('€12.50')
    cut = 'holds'
    await page.keyboard.press('F12')
    await page.getByText(en.sellAwayHeld).waitFor()
    await page.reload()
    await page.getByText('Marrow, 20:45').first().waitFor()
    cut = 'no'
    await button(en.sellPrint).waitFor()
    expect(await ordersToday()).toHaveLength(3)
    await page.keyboard.press('Enter')
  }, 60_000)

  test('a seat that somebody takes meanwhile is told, and other seats are offered', async () => {
    await page.keyboard.press('6')
    await page.getByRole('heading', { name: 'The Salt Road' }).waitFor()
    await page.keyboard.press('F1')
    await expect.poll(lead).toBe('€12.50')
    const seat = await page.locator('[data-state=ours]').getAttribute('data-seat')
    // Sent aside and sold to somebody else before it arrives.
    cut = 'holds'
    await page.keyboard.press('F12')
    await button(en.sellAside).click()
    const screeningId = cinema.screenings[5] ?? 0n
    const seats = [{ seat: seat ?? '', ticketType: 'Adult' }]
    const named = { screeningId, key: 'quicker', print: '', channel: 'web', seats }
    await served.house.selling.boxOffice.hold(named)
    await expect
      .poll(() => page.locator(`[data-seat=${seat}]`).getAttribute('data-state'))
      .toBe('held')
    cut = 'no'
    const told = page.getByRole('alert').filter({ hasText: 'was not sold' })
    await told.waitFor()
    expect(await told.textContent()).toContain(`${seat} was taken`)
    await picture('aside')
    await button(en.sellDismiss).click()
    expect(await told.count()).toBe(0)
  }, 60_000)

  test('seats are held for a guest who comes back, over a reload', async () => {
    await page.keyboard.press('7')
    await page.getByRole('heading', { name: 'Kestrel' }).waitFor()
    await page.keyboard.press('F1')
    await expect.poll(lead).toBe('€12.50')
    await button(en.sellHold).click()
    const held = page.getByRole('region', { name: en.sellHeldHere }).getByRole('button')
    await held.waitFor()
    await page.reload()
    await held.click()
    await button(en.sellLetGo).waitFor()
    expect(await lead()).toBe('€12.50')
    await page.keyboard.press('F12')
    await button(en.sellPrint).waitFor()
    await page.getByRole('img', { name: /QR/ }).waitFor()
    expect(await held.count()).toBe(0)
    await page.keyboard.press('Enter')
  }, 60_000)

  test('one of two tickets is given back out of the drawer', async () => {
    const cash = (await ordersToday()).find(({ paidWith }) => paidWith === 'cash')
    await button(en.sellRefund).click()
    await page.getByLabel(en.sellCode).fill(cash?.code.toLowerCase() ?? '')
    await page.keyboard.press('Enter')
    await page.getByRole('checkbox').first().uncheck()
    await page.getByLabel(en.sellReason).fill('ill')
    await picture('refund')
    await button(en.sellRefundDo.replace('{amount}', '€12.50')).click()
    await page.getByText(en.sellGivenBack.replace('{amount}', '€12.50')).waitFor()
    await page.getByText(en.sellHandOut).waitFor()
    await page.keyboard.press('Escape')
    const after = (await ordersToday()).find(({ code }) => code === cash?.code)
    expect(after?.state).toBe('part_refunded')
  }, 60_000)

  test('the shift is closed with a difference, and the day adds up', async () => {
    await button(en.sellCloseShort).click()
    // 200 laid in, 25 taken, 12.50 handed out.
    await page.getByText('€212.50').waitFor()
    await page.getByLabel(en.sellCounted.replace('{currency}', 'EUR')).fill('212')
    const short = en.sellDrawerShort.replace('{amount}', '€0.50')
    await expect.poll(() => page.getByTestId('difference').textContent()).toBe(short)
    await picture('close')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: en.sellClosed }).waitFor()
    expect(await page.getByTestId('difference').textContent()).toBe(short)
    await button(en.sellClosedDone).click()
    await page.getByRole('heading', { name: en.sellOpenShift }).waitFor()

    await page.getByRole('link', { name: en.sellDay }).click()
    const proof = page.getByTestId('proof')
    await proof.waitFor()
    expect(await proof.textContent()).toContain('orders say €46.00')
    expect(await proof.textContent()).toContain('difference €0.00')
    await page.getByText('−€0.50').waitFor()
    await picture('day')
    const downloading = page.waitForEvent('download')
    await button('CSV').click()
    const csv = await readFile(await (await downloading).path(), 'utf8')
    expect(csv).toContain('proof,,46.00,46.00,0.00\r\n')
    expect(csv).toContain('sum,refunded,1,12.00,0.50,0.00,0.99,12.50\r\n')
    expect(await page.evaluate(SIDEWAYS)).toBe(0)
  }, 60_000)
})

describe.skipIf(browser === undefined)('a till at 390 px by touch, in Chinese, dark', () => {
  let page: Page
  const picture = (name: string) =>
    page.screenshot({ path: join(tmpdir(), `sell-390-${name}.png`) })

  beforeAll(async () => {
    if (browser) page = await sitDown(browser, { width: 390, language: 'zh', theme: 'dark' })
  })
  afterEach(async (context) => {
    if (context.task.result?.state === 'fail') await picture('broke')
  })
  afterAll(() => page?.context().close())

  test('three taps: screening, ticket, card', async () => {
    await page.goto(`${served.url}/sell`)
    await page.getByLabel(zh.sellTill).fill('5号机')
    await page.getByLabel(zh.sellCashier).fill('小林')
    await page.getByLabel(zh.sellFloat.replace('{currency}', 'EUR')).fill('100')
    await page.getByRole('button', { name: zh.sellOpenDo }).tap()
    await page.getByRole('button', { name: /Kestrel/ }).tap()
    await page.getByRole('heading', { name: 'Kestrel' }).waitFor()
    await page.getByRole('button', { name: /^Adult/ }).tap()
    await expect.poll(() => page.getByTestId('lead-amount').textContent()).toBe('€12.50')
    expect(await page.evaluate(SIDEWAYS)).toBe(0)
    await picture('order')
    await page.getByRole('button', { name: zh.sellCard, exact: true }).tap()
    await page.getByRole('button', { name: zh.sellNext, exact: true }).waitFor()
    await picture('done')
    expect(await page.evaluate(SIDEWAYS)).toBe(0)
  }, 60_000)

  test('a seat is tapped, a love seat is sold whole, and a free ticket needs a reason', async () => {
    await page.getByRole('button', { name: zh.sellNext, exact: true }).tap()
    await page.locator('[data-seat=K5]').click()
    expect(await page.locator('[data-state=ours]').count()).toBe(2)
    await page.getByRole('button', { name: zh.sellFree, exact: true }).tap()
    const give = page.getByRole('button', { name: zh.sellFreeDo.replace('{count}', '2') })
    await give.tap()
    await page.getByText(zh.sellReasonNeeded).waitFor()
    await page.getByLabel(zh.sellReason).fill('媒体场')
    await give.tap()
    await page.getByRole('button', { name: zh.sellNext, exact: true }).waitFor()
    const [newest] = await ordersToday()
    expect(newest?.paidWith).toBe('complimentary')
  }, 60_000)
})
