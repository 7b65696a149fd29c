import type { Asker } from '#identity'
import { faultText } from '#kernel'
import type { Hub, LiveUpdate, Question } from '#metrics'
import type { EventStream } from './event-stream.ts'
import type { Engined } from './house.ts'
import { enginesOf, pulseOf } from './house-view.ts'
import type { Problem } from './problem.ts'
import { refusalProblem } from './problem.ts'

/** One question of a stream, by its place there; or why it cannot be watched. */
export type Watch =
  | { readonly index: number; readonly question: Question }
  | { readonly index: number; readonly problem: Problem }

/** Joins clients to the hub, and tells all of them once a second how the house is. */
export type Live = {
  watch(asker: Asker, watches: readonly Watch[], stream: EventStream): () => void
  /** Organisations, cinemas or the sample changed: the page should look again. */
  houseChanged(): void
  close(): void
}

const PULSE_EVERY_MS = 1_000

export function startLive(house: Engined, hub: Hub): Live {
  const streams = new Set<EventStream>()
  let beating = false
  let standing = ''
  const beat = async () => {
    if (streams.size === 0 || beating) return
    beating = true
    try {
      const pulse = await pulseOf(house)
      for (const stream of streams) stream.send('pulse', pulse)
      // A cinema falls silent without a fact; what answers say of their sites changes all the same.
      const now = JSON.stringify(pulse.cinemas.map(({ id, state }) => [id, state]))
      if (now !== standing) hub.changed()
      standing = now
    } catch (fault) {
      // PostgreSQL is away; the page is told what is known without it.
      house.log('No pulse just now', { reason: faultText(fault) })
      const now = house.clock().toString()
      for (const stream of streams) stream.send('pulse', { now, engines: enginesOf(house) })
    } finally {
      beating = false
    }
  }
  const timer = setInterval(beat, PULSE_EVERY_MS)
  return {
    watch(asker, watches, stream) {
      streams.add(stream)
      const stops = watchAll(hub, asker, watches, stream)
      return () => {
        streams.delete(stream)
        for (const stop of stops) stop()
      }
    },
    houseChanged() {
      for (const stream of streams) stream.send('house', {})
    },
    close: () => clearInterval(timer),
  }
}

/**
 * Watches every question of a stream. What is known at once is sent in the order of its sequence, so
 * that the last id a client has seen never stands for an older answer that it has not.
 */
function watchAll(
  hub: Hub,
  asker: Asker,
  watches: readonly Watch[],
  stream: EventStream,
): readonly (() => void)[] {
  const known: { readonly index: number; readonly update: LiveUpdate }[] = []
  let settled = false
  const stops = watches.map((watch) => {
    const { index } = watch
    if ('problem' in watch) {
      stream.send('refused', watch)
      return () => undefined
    }
    const watching = hub.watch({
      asker,
      question: watch.question,
      lastEventId: stream.lastEventId,
      listener: (update) => {
        if (settled) sendUpdate(stream, index, update)
        else known.push({ index, update })
      },
    })
    return () => watching.close()
  })
  settled = true
  known.sort((a, b) => a.update.sequence - b.update.sequence)
  for (const { index, update } of known) sendUpdate(stream, index, update)
  return stops
}

function sendUpdate(stream: EventStream, index: number, { id, outcome }: LiveUpdate): void {
  if (outcome.ok) stream.send('answer', { index, answer: outcome.value }, id)
  else stream.send('refused', { index, problem: refusalProblem(outcome) }, id)
}
