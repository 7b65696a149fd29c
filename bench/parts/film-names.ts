import type { FilmKnown } from '#collate'
import { seeded } from './cinema-names.ts'

/** Films that nobody made, as a house and a trade list spell them; the same from the same seed. */
export type MangledFilms = {
  readonly films: readonly FilmKnown[]
  readonly pairs: readonly (readonly [number, number])[]
}

const SYLLABLES =
  'ar bel cor dan el fen gal hor in jas kel lum mor nex or pal quin ros sol tam ur vel win xan yor zel'
const COMMON =
  'night day house king love last dark blood city dream girl boy war road river secret story world heart lost'

export function mangledFilms(count: number, seed: number): MangledFilms {
  const random = seeded(seed)
  const pick = <Item>(items: readonly Item[]): Item => {
    const item = items[Math.floor(random() * items.length)]
    if (item === undefined) throw new Error('nothing to pick from')
    return item
  }
  const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1)
  const rare = () =>
    capital(
      Array.from({ length: 2 + Math.floor(random() * 2) }, () => pick(SYLLABLES.split(' '))).join(
        '',
      ),
    )
  const word = () => (random() < 0.4 ? capital(pick(COMMON.split(' '))) : rare())
  const plain = { otherTitle: '', distributor: '' }
  const films: FilmKnown[] = []
  const pairs: (readonly [number, number])[] = []
  const titles = new Set<string>()
  while (pairs.length < count) {
    const words = Array.from({ length: 1 + Math.floor(random() * 4) }, word)
    const number = random() < 0.08 ? ` ${2 + Math.floor(random() * 3)}` : ''
    const title = `${random() < 0.35 ? 'The ' : ''}${words.join(' ')}${number}`
    // But for its article a title is another film's only where somebody is careless.
    const plainTitle = title.replace(/^The /, '')
    if (titles.has(plainTitle)) continue
    titles.add(plainTitle)
    const opens = Temporal.PlainDate.from('2016-01-01').add({ days: Math.floor(random() * 1800) })
    const shown = opens.add({ days: Math.floor(random() * 120) }).toString()
    const left = pairs.length + 1
    const right = count + left
    const house = { id: left, title: mangled(title, random), toldApart: '', reported: false }
    films.push({ ...plain, ...house, sources: [1], firstDay: shown, lastDay: shown })
    const trade = { id: right, title, toldApart: `rl${right}`, reported: true, sources: [2] }
    films.push({ ...plain, ...trade, opensOn: opens.toString() })
    pairs.push([left, right])
  }
  return { films, pairs }
}

const SUFFIXES = [
  ' (Subtitled)',
  ' 3D',
  ' (IMAX)',
  ' - 4K Restoration',
  ' (Encore)',
  ' (2D, Dubbed)',
]

function mangled(title: string, random: () => number): string {
  let text = title
  if (random() < 0.25 && text.startsWith('The ')) {
    text = random() < 0.5 ? text.slice(4) : `${text.slice(4)}, The`
  }
  if (random() < 0.2) text += SUFFIXES[Math.floor(random() * SUFFIXES.length)] ?? ''
  if (random() < 0.1) text = `Late Night Pictures: ${text}`
  if (random() < 0.1) text = text.toUpperCase()
  if (random() < 0.1) text = text.replace(/ 2\b/, ' II').replace(/ 3\b/, ': Part Three')
  if (random() < 0.1) text = text.replaceAll('a', 'á')
  if (random() < 0.1 && text.length > 14) text = text.slice(0, 8) + text.slice(9)
  return text
}
