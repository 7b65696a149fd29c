import type { Clock, Log, Outcome } from '#kernel'
import { accept, DAY_STARTS_AT, localMoment, refuse } from '#kernel'
import { filmIds, sourceId } from '#programme'
import type { Store, Transaction } from '#store'
import { addCinema, addOrganisation, heardFrom } from '#venues'
import type { Circuit } from './circuit-store.ts'
import { addCircuit, builtShare, findCircuit, lockCreation } from './circuit-store.ts'
import { CIRCUIT_NAME, HOMES, homeAwake } from './home.ts'
import { lastHeardMs } from './outage.ts'
import type { Birth, Plan } from './plan.ts'
import { PRESALE_DAYS, planCircuit, SEASON_DAYS, titlesBetween } from './plan.ts'
import { findSimulation } from './simulation/simulation-store.ts'

/** A seed whose first day shows a new film that leads, one that holds, and one for families. */
const SAMPLE_SEED = 'orchid'

export type SampleState = {
  readonly state: 'none' | Circuit['state']
  /** While building: how much of the season is written, 0 to 1. */
  readonly progress?: number
  /** One sentence for a person: what this is, or what is going on. */
  readonly say?: string
}

type Making = {
  readonly store: Store
  readonly clock: Clock
  readonly log: Log
  readonly seed?: string
}

/**
 * Makes the sample circuit where there is none: its organisation, cinemas, films and source. Sales
 * come by `buildHistory` and `runCircuit`. Refused while an earlier sample is being removed, or beside
 * a simulated circuit.
 */
export async function createSample(
  making: Making,
): Promise<Outcome<void, 'sample_removing' | 'simulation_there'>> {
  const { store, clock, log, seed = SAMPLE_SEED } = making
  return store.write(async (transaction) => {
    await lockCreation(transaction)
    const known = await findCircuit(transaction)
    if (known?.state === 'removing') {
      return refuse('sample_removing', 'The sample is being removed. Try again in a minute.')
    }
    if (known) return accept(undefined)
    // Both are marked as samples, and all samples answer together.
    if (await findSimulation(transaction)) {
      const say =
        'A simulated circuit is in this folder. Remove it first: fullhouse simulate --remove.'
      return refuse('simulation_there', say)
    }
    const home = homeAwake(clock)
    const now = clock()
    const rule = { timezone: home.timezone, dayStartsAt: DAY_STARTS_AT }
    const createdOn = localMoment(now, rule).tradingDay
    await addAll(transaction, {
      seed,
      home: home.id,
      createdOn,
      createdAtMs: now.epochMilliseconds,
    })
    log('sample circuit made', { home: home.id, seed })
    return accept(undefined)
  })
}

async function addAll(transaction: Transaction, birth: Birth): Promise<void> {
  const plan = planCircuit(birth)
  const organisationId = await addOrganisation(transaction, { name: CIRCUIT_NAME, sample: true })
  const source = { organisationId, kind: 'sample', name: 'Sample circuit' } as const
  const cinemaIds = await addSites(transaction, plan, organisationId)
  const first = plan.createdDay - SEASON_DAYS
  const titles = titlesBetween(plan, first, plan.createdDay + PRESALE_DAYS)
  await filmIds(transaction, organisationId, titles)
  await addCircuit(transaction, {
    ...birth,
    organisationId,
    sourceId: await sourceId(transaction, source),
    cinemaIds,
  })
}

async function addSites(
  transaction: Transaction,
  plan: Plan,
  organisationId: number,
): Promise<readonly number[]> {
  const { timezone, currency } = plan.home
  const ids: number[] = []
  for (const { index, name } of plan.sites) {
    const cinema = { organisationId, name, timezone, currency, dayStartsAt: DAY_STARTS_AT }
    const id = await addCinema(transaction, { ...cinema, live: true })
    await heardFrom(transaction, [id], new Date(lastHeardMs(plan, index, plan.createdAtMs)))
    ids.push(id)
  }
  return ids
}

export async function sampleState(store: Store): Promise<SampleState> {
  const circuit = await findCircuit(store)
  if (!circuit) return { state: 'none' }
  if (circuit.state === 'removing') {
    return { state: 'removing', say: 'The sample circuit is being removed.' }
  }
  const { country } = HOMES[circuit.home]
  const say =
    `A sample circuit in ${country}: its cinemas, films and sales are invented. ` +
    `${country} was chosen because it was day there when the sample was made.`
  if (circuit.state === 'live') return { state: 'live', say }
  return { state: 'building', progress: builtShare(circuit), say }
}
