import { setTimeout as pause } from 'node:timers/promises'
import type { Log } from '#kernel'
import { filmIds } from '#programme'
import type { Store, Transaction } from '#store'
import { appendFacts, pendingFacts } from '#store'
import { namedRoomIds, roomKey } from '#venues'
import { encodeTicket } from '#warehouse'
import type { Circuit } from './circuit-store.ts'
import { findCircuit, holdCircuit, noteBuilt, noteListed } from './circuit-store.ts'
import type { DayNumber } from './day-clock.ts'
import { dayNumberOf, dayText } from './day-clock.ts'
import type { Binding } from './fact.ts'
import { idOf } from './fact.ts'
import type { DaySpan } from './flow.ts'
import { historyFacts, openFlow } from './flow.ts'
import { listDays } from './list-days.ts'
import type { Plan } from './plan.ts'
import { PRESALE_DAYS, planCircuit, SEASON_DAYS, titlesBetween } from './plan.ts'
import { auditoriumName } from './sample-site.ts'

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
  await listBack(transaction, { circuit, plan, binding, day })
  const last = day <= plan.createdDay - days
  await noteBuilt(transaction, dayText(day), last ? 'live' : 'building')
  return !last
}

type Back = {
  readonly circuit: Circuit
  readonly plan: Plan
  readonly binding: Binding
  readonly day: DayNumber
}

/** With the sales of a day its screenings; with the first of them those of the days to come, too. */
async function listBack(
  transaction: Transaction,
  { circuit, plan, binding, day }: Back,
): Promise<void> {
  const first = circuit.builtBackTo === undefined
  // A circuit of before screenings were listed gets them all by its ticks (list-ahead).
  if (!first && circuit.listedTo === undefined) return
  const last = first ? day + PRESALE_DAYS : day
  await listDays(transaction, { plan, binding }, [day, last])
  if (first) await noteListed(transaction, dayText(last))
}

/** What the circuit's things are called in PostgreSQL; films new to it between the days are added. */
export async function bindCircuit(
  transaction: Transaction,
  circuit: Circuit,
  plan: Plan,
  [first, last]: DaySpan,
): Promise<Binding> {
  const titles = titlesBetween(plan, first, last)
  const rooms = plan.sites.map(({ index, capacities }) =>
    capacities.map((_, place) => ({
      cinemaId: idOf(circuit.cinemaIds[index], 'cinema'),
      name: auditoriumName(place),
    })),
  )
  const roomIds = await namedRoomIds(transaction, rooms.flat())
  return {
    owner: circuit.organisationId,
    source: circuit.sourceId,
    cinemas: circuit.cinemaIds,
    films: await filmIds(transaction, circuit.organisationId, titles),
    auditoria: rooms.map((site) => site.map((room) => idOf(roomIds.get(roomKey(room)), 'room'))),
  }
}
