import type { Transaction } from '#store'
import { appendFacts } from '#store'
import type { TicketFact } from '#warehouse'
import { encodeTicket } from '#warehouse'
import type { Admission } from './admission-view-store.ts'

const ADMIT = `
  update ticket t set admitted_at = x.at, door = x.door
  from unnest($1::bigint[], $2::timestamptz[], $3::text[]) as x(id, at, door)
  where t.id = x.id and t.state = 'valid' and t.admitted_at is null`
const KEEP = `
  insert into admission (id, cinema_id, screening_id, order_id, door, verdict, tickets, conflict,
    scanned_at, gate_at, decided_at, outcome)
  select x.id, x.cinema, x.screening, x.order_id, x.door, x.verdict,
    string_to_array(x.tickets, ',')::bigint[], x.conflict, x.at, x.gate_at, clock_timestamp(), x.outcome
  from unnest($1::uuid[], $2::integer[], $3::bigint[], $4::bigint[], $5::text[], $6::text[],
    $7::text[], $8::boolean[], $9::timestamptz[], $10::timestamptz[], $11::json[])
    as x(id, cinema, screening, order_id, door, verdict, tickets, conflict, at, gate_at, outcome)
  on conflict (id) do nothing`

/** A scan just decided. */
export type NewAdmission = Admission & {
  readonly cinemaId: number
  readonly door: string
  readonly gateAtMs: number
}

/** Lets in, keeps what was said, and tells the figures: all of it or nothing. */
export async function writeAdmissions(
  transaction: Transaction,
  admissions: readonly NewAdmission[],
  facts: readonly TicketFact[],
): Promise<void> {
  if (admissions.length === 0) return
  const admitted = admissions.flatMap(({ outcome, door }) => {
    return outcome.admitted.map(({ id }) => ({ id, atMs: outcome.atMs, door }))
  })
  const touched = await transaction.run(
    ADMIT,
    admitted.map(({ id }) => id),
    admitted.map(({ atMs }) => moment(atMs)),
    admitted.map(({ door }) => door),
  )
  if (touched !== admitted.length) throw new Error('a ticket was let in twice, whatever locks say')
  await transaction.run(
    KEEP,
    admissions.map(({ id }) => id),
    admissions.map(({ cinemaId }) => cinemaId),
    admissions.map(({ screeningId }) => screeningId ?? null),
    admissions.map(({ orderId }) => orderId ?? null),
    admissions.map(({ door }) => door),
    admissions.map(({ outcome }) => outcome.verdict),
    admissions.map(({ outcome }) => outcome.admitted.map(({ id }) => id).join(',')),
    admissions.map(({ outcome }) => outcome.conflict),
    admissions.map(({ outcome }) => moment(outcome.atMs)),
    admissions.map(({ gateAtMs }) => moment(gateAtMs)),
    admissions.map(({ outcome }) => JSON.stringify(outcome)),
  )
  await appendFacts(transaction, 'ticket', facts.map(encodeTicket))
  await tellAdmissions(
    transaction,
    admissions.flatMap(({ outcome, screeningId }) => {
      return outcome.admitted.length > 0 && screeningId !== undefined ? [screeningId] : []
    }),
  )
}

/** Numbers of at most 19 digits, and a notification of at most 8,000 bytes. */
const NOTIFIED_MAX = 390

/** Says whose head count changed. */
export async function tellAdmissions(
  transaction: Transaction,
  screenings: readonly bigint[],
): Promise<void> {
  const each = [...new Set(screenings)]
  for (let from = 0; from < each.length; from += NOTIFIED_MAX) {
    const some = each.slice(from, from + NOTIFIED_MAX).join(',')
    await transaction.rows("select pg_notify('admissions', $1)", some)
  }
}

function moment(ms: number): string {
  return new Date(ms).toISOString()
}
