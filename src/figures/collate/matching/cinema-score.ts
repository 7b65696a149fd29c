import type { CinemaCorpus, CinemaRead } from './cinema-known.ts'
import { compareWords } from './compare-words.ts'
import type { PairWeighed, Weighed } from './weighed.ts'
import { against, forIt, weighAll } from './weighed.ts'
import type { WordWeights } from './word-weights.ts'

const EQUAL_BITS = 7.5
const NEAR_BITS = 5
const RARE_BITS_MAX = 6
const EARTH_METRES = 6_371_000

/** Whether two cinemas are one: name, city, chain, address, place on the map, official code. */
export function weighCinemas(
  left: CinemaRead,
  right: CinemaRead,
  corpus: CinemaCorpus,
): PairWeighed {
  const equal = left.key === right.key
  return weighAll(
    [
      ...weighNames(left, right, corpus),
      ...weighCities(left, right),
      ...weighChains(left.chain, right.chain),
      ...weighAddresses(left.address, right.address, corpus.addressWeights),
      ...weighPlaces(left, right),
      ...weighCodes(left.cinema.code, right.cinema.code),
      ...weighZones(left, right),
    ],
    { equal, again: false },
  )
}

function weighNames(left: CinemaRead, right: CinemaRead, { weights }: CinemaCorpus): Weighed[] {
  if (left.key === right.key) {
    const say =
      left.cinema.name === right.cinema.name ? 'Same name' : 'Same name, written otherwise'
    return [forIt(EQUAL_BITS + rareBits(left.words, weights), say)]
  }
  // With or without the city in it, a name is the same name.
  const cities = new Set([...left.city, ...right.city])
  const [one, other] = [without(left.words, cities), without(right.words, cities)]
  const { leftOnly, rightOnly, spelled, shared } = compareWords(one, other, weights)
  const numbers =
    left.numbers.join() === right.numbers.join()
      ? []
      : [against(12, `Numbered ${numbered(left)} and ${numbered(right)}`)]
  if (shared === 0) return [against(8, 'No word of their names in common'), ...numbers]
  const sharedWords = one.filter((word) => !leftOnly.includes(word))
  const weighed = [
    forIt(
      (leftOnly.length + rightOnly.length === 0 ? EQUAL_BITS : NEAR_BITS) +
        rareBits(sharedWords, weights),
      `Both say “${sharedWords.slice(0, 6).join(' ')}”`,
    ),
  ]
  for (const [word, near] of spelled) weighed.push(against(1, `“${word}” beside “${near}”`))
  const alone = [...leftOnly, ...rightOnly].filter((word) => !/^\d+$/.test(word))
  if (alone.length > 0) {
    const weight = alone.reduce((sum, word) => sum + weights.weight(word), 0)
    const both = leftOnly.length > 0 && rightOnly.length > 0 ? 2 : 0
    const say = `Only one says “${alone.slice(0, 5).join(' ')}”`
    weighed.push(against(both + Math.min(14, 0.45 * weight), say))
  }
  return [...weighed, ...numbers]
}

/** Words of a name that are none of the others, or all of it where it is only those. */
function without(words: readonly string[], others: ReadonlySet<string>): readonly string[] {
  const rest = words.filter((word) => !others.has(word))
  return rest.length === 0 ? words : rest
}

function numbered({ numbers }: CinemaRead): string {
  return numbers.join(' ') || 'with nothing'
}

function rareBits(words: readonly string[], { weight }: WordWeights): number {
  const rare = words.reduce((sum, word) => sum + weight(word), 0)
  return Math.max(-3, Math.min(RARE_BITS_MAX, (rare - 10) / 3))
}

function weighCities(left: CinemaRead, right: CinemaRead): readonly Weighed[] {
  const [one, other] = [left.city, right.city]
  if (one.length > 0 && other.length > 0) {
    if (holds(one, other) || holds(other, one)) return [forIt(5, `Both in ${left.cinema.city}`)]
    const { spelled, leftOnly, rightOnly } = compareWords(one, other, EVEN)
    if (spelled.length > 0 && leftOnly.length + rightOnly.length === 0) {
      return [forIt(2, `In ${left.cinema.city} and ${right.cinema.city}`)]
    }
    return [against(10, `In ${left.cinema.city} and ${right.cinema.city}`)]
  }
  if (one.length > 0 && holds(right.words, one)) return [forIt(3, 'The city stands in the name')]
  if (other.length > 0 && holds(left.words, other)) return [forIt(3, 'The city stands in the name')]
  return []
}

const EVEN: WordWeights = { weight: () => 1, count: () => 1, near: () => [] }

function holds(words: readonly string[], all: readonly string[]): boolean {
  return all.every((word) => words.includes(word))
}

function weighChains(left: string, right: string): readonly Weighed[] {
  if (left === '' || right === '') return []
  return left === right ? [forIt(1, 'Same chain')] : [against(7, 'Different chains')]
}

function weighAddresses(
  left: readonly string[],
  right: readonly string[],
  weights: WordWeights,
): readonly Weighed[] {
  if (left.length === 0 || right.length === 0) return []
  const { likeness } = compareWords(left, right, weights)
  if (likeness >= 0.7) return [forIt(5, 'Same address')]
  if (likeness >= 0.4) return [forIt(2, 'Addresses much alike')]
  return likeness < 0.1 ? [against(2, 'Addresses with little in common')] : []
}

function weighPlaces(
  { cinema: one }: CinemaRead,
  { cinema: other }: CinemaRead,
): readonly Weighed[] {
  if (!one.place || !other.place) return []
  const metres = Math.round(metresBetween(one.place, other.place))
  const say = `${metres < 1000 ? `${metres} m` : `${Math.round(metres / 1000)} km`} apart on the map`
  if (metres <= 200) return [forIt(6, say)]
  if (metres <= 600) return [forIt(4, say)]
  if (metres <= 2_000) return [forIt(1, say)]
  return metres <= 10_000 ? [against(5, say)] : [against(14, say)]
}

type Place = NonNullable<CinemaRead['cinema']['place']>

function metresBetween(one: Place, other: Place): number {
  const radians = (degrees: number) => (degrees * Math.PI) / 180
  const north = radians(other.latitude - one.latitude)
  const east =
    radians(other.longitude - one.longitude) *
    Math.cos(radians((one.latitude + other.latitude) / 2))
  return EARTH_METRES * Math.hypot(north, east)
}

function weighCodes(left: string, right: string): readonly Weighed[] {
  return left !== '' && left === right ? [forIt(20, `Same official code ${left}`)] : []
}

function weighZones(
  { cinema: one }: CinemaRead,
  { cinema: other }: CinemaRead,
): readonly Weighed[] {
  const weighed: Weighed[] = []
  if (one.timezone !== other.timezone) weighed.push(against(5, 'In different time zones'))
  if (one.currency !== other.currency) weighed.push(against(5, 'They sell in different currencies'))
  return weighed
}
