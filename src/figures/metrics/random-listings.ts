/** Made-up programmes: what one source or two list, seats known or not, some of it taken back. */
import type { Random } from '#kernel'
import type { ListingFact } from './oracle-world.ts'
import { chance } from './random-place.ts'
import type { Show } from './random-tickets.ts'

const SOURCES = [1, 2, 3] as const

export function randomListings(random: Random, shows: readonly Show[]): ListingFact[] {
  const [first, second] = random.pick([
    [SOURCES[0], SOURCES[1]],
    [SOURCES[1], SOURCES[2]],
    [SOURCES[2], SOURCES[0]],
  ])
  let facts = 0
  return shows.flatMap((show) => {
    const said = (source: number): readonly ListingFact[] => {
      const fact: ListingFact = {
        owner: show.owner,
        source,
        fact: BigInt(++facts),
        cinema: show.place.cinema,
        room: `Room ${show.auditorium}`,
        auditorium: show.auditorium,
        screening: show.screening,
        film: show.film,
        format: show.format,
        language: show.language,
        startsAtSeconds: show.startsAtMs / 1000,
        tradingDay: show.tradingDay,
        startHour: show.startHour,
        seats: random.pick([0, 80, 80, 80, 120, 301]),
        status: random.pick(['', '', 'on sale', 'cancelled']),
        currency: show.place.currency,
        weight: 1,
      }
      if (!chance(random, 20)) return [fact]
      const gone: ListingFact = { ...fact, weight: -1 }
      const again = { ...fact, seats: fact.seats + 10 }
      return chance(random, 50) ? [fact, gone] : [fact, gone, again]
    }
    return [...(chance(random, 70) ? said(first) : []), ...(chance(random, 35) ? said(second) : [])]
  })
}
