import type { Reader, Transaction } from '#store'
import type { Slot } from './screening.ts'
import { freeAgainMs } from './screening.ts'

/** What stands where something else was to stand. */
export type InTheWay = {
  readonly title: string
  readonly auditorium: string
  readonly startsAtMs: number
  readonly freeAgainMs: number
}

/** Of PostgreSQL: an exclusion constraint said no. */
const EXCLUSION_VIOLATION = '23P01'

// Everybody who changes what auditoria show locks them first, those of lower id before: two who
// insert what overlaps would else wait for each other within the constraint.
const LOCK_AUDITORIA = `
  select id from auditorium where id = any($1::integer[]) order by id for no key update`

const INSERT = `
  insert into screening (organisation_id, cinema_id, auditorium_id, seat_plan_id, film_id,
    release_id, price_card_id, starts_at, trailers_minutes, feature_minutes, cleaning_minutes,
    occupies, trading_day)
  select organisation, cinema, auditorium, plan, film, release, card, starts, trailers, feature,
    cleaning, tstzrange(starts, free), day
  from json_to_recordset($1::json) as slot(organisation integer, cinema integer,
    auditorium integer, plan integer, film integer, release integer, card integer,
    starts timestamptz, trailers integer, feature integer, cleaning integer, free timestamptz,
    day date)
  order by starts, auditorium`
const RETURNING = 'returning id, auditorium_id, starts_at'

const IN_THE_WAY = `
  select w.* from json_to_recordset($1::json) as slot(place integer,
    auditorium integer, starts timestamptz, free timestamptz)
  cross join lateral (
    select slot.place, f.title, a.name as auditorium, s.starts_at, upper(s.occupies) as free_again
    from screening s join film f on f.id = s.film_id join auditorium a on a.id = s.auditorium_id
    where s.auditorium_id = slot.auditorium and s.status <> 'cancelled'
      and s.occupies && tstzrange(slot.starts, slot.free) and s.id <> $2
    order by s.starts_at limit 1
  ) w order by w.place`

type MadeRow = { id: bigint; auditorium_id: number; starts_at: Date }

export async function lockAuditoria(
  transaction: Transaction,
  ids: readonly number[],
): Promise<void> {
  await transaction.rows(LOCK_AUDITORIA, ids)
}

/** Adds slots as planned screenings; throws what PostgreSQL says of one that overlaps. */
export async function insertSlots(
  transaction: Transaction,
  slots: readonly Slot[],
): Promise<readonly bigint[]> {
  const sql = `${INSERT} ${RETURNING}`
  return (await transaction.rows<MadeRow>(sql, slotsToJson(slots))).map(({ id }) => id)
}

/** Adds those that overlap nothing, one after the other; gives what was left out. */
export async function insertFreeSlots(
  transaction: Transaction,
  slots: readonly Slot[],
): Promise<readonly Slot[]> {
  const sql = `${INSERT} on conflict do nothing ${RETURNING}`
  const rows = await transaction.rows<MadeRow>(sql, slotsToJson(slots))
  const made = new Set(rows.map((row) => `${row.auditorium_id}@${row.starts_at.getTime()}`))
  return slots.filter((slot) => !made.delete(`${slot.auditoriumId}@${slot.startsAtMs}`))
}

/**
 * Does the work, or undoes it and gives undefined where PostgreSQL found that it overlaps: its
 * constraint is the last word, whatever two who plan at once believed.
 */
export async function unlessOverlapping<Value>(
  transaction: Transaction,
  work: () => Promise<Value>,
): Promise<Value | undefined> {
  await transaction.run('savepoint before_slots')
  try {
    const value = await work()
    await transaction.run('release savepoint before_slots')
    return value
  } catch (fault) {
    const code = fault instanceof Error && 'code' in fault ? fault.code : undefined
    if (code !== EXCLUSION_VIOLATION) throw fault
    await transaction.run('rollback to savepoint before_slots')
    return undefined
  }
}

/** For each slot what stands in its place, by the slot's own place in the list. */
export async function inTheWay(
  reader: Reader,
  slots: readonly Slot[],
  except = 0n,
): Promise<ReadonlyMap<number, InTheWay>> {
  type Found = {
    place: number
    title: string
    auditorium: string
    starts_at: Date
    free_again: Date
  }
  const rows = await reader.rows<Found>(IN_THE_WAY, slotsToJson(slots), except)
  return new Map(
    rows.map(({ place, title, auditorium, starts_at, free_again }) => {
      const times = { startsAtMs: starts_at.getTime(), freeAgainMs: free_again.getTime() }
      return [place, { title, auditorium, ...times }]
    }),
  )
}

function slotsToJson(slots: readonly Slot[]): string {
  return JSON.stringify(
    slots.map((slot, place) => ({
      place,
      organisation: slot.organisationId,
      cinema: slot.cinemaId,
      auditorium: slot.auditoriumId,
      plan: slot.seatPlanId,
      film: slot.filmId,
      release: slot.releaseId,
      card: slot.priceCardId,
      starts: instant(slot.startsAtMs),
      trailers: slot.trailersMinutes,
      feature: slot.featureMinutes,
      cleaning: slot.cleaningMinutes,
      free: instant(freeAgainMs(slot)),
      day: slot.tradingDay,
    })),
  )
}

function instant(epochMs: number): string {
  return Temporal.Instant.fromEpochMilliseconds(epochMs).toString()
}
