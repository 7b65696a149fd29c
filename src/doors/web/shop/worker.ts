/**
 * The service worker of the shop: a ticket that was saved opens without a signal. Everything else is
 * asked of the network first, since seats and times of a minute ago are no help to anybody.
 */
const TICKETS = 'fullhouse-tickets'
const LIST = '/shop/tickets'
/** A signal that takes longer is none, for somebody who stands at the door. */
const PATIENCE_MS = 4_000

/** What of a worker's own world is used here; the page's library knows nothing of it. */
type WorkerScope = {
  readonly skipWaiting: () => Promise<void>
  readonly clients: { readonly claim: () => Promise<void> }
  addEventListener(name: 'install' | 'activate', listener: (event: Lasting) => void): void
  addEventListener(name: 'fetch', listener: (event: Fetching) => void): void
}
type Lasting = { readonly waitUntil: (work: Promise<unknown>) => void }
type Fetching = {
  readonly request: Request
  respondWith(answer: Promise<Response>): void
}

// This file runs as a worker, whatever the compiler's library takes `self` for.
const scope = self as unknown as WorkerScope

scope.addEventListener('install', (event) => event.waitUntil(scope.skipWaiting()))
scope.addEventListener('activate', (event) => event.waitUntil(scope.clients.claim()))
scope.addEventListener('fetch', (event) => {
  const { request } = event
  const { pathname } = new URL(request.url)
  if (request.method !== 'GET') return
  if (request.mode === 'navigate') event.respondWith(pageOf(request))
  else if (pathname.startsWith('/shop/assets/')) event.respondWith(assetOf(request))
})

async function pageOf(request: Request): Promise<Response> {
  try {
    return await fetch(request, { signal: AbortSignal.timeout(PATIENCE_MS) })
  } catch (fault) {
    // No signal: what is kept is as good, and for a ticket it is all there is to know.
    const kept = (await keptPage(request.url)) ?? (await keptPage(LIST))
    if (kept) return kept
    throw fault
  }
}

async function keptPage(address: string): Promise<Response | undefined> {
  const url = new URL(address, location.origin)
  url.searchParams.delete('back')
  url.searchParams.delete('lang')
  const cache = await caches.open(TICKETS)
  return cache.match(url.href, { ignoreVary: true })
}

/** Named by what is in them: once kept, they are right for ever. */
async function assetOf(request: Request): Promise<Response> {
  const kept = await caches.match(request, { ignoreVary: true })
  return kept ?? fetch(request)
}
