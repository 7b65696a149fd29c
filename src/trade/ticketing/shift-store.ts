import type { MoneyWire, Outcome } from '#kernel'
import { accept, money, moneyToWire, refuse, tidyText } from '#kernel'
import type { Reader, Transaction } from '#store'
import { PAID_WITHIN_DAYS } from './order-store.ts'
import type { KindTotal, ShiftTotals, ShiftView } from './shift.ts'
import {
  CASH_MINOR_MAX,
  CASHIER_CHARACTERS_MAX,
  expectedCash,
  NOTE_CHARACTERS_MAX,
  TILL_CHARACTERS_MAX,
} from './shift.ts'

const CURRENCY = 'select organisation_id, currency from cinema where id = $1'

// The index shift_open lets one shift of a till be open; whoever comes second gets no row.
const OPEN = `
  insert into shift (organisation_id, cinema_id, till, cashier, currency, float_minor)
  values ($1, $2, $3, $4, $5, $6)
  on conflict (cinema_id, till) where closed_at is null do nothing returning id`

// Waits for the sales that are being written: each holds its shift's row by the reference to it.
const LOCK = 'select currency, closed_at from shift where id = $1 for update'

const CLOSE = `
  update shift set closed_at = clock_timestamp(), counted_minor = $2, note = $3 where id = $1`

const SHIFTS = `
  select s.id, s.cinema_id, s.till, s.cashier, s.currency, s.opened_at, s.closed_at,
    s.float_minor, s.counted_minor, s.note,
    coalesce((select sum(p.amount_minor) from payment p
      where p.shift_id = s.id and p.provider = 'cash' and p.state = 'settled'), 0)::text as cash_sales,
    coalesce((select sum(r.amount_minor) from payment_return r join payment p on p.id = r.payment_id
      where r.shift_id = s.id and p.provider = 'cash' and r.state = 'done'), 0)::text as cash_refunds
  from shift s`

const KINDS = `
  select kind, sum(payments)::int as payments, sum(paid)::text as paid,
    sum(returns)::int as returns, sum(returned)::text as returned
  from (
    select provider as kind, count(*) as payments, sum(amount_minor) as paid,
      0 as returns, 0 as returned
    from payment where shift_id = $1 and state = 'settled' group by provider
    union all
    select p.provider, 0, 0, count(*), sum(r.amount_minor)
    from payment_return r join payment p on p.id = r.payment_id
    where r.shift_id = $1 group by p.provider
  ) moved
  group by kind order by kind collate "C"`

const TICKET_TYPES = `
  select line ->> 'type' as ticket_type, count(*)::int as tickets,
    sum((line ->> 'price')::bigint + (line ->> 'hall')::bigint
      + (line ->> 'online')::bigint)::text as total
  from ticket_order o, json_array_elements(o.lines) as line
  where o.shift_id = $1 and o.cinema_id = $2 and o.paid_at >= $3
    and o.made_at >= $3::timestamptz - interval '${PAID_WITHIN_DAYS} days'
  group by 1 order by 1`

const SHIFTS_MAX = 200

type ShiftRow = {
  id: bigint
  cinema_id: number
  till: string
  cashier: string
  currency: string
  opened_at: Date
  closed_at: Date | null
  float_minor: bigint
  counted_minor: bigint | null
  note: string
  cash_sales: string
  cash_refunds: string
}

export type NewShift = {
  readonly cinemaId: number
  readonly till: string
  readonly cashier: string
  readonly float: MoneyWire
}

/** Opens a till's shift with its float counted in; a till has one at a time. */
export async function openShift(
  transaction: Transaction,
  { cinemaId, float, ...named }: NewShift,
): Promise<
  Outcome<ShiftView, 'amount_unusable' | 'cinema_unknown' | 'name_unusable' | 'shift_open'>
> {
  const cinema = await transaction.row<{ organisation_id: number; currency: string }>(
    CURRENCY,
    cinemaId,
  )
  if (!cinema) return refuse('cinema_unknown', 'There is no such cinema.')
  const till = tidyText(named.till)
  const cashier = tidyText(named.cashier)
  if (till === '' || till.length > TILL_CHARACTERS_MAX) {
    return refuse('name_unusable', `A till has a name of 1 to ${TILL_CHARACTERS_MAX} characters.`)
  }
  if (cashier === '' || cashier.length > CASHIER_CHARACTERS_MAX) {
    const say = `A cashier has a name of 1 to ${CASHIER_CHARACTERS_MAX} characters.`
    return refuse('name_unusable', say)
  }
  const counted = cashOf(float, cinema.currency)
  if (!counted.ok) return counted
  const values = [cinema.organisation_id, cinemaId, till, cashier, cinema.currency] as const
  const row = await transaction.row<{ id: bigint }>(OPEN, ...values, counted.value)
  if (!row) {
    const open = (await openShifts(transaction, cinemaId)).find((one) => one.till === till)
    const who = open ? ` by ${open.cashier}` : ''
    return refuse('shift_open', `The shift of ${till} is open already${who}. Close it first.`)
  }
  const made = await shiftById(transaction, row.id)
  if (!made) throw new Error('PostgreSQL returned no shift')
  return accept(made)
}

/** Ends a shift with the drawer counted; sales that are being written are waited for. */
export async function closeShift(
  transaction: Transaction,
  id: bigint,
  { counted, note }: { readonly counted: MoneyWire; readonly note: string },
): Promise<Outcome<ShiftView, 'amount_unusable' | 'shift_closed' | 'shift_unknown'>> {
  const found = await transaction.row<{ currency: string; closed_at: Date | null }>(LOCK, id)
  if (!found) return noShift()
  if (found.closed_at) {
    return refuse('shift_closed', 'The shift was closed before; its count stays as it was.')
  }
  const cash = cashOf(counted, found.currency)
  if (!cash.ok) return cash
  await transaction.run(CLOSE, id, cash.value, tidyText(note).slice(0, NOTE_CHARACTERS_MAX))
  const closed = await shiftById(transaction, id)
  if (!closed) throw new Error('PostgreSQL lost a shift')
  return accept(closed)
}

export function noShift() {
  return refuse('shift_unknown', 'There is no such shift.')
}

export async function shiftById(reader: Reader, id: bigint): Promise<ShiftView | undefined> {
  const row = await reader.row<ShiftRow>(`${SHIFTS} where s.id = $1`, id)
  return row && viewShift(row)
}

/** The shifts of a cinema that are open now, by till. */
export async function openShifts(reader: Reader, cinemaId: number): Promise<readonly ShiftView[]> {
  const sql = `${SHIFTS} where s.cinema_id = $1 and s.closed_at is null
    order by s.till collate "C"`
  return (await reader.rows<ShiftRow>(sql, cinemaId)).map(viewShift)
}

/** The newest shifts of a cinema, open or not. */
export async function newestShifts(
  reader: Reader,
  cinemaId: number,
): Promise<readonly ShiftView[]> {
  const sql = `${SHIFTS} where s.cinema_id = $1 order by s.id desc limit ${SHIFTS_MAX}`
  return (await reader.rows<ShiftRow>(sql, cinemaId)).map(viewShift)
}

/** The shifts that were open at some moment between two instants. */
export async function shiftsBetween(
  reader: Reader,
  cinemaId: number,
  from: Temporal.Instant,
  to: Temporal.Instant,
): Promise<readonly ShiftView[]> {
  const sql = `${SHIFTS} where s.cinema_id = $1 and s.opened_at < $3
    and (s.closed_at is null or s.closed_at >= $2) order by s.opened_at, s.id limit ${SHIFTS_MAX}`
  return (await reader.rows<ShiftRow>(sql, cinemaId, from, to)).map(viewShift)
}

/** A shift with what was taken in it, by kind of payment and by ticket type. */
export async function shiftTotals(reader: Reader, id: bigint): Promise<ShiftTotals | undefined> {
  const row = await reader.row<ShiftRow>(`${SHIFTS} where s.id = $1`, id)
  if (!row) return undefined
  const wire = (minor: string) => moneyToWire(money(BigInt(minor), row.currency))
  const kinds = await reader.rows<
    Omit<KindTotal, 'paid' | 'returned'> & { paid: string; returned: string }
  >(KINDS, id)
  const types = await reader.rows<{ ticket_type: string; tickets: number; total: string }>(
    TICKET_TYPES,
    id,
    row.cinema_id,
    row.opened_at,
  )
  return {
    shift: viewShift(row),
    payments: kinds.map((one) => ({
      ...one,
      paid: wire(one.paid),
      returned: wire(one.returned),
    })),
    ticketTypes: types.map(({ ticket_type, tickets, total }) => ({
      ticketType: ticket_type,
      tickets,
      total: wire(total),
    })),
  }
}

function cashOf(said: MoneyWire, currency: string): Outcome<bigint, 'amount_unusable'> {
  if (said.currency !== currency) {
    return refuse('amount_unusable', `The cash of this till is counted in ${currency}.`)
  }
  const minor = /^\d{1,18}$/.test(said.minor) ? BigInt(said.minor) : undefined
  if (minor === undefined || minor > CASH_MINOR_MAX) {
    return refuse('amount_unusable', 'An amount of cash is zero or more, in minor units.')
  }
  return accept(minor)
}

function viewShift(row: ShiftRow): ShiftView {
  const wire = (minor: bigint) => moneyToWire(money(minor, row.currency))
  const [salesMinor, refundsMinor] = [BigInt(row.cash_sales), BigInt(row.cash_refunds)]
  const expected = expectedCash({ floatMinor: row.float_minor, salesMinor, refundsMinor })
  return {
    id: String(row.id),
    cinemaId: String(row.cinema_id),
    till: row.till,
    cashier: row.cashier,
    openedAt: row.opened_at.toISOString(),
    ...(row.closed_at && { closedAt: row.closed_at.toISOString() }),
    float: wire(row.float_minor),
    cashSales: wire(salesMinor),
    cashRefunds: wire(refundsMinor),
    expected: wire(expected),
    ...(row.counted_minor !== null && {
      counted: wire(row.counted_minor),
      difference: wire(row.counted_minor - expected),
    }),
    note: row.note,
  }
}
