import type { Random } from '#kernel'

/** Somebody who waits: a server process, which may die, or what lies between processes and people. */
export type Actor = {
  readonly name: string
  isAlive: boolean
  /** What would go on by itself: parked, or waiting for a row that another has. */
  waits: number
}

type Parked = { readonly actor: Actor; readonly label: string; readonly run: () => void }
type Timer = Parked & { readonly atMs: number }

/**
 * Everything that happens, one thing at a time, in an order that the seed decides: whoever awaits is
 * parked here until it is picked. There is one clock, the store's; it moves only when told to.
 */
export type World = {
  readonly random: Random
  /** The store's clock. */
  nowMs(): number
  /** How many things have happened. */
  tick(): number
  /** Goes on when picked; never, if the actor has died by then. */
  pause(actor: Actor, label: string): Promise<void>
  park(actor: Actor, label: string, run: () => void): void
  /** Parks it once the clock says so; the function given back forgets it. */
  at(atMs: number, actor: Actor, label: string, run: () => void): () => void
  jump(byMs: number): void
  /** The least the clock said from then until now. */
  leastSince(tick: number): number
  /** The labels of what died with it. */
  kill(actor: Actor): readonly string[]
  /** One thing happens; false where nothing is left that could. */
  step(): Promise<boolean>
}

/** Between two things that happen the clock moves now and then, though somebody could go on. */
const HURRY = 0.04
const NEXT_TIMER = 0.7

export function createWorld(random: Random, startMs: number): World {
  const parked: Parked[] = []
  const timers = new Set<Timer>()
  const clock = [{ tick: 0, ms: startMs }]
  let nowMs = startMs
  let tick = 0
  const setClock = (ms: number) => {
    nowMs = ms
    clock.push({ tick, ms })
    for (const timer of timers) {
      if (timer.atMs > nowMs) continue
      timers.delete(timer)
      if (timer.actor.isAlive) park(timer.actor, timer.label, timer.run)
    }
  }
  const park = (actor: Actor, label: string, run: () => void) => {
    if (!actor.isAlive) return
    actor.waits++
    parked.push({ actor, label, run })
  }
  const nextTimer = () => {
    let least: number | undefined
    for (const { atMs } of timers) if (least === undefined || atMs < least) least = atMs
    return least
  }
  const moveClock = () => {
    const next = nextTimer()
    const leap = next !== undefined && (parked.length === 0 || random.next() < NEXT_TIMER)
    setClock(leap ? Math.max(next, nowMs) : nowMs + random.whole(1, 40))
  }
  const runOne = () => {
    const at = random.whole(0, parked.length - 1)
    const one = parked[at]
    const last = parked.pop()
    if (!one || !last) return
    if (one !== last) parked[at] = last
    one.actor.waits--
    one.run()
  }
  return {
    random,
    nowMs: () => nowMs,
    tick: () => tick,
    pause: (actor, label) => new Promise((resolve) => park(actor, label, resolve)),
    park,
    at(atMs, actor, label, run) {
      const timer = { atMs, actor, label, run }
      if (atMs <= nowMs) park(actor, label, run)
      else timers.add(timer)
      return () => void timers.delete(timer)
    },
    jump(byMs) {
      tick++
      setClock(nowMs + byMs)
    },
    leastSince(from) {
      let least = nowMs
      for (let at = clock.length - 1; at >= 0; at--) {
        const { tick: then = 0, ms = nowMs } = clock[at] ?? {}
        least = Math.min(least, ms)
        if (then <= from) break
      }
      return least
    },
    kill(actor) {
      actor.isAlive = false
      actor.waits = 0
      const labels: string[] = []
      const left = parked.filter((one) => {
        if (one.actor === actor) labels.push(one.label)
        return one.actor !== actor
      })
      parked.splice(0, parked.length, ...left)
      return labels
    },
    async step() {
      tick++
      if (parked.length === 0 && timers.size === 0) return false
      if (parked.length === 0 || random.next() < HURRY) moveClock()
      else runOne()
      // What it set going runs as far as its next await.
      await new Promise((resolve) => setImmediate(resolve))
      return true
    },
  }
}
