import type { FilmRead } from './film-known.ts'
import { daysBetween, spanText } from './film-known.ts'
import type { Weighed } from './weighed.ts'
import { against, forIt } from './weighed.ts'

/** Days before its opening on which a film may be shown all the same: previews, festivals. */
const PREVIEW_DAYS = 45
const FESTIVAL_DAYS = 120
/** Of a distributor that brings back every fifth of its films, a showing long before says nothing. */
const BROUGHT_BACK_BITS = 50

/** What the days say: a film is shown from its opening on, and again when it is released again. */
export function weighDays(left: FilmRead, right: FilmRead): readonly Weighed[] {
  const [one, other] = [left.film, right.film]
  if (one.opensOn !== undefined && other.opensOn !== undefined) {
    return weighOpenings(left, right, daysBetween(one.opensOn, other.opensOn))
  }
  if (one.opensOn !== undefined && other.firstDay !== undefined) {
    return weighShowing(left, daysBetween(one.opensOn, other.firstDay))
  }
  if (other.opensOn !== undefined && one.firstDay !== undefined) {
    return weighShowing(right, daysBetween(other.opensOn, one.firstDay))
  }
  return weighSpans(left, right)
}

function weighOpenings(left: FilmRead, right: FilmRead, days: number): readonly Weighed[] {
  const apart = Math.abs(days)
  const say = apart === 0 ? 'Opened on the same day' : `Opened ${spanText(apart)} apart`
  if (apart <= 10) return [forIt(4, say)]
  if (apart <= 120) return [forIt(3, say)]
  if (apart <= 400) return [forIt(1.5, say)]
  if (comesAgain(left) || comesAgain(right)) {
    return [forIt(0, `${say}; one of them is a re-release`)]
  }
  return apart <= 800 ? [against(2, say)] : [against(8, say)]
}

/** A film that opens somewhere, and one that is only known to be shown. */
function weighShowing(opened: FilmRead, days: number): readonly Weighed[] {
  if (days < -PREVIEW_DAYS) {
    const say = `Shown ${spanText(days)} before the other opened`
    if (comesAgain(opened)) return [forIt(3, `${say}, which is a re-release`)]
    const early = days < -FESTIVAL_DAYS ? 10 : 3
    return [against(Math.max(0, early - BROUGHT_BACK_BITS * opened.broughtBack), say)]
  }
  if (days < 0)
    return [forIt(0.5, `Shown ${spanText(days)} before the other opened, as previews are`)]
  const say = days === 0 ? 'Shown from the day on which the other opened' : undefined
  const after = say ?? `Opened ${spanText(days)} before the first showing here`
  if (days <= 200) return [forIt(4, after)]
  if (days <= 400) return [forIt(2, after)]
  if (comesAgain(opened)) return [forIt(1.5, `${after}, as a re-release`)]
  return days <= 1100 ? [against(0.5, after)] : [against(4, after)]
}

/** Neither says when it opened: figures of the same weeks speak for one film. */
function weighSpans({ film: one }: FilmRead, { film: other }: FilmRead): readonly Weighed[] {
  if (one.firstDay === undefined || other.firstDay === undefined) return []
  const [early, late] = one.firstDay <= other.firstDay ? [one, other] : [other, one]
  const gap = daysBetween(early.lastDay ?? early.firstDay ?? '', late.firstDay ?? '')
  if (gap <= 0) return [forIt(3, 'Shown in the same weeks')]
  const say = `Shown ${spanText(gap)} apart`
  if (gap <= 60) return [forIt(2.5, say)]
  if (gap <= 200) return [forIt(1.5, say)]
  return gap <= 700 ? [forIt(0, say)] : [against(3, say)]
}

/** What years in brackets and of files say: a remake has its own. */
export function weighYears(left: FilmRead, right: FilmRead): readonly Weighed[] {
  const [one, other] = [yearOf(left), yearOf(right)]
  if (one !== undefined && other !== undefined) {
    const apart = Math.abs(one - other)
    if (apart === 0) return [forIt(3, `Both of ${one}`)]
    return apart === 1
      ? [forIt(1, `Of ${one} and ${other}`)]
      : [against(12, `Of ${one} and ${other}`)]
  }
  if (one !== undefined) return weighYear(one, right)
  return other === undefined ? [] : weighYear(other, left)
}

function weighYear(year: number, dated: FilmRead): readonly Weighed[] {
  const { opensOn, firstDay } = dated.film
  const day = opensOn ?? firstDay
  if (day === undefined) return []
  const later = Number(day.slice(0, 4)) - year
  const say = `Of ${year}; the other ${opensOn ? 'opened' : 'was shown'} in ${day.slice(0, 4)}`
  if (later < -1) return [against(12, say)]
  if (later <= 1) return [forIt(opensOn ? 3 : 2, say)]
  if (comesAgain(dated)) return [forIt(0, `${say}, as a re-release`)]
  return opensOn ? [against(12, say)] : [forIt(0, say)]
}

function yearOf({ film, reading }: FilmRead): number | undefined {
  return film.year ?? reading.year
}

export function comesAgain({ reading }: FilmRead): boolean {
  return reading.marks.has('again')
}
