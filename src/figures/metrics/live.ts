import { randomUUID } from 'node:crypto'
import { availableParallelism } from 'node:os'
import type { Asker } from '#identity'
import type { Clock, Log, Outcome } from '#kernel'
import { faultText } from '#kernel'
import { AGEING_AFTER_MS } from '#venues'
import type { Answers } from './answer.ts'
import type { Answer, Question, QuestionRefusal } from './question.ts'
import { questionKey } from './question-key.ts'

export type LiveUpdate = {
  /** `epoch-sequence`: what a watcher that comes back names. */
  readonly id: string
  readonly sequence: number
  readonly outcome: Outcome<Answer, QuestionRefusal>
}

export type Watcher = {
  readonly asker: Asker
  readonly question: Question
  readonly listener: (update: LiveUpdate) => void
  /** The last id this watcher has seen; it gets only what is newer, or all if the hub is another. */
  readonly lastEventId?: string | undefined
}

export type Watch = {
  /** Computes the question again at the next tick, whether or not facts changed. */
  nudge(): void
  close(): void
}

/** Live answers: each distinct question is asked once a tick, however many watch it. */
export type Hub = {
  readonly epoch: string
  watch(watcher: Watcher): Watch
  /** Facts changed: every question that is watched is computed again at the next tick. */
  changed(): void
  /** How often a question was asked since the start. */
  computations(): number
  close(): void
}

export type HubParts = {
  readonly answers: Pick<Answers, 'ask'>
  /** Subscribes to changes of facts, if the hub is to do so itself; gives what unsubscribes. */
  readonly onFacts?: (changed: () => void) => () => void
  readonly clock: Clock
  readonly tickMs?: number
  /** How long after a failed computation it is tried again. */
  readonly retryMs?: number
  readonly log: Log
}

type Listening = { readonly listener: Watcher['listener']; seen: number }

/** One distinct question of one asker. */
type Topic = {
  readonly asker: Asker
  readonly question: Question
  readonly listeners: Set<Listening>
  /** Something happened that `last` may not show. */
  dirty: boolean
  /** Waiting for its turn, or being computed. */
  busy: boolean
  /** After a failure: not before then, epoch ms. */
  notBeforeMs: number
  last?: LiveUpdate
  /** What of `last` a watcher would see change; not there while `last` is not to be shown. */
  lastShown?: string
}

/** Questions nobody watches any more, kept so that a watcher who comes back misses nothing. */
const UNWATCHED_TOPICS_MAX = 200
/**
 * Computations under way at once: as many as there are cores, up to those the engine answers in
 * parallel. With more, each takes longer and the next batch of facts waits for all of them (bench/live.ts,
 * two cores: p95 from sale to page 0.62 s with two at once, 0.97 s with four).
 */
const AT_ONCE_MAX = Math.min(4, Math.max(2, availableParallelism()))

export function createHub(parts: HubParts): Hub {
  return new LiveHub(parts)
}

class LiveHub implements Hub {
  readonly epoch = randomUUID().replaceAll('-', '')
  readonly #parts: HubParts
  readonly #tickMs: number
  readonly #retryMs: number
  readonly #topics = new Map<string, Topic>()
  readonly #turns: Topic[] = []
  readonly #unsubscribe: (() => void) | undefined
  #sequence = 0
  #computations = 0
  #atOnce = 0
  #lastTickMs = Number.NEGATIVE_INFINITY
  #timer: NodeJS.Timeout | undefined
  #closed = false

  constructor(parts: HubParts) {
    this.#parts = parts
    this.#tickMs = parts.tickMs ?? 250
    this.#retryMs = parts.retryMs ?? 1000
    this.#unsubscribe = parts.onFacts?.(() => this.changed())
  }

  watch({ asker, question, listener, lastEventId }: Watcher): Watch {
    const topic = this.#topicFor(asker, question)
    const listening: Listening = { listener, seen: this.#sequenceOf(lastEventId) }
    // An answer from before a change that nobody was there to see is not the latest. Computed again it
    // gets a new number even if it is the same: a watcher may have seen later ones of other questions
    // by then, and would never get it when it comes back.
    if (topic.listeners.size === 0 && topic.dirty) delete topic.lastShown
    topic.listeners.add(listening)
    if (topic.lastShown !== undefined) this.#deliver(topic)
    this.#schedule()
    return {
      nudge: () => {
        topic.dirty = true
        this.#schedule()
      },
      close: () => {
        topic.listeners.delete(listening)
        this.#forgetOldest()
      },
    }
  }

  changed(): void {
    for (const topic of this.#topics.values()) topic.dirty = true
    this.#schedule()
  }

  computations(): number {
    return this.#computations
  }

  close(): void {
    this.#closed = true
    clearTimeout(this.#timer)
    this.#unsubscribe?.()
    this.#topics.clear()
    this.#turns.length = 0
  }

  #topicFor(asker: Asker, question: Question): Topic {
    const key = `${JSON.stringify(asker)} ${questionKey(question)}`
    const known = this.#topics.get(key)
    const fresh = { asker, question, listeners: new Set<Listening>(), notBeforeMs: 0 }
    const topic: Topic = known ?? { ...fresh, dirty: true, busy: false }
    // Watched last, forgotten last: a Map keeps the order in which its keys were set.
    this.#topics.delete(key)
    this.#topics.set(key, topic)
    return topic
  }

  #sequenceOf(eventId: string | undefined): number {
    const [epoch, sequence = ''] = eventId?.split('-') ?? []
    return epoch === this.epoch && /^\d{1,15}$/.test(sequence) ? Number(sequence) : 0
  }

  #waiting(): Topic[] {
    const topics = [...this.#topics.values()]
    return topics.filter(({ dirty, busy, listeners }) => dirty && !busy && listeners.size > 0)
  }

  /** Sets the one timer for the next moment at which something may be computed. */
  #schedule(): void {
    if (this.#closed || this.#timer) return
    const due = this.#waiting().map(({ notBeforeMs }) => notBeforeMs)
    if (due.length === 0) return
    const at = Math.max(this.#lastTickMs + this.#tickMs, Math.min(...due))
    // Never longer than a retry away, even if the clock was set back.
    const inMs = Math.min(Math.max(0, at - this.#nowMs()), this.#tickMs + this.#retryMs)
    this.#timer = setTimeout(() => this.#tick(), inMs)
  }

  #tick(): void {
    this.#timer = undefined
    this.#lastTickMs = this.#nowMs()
    for (const topic of this.#waiting()) {
      if (topic.notBeforeMs > this.#lastTickMs) continue
      topic.busy = true
      this.#turns.push(topic)
    }
    this.#takeTurns()
    this.#schedule()
  }

  #takeTurns(): void {
    while (this.#atOnce < AT_ONCE_MAX) {
      const topic = this.#turns.shift()
      if (!topic) return
      if (topic.listeners.size > 0) void this.#compute(topic)
      else topic.busy = false
    }
  }

  async #compute(topic: Topic): Promise<void> {
    topic.dirty = false // before asking: a change meanwhile is not lost
    this.#atOnce++
    this.#computations++
    try {
      const outcome = await this.#parts.answers.ask(topic.asker, topic.question)
      if (!this.#closed) this.#publish(topic, outcome)
    } catch (fault) {
      // A background edge: the last answer stays, and the question is tried again.
      this.#parts.log('a live question could not be answered', { fault: faultText(fault) })
      topic.dirty = true
      topic.notBeforeMs = this.#nowMs() + this.#retryMs
    }
    topic.busy = false
    this.#atOnce--
    this.#takeTurns()
    this.#schedule()
  }

  #publish(topic: Topic, outcome: LiveUpdate['outcome']): void {
    const shown = shownOf(outcome)
    if (shown !== topic.lastShown) {
      const sequence = ++this.#sequence
      topic.last = { id: `${this.epoch}-${sequence}`, sequence, outcome }
      topic.lastShown = shown
    }
    this.#deliver(topic)
  }

  #deliver({ last, listeners }: Topic): void {
    if (!last) return
    for (const listening of listeners) {
      if (listening.seen >= last.sequence) continue
      listening.seen = last.sequence
      try {
        listening.listener(last)
      } catch (fault) {
        // One broken watcher must not keep the answer from the others.
        this.#parts.log('a live listener failed', { fault: faultText(fault) })
      }
    }
  }

  #forgetOldest(): void {
    const unwatched = [...this.#topics].filter(([, { listeners }]) => listeners.size === 0)
    const excess = Math.max(0, unwatched.length - UNWATCHED_TOPICS_MAX)
    for (const [key] of unwatched.slice(0, excess)) this.#topics.delete(key)
  }

  #nowMs(): number {
    return this.#parts.clock().epochMilliseconds
  }
}

/** What a watcher sees change: not the time of the answer, but whether it runs late. */
function shownOf(outcome: LiveUpdate['outcome']): string {
  if (!outcome.ok) return JSON.stringify(outcome)
  const { rows, others, total, currency, sample, freshness, sites, sources } = outcome.value
  const late = freshness.lagMs > AGEING_AFTER_MS
  return JSON.stringify([rows, others, total, currency, sample, late, sites, sources])
}
