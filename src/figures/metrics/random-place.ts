/** Where and when made-up facts happen: at moments that are easy to get wrong. */
import type { Random } from '#kernel'

export const UINT32_MAX = 4_294_967_295
export const UINT64_MAX = 18_446_744_073_709_551_615n
export const DAY_MS = 86_400_000

export type Place = {
  readonly cinema: number
  readonly timezone: string
  readonly dayStartsAt: number
  readonly currency: string
}

const BERLIN: Place = { cinema: 1, timezone: 'Europe/Berlin', dayStartsAt: 6, currency: 'EUR' }
const MIDNIGHT: Place = { cinema: 0, timezone: 'Europe/Berlin', dayStartsAt: 0, currency: 'EUR' }
const AUCKLAND: Place = {
  cinema: UINT32_MAX,
  timezone: 'Pacific/Auckland',
  dayStartsAt: 23,
  currency: 'EUR',
}
const SANTIAGO: Place = { cinema: 5, timezone: 'America/Santiago', dayStartsAt: 4, currency: 'EUR' }
const NEW_YORK: Place = { cinema: 7, timezone: 'America/New_York', dayStartsAt: 4, currency: 'USD' }
const TOKYO: Place = { cinema: 8, timezone: 'Asia/Tokyo', dayStartsAt: 6, currency: 'JPY' }
const KUWAIT: Place = { cinema: 9, timezone: 'Asia/Kuwait', dayStartsAt: 5, currency: 'KWD' }

/** Most worlds have one currency: questions about amounts of several are refused. */
const CIRCUITS: readonly (readonly Place[])[] = [
  [BERLIN, MIDNIGHT, AUCKLAND],
  [BERLIN, AUCKLAND, SANTIAGO],
  [BERLIN, MIDNIGHT, SANTIAGO],
  [TOKYO],
  [BERLIN, MIDNIGHT, NEW_YORK],
  [BERLIN, AUCKLAND, TOKYO, KUWAIT],
  [NEW_YORK, TOKYO, KUWAIT],
]

/** Around changes of the clock, the end of a year, a leap day, and on an ordinary evening. */
const MOMENTS: readonly number[] = [
  '2026-03-29T00:30:00Z', // Berlin, forward
  '2026-10-25T00:40:00Z', // Berlin, back: 02:40 twice
  '2026-03-08T07:10:00Z', // New York, forward
  '2026-11-01T05:30:00Z', // New York, back
  '2026-09-26T13:45:00Z', // Auckland, forward
  '2027-04-03T13:30:00Z', // Auckland, back
  '2026-09-06T03:30:00Z', // Santiago, forward
  '2026-04-05T03:20:00Z', // Santiago, back
  '2026-12-31T22:30:00Z',
  '2028-02-29T18:00:00Z',
  '2029-02-28T19:00:00Z',
  '2026-11-23T19:15:00Z',
].map((text) => Temporal.Instant.from(text).epochMilliseconds)

/** Days from the anchor: the days around it, and those that they are held against. */
const OFFSETS: readonly number[] = [
  ...[0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 2, 2, 3, -1, -1, -1, -2, -2, -4, -6],
  ...[-7, -7, -7, -7, -8, -14, -14, -21, -28, -363, -364, -365, -366, -354, -400],
]

export function randomCircuit(random: Random): readonly Place[] {
  return random.pick(CIRCUITS)
}

export function randomAnchor(random: Random): number {
  return random.pick(MOMENTS)
}

/** Minutes before the anchor and after it keep the day, or just do not. */
export function randomStart(random: Random, anchorMs: number): number {
  const minutes = random.pick([0, 0, 0, 15, 60, 75, 120, -45, -60, 300, 600, -600])
  return anchorMs + random.pick(OFFSETS) * DAY_MS + minutes * 60_000
}

export function chance(random: Random, percent: number): boolean {
  return random.next() * 100 < percent
}

/** So many draws of a list, each once. */
export function some<Item>(random: Random, items: readonly Item[], count: number): Item[] {
  const left = [...items]
  return Array.from({ length: Math.min(count, items.length) }, () => {
    const at = random.whole(0, left.length - 1)
    const [item] = left.splice(at, 1)
    if (item === undefined) throw new Error('drew beyond the end of a list')
    return item
  })
}
