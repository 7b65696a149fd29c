import type { Outcome } from '#kernel'
import { accept, refuse } from '#kernel'
import type { Reader, Transaction } from '#store'
import type { Cinema } from '#venues'
import { cinemaById } from '#venues'
import { isDate, isWithin, RUNTIME_MINUTES_MAX } from './film.ts'
import { releaseById } from './release-store.ts'
import type { Slot } from './screening.ts'
import {
  CLEANING_MINUTES,
  CLEANING_MINUTES_MAX,
  clashWithin,
  freeAgainMs,
  TRAILERS_MINUTES,
  TRAILERS_MINUTES_MAX,
} from './screening.ts'
import { clockMinutes, instantWithin, wallClock } from './screening-time.ts'
import type { InTheWay } from './slot-store.ts'
import { insertSlots, inTheWay, lockAuditoria, unlessOverlapping } from './slot-store.ts'

/** A release on several trading days at the same times. */
export type ScreeningsSaid = {
  readonly cinemaId: number
  readonly releaseId: number
  readonly auditoriumId: number
  readonly priceCardId: number
  /** Trading days, ISO dates. */
  readonly days: readonly string[]
  /** By the cinema's clock: 20:15; 01:30 is of the night that ends the trading day. */
  readonly times: readonly string[]
  readonly trailersMinutes?: number | undefined
  readonly cleaningMinutes?: number | undefined
  /** Left out: the film's runtime. */
  readonly featureMinutes?: number | undefined
}

export type PlanScreeningsRefusal =
  | 'auditorium_unknown'
  | 'cinema_unknown'
  | 'currency_differs'
  | 'plan_unknown'
  | 'price_card_unknown'
  | 'release_unknown'
  | 'runtime_needed'
  | 'screening_overlaps'
  | 'screening_unusable'
  | 'time_skipped'

const AT_ONCE_MAX = 400

const AUDITORIUM = `
  select name, (
    select id from seat_plan where auditorium_id = a.id order by version desc limit 1
  ) as seat_plan_id
  from auditorium a where id = $1 and cinema_id = $2`
const CARD = 'select currency from price_card where id = $1 and organisation_id = $2'
const FILM = 'select title, runtime_minutes from film where id = $1'

/** Plans a release on several days and times, all or none. */
export async function planScreenings(
  transaction: Transaction,
  said: ScreeningsSaid,
): Promise<Outcome<readonly bigint[], PlanScreeningsRefusal>> {
  const unusable = complaint(said)
  if (unusable) return refuse('screening_unusable', unusable)
  await lockAuditoria(transaction, [said.auditoriumId])
  const around = await surroundings(transaction, said)
  if (!around.ok) return around
  const { cinema, auditorium, title, ...common } = around.value
  const slots: Slot[] = []
  for (const day of said.days) {
    for (const time of said.times) {
      const starts = instantWithin(day, clockMinutes(time) ?? 0, cinema)
      if (!starts) return skipped(day, time, cinema)
      slots.push({ ...common, startsAtMs: starts.epochMilliseconds, tradingDay: day })
    }
  }
  const clash = clashWithin(slots)
  if (clash) {
    const [{ startsAtMs }] = clash
    const free = freeAgainMs(clash[0])
    return overlaps({ title, auditorium, startsAtMs, freeAgainMs: free }, clash[1], cinema)
  }
  const made = await unlessOverlapping(transaction, () => insertSlots(transaction, slots))
  if (made) return accept(made)
  const [first] = await inTheWay(transaction, slots)
  return overlaps(first?.[1], slots[first?.[0] ?? 0], cinema)
}

/** The refusal that says which film and time are in the way, by the cinema's clock. */
export function overlaps(
  other: InTheWay | undefined,
  slot: Pick<Slot, 'startsAtMs'> | undefined,
  { timezone }: Pick<Cinema, 'timezone'>,
) {
  if (!other || !slot) {
    return refuse('screening_overlaps', 'The auditorium was taken just now; look again.')
  }
  const wanted = wallClock(slot.startsAtMs, timezone)
  return refuse(
    'screening_overlaps',
    `${wanted.date} ${wanted.time} cannot be: ${sayInTheWay(other, timezone)}`,
  )
}

export function sayInTheWay(other: InTheWay, timezone: string): string {
  const [from, to] = [wallClock(other.startsAtMs, timezone), wallClock(other.freeAgainMs, timezone)]
  const until = from.date === to.date ? to.time : `${to.date} ${to.time}`
  return `“${other.title}” is in ${other.auditorium} on ${from.date} from ${from.time} to ${until}.`
}

type Surroundings = Omit<Slot, 'startsAtMs' | 'tradingDay'> & {
  readonly cinema: Cinema
  readonly auditorium: string
  readonly title: string
}

/** Cinema, auditorium, release and price card: all of one organisation, or they are unknown. */
async function surroundings(
  reader: Reader,
  said: ScreeningsSaid,
): Promise<Outcome<Surroundings, PlanScreeningsRefusal>> {
  const cinema = await cinemaById(reader, said.cinemaId)
  if (!cinema) return refuse('cinema_unknown', 'There is no such cinema.')
  const room = await auditoriumWithin(reader, said.auditoriumId, cinema.id)
  if (!room.ok) return room
  const release = await releaseById(reader, said.releaseId)
  if (!release || release.organisationId !== cinema.organisationId) {
    return refuse('release_unknown', 'The organisation has no such release.')
  }
  type Card = { currency: string }
  const card = await reader.row<Card>(CARD, said.priceCardId, cinema.organisationId)
  if (!card) return refuse('price_card_unknown', 'The organisation has no such price card.')
  if (card.currency !== cinema.currency) {
    const say = `The price card is in ${card.currency}; the cinema trades in ${cinema.currency}.`
    return refuse('currency_differs', say)
  }
  type Film = { title: string; runtime_minutes: number | null }
  const film = await reader.row<Film>(FILM, release.filmId)
  const featureMinutes = said.featureMinutes ?? film?.runtime_minutes
  if (!film || featureMinutes === undefined || featureMinutes === null) {
    return refuse('runtime_needed', 'How long the film runs is not known.')
  }
  return accept({
    cinema,
    auditorium: room.value.name,
    title: film.title,
    organisationId: cinema.organisationId,
    cinemaId: cinema.id,
    auditoriumId: said.auditoriumId,
    seatPlanId: room.value.seatPlanId,
    filmId: release.filmId,
    releaseId: release.id,
    priceCardId: said.priceCardId,
    trailersMinutes: said.trailersMinutes ?? TRAILERS_MINUTES,
    featureMinutes,
    cleaningMinutes: said.cleaningMinutes ?? CLEANING_MINUTES,
  })
}

/** An auditorium of a cinema with its newest seat plan. */
export async function auditoriumWithin(
  reader: Reader,
  id: number,
  cinemaId: number,
): Promise<
  Outcome<
    { readonly name: string; readonly seatPlanId: number },
    'auditorium_unknown' | 'plan_unknown'
  >
> {
  type Found = { name: string; seat_plan_id: number | null }
  const row = await reader.row<Found>(AUDITORIUM, id, cinemaId)
  if (!row) return refuse('auditorium_unknown', 'The cinema has no such auditorium.')
  if (row.seat_plan_id === null) {
    return refuse('plan_unknown', `${row.name} has no seat plan yet.`)
  }
  return accept({ name: row.name, seatPlanId: row.seat_plan_id })
}

function complaint(said: ScreeningsSaid): string | undefined {
  const { days, times, trailersMinutes, cleaningMinutes, featureMinutes } = said
  const count = days.length * times.length
  if (count < 1 || count > AT_ONCE_MAX) {
    return `Plan 1 to ${AT_ONCE_MAX} screenings at once.`
  }
  if (!days.every(isDate)) return 'A day is an ISO date such as 2026-12-18.'
  if (times.some((time) => clockMinutes(time) === undefined)) {
    return 'A time is one such as 20:15.'
  }
  if (trailersMinutes !== undefined && !isWithin(trailersMinutes, 0, TRAILERS_MINUTES_MAX)) {
    return `Trailers take 0 to ${TRAILERS_MINUTES_MAX} minutes.`
  }
  if (cleaningMinutes !== undefined && !isWithin(cleaningMinutes, 0, CLEANING_MINUTES_MAX)) {
    return `Cleaning takes 0 to ${CLEANING_MINUTES_MAX} minutes.`
  }
  if (featureMinutes !== undefined && !isWithin(featureMinutes, 1, RUNTIME_MINUTES_MAX)) {
    return `A film runs 1 to ${RUNTIME_MINUTES_MAX} minutes.`
  }
  return undefined
}

function skipped(day: string, time: string, { timezone }: Cinema) {
  const say = `The clock in ${timezone} skips ${time} on the trading day ${day}.`
  return refuse('time_skipped', say)
}
