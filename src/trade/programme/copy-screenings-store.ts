import type { Outcome } from '#kernel'
import { accept, refuse, wallTimeToInstant } from '#kernel'
import type { Transaction } from '#store'
import type { Cinema } from '#venues'
import { cinemaById } from '#venues'
import { isDate, isWithin } from './film.ts'
import { sayInTheWay } from './plan-screenings-store.ts'
import type { Screening, Slot } from './screening.ts'
import { screeningsOn } from './screening-store.ts'
import { daysFrom } from './screening-time.ts'
import { insertFreeSlots, inTheWay, lockAuditoria } from './slot-store.ts'

/** Trading days of a cinema to be shown again from another day on. */
export type DaysToCopy = {
  readonly cinemaId: number
  readonly from: string
  readonly to: string
  readonly days: number
}

export type Copied = {
  readonly made: number
  /** What could not be, with its local start there (2026-12-18T20:15) and why. */
  readonly skipped: readonly { readonly startsAt: string; readonly why: string }[]
}

const DAYS_MAX = 31
const COPIES_MAX = 4_000

const NEWEST_PLANS = `
  select distinct on (auditorium_id) auditorium_id, id from seat_plan
  where auditorium_id = any($1::integer[]) order by auditorium_id, version desc`

/**
 * Plans what some days show on other days, at the same times by the cinema's clock, whatever the
 * clock did between. What overlaps is skipped, and so is a time that the clock skips.
 */
export async function copyScreenings(
  transaction: Transaction,
  { cinemaId, from, to, days }: DaysToCopy,
): Promise<Outcome<Copied, 'cinema_unknown' | 'screening_unusable'>> {
  if (!isDate(from) || !isDate(to) || !isWithin(days, 1, DAYS_MAX)) {
    return refuse('screening_unusable', `Copy 1 to ${DAYS_MAX} days from one ISO date to another.`)
  }
  const cinema = await cinemaById(transaction, cinemaId)
  if (!cinema) return refuse('cinema_unknown', 'There is no such cinema.')
  const sources = await screeningsOn(transaction, cinemaId, daysFrom(from, days))
  if (sources.length > COPIES_MAX) {
    return refuse('screening_unusable', `Copy at most ${COPIES_MAX} screenings at once.`)
  }
  const auditoria = [...new Set(sources.map(({ auditoriumId }) => auditoriumId))]
  await lockAuditoria(transaction, auditoria)
  const plans = await newestPlans(transaction, auditoria)
  const apart = Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to))
  const copies = sources.map((source) => copyOf(source, apart, cinema, plans))
  const slots = copies.flatMap(({ slot }) => (slot ? [slot] : []))
  const left = await insertFreeSlots(transaction, slots)
  const ways = await inTheWay(transaction, left)
  const why = new Map(
    left.map((slot, at) => {
      const other = ways.get(at)
      return [slot, other ? sayInTheWay(other, cinema.timezone) : 'The auditorium was taken.']
    }),
  )
  const skipped = copies.flatMap(({ slot, startsAt }) => {
    if (!slot) return [{ startsAt, why: 'The clock skips this time.' }]
    const say = why.get(slot)
    return say === undefined ? [] : [{ startsAt, why: say }]
  })
  return accept({ made: slots.length - left.length, skipped })
}

async function newestPlans(
  transaction: Transaction,
  auditoria: readonly number[],
): Promise<ReadonlyMap<number, number>> {
  type Found = { auditorium_id: number; id: number }
  const rows = await transaction.rows<Found>(NEWEST_PLANS, auditoria)
  return new Map(rows.map(({ auditorium_id, id }) => [auditorium_id, id]))
}

/** The same by the wall clock, days apart; without a slot where the clock skips it. */
function copyOf(
  source: Screening,
  apart: Temporal.Duration,
  { timezone }: Cinema,
  plans: ReadonlyMap<number, number>,
): { readonly startsAt: string; readonly slot?: Slot } {
  const { id: _, status: __, cancelReason: ___, ...kept } = source
  const was = Temporal.Instant.fromEpochMilliseconds(source.startsAtMs)
  const local = was.toZonedDateTimeISO(timezone).toPlainDateTime().add(apart)
  const startsAt = local.toString({ smallestUnit: 'minute' })
  const starts = wallTimeToInstant(local, timezone)
  if (!starts) return { startsAt }
  const tradingDay = Temporal.PlainDate.from(source.tradingDay).add(apart).toString()
  const seatPlanId = plans.get(source.auditoriumId) ?? source.seatPlanId
  const startsAtMs = starts.epochMilliseconds
  return { startsAt, slot: { ...kept, seatPlanId, startsAtMs, tradingDay } }
}
