import { setTimeout as pause } from 'node:timers/promises'
import type { Browser, BrowserContext, CDPSession, Page } from 'playwright-core'
import type { FileLang } from './answer-file-words.ts'
import type { PrintedHead } from './view-pdf-head.ts'

export type PageAsked = {
  /** Of our own server, by an address of this machine. */
  readonly origin: string
  /** Of a page of the console, with all that its address says. */
  readonly path: string
  readonly lang: FileLang
  readonly theme: 'light' | 'dark'
}

export type PrintParts = {
  /** What stands above, from the addresses that the page fetched. */
  head(addresses: readonly string[]): Promise<PrintedHead>
  readonly signal: AbortSignal
}

/** As the style sheet for print has it; said here too, or widths are those of another paper. */
const PAPER = {
  format: 'A4',
  landscape: true,
  margin: { top: '10mm', right: '10mm', bottom: '14mm', left: '10mm' },
  preferCSSPageSize: true,
} as const
/** A4 on its side less its margins, in CSS pixels: what is drawn by script has the paper's width. */
const VIEWPORT = { width: 1047, height: 700 }
const LOCALES: Readonly<Record<FileLang, string>> = { en: 'en-IE', zh: 'zh-CN' }
/** Nothing came and nothing changed for so long: the page stands. */
const QUIET_MS = 350
const LOOK_EVERY_MS = 50
/** A page that never rests, a clock in it perhaps, is printed after so long with its answers in. */
const RESTLESS_MS_MAX = 4_000

/** Prints a page of ours as it stands on a screen. Throws where it does not come to stand in time. */
export async function printPage(
  browser: Browser,
  asked: PageAsked,
  parts: PrintParts,
): Promise<Uint8Array> {
  const context = await browser.newContext({
    viewport: VIEWPORT,
    locale: LOCALES[asked.lang],
    colorScheme: asked.theme,
    reducedMotion: 'reduce',
    serviceWorkers: 'block',
    acceptDownloads: false,
  })
  // What is waited for in there ends with it.
  const end = () => void context.close().catch(() => undefined)
  parts.signal.addEventListener('abort', end, { once: true })
  try {
    const page = await openPage(context, asked)
    const traffic = await listen(page, asked)
    await page.goto(asked.origin + asked.path, { waitUntil: 'load' })
    await untilItStands(page, traffic, parts.signal)
    await writeHead(page, await parts.head(traffic.addresses()))
    return await page.pdf({ ...PAPER, printBackground: true, tagged: true })
  } finally {
    parts.signal.removeEventListener('abort', end)
    await context.close().catch(() => undefined) // it may be gone with its browser
  }
}

async function openPage(
  context: BrowserContext,
  { origin, lang, theme }: PageAsked,
): Promise<Page> {
  // The page talks to us and to nobody else, and only asks.
  await context.route('**/*', (route) => {
    const request = route.request()
    const isOurs = new URL(request.url()).origin === origin && request.method() === 'GET'
    return isOurs ? route.continue() : route.abort()
  })
  await context.addInitScript(
    ([chosenLang, chosenTheme]) => {
      localStorage.setItem('fullhouse.lang', chosenLang)
      localStorage.setItem('fullhouse.theme', chosenTheme)
    },
    [lang, theme] as const,
  )
  const page = await context.newPage()
  await page.emulateMedia({ media: 'print', colorScheme: theme, reducedMotion: 'reduce' })
  return page
}

type Traffic = {
  /** Requests under way, streams left aside, and questions of streams without an answer yet. */
  open(): number
  readonly lastMs: () => number
  addresses(): readonly string[]
}

/** Follows what a page asks for: also its live streams, which never end. */
async function listen(page: Page, { theme }: PageAsked): Promise<Traffic> {
  const addresses: string[] = []
  const running = new Set<string>()
  const streams = new Map<string, { readonly questions: number; readonly answered: Set<number> }>()
  let last = performance.now()
  const session: CDPSession = await page.context().newCDPSession(page)
  await session.send('Network.enable')
  // What a second session leaves unsaid takes the place of what the first one said.
  await session.send('Emulation.setEmulatedMedia', {
    media: 'print',
    features: [
      { name: 'prefers-color-scheme', value: theme },
      { name: 'prefers-reduced-motion', value: 'reduce' },
    ],
  })
  session.on('Network.requestWillBeSent', ({ requestId, request, type }) => {
    last = performance.now()
    addresses.push(request.url)
    const questions = new URL(request.url).searchParams.getAll('q').length
    if (type === 'EventSource') streams.set(requestId, { questions, answered: new Set() })
    else running.add(requestId)
  })
  session.on('Network.eventSourceMessageReceived', ({ requestId, eventName, data }) => {
    if (eventName !== 'answer' && eventName !== 'refused') return
    const { index = 0 }: { index?: number } = JSON.parse(data)
    const answered = streams.get(requestId)?.answered
    // Later answers of a live page are no reason to wait.
    if (!answered || answered.has(index)) return
    answered.add(index)
    last = performance.now()
  })
  const done = ({ requestId }: { readonly requestId: string }) => {
    last = performance.now()
    running.delete(requestId)
    streams.delete(requestId)
  }
  session.on('Network.loadingFinished', done)
  session.on('Network.loadingFailed', done)
  return {
    open() {
      let waiting = 0
      for (const { questions, answered } of streams.values()) waiting += questions - answered.size
      return running.size + waiting
    },
    lastMs: () => performance.now() - last,
    addresses: () => addresses,
  }
}

/** Until everything asked is answered, its fonts are there, and it no longer changes. */
async function untilItStands(page: Page, traffic: Traffic, signal: AbortSignal): Promise<void> {
  let answeredMs = 0
  for (;;) {
    await pause(LOOK_EVERY_MS, undefined, { signal })
    if (traffic.open() > 0 || traffic.lastMs() < QUIET_MS) {
      answeredMs = 0
      continue
    }
    answeredMs += LOOK_EVERY_MS
    const restedMs = await page.evaluate<number>('globalThis.fullhouseOnPaper?.restedMs() ?? -1')
    // What paper needs is still on its way.
    if (restedMs < 0) continue
    if (restedMs >= QUIET_MS || answeredMs >= RESTLESS_MS_MAX) return
  }
}

/** JSON is an expression of JavaScript too. */
async function writeHead(page: Page, head: PrintedHead): Promise<void> {
  await page.evaluate(`fullhouseOnPaper.head(${JSON.stringify(head)})`)
}
