import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { silentLog } from '#kernel'
import { createPrinter } from './view-pdf.ts'
import { pagePath } from './view-pdf-address.ts'
import { startBrowser } from './view-pdf-browser.ts'

let dataFolder: string
beforeAll(async () => {
  dataFolder = await mkdtemp(join(tmpdir(), 'fullhouse-pdf-'))
})
afterAll(() => rm(dataFolder, { recursive: true, force: true }))

const ORIGIN = 'http://127.0.0.1:3000'

test.each([
  ['/today', '/today'],
  ['/today?day=2026-11-21&organisation=2', '/today?day=2026-11-21&organisation=2'],
  ['/cinemas/12#figures', '/cinemas/12'],
  ['/imports/../today', '/today'],
  ['//evil.example/today', undefined],
  ['/\\evil.example/today', undefined],
  ['http://evil.example/today', undefined],
  ['file:///etc/passwd', undefined],
  ['/v1/house', undefined],
  ['/shop/', undefined],
  ['/cinemas/../v1/house', undefined],
  ['/assets/index.js', undefined],
  ['today', undefined],
])('the path %s leads to %s', (path, page) => expect(pagePath(path, ORIGIN)).toBe(page))

test('without a browser it is said what to do', async () => {
  const config = { dataFolder, browser: join(dataFolder, 'nowhere') }
  const printer = createPrinter({ config, log: silentLog })
  const asked = { origin: ORIGIN, path: '/today', lang: 'en', theme: 'light' } as const
  const printed = await printer.print(asked, async () => ({ lines: [], asOf: '' }))
  expect(printed).toMatchObject({ ok: false, refusal: 'pdf_unavailable' })
  await printer.close()
})

test('more than a few wait in vain', async () => {
  const config = { dataFolder, browser: join(dataFolder, 'nowhere') }
  const printer = createPrinter({ config, log: silentLog })
  const asked = { origin: ORIGIN, path: '/today', lang: 'en', theme: 'light' } as const
  const all = Array.from({ length: 9 }, () =>
    printer.print(asked, async () => ({ lines: [], asOf: '' })),
  )
  const refusals = (await Promise.all(all)).map((one) => (one.ok ? 'printed' : one.refusal))
  expect(refusals).toEqual([...Array<string>(8).fill('pdf_unavailable'), 'pdf_busy'])
  await printer.close()
})

const isPacked = process.platform === 'linux' && process.arch === 'x64'

test.runIf(isPacked)(
  'where none is installed, the one that comes with us prints',
  async () => {
    const browser = await startBrowser({ dataFolder }, silentLog, [])
    if (typeof browser === 'string') throw new Error(browser)
    try {
      const page = await browser.newPage()
      await page.setContent('<title>Bare</title><p>With a font of its own</p>')
      const bytes = await page.pdf()
      expect(bytes.subarray(0, 5).toString()).toBe('%PDF-')
      expect(bytes.toString('latin1')).toContain('OpenSans')
    } finally {
      await browser.close()
    }
  },
  120_000,
)
