import type { Migration, Reader, Transaction } from '#store'
import { dayNumberOf } from './day-clock.ts'
import type { HomeId } from './home.ts'
import type { Birth } from './plan.ts'
import { SEASON_DAYS } from './plan.ts'

export const CIRCUIT_MIGRATIONS: readonly Migration[] = [
  {
    id: 'circuit-1',
    sql: `
-- The sample circuit, of which there is one at most: what its sales follow from, and how far they
-- have been written. It goes with its organisation.
create table circuit (
  only_one boolean primary key default true check (only_one),
  organisation_id integer not null references organisation on delete cascade,
  source_id integer not null,
  cinema_ids integer[] not null,
  seed text not null,
  home text not null check (home in ('ireland', 'new-zealand')),
  created_on date not null,
  created_at timestamptz not null,
  state text not null check (state in ('building', 'live', 'removing')),
  -- The earliest day whose history is written; null before the day of creation is.
  built_back_to date,
  -- Every sale that reached us up to here is written.
  position timestamptz not null
);`,
  },
  {
    id: 'circuit-2',
    sql: `
-- The last trading day that its own box office has a programme for; null before it has any.
alter table circuit add column programmed_to date;`,
  },
  {
    id: 'circuit-3',
    sql: `
-- The last trading day whose screenings the figures know, back to the first whose sales are written.
alter table circuit add column listed_to date;`,
  },
  {
    id: 'circuit-4',
    sql: `
-- A simulated circuit, of which there is one at most: what was ordered, how many parts are written.
create table simulation (
  only_one boolean primary key default true check (only_one),
  organisation_id integer not null references organisation on delete cascade,
  source_id integer not null,
  cinema_ids integer[] not null,
  seed text not null,
  territory text not null check (territory in ('IE', 'CN')),
  cinemas integer not null,
  days integer not null,
  until date not null,
  rate_hundredths integer not null,
  made_at timestamptz not null default now(),
  chunks_done integer not null default 0,
  state text not null default 'building' check (state in ('building', 'done', 'removing'))
);`,
  },
]

type CircuitState = 'building' | 'live' | 'removing'

/** The circuit as PostgreSQL knows it. */
export type Circuit = Birth & {
  readonly organisationId: number
  readonly sourceId: number
  readonly cinemaIds: readonly number[]
  readonly state: CircuitState
  readonly builtBackTo?: string
  /** The last trading day with a programme of its own box office. */
  readonly programmedTo?: string
  /** The last trading day whose screenings are written as facts. */
  readonly listedTo?: string
  readonly positionMs: number
}

type CircuitRow = {
  organisation_id: number
  source_id: number
  cinema_ids: readonly number[]
  seed: string
  home: HomeId
  created_on: string
  created_at: Date
  state: CircuitState
  built_back_to: string | null
  programmed_to: string | null
  listed_to: string | null
  position: Date
}

const CIRCUIT = `
  select organisation_id, source_id, cinema_ids, seed, home, created_on, created_at, state,
    built_back_to, programmed_to, listed_to, position from circuit`

const ADD = `
  insert into circuit (organisation_id, source_id, cinema_ids, seed, home, created_on, created_at,
    state, position)
  values ($1, $2, $3, $4, $5, $6, $7, 'building', $7)`

const BUILT = `update circuit set built_back_to = $1, state = $2 where state = 'building'`

export async function findCircuit(reader: Reader): Promise<Circuit | undefined> {
  const row = await reader.row<CircuitRow>(CIRCUIT)
  return row && readCircuit(row)
}

/**
 * The circuit, kept as it is until the transaction ends: whoever writes its facts holds it, so that
 * two writers cannot write the same ones and none writes after a removal has begun.
 */
export async function holdCircuit(transaction: Transaction): Promise<Circuit | undefined> {
  const row = await transaction.row<CircuitRow>(`${CIRCUIT} for update`)
  return row && readCircuit(row)
}

type NewCircuit = Birth & {
  readonly organisationId: number
  readonly sourceId: number
  readonly cinemaIds: readonly number[]
}

export async function addCircuit(transaction: Transaction, circuit: NewCircuit): Promise<void> {
  await transaction.run(
    ADD,
    circuit.organisationId,
    circuit.sourceId,
    circuit.cinemaIds,
    circuit.seed,
    circuit.home,
    circuit.createdOn,
    new Date(circuit.createdAtMs),
  )
}

/** Keeps creators apart, as there is no row to hold yet. Lasts until the transaction ends. */
export async function lockCreation(transaction: Transaction): Promise<void> {
  await transaction.run('lock table circuit in share row exclusive mode')
}

/** Notes that the history is written back to a day, and with the last one that all is. */
export async function noteBuilt(
  transaction: Transaction,
  backTo: string,
  state: 'building' | 'live',
): Promise<void> {
  await transaction.run(BUILT, backTo, state)
}

export async function notePosition(transaction: Transaction, positionMs: number): Promise<void> {
  await transaction.run('update circuit set position = $1', new Date(positionMs))
}

export async function noteProgrammed(transaction: Transaction, day: string): Promise<void> {
  await transaction.run('update circuit set programmed_to = $1', day)
}

export async function noteListed(transaction: Transaction, day: string): Promise<void> {
  await transaction.run('update circuit set listed_to = $1', day)
}

/** From here on nobody writes facts for the circuit; the moment by the clock of PostgreSQL. */
export async function noteRemoving(transaction: Transaction): Promise<Date> {
  await transaction.run(`update circuit set state = 'removing'`)
  const row = await transaction.row<{ now: Date }>('select clock_timestamp() as now')
  if (!row) throw new Error('PostgreSQL did not tell the time')
  return row.now
}

/** How much of the season is written, 0 to 1. */
export function builtShare({ createdOn, builtBackTo }: Circuit): number {
  if (builtBackTo === undefined) return 0
  return (dayNumberOf(createdOn) - dayNumberOf(builtBackTo) + 1) / (SEASON_DAYS + 1)
}

function readCircuit(row: CircuitRow): Circuit {
  return {
    organisationId: row.organisation_id,
    sourceId: row.source_id,
    cinemaIds: row.cinema_ids,
    seed: row.seed,
    home: row.home,
    createdOn: row.created_on,
    createdAtMs: row.created_at.getTime(),
    state: row.state,
    ...(row.built_back_to !== null && { builtBackTo: row.built_back_to }),
    ...(row.programmed_to !== null && { programmedTo: row.programmed_to }),
    ...(row.listed_to !== null && { listedTo: row.listed_to }),
    positionMs: row.position.getTime(),
  }
}
