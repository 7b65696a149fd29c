import { derivedId } from '#kernel'
import { chanceOf, drawIndex, logNormal } from './chance.ts'
import type { DayClock, DayNumber } from './day-clock.ts'
import { dayOfFilmWeek, filmWeekOf, instantOf } from './day-clock.ts'
import type { Plan } from './plan.ts'
import type { FilmKind, Playing, Release } from './release.ts'
import type { Shown } from './shown.ts'
import { shownAs } from './shown.ts'
import type { Site } from './site.ts'
import type { PriceCard } from './tariff.ts'
import { priceCard } from './tariff.ts'

/** A screening of the circuit, with what it is expected to draw. */
export type Screening = {
  readonly id: bigint
  readonly site: number
  /** The number on the door, 1 being the largest auditorium. */
  readonly auditorium: number
  readonly capacity: number
  readonly release: Release
  readonly shown: Shown
  /** The film's first weekend: much of it is sold in the days before. */
  readonly opening: boolean
  /** Local minute of the trading day at which it starts, and the instant. */
  readonly minute: number
  readonly startsAtMs: number
  readonly prices: PriceCard
  /** Its pull beside the site's other screenings of the day. */
  readonly appeal: number
}

const FIRST_START = 10 * 60 + 30
const LAST_START = 22 * 60 + 45
const LATE_START = 24 * 60 + 30
/** From the end of a film to the next start at the least: trailers, and cleaning. */
export const TURNROUND_MINUTES = 25
const SCREENINGS_MAX = 6

const TUESDAY = 4
const WEEKEND: readonly number[] = [1, 2]
const LATE_NIGHTS: readonly number[] = [0, 1]

/** How readily a film of a kind is put on, and how well it draws, by the time it starts. */
const MATINEE: Readonly<Record<FilmKind, number>> = { family: 1.7, adult: 0.8, arthouse: 0.7 }
const EVENING: Readonly<Record<FilmKind, number>> = { family: 0.25, adult: 1.3, arthouse: 1 }
const NIGHT: Readonly<Record<FilmKind, number>> = { family: 0, adult: 1.4, arthouse: 0.5 }

const suits = (minute: number) => (minute < 1050 ? MATINEE : minute < 1200 ? EVENING : NIGHT)

/** Custom by the hour of the start: weekends begin early, working days after work. */
function pullOf(minute: number, weekend: boolean): number {
  if (minute < 12 * 60) return weekend ? 0.7 : 0.35
  if (minute < 14 * 60) return weekend ? 1 : 0.5
  if (minute < 17 * 60) return weekend ? 1.3 : 0.7
  if (minute < 19 * 60) return weekend ? 1.2 : 1.1
  if (minute < 21 * 60) return weekend ? 2 : 1.8
  return minute < 23 * 60 ? 1 : 0.5
}

/** What every auditorium of the site has in common on this day. */
type SiteDay = {
  readonly plan: Plan
  readonly site: Site
  readonly clock: DayClock
  readonly playing: readonly Playing[]
  /** What this site's public makes of each film this week. */
  readonly tastes: readonly number[]
}

/** All screenings of a site on a trading day. */
export function screeningsOf(plan: Plan, site: Site, day: DayNumber): readonly Screening[] {
  const week = filmWeekOf(day)
  const playing = plan.playing(week)
  const tasteChance = chanceOf(plan.seed, 'taste', site.index, week)
  const tastes = playing.map(() => logNormal(tasteChance, 0.2))
  const siteDay: SiteDay = { plan, site, clock: plan.clocks.of(day), playing, tastes }
  return site.capacities.flatMap((_, place) => auditoriumDay(siteDay, place))
}

/** The day of one auditorium: from its first start on, one film after another. */
function auditoriumDay(siteDay: SiteDay, place: number): readonly Screening[] {
  const { plan, site, clock } = siteDay
  const weekDay = dayOfFilmWeek(clock.day)
  const random = chanceOf(plan.seed, 'programme', clock.day, site.index, place)
  const earliest = WEEKEND.includes(weekDay) ? FIRST_START : FIRST_START + 75
  let minute = earliest + 5 * random.whole(0, 21)
  const late = place === 0 && site.late && LATE_NIGHTS.includes(weekDay)
  const screenings: Screening[] = []
  while (screenings.length < SCREENINGS_MAX && minute <= (late ? LATE_START : LAST_START)) {
    // Between the last regular start and midnight nothing starts; the late show waits.
    if (minute > LAST_START && minute < 24 * 60) minute = 24 * 60 + 10
    const film = chooseFilm(siteDay, place, minute, random)
    screenings.push(makeScreening(siteDay, { place, minute, film, slot: screenings.length }))
    const length = siteDay.playing[film]?.release.minutes ?? 120
    minute += 5 * Math.ceil((length + TURNROUND_MINUTES + random.whole(0, 15)) / 5)
  }
  return screenings
}

/** The film of the auditorium's week for this part of the day, or now and then another. */
function chooseFilm(
  { plan, site, clock, playing, tastes }: SiteDay,
  place: number,
  minute: number,
  random: ReturnType<typeof chanceOf>,
): number {
  const kinds = suits(minute)
  // The largest auditorium goes to the strongest film; the smallest give the others a home.
  const bent = place === 0 ? 1.1 : Math.max(0.4, 0.8 - 0.1 * place)
  const weights = playing.map(
    ({ release, strength }, film) => strength ** bent * (tastes[film] ?? 1) * kinds[release.kind],
  )
  if (random.next() < 0.4) return drawIndex(random, weights)
  const part = kinds === MATINEE ? 'matinee' : 'evening'
  const week = chanceOf(plan.seed, part, filmWeekOf(clock.day), site.index, place)
  return drawIndex(week, weights)
}

function makeScreening(
  { plan, site, clock, playing, tastes }: SiteDay,
  show: {
    readonly place: number
    readonly minute: number
    readonly film: number
    readonly slot: number
  },
): Screening {
  const { place, minute, film, slot } = show
  const playingFilm = playing[film]
  if (!playingFilm) throw new Error('the circuit has no film to show')
  const { release, strength } = playingFilm
  const weekDay = dayOfFilmWeek(clock.day)
  const capacity = site.capacities[place] ?? 0
  const random = chanceOf(plan.seed, 'appeal', clock.day, site.index, place, slot)
  return {
    id: derivedId('circuit', plan.seed, plan.createdDay, clock.day, site.index, place, slot),
    site: site.index,
    auditorium: place + 1,
    capacity,
    release,
    shown: shownAs(release, {
      seed: plan.seed,
      home: plan.home.id,
      site: site.index,
      auditoria: site.capacities.length,
      place,
      day: clock.day,
      weeksOut: filmWeekOf(clock.day) - release.week,
      minute,
      slot,
    }),
    opening: release.week === filmWeekOf(clock.day) && weekDay <= 2,
    minute,
    startsAtMs: instantOf(clock, minute),
    prices: priceCard(plan.home, {
      tuesday: weekDay === TUESDAY,
      minute,
      priceSteps: site.priceSteps,
    }),
    appeal:
      capacity ** 0.5 *
      strength ** 0.35 *
      (tastes[film] ?? 1) *
      pullOf(minute, WEEKEND.includes(weekDay)) *
      logNormal(random, 0.3),
  }
}
