import { orderAddress } from './use-order.ts'

/** A ticket as the list of all tickets shows it. */
export type SavedTicket = {
  readonly id: string
  readonly token: string
  readonly title: string
  readonly day: string
  readonly time: string
  readonly startsAt: string
  readonly cinema: string
  readonly seats: readonly string[]
}

const NAME = 'fullhouse-tickets'
const WORKER = '/shop/worker.js'
const LIST = '/shop/tickets'
/** The oldest give way: a phone is no archive. */
const TICKETS_MAX = 50

/** Keeps the page of a ticket with all it needs, so that it opens without a signal. Whether it is kept. */
export async function saveTicket(ticket: SavedTicket): Promise<boolean> {
  try {
    const others = savedTickets().filter(({ id }) => id !== ticket.id)
    const kept = [ticket, ...others].slice(0, TICKETS_MAX)
    localStorage.setItem(NAME, JSON.stringify(kept))
    await navigator.serviceWorker.register(WORKER, { scope: '/shop/' })
    await navigator.serviceWorker.ready
    const cache = await caches.open(NAME)
    await cache.addAll([orderAddress(ticket.id, ticket.token, false), LIST, ...assets()])
    return true
  } catch {
    // A private window, a full phone, the signal gone just now: all the same to the guest.
    return (
      (await caches?.match(location.href, { ignoreVary: true }).catch(() => undefined)) !==
      undefined
    )
  }
}

export function savedTickets(): readonly SavedTicket[] {
  const kept: unknown = JSON.parse(localStorage.getItem(NAME) ?? '[]')
  // Nobody writes there but `saveTicket`.
  return Array.isArray(kept) ? (kept as SavedTicket[]) : []
}

/** Scripts and fonts of this page, and those of the list. */
function assets(): readonly string[] {
  const links = [...document.querySelectorAll('link[href^="/shop/assets/"]')]
  const named = links.map((link) => link.getAttribute('href') ?? '')
  const loaded = performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname)
  return [...new Set([...named, ...loaded.filter((path) => path.startsWith('/shop/assets/'))])]
}
