import type { Dice } from './dice.ts'
import { placeOf, spread } from './dice.ts'
import type { Territory } from './territory.ts'

/** A cinema of the simulation. */
export type SimulatedSite = {
  readonly index: number
  readonly name: string
  readonly town: string
  readonly latitude: string
  readonly longitude: string
  /** Seats of each auditorium, the largest first. */
  readonly capacities: readonly number[]
  /** How much more it sells than others of its size. */
  readonly pull: number
  /** What its prices are of the usual ones, in a hundred. */
  readonly level: number
  readonly large: boolean
  readonly reserved: boolean
  readonly late: boolean
}

const DRAW = {
  town: 11,
  size: 12,
  room: 13,
  pull: 14,
  level: 15,
  where: 16,
  reserved: 17,
  late: 18,
}
/** How many cinemas in a hundred have up to so many auditoria. */
const SIZES = [2, 3, 4, 5, 6, 7, 8, 9, 10, 12] as const
const SIZE_SUMS = [10, 20, 32, 46, 62, 75, 85, 92, 97, 100]
const LARGE_LEAST = 8

export function sitesOf(dice: Dice, territory: Territory, count: number): readonly SimulatedSite[] {
  const { towns, places } = territory
  let sum = 0
  const sums = towns.map(([, , , weight]) => (sum += weight))
  const there = new Map<number, number>()
  return Array.from({ length: count }, (_, index) => {
    const place = placeOf(sums, dice(DRAW.town, index))
    const [town = '', latitude = 0, longitude = 0] = towns[place] ?? []
    const already = there.get(place) ?? 0
    there.set(place, already + 1)
    // The first of a town stands in its middle, the others around it.
    const apart = (which: number) =>
      already === 0 ? 0 : (dice(DRAW.where, index, which) - 0.5) * 0.16
    const again = Math.floor(already / places.length)
    const name = places[(already + place) % places.length] ?? ''
    const screens = SIZES[placeOf(SIZE_SUMS, dice(DRAW.size, index))] ?? 6
    return {
      index,
      name: territory.cinemaName(town, again === 0 ? name : `${name} ${again + 1}`),
      town,
      latitude: (latitude + apart(1)).toFixed(5),
      longitude: (longitude + apart(2)).toFixed(5),
      capacities: Array.from({ length: screens }, (_, room) => {
        const size = 230 - (150 * room) / Math.max(1, screens - 1)
        return 2 * Math.round((size * spread(dice, 0.12, [DRAW.room, index, room])) / 2)
      }),
      pull: spread(dice, 0.18, [DRAW.pull, index]),
      level: 86 + 2 * Math.floor(dice(DRAW.level, index) * 13),
      large: screens >= LARGE_LEAST,
      reserved: territory.id === 'CN' || dice(DRAW.reserved, index) < 0.5,
      late: dice(DRAW.late, index) < 0.25,
    }
  })
}
