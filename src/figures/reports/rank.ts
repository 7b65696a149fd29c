import type { Annotation, AnnotationKind } from './annotation.ts'
import { nextDay } from './annotation.ts'

/** An annotation as it was found, with what its place among others is made from. */
export type Found = Annotation & {
  /** Its part of what it could touch, 0–1: a film’s of all admissions, a cinema’s of all cinemas. */
  readonly share?: number
  /** It is what the page is about. */
  readonly own?: boolean
  /** A day off for pupils only. */
  readonly minor?: boolean
}

/** More than anybody reads; charts show three. */
export const ANNOTATIONS_MAX = 200

/**
 * One list, the most important first. What is written by hand comes before what the house knows;
 * an outage before prices, since it makes figures too small; days off before openings, but for the film
 * the page is about and for films that carry the days shown.
 */
export function rankAnnotations(
  found: readonly Found[],
  within?: { readonly from: string; readonly to: string },
): readonly Annotation[] {
  // A holiday that reaches beyond the days shown is told whole.
  const touches = ({ from, to = from }: Found) =>
    within === undefined || (from <= within.to && to >= within.from)
  return mergeAnnotations(found)
    .filter(touches)
    .toSorted((one, other) => importanceOf(other) - importanceOf(one) || byDay(one, other))
    .slice(0, ANNOTATIONS_MAX)
    .map(({ share: _, own: __, minor: ___, ...annotation }) => annotation)
}

const LEAST: Readonly<Record<AnnotationKind, number>> = {
  note: 90,
  outage: 20,
  price: 60,
  holiday: 55,
  opening: 10,
}
/** What a whole share adds. */
const MOST_MORE: Readonly<Record<AnnotationKind, number>> = {
  note: 0,
  outage: 65,
  price: 0,
  holiday: 0,
  opening: 75,
}
const OWN = 100
const MINOR = 30

export function importanceOf({ kind, share = 0, own, minor }: Found): number {
  if (own) return OWN
  if (minor) return MINOR
  // By its root: a film with a quarter of all guests is half as important as one with all of them.
  return LEAST[kind] + MOST_MORE[kind] * Math.sqrt(Math.min(1, Math.max(0, share)))
}

function byDay(one: Found, other: Found): number {
  if (one.from !== other.from) return one.from < other.from ? -1 : 1
  return one.text < other.text ? -1 : Number(one.text > other.text)
}

/** Days of one thing that follow each other become one span; things of one kind and span, one entry. */
export function mergeAnnotations(found: readonly Found[]): readonly Found[] {
  const hand = found.filter(({ by }) => by === 'hand')
  const house = found.filter(({ by }) => by === 'house')
  return [...hand, ...together(spans(house))]
}

const thing = ({ kind, text, film, cinema, minor }: Found) =>
  JSON.stringify([kind, film ?? cinema ?? text, kind === 'holiday' ? text : '', minor])

function spans(found: readonly Found[]): readonly Found[] {
  return [...Map.groupBy(found, thing).values()].flatMap((same) => {
    const merged: Found[] = []
    for (const one of same.toSorted(byDay)) {
      const before = merged.at(-1)
      if (before && one.from <= nextDay(before.to ?? before.from)) {
        merged[merged.length - 1] = joined(before, one)
      } else merged.push(one)
    }
    return merged
  })
}

/** The first of two that touch, up to the end of both. */
function joined(one: Found, other: Found): Found {
  const ends = [one.to ?? one.from, other.to ?? other.from]
  const to = ends.toSorted().at(-1) ?? one.from
  const since = one.since ?? other.since
  return { ...one, ...(to > one.from && { to }), ...(since !== undefined && { since }) }
}

/** Beside a film that everybody saw, one that opened on the same day and drew next to nobody is no news. */
const NEXT_TO_NOBODY = 0.1

function stands(one: Found, first: Found): boolean {
  if (one.kind !== 'opening' || !first.share) return true
  return (one.share ?? 0) >= first.share * NEXT_TO_NOBODY
}

const place = ({ kind, from, to, minor }: Found) => JSON.stringify([kind, from, to ?? from, minor])

function together(found: readonly Found[]): readonly Found[] {
  return [...Map.groupBy(found, place).values()].map((same) => {
    const [first, ...rest] = same.toSorted(
      (one, other) => importanceOf(other) - importanceOf(one) || byDay(one, other),
    )
    if (!first) throw new Error('a group has at least one of it')
    const names = new Set(rest.filter((one) => stands(one, first)).map(({ text }) => text))
    names.delete(first.text)
    if (names.size === 0) return first
    const share = same.reduce((sum, one) => sum + (one.share ?? 0), 0)
    return { ...first, share, more: names.size }
  })
}
