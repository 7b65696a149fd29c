import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import type { Served } from '#server'
import type { Seat } from '#test'
import { sitDown } from '#test'

const SOLD_WAIT_MS = 45_000
const SETTLE_MS = 1_500
const DESK: Seat = { width: 1440, theme: 'light', language: 'en' }
const PHONE: Seat = { width: 390, theme: 'light', language: 'en' }
const NIGHT: Seat = { width: 390, theme: 'dark', language: 'zh' }

type Found = { readonly cinema: string; readonly screening: string }

/** The sample's box office as those who use it see it: planner, cashier, moviegoer, the one at the door. */
export async function takeSellingPictures(browser: Browser, served: Served, folder: string) {
  await served.house.sample.make()
  const { cinema, screening } = await somethingOnSale(served)
  await new Promise((done) => setTimeout(done, SOLD_WAIT_MS))
  const take = async (
    seat: Seat,
    name: string,
    path: string,
    act?: (page: Page) => Promise<void>,
  ) => {
    const page = await sitDown(browser, seat)
    await page.goto(served.url + path)
    await page.waitForTimeout(SETTLE_MS)
    await act?.(page)
    const picture = join(folder, `${name}-${seat.width}-${seat.theme}-${seat.language}.png`)
    await page.screenshot({ path: picture })
    console.log(picture)
    await page.context().close()
  }
  await take(DESK, 'programme', `/programme?cinema=${cinema}`)
  await take(NIGHT, 'programme', `/programme?cinema=${cinema}`)
  await take(DESK, 'sell', `/sell?cinema=${cinema}`, sellThree)
  await take(PHONE, 'shop-times', `/shop/cinemas/${cinema}`)
  await take(PHONE, 'shop-seats', `/shop/screenings/${screening}`, chooseBest)
  await take(NIGHT, 'shop-seats', `/shop/screenings/${screening}`)
  await take(PHONE, 'shop-ticket', `/shop/screenings/${screening}`, buyBest)
}

async function sellThree(page: Page): Promise<void> {
  await page.getByLabel('Cashier').fill('Ciarán')
  await page.getByLabel(/Float/).fill('100')
  await page.getByRole('button', { name: 'Open shift' }).click()
  await page.waitForTimeout(SETTLE_MS)
  for (const key of ['F1', 'F1', 'F2']) await page.keyboard.press(key)
  await page.waitForTimeout(SETTLE_MS)
}

async function chooseBest(page: Page): Promise<void> {
  await page.getByRole('button', { name: /Best/ }).click()
  await page.waitForTimeout(SETTLE_MS)
}

async function buyBest(page: Page): Promise<void> {
  await chooseBest(page)
  await page.getByRole('button', { name: /Continue/ }).click()
  await page.getByRole('button', { name: /Pay/ }).click()
  await page.locator('button[value=approve]').click()
  await page.getByText(/Works without a signal/).waitFor()
}

/** A cinema that sells, and a screening of this evening or tomorrow. */
async function somethingOnSale({ url }: Served): Promise<Found> {
  for (let tries = 0; tries < 60; tries++) {
    const html = await (await fetch(`${url}/shop`)).text()
    const cinema = /\/shop\/cinemas\/(\d+)/.exec(html)?.[1]
    const times = cinema && (await (await fetch(`${url}/shop/cinemas/${cinema}`)).text())
    const screenings = [...(times ?? '').matchAll(/\/shop\/screenings\/(\d+)/g)]
    const screening = screenings[Math.floor(screenings.length / 2)]?.[1]
    if (cinema !== undefined && screening !== undefined) return { cinema, screening }
    await new Promise((done) => setTimeout(done, 1_000))
  }
  throw new Error('the sample puts nothing on sale')
}
