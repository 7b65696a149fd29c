/** Cinemas that nobody runs, and how lists mangle their names; the same from the same seed. */
import type { CinemaKnown } from '#collate'

export type MangledCinemas = {
  readonly cinemas: readonly CinemaKnown[]
  /** Which two ids are one cinema. */
  readonly pairs: readonly (readonly [number, number])[]
}

const SYLLABLES = [
  'ba', 'ber', 'bran', 'cal', 'car', 'den', 'do', 'el', 'fal', 'gra', 'hal', 'ham', 'ka', 'lin', 'lo',
  'mar', 'mer', 'na', 'nor', 'pe', 'ra', 'ri', 'san', 'sel', 'sto', 'ta', 'tor', 'va', 'ver', 'wen', 'wil', 'zu',
] // biome-ignore format: a table
const CHAINS = [
  'Cineco',
  'Starlight',
  'Grand',
  'Odeum',
  'Palace',
  'Mega',
  'Vista',
  'CGX',
  'XXI',
  'Kinex',
]
const GENERIC = ['Cinema', 'Cinemas', 'Theatre', 'Multiplex', 'Film House', 'Movies']
const STREETS = ['Street', 'Road', 'Avenue', 'Lane', 'Square']

/** A generator of 32 bits; enough to mangle names. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

export function mangledCinemas(count: number, seed: number): MangledCinemas {
  const random = seeded(seed)
  const pick = <Item>(items: readonly Item[]): Item => {
    const item = items[Math.floor(random() * items.length)]
    if (item === undefined) throw new Error('nothing to pick from')
    return item
  }
  const made = () => {
    const word = Array.from({ length: 2 + Math.floor(random() * 2) }, () => pick(SYLLABLES)).join(
      '',
    )
    return word.charAt(0).toUpperCase() + word.slice(1)
  }
  const cities = Array.from({ length: 900 }, () => ({
    name: made(),
    latitude: random() * 60,
    longitude: random() * 120,
  }))
  const names = new Set<string>()
  const cinemas: CinemaKnown[] = []
  const pairs: (readonly [number, number])[] = []
  while (pairs.length < count) {
    const city = pick(cities)
    const chain = pick(CHAINS)
    const number = random() < 0.1 ? ` ${2 + Math.floor(random() * 4)}` : ''
    const name =
      `${chain} ${pick(GENERIC)} ${made()} ${random() < 0.4 ? `${made()} ` : ''}`.trim() + number
    if (names.has(`${name} ${city.name}`)) continue
    names.add(`${name} ${city.name}`)
    const where = {
      latitude: city.latitude + random() * 0.2,
      longitude: city.longitude + random() * 0.2,
    }
    const address = `${1 + Math.floor(random() * 200)} ${made()} ${pick(STREETS)}`
    const base = { timezone: 'Europe/Berlin', currency: 'EUR', reported: true, code: '' }
    const left = pairs.length + 1
    const right = count + left
    const located = random() < 0.5
    cinemas.push({
      ...base,
      id: left,
      name,
      city: city.name,
      chain: random() < 0.5 ? chain : '',
      address: random() < 0.5 ? address : '',
      sources: [1],
      ...(located && { place: where }),
    })
    cinemas.push({
      ...base,
      id: right,
      ...mangled(name, city.name, random),
      chain: random() < 0.3 ? chain : '',
      address: random() < 0.5 ? address.toUpperCase().replace(' ', ', ') : '',
      sources: [2],
      ...(located && {
        place: { latitude: where.latitude + random() * 0.001, longitude: where.longitude },
      }),
    })
    pairs.push([left, right])
  }
  return { cinemas, pairs }
}

/** What a list makes of a name: other words for cinema, the city in it, capitals, slips, width, order. */
function mangled(name: string, city: string, random: () => number): { name: string; city: string } {
  let words = name.split(' ')
  if (random() < 0.3) words = words.filter((word) => !GENERIC.includes(word))
  if (random() < 0.1) words = words.slice(1)
  if (random() < 0.2) words = words.map((word) => (word === 'Cinema' ? 'Cinemas' : word))
  if (random() < 0.25) words = words.map((word) => slip(word, random))
  let text = words.join(' ')
  if (random() < 0.3) text = random() < 0.5 ? `${text} ${city}` : `${text} (${city})`
  if (random() < 0.2) text = text.toUpperCase()
  if (random() < 0.1) text = text.replaceAll('e', 'é')
  if (random() < 0.05) text = widened(text)
  if (random() < 0.15) text = text.replaceAll(' ', '-')
  return { name: text, city: random() < 0.15 ? '' : city }
}

/** Of a longer word at times: a letter left out, doubled, or changed with the next. */
function slip(word: string, random: () => number): string {
  if (word.length < 6 || random() < 0.6) return word
  const at = 1 + Math.floor(random() * (word.length - 2))
  const kind = random()
  if (kind < 0.34) return word.slice(0, at) + word.slice(at + 1)
  if (kind < 0.67) return word.slice(0, at) + word.charAt(at) + word.slice(at)
  return word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2)
}

function widened(text: string): string {
  return text.replace(/[!-~]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0))
}
