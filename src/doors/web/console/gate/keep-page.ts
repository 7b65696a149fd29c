const KEPT = 'fullhouse-gate'

/**
 * Keeps this page and what it is made of, so that it opens without a connection: the worker at
 * /gate-worker.js serves it from there. Where the browser has neither, the gate says nothing of it
 * and works as long as it stays open.
 */
export async function keepPageForLater(): Promise<void> {
  // Both are away where the page is not served securely, whatever the types say.
  const workers = navigator.serviceWorker as ServiceWorkerContainer | undefined
  const store = globalThis.caches as CacheStorage | undefined
  if (!workers || !store) return
  try {
    await workers.register('/gate-worker.js', { scope: '/gate' })
    // What only a phone without a detector of its own loads, and only with its camera on.
    await import('qr/decode.js')
    const loaded = performance.getEntriesByType('resource').map(({ name }) => new URL(name))
    const own = loaded.filter(({ origin, pathname }) => {
      return origin === location.origin && pathname.startsWith('/assets/')
    })
    const cache = await store.open(KEPT)
    const known = new Set((await cache.keys()).map(({ url }) => url))
    await cache.add(new Request('/gate', { cache: 'reload' }))
    const wanted = own.map(({ href }) => href)
    await cache.addAll(wanted.filter((href) => !known.has(href)))
    // Parts of an earlier version go once this one is whole.
    const kept = new Set([...wanted, new URL('/gate', location.origin).href])
    for (const url of known) if (!kept.has(url)) await cache.delete(url)
  } catch {
    // No connection, or no room: it is tried again at the next opening.
  }
}
