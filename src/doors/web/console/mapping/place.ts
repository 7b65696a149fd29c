import type { ColumnsMapping } from '#collate/pure'
import { isCurrency } from '#kernel/pure'
import { zones } from '../places.ts'
import type { TextKey } from '../texts/text.tsx'
import type { House } from '../wire/client.ts'

/** Whose figures a file brings, as far as somebody has said. */
export type Place = {
  readonly cinema: string
  readonly timezone: string
  readonly currency: string
  readonly territory: string
}

/** What a file does not say of itself: its one cinema, the zone of those it names, its country. */
export type About = 'cinema' | 'cinemas' | 'territory' | 'nothing'

type Known = House['cinemas'][number]

export function knownCinema(place: Place, own: readonly Known[]): Known | undefined {
  return own.find(({ name }) => name === place.cinema.trim())
}

export type PlaceErrors = Partial<Record<keyof Place, TextKey>>

/** What is missing or cannot be; each a sentence that says how to mend it. */
export function placeErrors(about: About, place: Place, known: Known | undefined): PlaceErrors {
  const zone = zones().includes(place.timezone) ? {} : { timezone: 'zoneUnknown' as const }
  if (about === 'nothing') return {}
  if (about === 'cinemas') return zone
  if (about === 'territory') {
    return /^([A-Za-z]{2}|001)$/.test(place.territory.trim())
      ? {}
      : { territory: 'territoryNeeded' }
  }
  return {
    ...(place.cinema.trim() === '' && { cinema: 'cinemaNeeded' as const }),
    ...(!known && zone),
    ...(!known &&
      !isCurrency(place.currency.toUpperCase()) && {
        currency: 'currencyUnknown' as const,
      }),
  }
}

/** The place as a request says it. A known cinema brings its own zone and currency. */
export function placeSaid(about: About, place: Place, known: Known | undefined) {
  const currency = place.currency.trim().toUpperCase()
  switch (about) {
    case 'nothing':
      return {}
    case 'cinemas':
      return { timezone: place.timezone, ...(isCurrency(currency) && { currency }) }
    case 'territory':
      return {
        territory: place.territory.trim().toUpperCase(),
        ...(isCurrency(currency) && { currency }),
        ...(zones().includes(place.timezone) && { timezone: place.timezone }),
      }
    case 'cinema':
      return known
        ? { cinema: known.name }
        : { cinema: place.cinema.trim(), timezone: place.timezone, currency }
  }
}

/** Whom a mapping's rows are about, by what its columns and constants say. */
export function aboutOf(mapping: ColumnsMapping): About {
  const { table, about, columns, constants, timezone } = mapping
  const has = (wanted: string) => columns.some(({ field }) => field === wanted)
  if (has('cinema')) return timezone === undefined ? 'cinemas' : 'nothing'
  if (table !== 'box_office' || about === 'cinema') return 'cinema'
  const said = has('territory') || constants.some(({ field }) => field === 'territory')
  return said ? 'nothing' : 'territory'
}
