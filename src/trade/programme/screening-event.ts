import type { MoneyWire } from '#kernel/pure'
import { moneyToDecimal } from '#kernel/pure'
import type { ScreeningView } from './screening-view.ts'

/** What the description takes of a screening. */
export type ScreeningOfEvent = Pick<
  ScreeningView,
  | 'auditorium'
  | 'endsAt'
  | 'featureMinutes'
  | 'film'
  | 'fromPrice'
  | 'release'
  | 'startsAt'
  | 'status'
  | 'toPrice'
  | 'trailersMinutes'
>

/** What stands in the description of a screening beside the screening itself. */
export type EventOf = {
  readonly view: ScreeningOfEvent
  readonly cinema: { readonly name: string; readonly timezone: string }
  /** Seats on sale and those still to be had; absent while nothing is on sale. */
  readonly capacity?: { readonly seats: number; readonly left: number }
}

export type JsonLd = Readonly<Record<string, unknown>>

/** The doors open this long before the start. */
export const DOORS_OPEN_MINUTES = 20
/** Of its seats a screening has few left when this share, in hundredths, is free. */
const FEW_LEFT_PERCENT = 10

const SCHEMA = 'https://schema.org'

/** A screening as schema.org's ScreeningEvent, for search engines and other programs. */
export function screeningEvent({ view, cinema, capacity }: EventOf): JsonLd {
  const { film, release } = view
  const doors = Temporal.Instant.from(view.startsAt).subtract({ minutes: DOORS_OPEN_MINUTES })
  const cancelled = view.status === 'cancelled'
  return {
    '@context': SCHEMA,
    '@type': 'ScreeningEvent',
    name: film.title,
    startDate: withOffset(view.startsAt, cinema.timezone),
    endDate: withOffset(view.endsAt, cinema.timezone),
    doorTime: withOffset(doors.toString(), cinema.timezone),
    duration: minutesIso(view.trailersMinutes + view.featureMinutes),
    eventStatus: `${SCHEMA}/${cancelled ? 'EventCancelled' : 'EventScheduled'}`,
    eventAttendanceMode: `${SCHEMA}/OfflineEventAttendanceMode`,
    location: {
      '@type': 'MovieTheater',
      name: cinema.name,
      containsPlace: { '@type': 'Place', name: view.auditorium },
    },
    workPresented: {
      '@type': 'Movie',
      name: film.title,
      ...(film.rating !== '' && { contentRating: film.rating }),
      ...(film.runtimeMinutes !== undefined && { duration: minutesIso(film.runtimeMinutes) }),
    },
    videoFormat: release.format,
    inLanguage: release.language,
    ...(release.subtitles.length > 0 && { subtitleLanguage: release.subtitles }),
    ...(capacity && {
      maximumAttendeeCapacity: capacity.seats,
      remainingAttendeeCapacity: cancelled ? 0 : capacity.left,
    }),
    ...(!cancelled && capacity && offers(view, capacity)),
  }
}

/** JSON that may stand in a page's script element as it is: no title can end the element. */
export function jsonLdText(described: JsonLd): string {
  return JSON.stringify(described).replace(/[<>&\u2028\u2029]/g, (character) => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
  })
}

function offers(
  view: ScreeningOfEvent,
  capacity: { readonly seats: number; readonly left: number },
) {
  const { fromPrice, toPrice } = view
  if (!fromPrice || !toPrice) return {}
  return {
    offers: {
      '@type': 'AggregateOffer',
      lowPrice: decimal(fromPrice),
      highPrice: decimal(toPrice),
      priceCurrency: fromPrice.currency,
      availability: `${SCHEMA}/${availability(capacity)}`,
      validThrough: view.startsAt,
    },
  }
}

function availability({ seats, left }: { readonly seats: number; readonly left: number }): string {
  if (left <= 0) return 'SoldOut'
  return left * 100 <= seats * FEW_LEFT_PERCENT ? 'LimitedAvailability' : 'InStock'
}

function decimal({ minor, currency }: MoneyWire): string {
  return moneyToDecimal({ minor: BigInt(minor), currency })
}

function withOffset(instant: string, timezone: string): string {
  const local = Temporal.Instant.from(instant).toZonedDateTimeISO(timezone)
  return local.toString({ smallestUnit: 'second', timeZoneName: 'never' })
}

function minutesIso(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
  return `PT${hours > 0 ? `${hours}H` : ''}${rest > 0 || hours === 0 ? `${rest}M` : ''}`
}
