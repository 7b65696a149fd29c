/** Arbitrary small worlds for the planner's tests only: the same seed makes the same world. */
import type { Random } from '#kernel'
import type { FilmSaid, World } from './oracle-world.ts'
import { randomListings } from './random-listings.ts'
import { chance, DAY_MS, randomAnchor, randomCircuit, UINT32_MAX } from './random-place.ts'
import { randomRates, randomReported } from './random-reported.ts'
import { randomShows, randomTickets } from './random-tickets.ts'

type Groups = readonly (readonly [number, number])[]

const FILM_GROUPS: readonly Groups[] = [
  [],
  [],
  [[3, 1]],
  [[UINT32_MAX, 0]],
  [
    [2, 1],
    [3, 1],
    [UINT32_MAX, 0],
  ],
]
const CINEMA_GROUPS: readonly Groups[] = [
  [],
  [],
  [[7, 1]],
  [
    [1, 0],
    [UINT32_MAX, 0],
  ],
]

export type MadeWorld = World & { readonly anchor: string }

/** Facts of three owners from `firstOwner` on, of whom one, two or all three are asked for. */
export function randomWorld(random: Random, firstOwner: number): MadeWorld {
  const places = randomCircuit(random)
  const anchorMs = randomAnchor(random)
  const shows = randomShows(random, { places, anchorMs, firstOwner })
  const sales = chance(random, 8) ? random.whole(0, 3) : random.whole(25, 90)
  return {
    anchor: new Date(anchorMs).toISOString().slice(0, 10),
    tickets: randomTickets(random, shows, sales),
    listings: chance(random, 85) ? randomListings(random, shows) : [],
    reported: randomReported(random, { anchorMs, firstOwner }),
    rates: randomRates(random, { anchorMs, firstOwner }),
    owners: random.pick([[0], [0, 1], [0, 2], [0, 1, 2]]).map((owner) => firstOwner + owner),
    aliases: {
      film: new Map(random.pick(FILM_GROUPS)),
      cinema: new Map(random.pick(CINEMA_GROUPS)),
    },
    films: filmsSaid(random, anchorMs),
    homes: new Map(places.map(({ cinema, currency }) => [cinema, currency])),
    holidayMoved: random.pick([354, 364, 365, 383]),
  }
}

function filmsSaid(random: Random, anchorMs: number): ReadonlyMap<number, FilmSaid> {
  return new Map(
    [0, 1, 2, 3, UINT32_MAX].map((film) => {
      const opened = random.pick([null, 3, 0, -1, -5, -20, -370])
      const opensOn =
        opened === null
          ? undefined
          : new Date(anchorMs + opened * DAY_MS).toISOString().slice(0, 10)
      return [film, { distributor: random.pick(['', 'Harbour', 'Nord; "Süd"']), opensOn }]
    }),
  )
}
