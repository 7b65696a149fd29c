import { setTimeout as pause } from 'node:timers/promises'
import type { Log } from '#kernel'
import { filmIds } from '#programme'
import type { Store, Transaction } from '#store'
import { appendFacts, pendingFacts } from '#store'
import { encodeTicket } from '#warehouse'
import type { Circuit } from './circuit-store.ts'
import { findCircuit, holdCircuit, noteBuilt } from './circuit-store.ts'
import { dayNumberOf, dayText } from './day-clock.ts'
import type { Binding } from './fact.ts'
import type { DaySpan } from './flow.ts'
import { historyFacts, openFlow } from './flow.ts'
import type { Plan } from './plan.ts'
import { PRESALE_DAYS, planCircuit, SEASON_DAYS, titlesBetween } from './plan.ts'

/** History waits while so many facts are on their way to the warehouse: live sales go first. */
const PENDING_MAX = 60_000
const PAUSE_MS = 100

export type Building = {
  readonly store: Store
  readonly log: Log
  /** Ends the work after the day at hand; it can be taken up again. */
  readonly signal?: AbortSignal
  /** Days of history wanted; the whole season unless said. */
  readonly days?: number
}

/**
 * Writes what was sold before the sample was made: first the day of its making with the presales
 * known by then, and from there backwards day by day, each in one transaction with the note of how
 * far it got. Ends when all is written, or nothing is to be.
 */
export async function buildHistory(building: Building): Promise<void> {
  const { store, log, signal, days = SEASON_DAYS } = building
  const circuit = await findCircuit(store)
  if (circuit?.state !== 'building') return
  const plan = planCircuit(circuit)
  while (!signal?.aborted) {
    if ((await pendingFacts(store)).facts > PENDING_MAX) {
      await pause(PAUSE_MS)
      continue
    }
    const more = await store.write((transaction) => buildDay(transaction, { circuit, plan, days }))
    if (more) continue
    log('sample circuit: history ends here')
    return
  }
}

type Work = { readonly circuit: Circuit; readonly plan: Plan; readonly days: number }

/** Writes the next day; whether there may be another. */
async function buildDay(
  transaction: Transaction,
  { circuit: begun, plan, days }: Work,
): Promise<boolean> {
  const circuit = await holdCircuit(transaction)
  // Another sample may have taken its place meanwhile; that one has its own builder.
  if (circuit?.organisationId !== begun.organisationId || circuit.state !== 'building') return false
  const { builtBackTo } = circuit
  const day = builtBackTo === undefined ? plan.createdDay : dayNumberOf(builtBackTo) - 1
  const binding = await bindCircuit(transaction, circuit, plan, [day, day + PRESALE_DAYS])
  const today = { fromMs: 0, toMs: plan.createdAtMs }
  const facts =
    day === plan.createdDay
      ? openFlow(plan).facts(binding, today)
      : historyFacts(plan, binding, day)
  await appendFacts(transaction, 'ticket', Array.from(facts, encodeTicket))
  const last = day <= plan.createdDay - days
  await noteBuilt(transaction, dayText(day), last ? 'live' : 'building')
  return !last
}

/** What the circuit's things are called in PostgreSQL; films new to it between the days are added. */
export async function bindCircuit(
  transaction: Transaction,
  circuit: Circuit,
  plan: Plan,
  [first, last]: DaySpan,
): Promise<Binding> {
  const titles = titlesBetween(plan, first, last)
  return {
    owner: circuit.organisationId,
    source: circuit.sourceId,
    cinemas: circuit.cinemaIds,
    films: await filmIds(transaction, circuit.organisationId, titles),
  }
}
