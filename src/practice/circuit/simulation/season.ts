import type { DayNumber } from '../day-clock.ts'
import { filmWeekOf } from '../day-clock.ts'
import type { FilmKind } from '../release.ts'
import type { Dice } from './dice.ts'
import { placeOf, spread } from './dice.ts'
import type { Territory } from './territory.ts'

/** A film of the simulation, which opens on a Friday. */
export type SimulatedFilm = {
  /** 1 for the first that ever opened. */
  readonly number: number
  readonly title: string
  readonly kind: FilmKind
  readonly distributor: string
  readonly week: number
  readonly opensOn: DayNumber
  readonly minutes: number
  /** How strong it opens (1 is usual), and what is left of that each week after. */
  readonly opening: number
  readonly decay: number
  readonly language: string
  readonly large: boolean
  readonly deep: boolean
}

export type PlayingFilm = { readonly film: SimulatedFilm; readonly strength: number }

/** Weeks of releases before the first day, so that it finds a full programme. */
export const WEEKS_BEFORE = 12
const WEEKS_MAX = 14
const KINDS: readonly FilmKind[] = ['adult', 'family', 'arthouse']
const KIND_SUMS = [50, 76, 100]
/** Usual opening, weekly decay from … to, minutes from … to. */
const LIKE: Readonly<Record<FilmKind, readonly [number, number, number, number, number]>> = {
  family: [1, 0.62, 0.76, 84, 108],
  adult: [1, 0.5, 0.72, 98, 150],
  arthouse: [0.35, 0.6, 0.74, 90, 130],
}
const FOREIGN = ['fr', 'ja', 'de', 'it', 'ko', 'es', 'sv', 'cs'] as const

/** Names for what chance is drawn. */
const DRAW = {
  openings: 1,
  kind: 2,
  strength: 3,
  hit: 4,
  decay: 5,
  minutes: 6,
  house: 7,
  tongue: 8,
}

/** Every film that opens from some weeks before the first day to the last. */
export function seasonOf(
  dice: Dice,
  territory: Territory,
  [first, last]: readonly [DayNumber, DayNumber],
): readonly SimulatedFilm[] {
  const films: SimulatedFilm[] = []
  for (let week = filmWeekOf(first) - WEEKS_BEFORE; week <= filmWeekOf(last); week++) {
    const more = Math.floor(dice(DRAW.openings, week) * 3) - 1
    for (let turn = 0; turn < Math.max(1, territory.openings + more); turn++) {
      films.push(filmOf(dice, territory, { week, turn, number: films.length + 1 }))
    }
  }
  return films
}

type Slot = { readonly week: number; readonly turn: number; readonly number: number }

function filmOf(dice: Dice, territory: Territory, { week, turn, number }: Slot): SimulatedFilm {
  const kind = KINDS[placeOf(KIND_SUMS, dice(DRAW.kind, week, turn))] ?? 'adult'
  const [usual, decayLeast, decayMost, least, most] = LIKE[kind]
  const hit = dice(DRAW.hit, week, turn)
  // One in twenty carries its month; most open and are gone.
  const rank = hit > 0.95 ? 4.2 : hit > 0.8 ? 2 : hit > 0.4 ? 1 : 0.5
  const opening = usual * rank * spread(dice, 0.25, [DRAW.strength, week, turn])
  const between = (draw: number, from: number, to: number) =>
    from + (to - from) * dice(draw, week, turn)
  const foreign =
    kind === 'arthouse' || (territory.id === 'CN' && dice(DRAW.tongue, week, turn) < 0.25)
  const tongue = FOREIGN[Math.floor(dice(DRAW.tongue, week, turn, 1) * FOREIGN.length)] ?? 'fr'
  const distributors = territory.distributors
  const subtitles = territory.language
  return {
    number,
    title: titleOf(territory, number),
    kind,
    distributor: distributors[Math.floor(dice(DRAW.house, week, turn) * distributors.length)] ?? '',
    week,
    opensOn: week * 7 + 1,
    minutes: Math.round(between(DRAW.minutes, least, most)),
    opening,
    decay: between(DRAW.decay, decayLeast, decayMost),
    language: foreign ? `${tongue} (${subtitles})` : territory.language,
    large: kind !== 'arthouse' && rank >= 2,
    deep: kind === 'family' && number % 2 === 0,
  }
}

/** The two lists have no common measure, so a title comes again only when all have been. */
function titleOf({ titles: [firsts, seconds], title }: Territory, number: number): string {
  const [one, other] = [firsts[number % firsts.length], seconds[(number * 5) % seconds.length]]
  const part = Math.floor(number / (firsts.length * seconds.length)) + 1
  const name = title(one ?? '', other ?? '')
  return part === 1 ? name : `${name} ${part}`
}

/** The films on screen in a week, strongest first. */
export function playingIn(
  films: readonly SimulatedFilm[],
  week: number,
  most: number,
): readonly PlayingFilm[] {
  return films
    .filter((film) => film.week <= week && film.week > week - WEEKS_MAX)
    .map((film) => ({ film, strength: film.opening * film.decay ** (week - film.week) }))
    .toSorted((one, other) => other.strength - one.strength)
    .slice(0, most)
}
