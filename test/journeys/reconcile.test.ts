import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { LOCAL_OWNER } from '#identity'
import { expectAccepted } from '#kernel'
import type { Served } from '#server'
import type { Seat } from '#test'
import { axeComplaints, openChromium, serveTestHouse, sitDown, tillFile } from '#test'
import { enReconcile } from '../../src/doors/web/console/texts/en-reconcile.ts'
import { zhReconcile } from '../../src/doors/web/console/texts/zh-reconcile.ts'

const browser: Browser | undefined = await openChromium()

const SEATS: readonly Seat[] = [
  { width: 1440, language: 'en', theme: 'light' },
  { width: 390, language: 'zh', theme: 'dark' },
]

const line = (title: string, quantity: number, unitCents: number, ticketType = 'Adult') => ({
  title,
  date: 'Mar 16, 2018 7:00:00 PM',
  ticketType,
  quantity,
  unitCents,
})

const TILL = tillFile([
  line('Orbit of Ida', 12, 1_050),
  line('The Weir Keeper', 9, 1_000),
  line('The Weir Keeper', 4, 0, 'Member'),
  line('Night Ferry', 7, 925),
  line('For Nothing', 20, 0, 'Comp'),
])

const REPORT = [
  'Event,Gross Revenue',
  'Orbit of Ida,$126.00',
  'The Weir Keeper,$130.00',
  'Kestrel,"$1,064.75"',
  '',
].join('\n')

describe.skipIf(browser === undefined).each(SEATS)('at $width px, in $language', (seat) => {
  let served: Served
  let page: Page
  const t = seat.language === 'zh' ? zhReconcile : enReconcile
  const picture = (name: string) =>
    page.screenshot({ path: join(tmpdir(), `reconcile-${seat.width}-${name}.png`) })
  const row = (film: string) => page.getByRole('button', { name: film, exact: true })
  const open = (rest = '') => page.goto(`${served.url}/imports/reconcile${rest}`)

  async function give(name: string, text: string): Promise<void> {
    const { importer } = served.house
    const file = await importer.receive(LOCAL_OWNER, name, Readable.from([Buffer.from(text)]))
    const cinema = { cinema: 'The Art', timezone: 'America/Chicago', currency: 'USD' }
    const request = { fileId: file.id, ...cinema }
    const begun = expectAccepted(await importer.begin(LOCAL_OWNER, request))
    await importer.run(LOCAL_OWNER, begun.id, AbortSignal.timeout(60_000))
  }

  async function isWell(name: string) {
    await picture(name)
    const beyond = 'document.documentElement.scrollWidth - document.documentElement.clientWidth'
    expect(await page.evaluate(beyond)).toBe(0)
    expect(await axeComplaints(page, '#main')).toEqual([])
  }

  beforeAll(async () => {
    served = await serveTestHouse()
    if (browser) page = await sitDown(browser, seat)
  }, 120_000)
  afterEach(async (context) => {
    if (context.task.result?.state === 'fail') await picture('broke')
  })
  afterAll(async () => {
    await page?.context().close()
    await served?.close()
  })

  test('without a second source the page says what to do', async () => {
    await open()
    await page.getByText(t.reconNoSource).waitFor()
    await give('till.csv', TILL)
    await open()
    await page.getByText(t.reconNoSecond.replace('{source}', 'Ticket sales by showing')).waitFor()
    await isWell('one-source')
    await open('?view=restated')
    await page.getByText(t.reconNoTotals).waitFor()
  }, 60_000)

  test('what agrees, what differs and what stands on one side, with the cause', async () => {
    await give('report.csv', REPORT)
    await open()
    const lead = page.getByTestId('recon-lead')
    await lead
      .getByText(seat.language === 'zh' ? '5 行中 1 行一致' : '1 of 5 rows agrees')
      .waitFor()
    await isWell('side-by-side')
    await page.getByRole('radio', { name: `${t.reconState_differs} 1` }).click()
    await expect.poll(() => page.url()).toContain('state=differs')
    await row('The Weir Keeper').click()
    await page.getByText(t.reconExact).waitFor()
    await page.getByRole('region', { name: t.reconTicketTypes }).getByText('Member').waitFor()
    await isWell('open')
    // The address is the view: whoever is sent it sees the same row open.
    await page.reload()
    await page.getByText(t.reconExact).waitFor()
  }, 60_000)

  test('every row is in the CSV, and what cannot be laid out is refused with the choices', async () => {
    const csv = await fetch(`${served.url}/v1/reconcile/csv?left=ticket&right=gross&by=film`)
    expect(csv.headers.get('content-type')).toContain('text/csv')
    const lines = (await csv.text()).trim().split('\r\n')
    expect(lines).toHaveLength(6)
    expect(lines[0]).toBe('film,left,right,difference,currency,share,state,causes')
    expect(lines).toContainEqual('Kestrel,,1064.75,,USD,,right only,')
    const refused = await fetch(`${served.url}/v1/reconcile?left=ticket&right=nobody`)
    expect(refused.status).toBe(404)
    expect(await refused.json()).toMatchObject({
      refusal: 'source_unknown',
      choices: ['Gross revenue by event', 'Ticket sales by showing'],
    })
    const undated = await fetch(`${served.url}/v1/reconcile?left=ticket&right=gross&by=day`)
    expect(await undated.json()).toMatchObject({ refusal: 'days_not_stated' })
  })
})
