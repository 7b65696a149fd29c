/**
 * The service worker of the gate: its page opens without a connection, made of what the page itself
 * kept (keep-page.ts). Scans and lists are none of its business: the page knows what is fresh.
 */
const KEPT = 'fullhouse-gate'
/** A connection that takes longer is none, with a queue before the door. */
const PATIENCE_MS = 3_000

/** What of a worker's own world is used here; the page's library knows nothing of it. */
type WorkerScope = {
  readonly skipWaiting: () => Promise<void>
  addEventListener(name: 'install', listener: (event: Lasting) => void): void
  addEventListener(name: 'fetch', listener: (event: Fetching) => void): void
}
type Lasting = { readonly waitUntil: (work: Promise<unknown>) => void }
type Fetching = { readonly request: Request; respondWith(answer: Promise<Response>): void }

// This file runs as a worker, whatever the compiler's library takes `self` for.
const scope = self as unknown as WorkerScope

scope.addEventListener('install', (event) => event.waitUntil(scope.skipWaiting()))
scope.addEventListener('fetch', (event) => {
  const { request } = event
  if (request.method !== 'GET') return
  if (request.mode === 'navigate') event.respondWith(page(request))
  else if (new URL(request.url).pathname.startsWith('/assets/')) event.respondWith(part(request))
})

async function page(request: Request): Promise<Response> {
  try {
    return await fetch(request, { signal: AbortSignal.timeout(PATIENCE_MS) })
  } catch (fault) {
    const kept = await (await caches.open(KEPT)).match('/gate')
    if (kept) return kept
    throw fault
  }
}

/** Named by what is in it, so what is kept is right. */
async function part(request: Request): Promise<Response> {
  return (await (await caches.open(KEPT)).match(request)) ?? fetch(request)
}
