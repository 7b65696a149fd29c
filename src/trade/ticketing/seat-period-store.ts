import type { Outcome } from '#kernel'
import type { Transaction } from '#store'
import type { NewOutOfOrder } from '#venues'
import { endOutOfOrder, takeOutOfOrder } from '#venues'
import { sayScreenings } from './screening-said-store.ts'

// As who puts screenings on sale: either sees what the other did.
const LOCK = 'select id from auditorium where id = $1 for no key update'
const PERIOD = 'select auditorium_id, from_at, to_at from seat_out_of_order where id = $1'
const TOUCHED = `
  select id from screening
  where auditorium_id = $1 and status = 'on_sale' and starts_at >= $2
    and ($3::timestamptz is null or starts_at < $3)
  order by id`

type Period = { auditorium_id: number; from_at: Date; to_at: Date | null }

/** Takes seats out of order, all or none; screenings on sale have fewer seats to offer from now on. */
export async function takeSeatsOutOfOrder(
  transaction: Transaction,
  period: NewOutOfOrder,
): ReturnType<typeof takeOutOfOrder> {
  await transaction.row(LOCK, period.auditoriumId)
  const taken = await takeOutOfOrder(transaction, period)
  if (taken.ok) {
    await sayTouched(transaction, period.auditoriumId, period.from, period.to ?? null)
  }
  return taken
}

/** The seat can be sold again, and screenings on sale offer it. */
export async function endSeatOutOfOrder(
  transaction: Transaction,
  id: number,
): Promise<Outcome<void, 'period_unknown'>> {
  const period = await transaction.row<Period>(PERIOD, id)
  if (period) await transaction.row(LOCK, period.auditorium_id)
  const ended = await endOutOfOrder(transaction, id)
  if (period && ended.ok) {
    await sayTouched(transaction, period.auditorium_id, period.from_at, period.to_at)
  }
  return ended
}

async function sayTouched(
  transaction: Transaction,
  auditoriumId: number,
  from: string | Date,
  to: string | Date | null,
): Promise<void> {
  const rows = await transaction.rows<{ id: bigint }>(TOUCHED, auditoriumId, from, to)
  await sayScreenings(
    transaction,
    rows.map(({ id }) => id),
  )
}
