import type { FilmSaid, ReleaseSaid } from '#programme'
import type { HomeId } from './home.ts'
import type { FilmKind, Release } from './release.ts'
import { IMAX } from './sample-card.ts'

/** What the model need not know of a film, and its poster says. */
type Poster = {
  readonly synopsis: string
  /** The language it was made in, with what it was called there; English unless said. */
  readonly from?: readonly [language: string, title: string]
  readonly imax?: true
}

const POSTERS: Readonly<Record<string, Poster>> = {
  'The Ferryman’s Ledger': { synopsis: 'A river smuggler keeps honest books, and they hang him.' },
  'Bramble and Bean': { synopsis: 'Two hedgehogs set out to return a library book.' },
  'Low Water at Evening': {
    synopsis: 'Three sisters sell the house that the sea is about to take.',
    from: ['fr', 'Basse mer, le soir'],
  },
  'Nine Doors Down': { synopsis: 'Everybody in the street heard it; nobody called.' },
  'The Tin Astronomer': { synopsis: 'A clockwork boy looks for the star he was named after.' },
  'Glasshouse Road': { synopsis: 'A gardener inherits an address that is on no map.' },
  'A Map of Small Rain': {
    synopsis: 'A surveyor of wells falls in love with a village that has none.',
    from: ['es', 'Mapa de la llovizna'],
  },
  'Overnight to Varna': { synopsis: 'One sleeping car, nine passengers, eight tickets.' },
  'Captain Marmalade': { synopsis: 'The ginger terror of the canals meets his match: a duck.' },
  'The Second Signal': {
    synopsis: 'The first message said wait. The second says run.',
    imax: true,
  },
  'What the Tide Owes': {
    synopsis: 'A fisherman’s widow sends the sea an invoice.',
    from: ['pt', 'O que a maré deve'],
  },
  'Redline Choir': {
    synopsis: 'Four drivers, one mountain, and a song to keep awake by.',
    imax: true,
  },
  'The Littlest Lighthouse': { synopsis: 'She is only as tall as a gull, but the night is long.' },
  'Sable Street': { synopsis: 'A furrier’s ledger names the last five mayors.' },
  'Paper Orchard': {
    synopsis: 'A retired typesetter prints the trees that the town has felled.',
    from: ['ja', '紙の果樹園'],
  },
  'Thirteenth Passenger': { synopsis: 'The lifeboat was built for twelve.' },
  'Wren & Otter': { synopsis: 'A bird who will not fly, a swimmer who will not swim.' },
  'The Quiet Surveyor': {
    synopsis: 'He measures the border; both sides bring him soup.',
    from: ['de', 'Der stille Geometer'],
  },
  'Iron Meridian': {
    synopsis: 'A railway round the world, and the man who would stop it.',
    imax: true,
  },
  'Half a Kingdom': { synopsis: 'The princess wants the other half.' },
  'Borrowed Weather': { synopsis: 'A forecaster on the run is right once too often.' },
  'Nobody’s Cartographer': {
    synopsis: 'An old mapmaker draws the country that he came from by heart.',
    from: ['pl', 'Niczyj kartograf'],
  },
  'Cold Harbour Line': { synopsis: 'The last ferry of the year leaves with one car too many.' },
  'The Moon Mechanics': { synopsis: 'Somebody has to oil it. Tonight it is their turn.' },
  'Vesper Hotel': { synopsis: 'Guests may leave at any time, if they can find the stairs.' },
  'Letters to a Beekeeper': {
    synopsis: 'Forty years of letters, all of them about bees.',
    from: ['it', 'Lettere a un apicoltore'],
  },
  'Undertow County': { synopsis: 'A sheriff comes home to the flood that he was blamed for.' },
  'Dot and the Dragon Tram': { synopsis: 'Line 4 breathes fire. Dot has a season ticket.' },
  'The Long Gallery': { synopsis: 'A night guard notices that one portrait has moved.' },
  Saltmarsh: {
    synopsis: 'A girl, a heron, and a summer in which nothing dries.',
    from: ['nl', 'Kwelder'],
  },
  Kestrel: {
    synopsis: 'A falconer’s son leaves the valley, and is followed.',
    from: ['cs', 'Poštolka'],
  },
  'Harbour Lights': { synopsis: 'A band gets together for one night, on a ship that is sinking.' },
  'The Long Thaw': {
    synopsis: 'When the ice gives back a car, a village counts its sons.',
    from: ['nb', 'Den lange tøværen'],
  },
  Marrow: { synopsis: 'The donor has changed his mind.' },
  'The Salt Road': { synopsis: 'Two brothers, forty camels, and a debt across the desert.' },
  'Pip & the Clockmaker': { synopsis: 'A mouse has until midnight to put the hour back.' },
  'Orbit of Ida': { synopsis: 'Alone round an asteroid, she hears someone knock.', imax: true },
  'Ten Thousand Lanterns': { synopsis: 'A little lantern means to find the one who lit it.' },
  'The Winter Understudy': {
    synopsis: 'The star has a cold; the understudy has waited for thirty years.',
    from: ['sv', 'Vinterersättaren'],
  },
  'Fault and Fire': { synopsis: 'The mountain gives them a day’s notice.', imax: true },
  'Mossy Underfoot': { synopsis: 'The forest floor holds an election.' },
  'Eleven Bridges': { synopsis: 'One of them is mined, and it is the rush hour.' },
  'The Glass Ferry': {
    synopsis: 'A glassblower builds a boat in which to show his mother the lake.',
    from: ['fi', 'Lasilautta'],
  },
  'Night Post': { synopsis: 'He delivers letters to the dead. Tonight one answers.' },
  'Biscuit Goes to Sea': { synopsis: 'The ship’s dog finds out that there is no ship’s dinner.' },
  'The Kelp House': { synopsis: 'What grows at the bottom of the bay has come upstairs.' },
  'An Hour of Larks': {
    synopsis: 'Two strangers share a hide, and then a life.',
    from: ['ko', '종달새의 시간'],
  },
  'Northbound Nine': {
    synopsis: 'A convoy, a blizzard, and a driver who is not on the list.',
    imax: true,
  },
}

const DISTRIBUTORS: Readonly<Record<FilmKind, string>> = {
  family: 'Kitestring',
  adult: 'Meridian & Vale',
  arthouse: 'Small Hours Films',
}

/** By what is shown, and then as one film and another are. */
const RATINGS: Readonly<Record<HomeId, Readonly<Record<FilmKind, readonly string[]>>>> = {
  ireland: { family: ['G', 'PG'], adult: ['12A', '15A', '16'], arthouse: ['12A', '15A', 'PG'] },
  'new-zealand': { family: ['G', 'PG'], adult: ['M', 'R13', 'R16'], arthouse: ['M', 'PG', 'R13'] },
}

export function filmSaid(release: Release, home: HomeId): FilmSaid {
  const { title, kind, number, minutes: runtimeMinutes } = release
  const { synopsis = '', from } = posterOf(release)
  const ratings = RATINGS[home][kind]
  const rating = ratings[number % ratings.length]
  return { title, runtimeMinutes, rating, synopsis, ...(from && { originalTitle: from[1] }) }
}

/** How a film is shown: in its own language, and on the large screen if it is made for it. */
export function releasesSaid(release: Release, opensOn: string): readonly ReleaseSaid[] {
  const { from, imax } = posterOf(release)
  const common = { distributor: DISTRIBUTORS[release.kind], opensOn }
  const plain: ReleaseSaid = from
    ? { ...common, format: '2D', language: from[0], subtitles: ['en'] }
    : { ...common, format: '2D', language: 'en', subtitles: [] }
  return imax ? [plain, { ...plain, format: IMAX }] : [plain]
}

/** The language it was made in. */
export function madeIn(release: Release): string {
  return posterOf(release).from?.[0] ?? 'en'
}

export function isMadeForImax(release: Release): boolean {
  return posterOf(release).imax === true
}

/** A sequel looks like the film before it. */
function posterOf({ title }: Release): Partial<Poster> {
  return POSTERS[title.replace(/ \d+$/, '')] ?? {}
}
