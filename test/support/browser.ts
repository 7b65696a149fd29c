import { existsSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { chromium } from 'playwright-core'

const CHROMIUM = '/usr/bin/chromium'
const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** Debian's Chromium, or undefined where it is not installed, with one visible line. */
export async function openChromium(more: readonly string[] = []): Promise<Browser | undefined> {
  const args = [...ARGUMENTS, ...more]
  if (existsSync(CHROMIUM)) return chromium.launch({ executablePath: CHROMIUM, args })
  console.warn(`skipped: ${CHROMIUM} is not installed`)
  return undefined
}

export type Seat = {
  readonly width: 390 | 1440
  readonly language: 'en' | 'zh'
  readonly theme: 'light' | 'dark'
}

/** A page as somebody at that screen has it; what breaks in it fails the journey. */
export async function sitDown(browser: Browser, seat: Seat): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: seat.width, height: seat.width === 390 ? 844 : 900 },
    colorScheme: seat.theme,
    locale: seat.language === 'zh' ? 'zh-CN' : 'en-IE',
    hasTouch: seat.width === 390,
  })
  const page = await context.newPage()
  page.setDefaultTimeout(20_000)
  page.on('pageerror', (fault) => {
    throw fault
  })
  return page
}
