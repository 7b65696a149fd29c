import { setTimeout as pause } from 'node:timers/promises'
import type { Spread } from './figures.ts'
import { spreadOf } from './figures.ts'
import type { Line } from './plain-http.ts'
import { openLine } from './plain-http.ts'
import type { Errand } from './rush.ts'

export type LoadResult = {
  /** Orders paid a second, over the whole span. */
  readonly perSecond: number
  readonly paid: number
  /** Turned away at once, with Retry-After. */
  readonly refused: number
  /** Anything else that was not sold. */
  readonly failed: number
  /** From the moment an order was due to its paid answer: waiting for a connection counts. */
  readonly order: Spread
  /** From the moment of sending to the answer that turned it away. */
  readonly refusal: Spread
}

type Taking = {
  readonly url: string
  readonly name: string
  readonly errands: readonly Errand[]
  readonly connections: number
}

/** As fast as so many connections can, one order after the other: what the house can do at most. */
export async function closedLoad(taking: Taking, seconds: number): Promise<LoadResult> {
  const tally = openTally()
  const lines = await openLines(taking)
  const endsAt = performance.now() + seconds * 1000
  let next = 0
  const buyers = lines.map(async (line) => {
    while (performance.now() < endsAt) {
      const turn = next++
      const errand = taking.errands[turn]
      if (!errand) throw new Error('the halls are sold out before the time is over')
      await order(line, errand, `${taking.name}-${turn}`, performance.now(), tally)
    }
  })
  await Promise.all(buyers)
  for (const line of lines) line.close()
  return tally.result(seconds)
}

/**
 * So many orders a second, due at fixed moments whether the house keeps up or not. One that finds no
 * connection free waits for it, and that wait counts.
 */
export async function openLoad(
  taking: Taking,
  { perSecond, seconds }: { readonly perSecond: number; readonly seconds: number },
): Promise<LoadResult> {
  const tally = openTally()
  const idle = await openLines(taking)
  const all = [...idle]
  const due: { readonly turn: number; readonly at: number }[] = []
  const under: Set<Promise<void>> = new Set()
  const serve = () => {
    while (due.length > 0 && idle.length > 0) {
      const line = idle.pop()
      const job = due.shift()
      const errand = job && taking.errands[job.turn]
      if (!line || !job || !errand)
        throw new Error('the halls are sold out before the time is over')
      const run = order(line, errand, `${taking.name}-${job.turn}`, job.at, tally).then(() => {
        idle.push(line)
        under.delete(run)
        serve()
      })
      under.add(run)
    }
  }
  const startedAt = performance.now()
  const total = Math.floor(perSecond * seconds)
  for (let turn = 0; turn < total; ) {
    const passed = performance.now() - startedAt
    for (; turn < total && turn < (passed / 1000) * perSecond; turn++) {
      due.push({ turn, at: startedAt + (turn / perSecond) * 1000 })
    }
    serve()
    await pause(2)
  }
  while (due.length > 0 || under.size > 0) await pause(5)
  const spent = (performance.now() - startedAt) / 1000
  for (const line of all) line.close()
  return tally.result(spent)
}

async function openLines({ url, connections }: Taking): Promise<Line[]> {
  const address = new URL(url)
  return Promise.all(Array.from({ length: connections }, () => openLine(address)))
}

type Tally = {
  paid(ms: number): void
  refused(ms: number): void
  failed(what: string): void
  result(seconds: number): LoadResult
}

async function order(
  line: Line,
  { screeningId, seats }: Errand,
  name: string,
  dueAt: number,
  tally: Tally,
): Promise<void> {
  const wanted = seats.map((seat) => ({ seat, ticketType: 'Adult' }))
  const body = JSON.stringify({ channel: 'web', seats: wanted })
  const sentAt = performance.now()
  const held = await line.post(`/v1/screenings/${screeningId}/holds`, `${name}-hold`, body)
  if (held.status === 503 && held.retryAfter) return tally.refused(performance.now() - sentAt)
  const id = /"id":"(\d+)"/.exec(held.body)?.[1]
  const token = /"token":"([^"]+)"/.exec(held.body)?.[1]
  if (held.status !== 201 || !id || !token) return tally.failed(held.body)
  const pay = `{"token":"${token}","with":"cash"}`
  // A guest who has seats comes back as Retry-After says, with the same key.
  for (let tries = 0; tries < 30; tries++) {
    const paid = await line.post(`/v1/orders/${id}/pay`, `${name}-pay`, pay)
    if (paid.status === 200) return tally.paid(performance.now() - dueAt)
    if (paid.status !== 503) return tally.failed(paid.body)
    await pause(1_000)
  }
  tally.failed('never let in to pay')
}

function openTally(): Tally {
  const paid: number[] = []
  const refused: number[] = []
  let failed = 0
  const spread = (values: readonly number[]) => {
    return spreadOf(values.map((value) => ({ value, weight: 1 })))
  }
  return {
    paid: (ms) => void paid.push(ms),
    refused: (ms) => void refused.push(ms),
    failed(what) {
      if (failed++ < 3) console.error(`  not sold: ${what.slice(0, 300)}`)
    },
    result: (seconds) => ({
      perSecond: paid.length / seconds,
      paid: paid.length,
      refused: refused.length,
      failed,
      order: spread(paid),
      refusal: spread(refused),
    }),
  }
}
