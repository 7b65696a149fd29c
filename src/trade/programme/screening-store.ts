import type { Outcome } from '#kernel'
import { accept, refuse, tidyText } from '#kernel'
import type { Reader, Transaction } from '#store'
import type { Screening, ScreeningStatus } from './screening.ts'
import { daysFrom } from './screening-time.ts'

export type ScreeningRow = {
  id: bigint
  organisation_id: number
  cinema_id: number
  auditorium_id: number
  seat_plan_id: number
  film_id: number
  release_id: number
  price_card_id: number
  starts_at: Date
  trailers_minutes: number
  feature_minutes: number
  cleaning_minutes: number
  trading_day: string
  status: ScreeningStatus
  cancel_reason: string | null
}

const REASON_CHARACTERS_MAX = 200

export const SCREENING_COLUMNS = `
  s.id, s.organisation_id, s.cinema_id, s.auditorium_id, s.seat_plan_id, s.film_id, s.release_id,
  s.price_card_id, s.starts_at, s.trailers_minutes, s.feature_minutes, s.cleaning_minutes,
  s.trading_day, s.status, s.cancel_reason`
const SCREENINGS = `select ${SCREENING_COLUMNS} from screening s`

// Everybody who changes what an auditorium shows locks it first, those of lower id before.
const LOCK_AUDITORIA_OF = `
  select id from auditorium
  where id in (select auditorium_id from screening where id = any($1::bigint[]))
  order by id for no key update`

const PUBLISH = `
  update screening s set status = 'on_sale', seat_plan_id = (
    select id from seat_plan where auditorium_id = s.auditorium_id order by version desc limit 1
  )
  where id = any($1::bigint[]) and status = 'planned' returning id`

const CANCEL = `
  update screening set status = 'cancelled', cancel_reason = $2
  where id = $1 and status <> 'cancelled'`

export async function screeningById(reader: Reader, id: bigint): Promise<Screening | undefined> {
  const row = await reader.row<ScreeningRow>(`${SCREENINGS} where s.id = $1`, id)
  return row && readScreening(row)
}

/** The screenings that occupy these trading days of a cinema, cancelled ones left out. */
export async function screeningsOn(
  reader: Reader,
  cinemaId: number,
  days: readonly string[],
): Promise<readonly Screening[]> {
  const sql = `${SCREENINGS}
    where cinema_id = $1 and trading_day = any($2::date[]) and status <> 'cancelled'
    order by starts_at, auditorium_id`
  return (await reader.rows<ScreeningRow>(sql, cinemaId, days)).map(readScreening)
}

/** Screenings of one cinema: those named, or those of some trading days that are not cancelled. */
export async function screeningsOfCinema(
  reader: Reader,
  wanted: { readonly cinemaId: number } & (
    | { readonly ids: readonly bigint[] }
    | { readonly fromDay: string; readonly days: number }
  ),
): Promise<readonly Screening[]> {
  const { cinemaId } = wanted
  if ('fromDay' in wanted) {
    return screeningsOn(reader, cinemaId, daysFrom(wanted.fromDay, wanted.days))
  }
  const sql = `${SCREENINGS} where s.cinema_id = $1 and s.id = any($2::bigint[])`
  return (await reader.rows<ScreeningRow>(sql, cinemaId, wanted.ids)).map(readScreening)
}

/**
 * Puts planned screenings on sale with the newest plan of their auditoria; the ids of those that
 * went on sale now, whoever asked twice. Laying out their seats is ticketing's.
 */
export async function publishScreenings(
  transaction: Transaction,
  ids: readonly bigint[],
): Promise<readonly bigint[]> {
  await transaction.rows(LOCK_AUDITORIA_OF, ids)
  const rows = await transaction.rows<{ id: bigint }>(PUBLISH, ids)
  return rows.map(({ id }) => id).toSorted((one, other) => (one < other ? -1 : 1))
}

/** Takes a screening out of the programme; it stays, for its orders. */
export async function markCancelled(
  transaction: Transaction,
  id: bigint,
  reason: string,
): Promise<Outcome<void, 'screening_unknown' | 'screening_cancelled'>> {
  const why = tidyText(reason).slice(0, REASON_CHARACTERS_MAX)
  if ((await transaction.run(CANCEL, id, why)) === 1) return accept(undefined)
  const known = await screeningById(transaction, id)
  if (!known) return noScreening()
  return refuse('screening_cancelled', 'The screening is cancelled already.')
}

export function noScreening() {
  return refuse('screening_unknown', 'There is no such screening.')
}

export function readScreening(row: ScreeningRow): Screening {
  return {
    id: row.id,
    organisationId: row.organisation_id,
    cinemaId: row.cinema_id,
    auditoriumId: row.auditorium_id,
    seatPlanId: row.seat_plan_id,
    filmId: row.film_id,
    releaseId: row.release_id,
    priceCardId: row.price_card_id,
    startsAtMs: row.starts_at.getTime(),
    trailersMinutes: row.trailers_minutes,
    featureMinutes: row.feature_minutes,
    cleaningMinutes: row.cleaning_minutes,
    tradingDay: row.trading_day,
    status: row.status,
    ...(row.cancel_reason !== null && { cancelReason: row.cancel_reason }),
  }
}
