import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { Served } from '#server'
import type { Seat } from '#test'
import { axeComplaints, gb18030, openChromium, serveTestHouse, sitDown } from '#test'
import { en } from '../../src/doors/web/console/texts/en.ts'
import { zh } from '../../src/doors/web/console/texts/zh.ts'

const browser: Browser | undefined = await openChromium()

const SEATS: readonly Seat[] = [
  { width: 1440, language: 'en', theme: 'light' },
  { width: 390, language: 'zh', theme: 'dark' },
]

/** A circuit's report of one day, as a Chinese office writes it: GB18030, takings in 万元, 3 February. */
const CINEMAS = ['上海影城', '北京影城', '成都影城']
const FILMS = ['流浪地球2', '满江红', '深海', '熊出没·伴我熊芯', '无名']
const ROWS = CINEMAS.flatMap((cinema, at) =>
  FILMS.map((film, place) => ({
    film,
    cinema,
    screenings: 3 + place,
    admissions: 120 + at * 70 + place * 11,
    /** Hundredths of 万元: hundreds of yuan. */
    hundreds: 125 + at * 40 + place * 17,
  })),
)
const UNREADABLE = 7
const WAIT = { timeout: 20_000 }

function circuitReport(): Uint8Array {
  const lines = ROWS.map(({ film, cinema, screenings, admissions, hundreds }, at) => {
    const gross = at === UNREADABLE ? '不详' : inTenThousands(hundreds)
    return [film, '03/02/2023', cinema, screenings, admissions, gross].join(',')
  })
  return gb18030(['影片名称,放映日期,影院,场次,人次,票房(万元)', ...lines].join('\n'))
}

/** The same day as the distributor has it: in yuan, one title written otherwise, one figure apart. */
function distributorReport(): string {
  const lines = ROWS.map(({ film, cinema, admissions, hundreds }, at) => {
    const title = film.replace('·', '之')
    const yuan = hundreds * 100 - (at === 1 ? 300 : 0)
    return [title, '2023-02-03', cinema, admissions, yuan].join(',')
  })
  return ['影片名称,放映日期,影院,人次,票房(元)', ...lines].join('\n')
}

function inTenThousands(hundreds: number): string {
  return `${Math.floor(hundreds / 100)}.${String(hundreds % 100).padStart(2, '0')}`
}

describe.skipIf(browser === undefined).each(SEATS)('at $width px, in $language', (seat) => {
  let served: Served
  let folder: string
  let page: Page
  const t = seat.language === 'zh' ? zh : en
  const picture = (name: string) =>
    page.screenshot({ path: join(tmpdir(), `imports-${seat.width}-${name}.png`), fullPage: true })

  async function isWell(name: string) {
    await picture(name)
    const beyond = 'document.documentElement.scrollWidth - document.documentElement.clientWidth'
    expect(await page.evaluate(beyond)).toBe(0)
    expect(await axeComplaints(page, '#main')).toEqual([])
  }

  const fate = async (name: string) =>
    Number((await page.getByTestId(`fate-${name}`).textContent())?.replace(/\D/g, ''))

  async function drop(name: string, bytes: Uint8Array | string) {
    const path = join(folder, name)
    await writeFile(path, bytes)
    await page.goto(`${served.url}/imports`)
    await page.locator('input[type=file]').setInputFiles(path)
    await page.waitForURL(/\/imports\/file\//)
    await page.getByTestId('mapping-column').first().waitFor()
  }

  async function readAs(unit: string) {
    const label = t.howReadChange.replace('{column}', '票房(万元)')
    await page.getByRole('button', { name: label }).click()
    await page.getByLabel(t.unit, { exact: true }).selectOption(unit)
    await page.keyboard.press('Escape')
  }

  async function startImport(name: string) {
    await page.getByLabel(t.mappingName).fill(name)
    await page.getByTestId('import').click()
    await page.waitForURL(/\/imports\/\d+$/)
    await page.locator('[data-state=done]').waitFor()
  }

  beforeAll(async () => {
    served = await serveTestHouse()
    folder = await mkdtemp(join(tmpdir(), 'fullhouse-imports-'))
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

  test('an empty house says what can be dropped', async () => {
    await page.goto(`${served.url}/imports`)
    await page.getByText(t.knownFiles).waitFor()
    await isWell('empty')
  }, 60_000)

  test('an unknown file in GB18030 and 万元 is dropped, mapped and imported', async () => {
    await drop('院线日报.csv', circuitReport())
    expect(await page.getByTestId('mapping-column').count()).toBe(6)
    await page.getByRole('button', { name: /GB18030/ }).waitFor()
    // 03/02 may be February or March: it is asked, and nothing can be imported before.
    expect(await page.getByTestId('import').isDisabled()).toBe(true)
    await isWell('asked')
    await page.getByRole('button', { name: /2023-02-03/ }).click()
    await expect.poll(() => fate('accepted'), WAIT).toBe(ROWS.length - 1)
    expect(await fate('quarantined')).toBe(1)
    // 1.25 万元 is ¥12,500.
    await page
      .getByRole('cell', { name: /¥12,500\.00/ })
      .first()
      .waitFor()
    await isWell('mapped')
    // A column that is changed changes the rows at once.
    await readAs('thousand')
    await page
      .getByRole('cell', { name: /¥1,250\.00/ })
      .first()
      .waitFor()
    await readAs('ten_thousand')
    await page
      .getByRole('cell', { name: /¥12,500\.00/ })
      .first()
      .waitFor()
    await startImport('院线日报')
    expect(await fate('accepted')).toBe(ROWS.length - 1)
    await isWell('imported')
  }, 120_000)

  test('a row in quarantine is corrected and counts', async () => {
    await page.goto(`${served.url}/imports`)
    await page.getByRole('link', { name: '院线日报.csv' }).click()
    const row = page.getByTestId('quarantine-row')
    await row.getByText('不详').first().waitFor()
    await row.getByRole('button', { name: new RegExp(t.correctRow) }).click()
    await isWell('correcting')
    const { hundreds = 0 } = ROWS[UNREADABLE] ?? {}
    await page.getByLabel('票房(万元)').fill('abc')
    await page.getByRole('button', { name: t.countRow }).click()
    await page.getByRole('alert').waitFor()
    await page.getByLabel('票房(万元)').fill(inTenThousands(hundreds))
    await page.getByRole('button', { name: t.countRow }).click()
    await expect.poll(() => fate('accepted'), WAIT).toBe(ROWS.length)
    expect(await fate('quarantined')).toBe(0)
  }, 60_000)

  test('a film that two sources write in two ways is said to be one', async () => {
    await drop('发行方日报.csv', distributorReport())
    for (;;) {
      const question = page.locator('[data-testid^=question-][data-open]').first()
      if ((await question.count()) === 0) break
      await question.getByRole('button').first().click()
    }
    await expect.poll(() => fate('accepted'), WAIT).toBe(ROWS.length)
    await startImport('发行方日报')
    await page.goto(`${served.url}/imports/matches`)
    await page.getByRole('button', { name: t.matchRun }).click()
    const pair = page.getByTestId('match').filter({ hasText: '熊出没之伴我熊芯' })
    await pair.first().waitFor()
    await isWell('matches')
    if (seat.width === 1440) {
      // By keyboard: taken, fetched back, taken again.
      await page.keyboard.press('s')
      await pair.first().waitFor({ state: 'detached' })
      await page.getByRole('button', { name: new RegExp(t.matchUndo) }).waitFor()
    } else {
      await pair.getByRole('button', { name: new RegExp(`^${t.matchSame}`) }).click()
      await pair.first().waitFor({ state: 'detached' })
    }
    await page.getByRole('radio', { name: t.matchesMade }).click()
    const made = page.getByTestId('made-match').filter({ hasText: '熊出没之伴我熊芯' })
    await made.getByText(new RegExp(t.matchByHand)).waitFor()
    await isWell('made')
  }, 120_000)

  test('the two sources lie side by side, and the one figure that differs stands out', async () => {
    const search = 'left=院线日报&right=发行方日报&by=film'
    await page.goto(`${served.url}/imports/reconcile?${search}`)
    const lead = page.getByTestId('recon-lead')
    await lead.waitFor()
    const answer: unknown = await (
      await fetch(`${served.url}/v1/reconcile?${encodeURI(search)}&metric=gross`)
    ).json()
    expect(answer).toMatchObject({ agree: 4, differ: 1, leftOnly: 0, rightOnly: 0 })
    await page.getByText('满江红').first().waitFor()
    await isWell('reconciled')
  }, 60_000)
})

afterAll(() => browser?.close())
