import type { Reader, Transaction } from '#store'
import type { TerritoryId } from './calendar.ts'
import type { Order } from './model.ts'

/** The simulation as PostgreSQL knows it. */
export type Simulation = {
  readonly order: Order
  readonly organisationId: number
  readonly sourceId: number
  readonly cinemaIds: readonly number[]
  readonly madeAtMs: number
  readonly chunksDone: number
  readonly state: 'building' | 'done' | 'removing'
}

const FIND = `
  select organisation_id, source_id, cinema_ids, seed, territory, cinemas, days, until, rate_hundredths,
    made_at, chunks_done, state
  from simulation`

const ADD = `
  insert into simulation (organisation_id, source_id, cinema_ids, seed, territory, cinemas, days,
    until, rate_hundredths)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`

const WRITTEN = 'update simulation set chunks_done = $1, state = $2'

type Row = {
  organisation_id: number
  source_id: number
  cinema_ids: readonly number[]
  seed: string
  territory: TerritoryId
  cinemas: number
  days: number
  until: string
  rate_hundredths: number
  made_at: Date
  chunks_done: number
  state: Simulation['state']
}

export async function findSimulation(reader: Reader): Promise<Simulation | undefined> {
  const row = await reader.row<Row>(FIND)
  if (!row) return undefined
  const { seed, territory, cinemas, days, until } = row
  return {
    order: { seed, territory, cinemas, days, until, rate: row.rate_hundredths / 100 },
    organisationId: row.organisation_id,
    sourceId: row.source_id,
    cinemaIds: row.cinema_ids,
    madeAtMs: row.made_at.getTime(),
    chunksDone: row.chunks_done,
    state: row.state,
  }
}

type New = Pick<Simulation, 'order' | 'organisationId' | 'sourceId' | 'cinemaIds'>

export async function addSimulation(transaction: Transaction, simulation: New): Promise<void> {
  const { order, organisationId, sourceId, cinemaIds } = simulation
  await transaction.run(
    ADD,
    organisationId,
    sourceId,
    cinemaIds,
    order.seed,
    order.territory,
    order.cinemas,
    order.days,
    order.until,
    Math.round(order.rate * 100),
  )
}

/** Notes how many parts are in the warehouse, and wakes whoever watches figures. */
export async function noteWritten(
  transaction: Transaction,
  chunksDone: number,
  state: 'building' | 'done',
): Promise<void> {
  await transaction.run(WRITTEN, chunksDone, state)
  await transaction.rows("select pg_notify('facts', '')")
}

export async function noteSimulationRemoving(transaction: Transaction): Promise<void> {
  await transaction.run("update simulation set state = 'removing'")
}

/** Keeps makers apart, as there is no row to hold yet. Lasts until the transaction ends. */
export async function lockSimulation(transaction: Transaction): Promise<void> {
  await transaction.run('lock table simulation in share row exclusive mode')
}
