import type { Outcome } from '#kernel'
import { accept, DAY_STARTS_AT, refuse } from '#kernel'
import { filmKey, namedFilmIds, sourceId } from '#programme'
import type { Store, Transaction } from '#store'
import { addOrganisation, cinemaKey, namedCinemaIds, namedRoomIds, roomKey } from '#venues'
import { findCircuit } from '../circuit-store.ts'
import { dayText } from '../day-clock.ts'
import type { Model } from './model.ts'
import type { Simulation } from './simulation-store.ts'
import { addSimulation, findSimulation, lockSimulation } from './simulation-store.ts'
import type { Ids } from './stage.ts'

export const SIMULATED = 'Simulated circuit'

export type BeginRefusal = 'sample_there' | 'simulation_there'

/** The simulation that was ordered: made where there is none, taken up where it is this very one. */
export async function beginSimulation(
  store: Store,
  model: Model,
): Promise<Outcome<Simulation, BeginRefusal>> {
  return store.write(async (transaction) => {
    await lockSimulation(transaction)
    const known = await findSimulation(transaction)
    if (known) return sameOrder(known, model)
    // Both are marked as samples, and all samples answer together.
    if (await findCircuit(transaction)) {
      const say =
        'The sample circuit is in this folder. Remove it first, or name another: --data DIR.'
      return refuse('sample_there', say)
    }
    const organisationId = await addOrganisation(transaction, { name: SIMULATED, sample: true })
    const source = { organisationId, kind: 'sample', name: SIMULATED } as const
    await addSimulation(transaction, {
      order: model.order,
      organisationId,
      sourceId: await sourceId(transaction, source),
      cinemaIds: await addCinemas(transaction, model, organisationId),
    })
    const made = await findSimulation(transaction)
    if (!made) throw new Error('PostgreSQL did not keep the simulation')
    return accept(made)
  })
}

function sameOrder(known: Simulation, { order }: Model): Outcome<Simulation, 'simulation_there'> {
  const { seed, territory, cinemas, days, until, rate } = known.order
  const same =
    seed === order.seed &&
    territory === order.territory &&
    cinemas === order.cinemas &&
    days === order.days &&
    until === order.until &&
    rate === order.rate
  if (same && known.state !== 'removing') return accept(known)
  const there =
    `--territory ${territory} --cinemas ${cinemas} --days ${days} --until ${until} --rate ${rate} ` +
    `--seed ${seed}`
  const say =
    known.state === 'removing'
      ? 'A simulated circuit is being removed. Finish that first: fullhouse simulate --remove.'
      : `Another simulated circuit is in this folder (${there}). ` +
        'Remove it first: fullhouse simulate --remove.'
  return refuse('simulation_there', say)
}

async function addCinemas(
  transaction: Transaction,
  { sites, territory }: Model,
  organisationId: number,
): Promise<readonly number[]> {
  const { timezone, currency } = territory
  const named = sites.map(({ name, town }) => ({ name, city: town, timezone, currency }))
  const naming = { organisationId, reported: false, dayStartsAt: DAY_STARTS_AT }
  const ids = await namedCinemaIds(transaction, naming, named)
  return named.map((cinema) => idOf(ids.get(cinemaKey(cinema)), cinema.name))
}

/** What the model's things are called in PostgreSQL; what is new is made. */
export async function bindSimulation(
  store: Store,
  model: Model,
  { organisationId, cinemaIds }: Simulation,
): Promise<Ids> {
  const { sites, films, territory } = model
  const cinema = (site: number) => idOf(cinemaIds[site], 'cinema')
  const rooms = sites.flatMap(({ index, capacities }) =>
    capacities.map((_, place) => ({
      cinemaId: cinema(index),
      name: territory.auditoriumName(place),
    })),
  )
  const named = films.map(({ title, opensOn, minutes, distributor }) => ({
    title,
    opensOn: dayText(opensOn),
    year: Number(dayText(opensOn).slice(0, 4)),
    runtimeMinutes: minutes,
    distributor,
  }))
  return store.write(async (transaction) => {
    const roomIds = await namedRoomIds(transaction, rooms)
    const filmIds = await namedFilmIds(transaction, { organisationId, reported: false }, named)
    const numbers = named.map((film) => idOf(filmIds.get(filmKey(film)), film.title))
    return {
      cinema,
      auditorium: (site, place) => {
        const room = { cinemaId: cinema(site), name: territory.auditoriumName(place) }
        return idOf(roomIds.get(roomKey(room)), 'auditorium')
      },
      film: (number) => idOf(numbers[number - 1], 'film'),
    }
  })
}

function idOf(id: number | undefined, what: string): number {
  if (id === undefined) throw new Error(`the simulation has no id for ${what}`)
  return id
}
