import { setTimeout as pause } from 'node:timers/promises'
import type { Page } from 'playwright-core'

/** One thing done on Explore: how long until the page had drawn what came of it. */
export type Click = { readonly what: string; readonly ms: number; readonly asked: number }

/**
 * Runs in the page from the start: notes when something was done, which questions are on their way, and
 * when the page last changed what is seen. The frame's own task after a change is the first moment at
 * which it has been painted.
 */
const WATCH = `
  window.bench = { doneAt: 0, inFlight: 0, asked: 0, paintedAt: 0, changedAt: 0 }
  const bench = window.bench
  const fetchWas = window.fetch
  window.fetch = async (...words) => {
    const address = String(words[0]?.url ?? words[0])
    if (!address.includes('/v1/')) return fetchWas(...words)
    bench.inFlight++
    bench.asked++
    try {
      const response = await fetchWas(...words)
      // Held back until its body is here, as the page itself waits for it.
      await response.clone().arrayBuffer()
      return response
    } finally {
      bench.inFlight--
    }
  }
  for (const kind of ['click', 'keydown']) {
    document.addEventListener(kind, () => { bench.doneAt = performance.now() }, true)
  }
  const seen = () => {
    bench.changedAt = performance.now()
    requestAnimationFrame(() => {
      const channel = new MessageChannel()
      channel.port1.onmessage = () => { bench.paintedAt = performance.now() }
      channel.port2.postMessage('')
    })
  }
  const start = () => new MutationObserver((changes) => {
    if (changes.some(({ target }) => document.querySelector('main')?.contains(target))) seen()
  }).observe(document, {
    subtree: true,
    childList: true,
    characterData: true,
    attributes: true,
    attributeFilter: ['d', 'fill', 'aria-label', 'class'],
  })
  start()
`

/** Nothing on its way and nothing changed for so long: what was done has been drawn. */
const QUIET_MS = 350
const POLL_MS = 50
const SETTLED_MS_MAX = 60_000

export async function watchClicks(page: Page): Promise<void> {
  await page.addInitScript({ content: WATCH })
}

type Bench = {
  readonly doneAt: number
  readonly inFlight: number
  readonly asked: number
  readonly paintedAt: number
  readonly changedAt: number
}

async function quiet(page: Page): Promise<Bench> {
  const settled = `(() => {
    const { inFlight, changedAt, paintedAt, doneAt } = window.bench
    const since = performance.now() - Math.max(changedAt, doneAt)
    return inFlight === 0 && since > ${QUIET_MS} && paintedAt >= changedAt
  })()`
  // Asked from here: the page's own rules let nobody evaluate text in it.
  for (let waited = 0; waited < SETTLED_MS_MAX; waited += POLL_MS) {
    if (await page.evaluate<boolean>(settled)) return page.evaluate<Bench>('({ ...window.bench })')
    await pause(POLL_MS)
  }
  throw new Error('the page does not come to rest')
}

/** Does something and gives how long it was until its last change was on the screen. */
export async function timeClick(
  page: Page,
  what: string,
  act: () => Promise<void>,
): Promise<Click | undefined> {
  const before = await quiet(page)
  await act()
  const after = await quiet(page)
  // What changed nothing drew nothing.
  if (after.paintedAt <= after.doneAt) return undefined
  return { what, ms: after.paintedAt - after.doneAt, asked: after.asked - before.asked }
}

export async function settled(page: Page): Promise<void> {
  await quiet(page)
}
