import type { Clock, Log } from '#kernel'
import { faultText } from '#kernel'
import type { Store, Transaction } from '#store'
import { appendFacts } from '#store'
import { heardFrom } from '#venues'
import { encodeTicket } from '#warehouse'
import { bindCircuit } from './build-history.ts'
import type { Circuit } from './circuit-store.ts'
import { findCircuit, holdCircuit, notePosition } from './circuit-store.ts'
import type { Binding } from './fact.ts'
import type { DaySpan, Flow, Span } from './flow.ts'
import { daysArriving, openFlow } from './flow.ts'
import { listAhead } from './list-ahead.ts'
import { lastHeardMs } from './outage.ts'
import type { Plan } from './plan.ts'
import { planCircuit } from './plan.ts'

const TICK_MS = 500
/** While there is no sample, or PostgreSQL is away. */
const IDLE_MS = 2_000
/** After a sleep so much time is caught up in one transaction. */
const STEP_MS_MAX = 6 * 3_600_000
/** A till without a sale says so often that it is there. */
const SIGN_OF_LIFE_MS = 2_000

export type RunningCircuit = { close(): Promise<void> }

export type Running = { readonly store: Store; readonly clock: Clock; readonly log: Log }

/** What the ticks keep between them; all of it can be had again from the circuit's row. */
type Hand = {
  readonly plan: Plan
  readonly flow: Flow
  readonly organisationId: number
  /** Holds the films of the trading days `days`. */
  binding?: Binding
  days?: DaySpan
  /** When all cinemas last gave a sign of life, 0 before the first time. */
  heardMs: number
}

/**
 * Lets the sample circuit sell: twice a second what was sold since the last tick, in one transaction
 * with the signs of life of its cinemas and the position reached. Does nothing while there is no
 * sample, or it is being removed.
 */
export function runCircuit({ store, clock, log }: Running): RunningCircuit {
  let hand: Hand | undefined
  let failing = false
  let timer: NodeJS.Timeout | undefined
  let closed = false
  const turn = async () => {
    let waitMs = IDLE_MS
    try {
      const ticked = await tickCircuit(store, clock, hand)
      hand = ticked.hand
      if (hand) waitMs = ticked.behind ? 0 : TICK_MS
      failing = false
    } catch (fault) {
      // The store may come back, and the position tells where to go on; said once, not every tick.
      if (!failing) log('sample circuit waits', { fault: faultText(fault) })
      failing = true
      hand = undefined
    }
    if (!closed) timer = setTimeout(next, waitMs)
  }
  let running = Promise.resolve()
  const next = () => {
    running = turn()
  }
  next()
  return {
    async close() {
      closed = true
      clearTimeout(timer)
      await running
    },
  }
}

type Ticked = {
  readonly hand?: Hand
  /** More time lies between the position and now than one transaction takes. */
  readonly behind: boolean
}

/** One tick; without a sample it only looks. */
export async function tickCircuit(store: Store, clock: Clock, hand?: Hand): Promise<Ticked> {
  const seen = await findCircuit(store)
  if (!seen || seen.state === 'removing') return { behind: false }
  return store.write(async (transaction) => {
    const circuit = await holdCircuit(transaction)
    if (!circuit || circuit.state === 'removing') return { behind: false }
    const ours = hand?.organisationId === circuit.organisationId ? hand : takeUp(circuit)
    const nowMs = clock().epochMilliseconds
    await listAhead(transaction, circuit, { plan: ours.plan, nowMs })
    const span = {
      fromMs: circuit.positionMs,
      toMs: Math.min(nowMs, circuit.positionMs + STEP_MS_MAX),
    }
    // A clock set back writes nothing until it has passed the position again.
    if (span.toMs <= span.fromMs) return { hand: ours, behind: false }
    const binding = await bindHand(transaction, circuit, ours, span)
    const facts = Array.from(ours.flow.facts(binding, span))
    await appendFacts(transaction, 'ticket', facts.map(encodeTicket))
    await notePosition(transaction, span.toMs)
    const behind = span.toMs < nowMs
    const heard = new Set(facts.map(({ cinema }) => cinema))
    if (!behind) await noteHeard(transaction, circuit, ours, { nowMs, heard })
    return { hand: ours, behind }
  })
}

function takeUp(circuit: Circuit): Hand {
  const plan = planCircuit(circuit)
  return { plan, flow: openFlow(plan), organisationId: circuit.organisationId, heardMs: 0 }
}

async function bindHand(
  transaction: Transaction,
  circuit: Circuit,
  hand: Hand,
  span: Span,
): Promise<Binding> {
  const days = daysArriving(hand.plan, span)
  const same = days[0] === hand.days?.[0] && days[1] === hand.days[1]
  if (hand.binding && same) return hand.binding
  const binding = await bindCircuit(transaction, circuit, hand.plan, days)
  hand.binding = binding
  hand.days = days
  return binding
}

/** Sites whose sales came, and every so often all whose line holds. */
async function noteHeard(
  transaction: Transaction,
  circuit: Circuit,
  hand: Hand,
  { nowMs, heard }: { readonly nowMs: number; readonly heard: ReadonlySet<number> },
): Promise<void> {
  const first = hand.heardMs === 0
  const all = nowMs - hand.heardMs >= SIGN_OF_LIFE_MS
  if (all) hand.heardMs = nowMs
  const present: number[] = []
  for (const { index } of hand.plan.sites) {
    const id = circuit.cinemaIds[index]
    if (id === undefined) continue
    const lastMs = lastHeardMs(hand.plan, index, nowMs)
    if (lastMs === nowMs) {
      if (all || heard.has(id)) present.push(id)
    } else if (first) {
      // After a pause of ours, a site that is away may have been heard of in between.
      await heardFrom(transaction, [id], new Date(lastMs))
    }
  }
  if (present.length > 0) await heardFrom(transaction, present, new Date(nowMs))
}
