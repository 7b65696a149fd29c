import type { Store } from '#store'
import type { Shown } from './browser.ts'
import type { Sample, Spread } from './figures.ts'
import { spreadOf } from './figures.ts'
import type { Commit } from './seller.ts'
import type { Seen } from './watchers.ts'

/** A numbered batch: when it was fixed and when the warehouse had acknowledged it. */
export type Shipment = {
  readonly upToTickets: number
  readonly madeAtMs: number
  readonly shippedAtMs: number
}

const SHIPMENTS = `
  select number, facts, made_at, shipped_at from outbox_batch
  where shipped_at is not null order by number`

/** All batches so far; the outbox carries nothing but the sales of the run, in their order. */
export async function shipments(store: Store): Promise<readonly Shipment[]> {
  type Found = { facts: number; made_at: Date; shipped_at: Date }
  let upToTickets = 0
  return (await store.rows<Found>(SHIPMENTS)).map(({ facts, made_at, shipped_at }) => {
    upToTickets += facts
    return { upToTickets, madeAtMs: made_at.getTime(), shippedAtMs: shipped_at.getTime() }
  })
}

/** The way of a sale, part by part, and as a whole; in ms. */
export type Stages = {
  readonly commitToBatch: Spread
  readonly batchToShipped: Spread
  readonly shippedToAsked: Spread
  readonly askedToClient: Spread
  /** Of every client; a sale counts once for each. */
  readonly commitToClient: Spread
  readonly commitToPage: Spread
  readonly commitToPainted: Spread
  readonly clientToPage: Spread
  /** Sales that some observer never got to see. Anything but 0 is a fault. */
  readonly unseen: number
}

type Observed = {
  readonly commits: readonly Commit[]
  readonly shipments: readonly Shipment[]
  readonly clients: readonly (readonly Seen[])[]
  readonly page: readonly Shown[]
}

/** Finds for each sale the first batch, answer and figure that include it: sums only ever grow. */
export function stagesOf({ commits, shipments: sent, clients, page }: Observed): Stages {
  const samples = new Map<keyof Stages, Sample[]>()
  const add = (stage: keyof Stages, value: number, { tickets }: Commit) => {
    const list = samples.get(stage) ?? []
    samples.set(stage, list)
    // The parts of the way meet between processes of one clock with whole milliseconds.
    list.push({ value: Math.max(0, value), weight: tickets })
  }
  let unseen = 0
  const shipped = firstThat(commits, sent, (batch, sale) => batch.upToTickets >= sale.upToTickets)
  const shown = firstThat(commits, page, (figure, sale) => figure.minor >= sale.upToMinor)
  const heard = clients.map((seen) =>
    firstThat(commits, seen, (answer, sale) => answer.minor >= sale.upToMinor),
  )
  for (const [place, sale] of commits.entries()) {
    const [batch, figure, first] = [shipped[place], shown[place], heard[0]?.[place]]
    if (!batch || !figure || !first) {
      unseen += sale.tickets
      continue
    }
    add('commitToBatch', batch.madeAtMs - sale.atMs, sale)
    add('batchToShipped', batch.shippedAtMs - batch.madeAtMs, sale)
    add('shippedToAsked', first.askedAtMs - batch.shippedAtMs, sale)
    add('askedToClient', first.atMs - first.askedAtMs, sale)
    add('commitToPage', figure.atMs - sale.atMs, sale)
    add('commitToPainted', figure.paintedAtMs - sale.atMs, sale)
    add('clientToPage', figure.atMs - first.atMs, sale)
    for (const answers of heard) {
      const answer = answers[place]
      if (answer) add('commitToClient', answer.atMs - sale.atMs, sale)
      else unseen += sale.tickets
    }
  }
  const spread = (stage: keyof Stages) => spreadOf(samples.get(stage) ?? [])
  return {
    commitToBatch: spread('commitToBatch'),
    batchToShipped: spread('batchToShipped'),
    shippedToAsked: spread('shippedToAsked'),
    askedToClient: spread('askedToClient'),
    commitToClient: spread('commitToClient'),
    commitToPage: spread('commitToPage'),
    commitToPainted: spread('commitToPainted'),
    clientToPage: spread('clientToPage'),
    unseen,
  }
}

/** For each sale the first event that includes it; both lists only ever grow. */
function firstThat<Event>(
  commits: readonly Commit[],
  events: readonly Event[],
  includes: (event: Event, sale: Commit) => boolean,
): readonly (Event | undefined)[] {
  let at = 0
  return commits.map((sale) => {
    for (; at < events.length; at++) {
      const event = events[at]
      if (event !== undefined && includes(event, sale)) return event
    }
    return undefined
  })
}
