import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { Served } from '#server'
import type { OnSale, PaidOrder, Seat } from '#test'
import {
  filmCodes,
  openChromium,
  putSomethingOnSale,
  sellSeats,
  serveTestHouse,
  sitDown,
} from '#test'
import { orderById } from '#ticketing'
import { en } from '../../src/doors/web/console/texts/en.ts'
import { zh } from '../../src/doors/web/console/texts/zh.ts'

const AXE = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

const probe = await openChromium()
await probe?.close()

const SEATS: readonly Seat[] = [
  { width: 390, language: 'en', theme: 'light' },
  { width: 390, language: 'zh', theme: 'dark' },
]

describe.skipIf(probe === undefined).each(SEATS)('at the door, in $language', (seat) => {
  let served: Served
  let folder: string
  let browser: Browser | undefined
  let page: Page
  let hall: OnSale
  let pair: PaidOrder
  const t = seat.language === 'zh' ? zh : en
  const picture = (name: string) =>
    page.screenshot({ path: join(tmpdir(), `gate-${seat.language}-${name}.png`) })
  const button = (name: string) => page.getByRole('button', { name, exact: true })
  const verdict = verdictOf(() => page)
  const admit = (count: number) => t.gateAdmit.replace('{count}', String(count))

  beforeAll(async () => {
    served = await serveTestHouse()
    const soon = Temporal.Now.zonedDateTimeISO('Europe/Dublin').add({ minutes: 30 })
    hall = await putSomethingOnSale(served.house.store, {
      screenings: 2,
      rows: 6,
      day: soon
        .subtract({ days: soon.hour < 6 ? 1 : 0 })
        .toPlainDate()
        .toString(),
      time: soon.toPlainTime().toString({ smallestUnit: 'minute' }),
    })
    pair = await sell(['C6', 'C7'])
    folder = await mkdtemp(join(tmpdir(), 'fullhouse-gate-'))
    const film = join(folder, 'camera.y4m')
    const shown = { code: pair.code, seconds: 3 }
    await filmCodes(film, [{ seconds: 3 }, shown, { seconds: 5 }, shown, { seconds: 90 }])
    browser = await openChromium([
      '--use-fake-ui-for-media-stream',
      '--use-fake-device-for-media-stream',
      `--use-file-for-fake-video-capture=${film}`,
    ])
    if (browser) page = await sitDown(browser, seat)
  }, 120_000)
  afterEach(async (context) => {
    if (context.task.result?.state === 'fail') await picture('broke')
  })
  afterAll(async () => {
    await browser?.close()
    await served?.close()
    if (folder) await rm(folder, { recursive: true, force: true })
  })

  const sell = (seats: readonly string[], screening = hall.screenings[0] ?? 0n) =>
    sellSeats(served.house, screening, seats)

  /** Whatever axe finds on the page as it is now. */
  async function faults(): Promise<readonly string[]> {
    await page.evaluate(AXE)
    return page.evaluate<string[]>(`axe.run('.gate').then(({ violations }) =>
      violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html).join(' ')))`)
  }

  async function type(code: string): Promise<void> {
    if (await button(t.gateNextTicket).isEnabled()) await button(t.gateNextTicket).click()
    await button(t.gateTypeCode).click()
    await page.getByLabel(t.gateOrderCode).fill(code)
    await page.keyboard.press('Enter')
  }

  async function insideOf(order: PaidOrder): Promise<readonly (string | undefined)[]> {
    const kept = await orderById(served.house.store, order.order.id)
    return kept?.tickets.map(({ door }) => door) ?? []
  }

  test('a gate is set, and stays set in its address', async () => {
    await page.goto(`${served.url}/gate`)
    await page.getByRole('heading', { name: t.gateSetTitle }).waitFor()
    await page.getByRole('button', { name: new RegExp(t.gateAllScreenings) }).click()
    await page.getByRole('option', { name: /Screen 1/ }).click()
    await page.getByLabel(t.gateDoor, { exact: true }).fill('B')
    await picture('set')
    expect(await faults()).toEqual([])
    await button(t.gateSet).click()
    await page.waitForURL(/screening=\d+.*door=B|door=B.*screening=\d+/)
    await page.getByText(t.gateConnected).waitFor()
    await picture('looking')
  }, 60_000)

  test('the camera reads a code and lets its guests in; read again, they are in already', async () => {
    await verdict(admit(2))
    await page.getByTestId('inside').getByText('2').first().waitFor()
    await picture('admit')
    expect(await faults()).toEqual([])
    expect(await insideOf(pair)).toEqual(['B', 'B'])
    // No tap in between: the film shows the code again.
    await verdict(t.gateAlreadyIn)
    await picture('already-in')
    expect(await faults()).toEqual([])
  }, 60_000)

  /** From now on there is no camera: its film would begin again and show its code in between. */
  async function withoutCamera(): Promise<void> {
    await page.addInitScript(
      "navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('', 'NotFoundError'))",
    )
    await page.reload()
    await page.getByText(t.gateConnected).waitFor()
  }

  test('typed codes do as well; one let in by mistake is undone', async () => {
    await withoutCamera()
    const one = await sell(['D1'])
    await type(`${one.orderCode.slice(0, 4)} ${one.orderCode.slice(4)}`)
    await verdict(admit(1))
    await button(t.gateUndo).click()
    await verdict(t.gateUndone)
    expect(await insideOf(one)).toEqual([undefined])
    const other = await sell(['D2'], hall.screenings[1])
    await type(other.code)
    await verdict(t.gateWrongScreen)
    await picture('wrong-screen')
    await type(`${one.code.slice(0, -4)}AAAA`)
    await verdict(t.gateForged)
    await type('0000 0000')
    await verdict(t.gateUnknown)
  }, 60_000)

  test('without a connection the gate opens, judges by itself, and tells it afterwards', async () => {
    const [early, late] = [await sell(['E1', 'E2']), await sell(['E3'])]
    await page.reload()
    await page.getByText(t.gateConnected).waitFor()
    const kept = "caches.open('fullhouse-gate').then((kept) => kept.keys())"
    await page.waitForFunction(`${kept}.then((keys) => keys.length > 3)`)
    await page.evaluate('navigator.serviceWorker.ready.then(() => undefined)')
    await page.context().setOffline(true)
    await page.reload()
    await page.getByTestId('connection').getByText(/\S/).waitFor()
    await type(early.code)
    await verdict(admit(2))
    await type(early.code)
    await verdict(t.gateAlreadyIn)
    await type(late.orderCode)
    await verdict(admit(1))
    await picture('offline')
    expect(await insideOf(early)).toEqual([undefined, undefined])
    // Meanwhile somebody lets the second in at another door.
    const { url } = served
    const scan = {
      id: crypto.randomUUID(),
      code: late.code,
      screeningId: String(hall.screenings[0]),
      door: 'Z',
      scannedAt: new Date().toISOString(),
    }
    await fetch(`${url}/v1/gate/scans`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() },
      body: JSON.stringify({ scans: [scan] }),
    })
    await page.context().setOffline(false)
    await page.getByText(t.gateConnected).waitFor()
    await expect.poll(() => insideOf(early)).toEqual(['B', 'B'])
    await page.getByTestId('conflicts').getByText('E3').waitFor()
    await picture('conflict')
    expect(await insideOf(late)).toEqual(['Z'])
  }, 90_000)

  test('Today says how many are in the house', async () => {
    await page.goto(`${served.url}/today`)
    await page.getByText(t.inTheHouse, { exact: true }).waitFor()
    const figure = page.locator('.strip-figure').filter({ hasText: t.inTheHouse })
    await expect.poll(() => figure.locator('.strip-value').textContent()).toBe('5')
    await picture('today')
  }, 60_000)
})

function verdictOf(page: () => Page) {
  return (word: string) =>
    page().getByTestId('verdict').getByText(word, { exact: true }).waitFor({ timeout: 30_000 })
}
