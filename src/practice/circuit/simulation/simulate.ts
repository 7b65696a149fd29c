import type { Outcome } from '#kernel'
import { accept, derivedId, refuse } from '#kernel'
import type { Store } from '#store'
import { removeOrganisation } from '#venues'
import type { Warehouse } from '#warehouse'
import { clearOwner } from '../clear-owner.ts'
import type { BeginRefusal } from './begin.ts'
import { beginSimulation, bindSimulation } from './begin.ts'
import type { Model, Order } from './model.ts'
import { modelOf } from './model.ts'
import type { Simulation } from './simulation-store.ts'
import { findSimulation, noteSimulationRemoving, noteWritten } from './simulation-store.ts'
import type { Chunk } from './stage.ts'
import { chunksOf, screeningsIn, stageText } from './stage.ts'
import {
  DROP_STAGE,
  fillStageSql,
  insertScreeningsSql,
  insertTicketsSql,
  MAKE_STAGE,
} from './stage-store.ts'
import { dayLines, siteLines } from './told.ts'

/** How far it is: parts, and what was sold in those that were written now. */
export type Progress = {
  readonly done: number
  readonly of: number
  readonly tickets: number
  readonly screenings: number
}

export type Simulating = {
  readonly store: Store
  readonly warehouse: Warehouse
  readonly order: Order
  readonly progress?: (progress: Progress) => void
  /** Ends the work after the part at hand; the same order takes it up again. */
  readonly signal?: AbortSignal
}

type Refusal = BeginRefusal | 'simulation_busy'
const BUSY = 'Another process simulates in this folder just now.'

/**
 * Makes a circuit of any size with everything it sold, in the warehouse itself: PostgreSQL knows its
 * cinemas and films and how many parts are written, and each part goes under a token of its own, so
 * whatever ends it, asking for the same again goes on where it was.
 */
export async function simulate(simulating: Simulating): Promise<Outcome<Progress, Refusal>> {
  const { store } = simulating
  const lease = await store.lease('simulation')
  if (!lease) return refuse('simulation_busy', BUSY)
  try {
    const model = modelOf(simulating.order)
    const begun = await beginSimulation(store, model)
    return begun.ok ? accept(await writeAll(simulating, model, begun.value)) : begun
  } finally {
    await lease.release()
  }
}

async function writeAll(
  { store, warehouse, progress, signal }: Simulating,
  model: Model,
  simulation: Simulation,
): Promise<Progress> {
  const ids = await bindSimulation(store, model, simulation)
  const chunks = chunksOf(model)
  const owned = { owner: simulation.organisationId, source: simulation.sourceId }
  let state = { done: simulation.chunksDone, of: chunks.length, tickets: 0, screenings: 0 }
  const say = (now: typeof state) => {
    state = now
    progress?.(now)
  }
  if (state.done === 0) {
    const site = { table: 'site', token: tokenOf(simulation, 'site') } as const
    await warehouse.insert({ ...site, body: siteLines(model, ids, owned).join('\n') })
    const days = dayLines(model, owned)
    const day = { table: 'calendar_day', token: tokenOf(simulation, 'day') } as const
    if (days.length > 0) await warehouse.insert({ ...day, body: days.join('\n') })
  }
  const writing = { warehouse, model, simulation }
  for (const chunk of chunks.slice(state.done)) {
    if (signal?.aborted) break
    const shows = screeningsIn(model, chunk)
    await writeChunk(writing, chunk, stageText(model, shows, ids))
    const last = chunk.number === chunks.length
    await store.write((transaction) =>
      noteWritten(transaction, chunk.number, last ? 'done' : 'building'),
    )
    say({
      done: chunk.number,
      of: chunks.length,
      tickets: state.tickets + shows.reduce((sum, { sold }) => sum + sold, 0),
      screenings: state.screenings + shows.length,
    })
  }
  await warehouse.command(DROP_STAGE)
  return state
}

type Writing = {
  readonly warehouse: Warehouse
  readonly model: Model
  readonly simulation: Simulation
}

async function writeChunk(
  { warehouse, model, simulation }: Writing,
  chunk: Chunk,
  stage: string,
): Promise<void> {
  // Nobody is open on some days.
  if (stage === '') return
  await warehouse.command(MAKE_STAGE)
  await warehouse.command(fillStageSql(stage))
  const owned = { owner: simulation.organisationId, source: simulation.sourceId }
  const token = (what: string) => tokenOf(simulation, `${what}-${chunk.number}`)
  const { territory } = model
  await warehouse.command(insertScreeningsSql(territory, { ...owned, token: token('screening') }))
  const seed = seedNumber(model.order)
  await warehouse.command(insertTicketsSql(seed, territory, { ...owned, token: token('ticket') }))
}

/** What chance in the engine follows from. */
export function seedNumber({ seed, territory }: Order): bigint {
  return derivedId('simulation', seed, territory)
}

/** Of another simulation, or the same one made anew after it was removed, tokens are others. */
function tokenOf({ organisationId, madeAtMs }: Simulation, what: string): string {
  return `simulation-${organisationId}-${madeAtMs}-${what}`
}

/** Removes the simulated circuit and all its facts; may be called again after a crash. */
export async function removeSimulation(
  store: Store,
  warehouse: Warehouse,
): Promise<Outcome<'removed' | 'none', 'simulation_busy'>> {
  const lease = await store.lease('simulation')
  if (!lease) return refuse('simulation_busy', BUSY)
  try {
    const simulation = await findSimulation(store)
    if (!simulation) return accept('none')
    await store.write(noteSimulationRemoving)
    await clearOwner(warehouse, simulation.organisationId)
    await store.write((transaction) => removeOrganisation(transaction, simulation.organisationId))
    return accept('removed')
  } finally {
    await lease.release()
  }
}
