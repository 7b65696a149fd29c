import { chanceOf, logNormal } from './chance.ts'

/** What a film is like decides at which hours it is shown and who buys. */
export type FilmKind = 'family' | 'adult' | 'arthouse'

/** An invented film and its first Friday. */
export type Release = {
  readonly number: number
  readonly title: string
  readonly kind: FilmKind
  readonly week: number
  /** How strong its first week is (1 is usual), and what is left of that each week after. */
  readonly opening: number
  readonly decay: number
  readonly minutes: number
}

export type Playing = { readonly release: Release; readonly strength: number }

/** Films on screen at any time, and how long one may last. */
const PLAYING = 12
const WEEKS_MAX = 14
/** Weeks of releases before the season, so that its first day finds a full programme. */
export const WEEKS_BEFORE = 14

const [FAMILY, ADULT, ARTHOUSE] = ['family', 'adult', 'arthouse'] as const

/** In order of release; the sample's first day falls in the week of Orbit of Ida. */
const TITLES: readonly (readonly [title: string, kind: FilmKind])[] = [
  ['The Ferryman’s Ledger', ADULT],
  ['Bramble and Bean', FAMILY],
  ['Low Water at Evening', ARTHOUSE],
  ['Nine Doors Down', ADULT],
  ['The Tin Astronomer', FAMILY],
  ['Glasshouse Road', ADULT],
  ['A Map of Small Rain', ARTHOUSE],
  ['Overnight to Varna', ADULT],
  ['Captain Marmalade', FAMILY],
  ['The Second Signal', ADULT],
  ['What the Tide Owes', ARTHOUSE],
  ['Redline Choir', ADULT],
  ['The Littlest Lighthouse', FAMILY],
  ['Sable Street', ADULT],
  ['Paper Orchard', ARTHOUSE],
  ['Thirteenth Passenger', ADULT],
  ['Wren & Otter', FAMILY],
  ['The Quiet Surveyor', ARTHOUSE],
  ['Iron Meridian', ADULT],
  ['Half a Kingdom', FAMILY],
  ['Borrowed Weather', ADULT],
  ['Nobody’s Cartographer', ARTHOUSE],
  ['Cold Harbour Line', ADULT],
  ['The Moon Mechanics', FAMILY],
  ['Vesper Hotel', ADULT],
  ['Letters to a Beekeeper', ARTHOUSE],
  ['Undertow County', ADULT],
  ['Dot and the Dragon Tram', FAMILY],
  ['The Long Gallery', ADULT],
  ['Saltmarsh', ARTHOUSE],
  ['Kestrel', ARTHOUSE],
  ['Harbour Lights', ADULT],
  ['The Long Thaw', ARTHOUSE],
  ['Marrow', ADULT],
  ['The Salt Road', ADULT],
  ['Pip & the Clockmaker', FAMILY],
  ['Orbit of Ida', ADULT],
  ['Ten Thousand Lanterns', FAMILY],
  ['The Winter Understudy', ARTHOUSE],
  ['Fault and Fire', ADULT],
  ['Mossy Underfoot', FAMILY],
  ['Eleven Bridges', ADULT],
  ['The Glass Ferry', ARTHOUSE],
  ['Night Post', ADULT],
  ['Biscuit Goes to Sea', FAMILY],
  ['The Kelp House', ADULT],
  ['An Hour of Larks', ARTHOUSE],
  ['Northbound Nine', ADULT],
]

/** Two films open every third week, one in the others. */
const openingsIn = (week: number) => (week % 3 === 0 ? 2 : 1)
const openedBefore = (week: number) => week + Math.floor((week + 2) / 3)

/** By kind: usual opening, least and most weekly decay, least and most length in minutes. */
const KINDS: Readonly<Record<FilmKind, readonly [number, number, number, number, number]>> = {
  family: [1, 0.62, 0.75, 84, 108],
  adult: [1, 0.55, 0.73, 98, 146],
  arthouse: [0.45, 0.64, 0.75, 92, 128],
}

function makeRelease(seed: string, number: number, week: number): Release {
  const [title, kind] = TITLES[number % TITLES.length] ?? ['Untitled', ADULT]
  // A sample left running outlives its list of titles: then the sequels come.
  const part = Math.floor(number / TITLES.length) + 1
  const random = chanceOf(seed, 'release', number)
  const [usual, decayLeast, decayMost, least, most] = KINDS[kind]
  return {
    number,
    title: part === 1 ? title : `${title} ${part}`,
    kind,
    week,
    opening: usual * logNormal(random, 0.4),
    decay: decayLeast + (decayMost - decayLeast) * random.next(),
    minutes: random.whole(least, most),
  }
}

/** The films on screen in a week, strongest first. `firstWeek` is the first that had a release. */
export function playingIn(seed: string, firstWeek: number, week: number): readonly Playing[] {
  const running: Playing[] = []
  for (let opened = Math.max(firstWeek, week - WEEKS_MAX + 1); opened <= week; opened++) {
    const first = openedBefore(opened - firstWeek)
    for (let extra = 0; extra < openingsIn(opened - firstWeek); extra++) {
      const release = makeRelease(seed, first + extra, opened)
      running.push({ release, strength: release.opening * release.decay ** (week - opened) })
    }
  }
  return running.toSorted((one, other) => other.strength - one.strength).slice(0, PLAYING)
}
