import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { Served } from '#server'
import type { Seat } from '#test'
import { openChromium, serveTestHouse, sitDown } from '#test'
import { en } from '../../src/doors/web/console/texts/en.ts'
import { zh } from '../../src/doors/web/console/texts/zh.ts'

const browser: Browser | undefined = await openChromium()

const SEATS: readonly Seat[] = [
  { width: 1440, language: 'en', theme: 'light' },
  { width: 390, language: 'zh', theme: 'dark' },
]

/** Where places are on the map, in pixels: margin, pitch and half a seat. */
const at = (x: number, y: number) => ({ x: 34 + x * 27 + 12, y: 58 + y * 27 + 12 })

describe.skipIf(browser === undefined).each(SEATS)('at $width px, in $language', (seat) => {
  let served: Served
  let folder: string
  let page: Page
  const t = seat.language === 'zh' ? zh : en
  const picture = (name: string) =>
    page.screenshot({ path: join(tmpdir(), `plan-${seat.width}-${name}.png`), fullPage: true })
  const button = (name: string) => page.getByRole('button', { name, exact: true })
  const cell = (row: string, number: number) => page.locator(`[data-seat="${row}${number}"]`)
  const count = async (): Promise<number> => page.getByRole('gridcell').count()

  beforeAll(async () => {
    served = await serveTestHouse()
    folder = await mkdtemp(join(tmpdir(), 'fullhouse-plan-'))
    if (browser) page = await sitDown(browser, seat)
  }, 120_000)
  afterEach(async (context) => {
    if (context.task.result?.state === 'fail') await picture('broke')
  })
  afterAll(async () => {
    await page?.context().close()
    await served?.close()
    if (folder) await rm(folder, { recursive: true, force: true })
  })

  async function drag(from: readonly [number, number], to: readonly [number, number]) {
    const map = page.getByRole('grid')
    await map.scrollIntoViewIfNeeded()
    const box = await map.boundingBox()
    if (!box) throw new Error('no map')
    const [one, other] = [at(...from), at(...to)]
    await page.mouse.move(box.x + one.x, box.y + one.y)
    await page.mouse.down()
    await page.mouse.move(box.x + other.x, box.y + other.y, { steps: 4 })
    await page.mouse.up()
  }

  test('a cinema and its auditorium are made by hand', async () => {
    await page.goto(`${served.url}/cinemas`)
    await button(t.addCinema).click()
    await page.getByRole('combobox', { name: t.cinema, exact: true }).fill('Lantern')
    await page.getByRole('combobox', { name: t.timezone, exact: true }).fill('Europe/Dublin')
    await page.keyboard.press('Escape')
    await page.getByRole('combobox', { name: t.currency, exact: true }).fill('EUR')
    await page.keyboard.press('Escape')
    await button(t.addCinema).click()
    await page.getByRole('heading', { name: 'Lantern' }).waitFor()
    await page.getByLabel(t.auditoriumName).fill('Screen 1')
    await picture('cinemas')
    await button(t.addAuditorium).click()
    await page.waitForURL(/\/cinemas\/\d+\/auditoria\/\d+/)
    await page.getByRole('grid', { name: t.seatGrid }).waitFor()
  }, 60_000)

  test('rows are drawn by dragging, renumbered, and taken back', async () => {
    for (const row of [0, 1, 2, 3.5]) await drag([1, row], [8, row])
    expect(await count()).toBe(32)
    // What would stand on another is refused, and nothing is half done.
    await drag([2, 1], [6, 1])
    await page.getByText(t.planRefused).waitFor()
    expect(await count()).toBe(32)
    await button(t.addRow).click()
    expect(await count()).toBe(42)
    await button(t.undo).click()
    expect(await count()).toBe(32)
    await picture('drawn')

    await page.getByRole('radio', { name: t.selectSeats }).click()
    await cell('B', 1).click()
    await page.getByRole('group').getByRole('radio', { name: t.fromRight }).click()
    await button(t.renumber).click()
    const first = await cell('B', 8).getAttribute('transform')
    expect(first).toBe(`translate(${34 + 27} ${58 + 27})`)
    await page.keyboard.press('Control+z')
    expect(await cell('B', 1).getAttribute('transform')).toBe(first)
    await page.keyboard.press('Control+Shift+z')
    expect(await cell('B', 8).getAttribute('transform')).toBe(first)
  }, 60_000)

  test('by keyboard a companion waits for its wheelchair place', async () => {
    await cell('A', 1).click()
    await page.keyboard.press('Escape')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press(' ')
    expect(await cell('A', 2).getAttribute('aria-selected')).toBe('true')
    await button(t.kind_companion).click()
    const save = button(t.savePlan.replace('{version}', '1'))
    expect(await save.isDisabled()).toBe(true)
    await picture('problem')
    await cell('A', 2).focus()
    await page.keyboard.press(' ')
    await page.keyboard.press('ArrowLeft')
    await page.keyboard.press(' ')
    await button(t.kind_wheelchair).click()
    await page.getByText(t.noProblems).waitFor()
    // The two back-row seats on the left become one love seat, and row B a house row.
    await cell('D', 1).click()
    await button(t.clearSelection).click()
    await drag([0.4, 3.4], [2.4, 3.6])
    await button(t.kind_love).click()
    await picture('kinds')
    await save.click()
    await page.getByText(t.planSaved.replace('{version}', '1')).waitFor()
  }, 60_000)

  test('it is there after a reload, and what is exported reads back the same', async () => {
    await page.reload()
    await cell('A', 1).waitFor()
    expect(await count()).toBe(32)
    expect(await cell('A', 1).getAttribute('aria-label')).toContain(t.kind_wheelchair)
    const downloading = page.waitForEvent('download')
    await button(`${t.exportPlan} CSV`).click()
    const path = join(folder, 'plan.csv')
    await (await downloading).saveAs(path)
    expect((await readFile(path, 'utf8')).split('\r\n')[0]).toBe('row,number,x,y,kind,area,house')

    await cell('C', 4).click()
    await button(t.deleteSeats).click()
    expect(await count()).toBe(31)
    await page.locator('input[type=file]').setInputFiles(path)
    await expect.poll(count).toBe(32)
    // The same plan again: there is nothing to save.
    expect(await button(t.savePlan.replace('{version}', '2')).isDisabled()).toBe(true)
    await cell('C', 4).click()
    await button(t.outOfOrderTake).click()
    await button(t.mend).waitFor()
    await picture('out-of-order')
    const beyond = 'document.documentElement.scrollWidth - document.documentElement.clientWidth'
    expect(await page.evaluate(beyond)).toBe(0)
  }, 60_000)
})

afterAll(() => browser?.close())
