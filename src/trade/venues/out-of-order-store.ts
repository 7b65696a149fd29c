import type { Outcome } from '#kernel'
import { accept, refuse, tidyText } from '#kernel'
import type { Reader, Transaction } from '#store'
import { seatId } from './seat-plan.ts'
import { savedPlan } from './seat-plan-store.ts'

/** A seat that cannot be sold for a while: broken, or taken out for a camera. */
export type OutOfOrderView = {
  readonly id: string
  readonly seat: string
  /** ISO instants; without an end it lasts until somebody ends it. */
  readonly from: string
  readonly to?: string
  readonly reason: string
}

export type NewOutOfOrder = {
  readonly auditoriumId: number
  readonly seats: readonly string[]
  readonly from: string
  readonly to?: string | undefined
  readonly reason: string
}

const REASON_CHARACTERS_MAX = 200

const ADD = `
  insert into seat_out_of_order (auditorium_id, seat, from_at, to_at, reason)
  select $1, seat, $3, $4, $5 from unnest($2::text[]) as seat`
const OPEN_PERIODS = `
  select id, seat, from_at, to_at, reason from seat_out_of_order
  where auditorium_id = $1 and (to_at is null or to_at > $2)
  order by from_at, seat collate "C" limit 4000`
const END = 'delete from seat_out_of_order where id = $1'

type PeriodRow = { id: number; seat: string; from_at: Date; to_at: Date | null; reason: string }

/** Takes seats of the newest plan out of order, all or none. */
export async function takeOutOfOrder(
  transaction: Transaction,
  period: NewOutOfOrder,
): Promise<Outcome<number, 'plan_unknown' | 'seat_unknown' | 'period_unusable'>> {
  const { auditoriumId, seats, reason } = period
  const [from, to] = [instant(period.from), period.to === undefined ? null : instant(period.to)]
  if (!from || to === undefined || (to && Temporal.Instant.compare(from, to) >= 0)) {
    return refuse('period_unusable', 'A period has a beginning, and an end after it or none.')
  }
  const saved = await savedPlan(transaction, auditoriumId)
  if (!saved) return refuse('plan_unknown', 'The auditorium has no seat plan yet.')
  const known = new Set(saved.plan.seats.map(seatId))
  const stranger = seats.find((seat) => !known.has(seat))
  if (stranger !== undefined || seats.length === 0) {
    const say = `Seat “${stranger ?? ''}” is not in version ${saved.version} of the plan.`
    return refuse('seat_unknown', say)
  }
  const why = tidyText(reason).slice(0, REASON_CHARACTERS_MAX)
  return accept(await transaction.run(ADD, auditoriumId, [...new Set(seats)], from, to, why))
}

/** Periods that go on at a moment or are still to come. */
export async function outOfOrder(
  reader: Reader,
  auditoriumId: number,
  after: Temporal.Instant,
): Promise<readonly OutOfOrderView[]> {
  const rows = await reader.rows<PeriodRow>(OPEN_PERIODS, auditoriumId, after)
  return rows.map(({ id, seat, from_at, to_at, reason }) => ({
    id: String(id),
    seat,
    from: from_at.toISOString(),
    ...(to_at && { to: to_at.toISOString() }),
    reason,
  }))
}

/** The seat can be sold again, as if it had never been out of order. */
export async function endOutOfOrder(
  transaction: Transaction,
  id: number,
): Promise<Outcome<void, 'period_unknown'>> {
  const ended = await transaction.run(END, id)
  if (ended === 1) return accept(undefined)
  return refuse('period_unknown', 'There is no such period; it may have been ended already.')
}

function instant(text: string): Temporal.Instant | undefined {
  try {
    return Temporal.Instant.from(text)
  } catch {
    // No instant: the caller says what a period looks like.
    return undefined
  }
}
