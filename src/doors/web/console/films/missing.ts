import type { Answer } from '#metrics/pure'
import { numberOf, textOf } from '../wire/rows.ts'

export type Missing = {
  readonly cinemaId: string
  readonly cinema: string
  readonly days: readonly string[]
  /** Listed screenings of the film on those days. */
  readonly screenings: number
}

/**
 * Cinemas with screenings of a film on days of which they sent no ticket at all, of any film: a return
 * that is missing, where a film that nobody came to is none. Most screenings first.
 */
export function missingReturns(listed: Answer, sold: Answer | undefined): readonly Missing[] {
  const sent = new Set(
    (sold?.rows ?? [])
      .filter((row) => (numberOf(row, 'sold') ?? 0) > 0)
      .map((row) => `${textOf(row, 'cinemaId')} ${textOf(row, 'period')}`),
  )
  const missing = new Map<string, { cinema: string; days: string[]; screenings: number }>()
  for (const row of listed.rows) {
    const shows = numberOf(row, 'screeningsListed') ?? 0
    const cinemaId = textOf(row, 'cinemaId')
    const day = textOf(row, 'period')
    if (shows === 0 || sent.has(`${cinemaId} ${day}`)) continue
    const known = missing.get(cinemaId) ?? {
      cinema: textOf(row, 'cinema'),
      days: [],
      screenings: 0,
    }
    known.days.push(day)
    known.screenings += shows
    missing.set(cinemaId, known)
  }
  return [...missing]
    .map(([cinemaId, one]) => ({ cinemaId, ...one, days: one.days.sort() }))
    .sort((one, other) => other.screenings - one.screenings)
}
