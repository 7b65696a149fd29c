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
    await keepPages(cache, [orderAddress(ticket.id, ticket.token, false), LIST])
    return true
  } catch {
    // A private window, a full phone, the signal gone just now. What was kept before is kept still.
    const before = await caches?.match(location.href, { ignoreVary: true })
    return before !== undefined
  }
}

export function savedTickets(): readonly SavedTicket[] {
  const kept: unknown = JSON.parse(localStorage.getItem(NAME) ?? '[]')
  // Nobody writes there but `saveTicket`.
  return Array.isArray(kept) ? (kept as SavedTicket[]) : []
}

/** Puts pages into the cache, and the scripts and fonts that stand in them. */
async function keepPages(cache: Cache, addresses: readonly string[]): Promise<void> {
  await cache.addAll([...addresses])
  const kept = await Promise.all(addresses.map((one) => cache.match(one, { ignoreVary: true })))
  const texts = await Promise.all(kept.map((page) => page?.text() ?? ''))
  const named = texts.flatMap((text) => text.match(/\/shop\/assets\/[\w.-]+/g) ?? [])
  await cache.addAll([...new Set(named)])
}
