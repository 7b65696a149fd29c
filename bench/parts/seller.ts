import { setTimeout as pause } from 'node:timers/promises'
import { seededRandom } from '#kernel'
import type { Store } from '#store'
import { appendFacts } from '#store'
import { heardFrom } from '#venues'
import { encodeTicket } from '#warehouse'
import type { Market } from './market.ts'
import { ticketMaker } from './market.ts'

/** Tickets committed together, and what the day had taken with them, in minor units. */
export type Commit = {
  readonly tickets: number
  readonly upToMinor: number
  /** Tickets sold since the first one, with these. */
  readonly upToTickets: number
  /** When COMMIT had returned, epoch ms. */
  readonly atMs: number
}

export type Selling = {
  readonly commits: readonly Commit[]
  /** From the first to the last commit, tickets per second: what was reached of what was asked. */
  readonly pace: number
}

export type Seller = {
  /** Sells for some seconds at a pace; every commit that was made. */
  sell(span: { readonly seconds: number; readonly perSecond: number }): Promise<Selling>
}

const SIGN_OF_LIFE_MS = 2_000

/**
 * Sells as our own ticketing will: facts into the outbox in the sale's transaction. Sales that come
 * while a commit is under way share the next one (group commit), so that any pace can be carried;
 * they come at random moments, never in step with our timers.
 */
export function openSeller(store: Store, market: Market, takenMinor: number): Seller {
  const makeTicket = ticketMaker(market)
  const random = seededRandom('arrivals')
  let upToMinor = takenMinor
  let upToTickets = 0
  let heardAtMs = 0
  const commit = async (tickets: number): Promise<Commit> => {
    const lines: string[] = []
    for (let ticket = 0; ticket < tickets; ticket++) {
      const fact = makeTicket(BigInt(++upToTickets))
      upToMinor += Number(fact.priceMinor)
      lines.push(encodeTicket(fact))
    }
    await store.write((transaction) => appendFacts(transaction, 'ticket', lines))
    return { tickets, upToMinor, upToTickets, atMs: Date.now() }
  }
  const signOfLife = async () => {
    if (Date.now() - heardAtMs < SIGN_OF_LIFE_MS) return
    heardAtMs = Date.now()
    await store.write((transaction) => heardFrom(transaction, market.cinemas, new Date(heardAtMs)))
  }
  return {
    async sell({ seconds, perSecond }) {
      const commits: Commit[] = []
      const startedAt = performance.now()
      const endMs = seconds * 1000
      let nextMs = 0
      for (;;) {
        const nowMs = performance.now() - startedAt
        let due = 0
        for (; nextMs <= Math.min(nowMs, endMs); due++) {
          nextMs += (-Math.log(1 - random.next()) * 1000) / perSecond
        }
        if (due > 0) commits.push(await commit(due))
        else if (nowMs > endMs) break
        else await pause(Math.max(1, Math.min(nextMs, endMs + 1) - nowMs))
        // Beside the sales, never between a sale and its commit.
        void signOfLife()
      }
      return { commits, pace: paceOf(commits) }
    },
  }
}

function paceOf(commits: readonly Commit[]): number {
  const [first, last] = [commits[0], commits.at(-1)]
  if (!first || !last || last.atMs === first.atMs) return 0
  const tickets = last.upToTickets - first.upToTickets
  return (tickets * 1000) / (last.atMs - first.atMs)
}
