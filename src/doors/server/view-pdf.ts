import type { Browser } from 'playwright-core'
import type { Log, Outcome } from '#kernel'
import { accept, faultText, refuse } from '#kernel'
import { startBrowser } from './view-pdf-browser.ts'
import type { BrowserConfig } from './view-pdf-found.ts'
import type { PageAsked, PrintParts } from './view-pdf-page.ts'
import { printPage } from './view-pdf-page.ts'

export type PdfRefusal = 'pdf_busy' | 'pdf_late' | 'pdf_unavailable'

/** Prints pages, one at a time, by one browser that stays for a while. */
export type Printer = {
  print(asked: PageAsked, head: PrintParts['head']): Promise<Outcome<Uint8Array, PdfRefusal>>
  close(): Promise<void>
}

type Times = { readonly printMsMax: number; readonly warmMs: number }
const TIMES: Times = { printMsMax: 60_000, warmMs: 120_000 }
const WAITING_MAX = 8

export function createPrinter(
  { config, log }: { readonly config: BrowserConfig; readonly log: Log },
  { printMsMax, warmMs }: Times = TIMES,
): Printer {
  let warm: Browser | undefined
  let cooling: NodeJS.Timeout | undefined
  let queue: Promise<unknown> = Promise.resolve()
  let waiting = 0
  const closing = new AbortController()

  async function browser(): Promise<Browser | string> {
    clearTimeout(cooling)
    if (warm?.isConnected()) return warm
    const started = await startBrowser(config, log)
    if (typeof started === 'string') return started
    warm = started
    return started
  }
  function cool(): void {
    clearTimeout(cooling)
    cooling = setTimeout(() => void stop(), warmMs)
    cooling.unref()
  }
  async function stop(): Promise<void> {
    const stopped = warm
    warm = undefined
    await stopped?.close().catch(() => undefined) // it may have ended by itself
  }
  async function print(asked: PageAsked, head: PrintParts['head']) {
    if (closing.signal.aborted) return refuse('pdf_unavailable', 'The server is closing.')
    const found = await browser()
    if (typeof found === 'string') {
      return refuse('pdf_unavailable', `There is no browser to print with. ${found}`)
    }
    const late = AbortSignal.timeout(printMsMax)
    const signal = AbortSignal.any([late, closing.signal])
    try {
      return accept(await printPage(found, asked, { head, signal }))
    } catch (fault) {
      if (late.aborted) {
        const seconds = Math.round(printMsMax / 1000)
        return refuse('pdf_late', `The page did not come to rest within ${seconds} seconds.`)
      }
      if (found.isConnected()) throw fault
      // Whoever asks again gets another browser.
      log('The browser ended while it printed', { why: faultText(fault) })
      return refuse('pdf_unavailable', 'The browser ended while it printed. Try again.')
    } finally {
      cool()
    }
  }
  return {
    async print(asked, head) {
      if (waiting >= WAITING_MAX) {
        return refuse('pdf_busy', `${WAITING_MAX} pages wait to be printed already.`)
      }
      waiting++
      const turn = queue.then(() => print(asked, head)).finally(() => waiting--)
      // The next one waits for the end of this one, whatever becomes of it.
      queue = turn.catch(() => undefined)
      return turn
    },
    async close() {
      closing.abort()
      clearTimeout(cooling)
      await stop()
      await queue
    },
  }
}
