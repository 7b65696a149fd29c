import { setTimeout as pause } from 'node:timers/promises'
import type { Browser, Page } from 'playwright-core'
import { chromium } from 'playwright-core'

const CHROMIUM = '/usr/bin/chromium'
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

const DRAWN_MS_MAX = 120_000
const POLL_MS = 25
const GROSS = '[data-testid="gross"]'

/** A figure that stood in the page: from when in its document, from when on the screen. */
export type Shown = { readonly minor: number; readonly atMs: number; readonly paintedAtMs: number }

/**
 * Runs in the page. The observer is called right after the change of the document; the frame's own
 * task after it is the first moment at which the change has been painted.
 */
const OBSERVER = `
  window.benchShown = []
  const look = () => {
    const minor = Number(document.querySelector('${GROSS}')?.dataset.minor ?? NaN)
    const last = window.benchShown.at(-1)
    if (Number.isNaN(minor) || last?.minor === minor) return
    const shown = { minor, atMs: Date.now(), paintedAtMs: 0 }
    window.benchShown.push(shown)
    requestAnimationFrame(() => {
      const channel = new MessageChannel()
      channel.port1.onmessage = () => { shown.paintedAtMs = Date.now() }
      channel.port2.postMessage('')
    })
  }
  const all = { subtree: true, childList: true, attributes: true, attributeFilter: ['data-minor'] }
  new MutationObserver(look).observe(document, all)
  const isDrawn = () =>
    Number(document.querySelector('${GROSS}')?.dataset.minor ?? 0) > 0 &&
    [...document.querySelectorAll('.lead-chart .chart svg path[fill="none"]')]
      .some((path) => (path.getAttribute('d') ?? '').split('L').length > 5)
  const wait = () => {
    if (isDrawn()) window.benchDrawnAtMs = Date.now()
    else requestAnimationFrame(wait)
  }
  wait()
`

export async function openBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: CHROMIUM, args: FLAGS })
}

/**
 * When the chart of the day's takings had a line of several points, with the leading figure beside it,
 * epoch ms. Throws after two minutes.
 */
export async function drawnAt(page: Page): Promise<number> {
  for (let waited = 0; waited < DRAWN_MS_MAX; waited += POLL_MS) {
    const atMs = await page.evaluate<number | undefined>('window.benchDrawnAtMs')
    if (atMs !== undefined) return atMs
    await pause(POLL_MS)
  }
  const text = await page.evaluate<string>('document.body.innerText')
  throw new Error(`no live chart was drawn; the page says: ${text.replaceAll(/\s+/g, ' ')}`)
}

/** A page in which every value of the leading figure is noted from the start. */
export async function openPage(browser: Browser): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } })
  page.on('pageerror', (fault) => console.error(`  page: ${fault.message}`))
  await page.addInitScript({ content: OBSERVER })
  return page
}

export async function shownIn(page: Page): Promise<readonly Shown[]> {
  return page.evaluate<Shown[]>('window.benchShown')
}

/** How far the page's clock is from ours, ms: the smallest round trip's middle of several. */
export async function clockApart(page: Page): Promise<number> {
  let [best, apart] = [Number.POSITIVE_INFINITY, 0]
  for (let turn = 0; turn < 10; turn++) {
    const before = Date.now()
    const there = await page.evaluate<number>('Date.now()')
    const after = Date.now()
    if (after - before >= best) continue
    best = after - before
    apart = there - (before + after) / 2
  }
  return apart
}
