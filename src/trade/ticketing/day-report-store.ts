import type { Clock, Outcome } from '#kernel'
import { accept, refuse, tradingDayStart } from '#kernel'
import type { Reader } from '#store'
import { cinemaById } from '#venues'
import type { DayReport, KindMovement, Movement, ScreeningName } from './day-report.ts'
import { dayTables } from './day-report.ts'
import { PAID_WITHIN_DAYS } from './order-store.ts'
import { shiftsBetween } from './shift-store.ts'

const AMOUNTS = `
    count(*)::int as tickets,
    sum((line ->> 'price')::bigint)::text as price,
    sum((line ->> 'hall')::bigint)::text as fee_hall,
    sum((line ->> 'online')::bigint)::text as fee_online,
    sum((line ->> 'tax')::bigint)::text as tax`

// Orders are indexed by when they were made.
const madeFor = (of: 'o.' | '') =>
  `${of}made_at >= $2::timestamptz - interval '${PAID_WITHIN_DAYS} days' and ${of}made_at < $3`

// A ticket's id is its order's times 64, and the place of its line.
const SALES = `
  select 'sale' as what, o.channel, line ->> 'type' as ticket_type, o.screening_id,
    o.paid_with = 'complimentary' as complimentary,
    case when o.paid_with = 'complimentary' then o.reason else '' end as reason,
    coalesce(f.tax_name, '') as tax_name, coalesce(f.tax_basis_points, 0) as tax_basis_points,
    count(t.admitted_at)::int as admitted, ${AMOUNTS}
  from ticket_order o
  cross join lateral json_array_elements(o.lines) with ordinality as l(line, place)
  left join ticket t on t.id = o.id * 64 + l.place - 1
  left join tariff f on f.id = (line ->> 'tariff')::integer
  where o.cinema_id = $1 and o.paid_at >= $2 and o.paid_at < $3 and ${madeFor('o.')}
  group by 1, 2, 3, 4, 5, 6, 7, 8`

const BACK = `
  select case when o.state = 'voided' then 'void' else 'refund' end as what, o.channel,
    line ->> 'type' as ticket_type, o.screening_id,
    o.paid_with = 'complimentary' as complimentary,
    case when o.paid_with = 'complimentary' then o.reason else '' end as reason,
    coalesce(f.tax_name, '') as tax_name, coalesce(f.tax_basis_points, 0) as tax_basis_points,
    0 as admitted, ${AMOUNTS}
  from ticket t
  join ticket_order o on o.id = t.order_id
  cross join lateral (select o.lines -> (t.id % 64)::integer as line) l
  left join tariff f on f.id = (line ->> 'tariff')::integer
  where o.cinema_id = $1 and t.refunded_at >= $2 and t.refunded_at < $3
  group by 1, 2, 3, 4, 5, 6, 7, 8`

const ORDERS = `
  select channel, count(*)::int as orders from ticket_order
  where cinema_id = $1 and paid_at >= $2 and paid_at < $3 and ${madeFor('')} group by channel`

// Payments know an opaque reference; what pays an order has its number there.
const ORDER_PAID = "case when p.reference ~ '^[0-9]{1,18}$' then p.reference::bigint end"

// Money of a sale counts on the sale's day; money that bought nothing on the day it came.
const KINDS = `
  select kind, sum(payments)::int as payments, sum(paid)::text as paid,
    sum(returns)::int as returns, sum(returned)::text as returned, sum(due)::text as due
  from (
    select p.provider as kind, count(*) as payments, sum(p.amount_minor) as paid,
      0 as returns, 0 as returned, 0 as due
    from ticket_order o join payment p on p.key = o.payment_key
    where o.cinema_id = $1 and o.paid_at >= $2 and o.paid_at < $3 and p.state = 'settled'
      and ${madeFor('o.')}
    group by p.provider
    union all
    select p.provider, count(*), sum(p.amount_minor), 0, 0, 0
    from payment p join ticket_order o on o.id = ${ORDER_PAID}
    where o.cinema_id = $1 and p.settled_at >= $2 and p.settled_at < $3 and p.state = 'settled'
      and (o.paid_at is null or o.payment_key <> p.key)
    group by p.provider
    union all
    select p.provider, 0, 0, count(*), sum(r.amount_minor),
      coalesce(sum(r.amount_minor) filter (where r.state = 'due'), 0)
    from payment_return r
    join payment p on p.id = r.payment_id
    join ticket_order o on o.id = ${ORDER_PAID}
    where o.cinema_id = $1 and r.made_at >= $2 and r.made_at < $3
    group by p.provider
  ) moved
  group by kind order by kind collate "C"`

const SCREENINGS = `
  select s.id, f.title, a.name as auditorium, s.starts_at
  from screening s join film f on f.id = s.film_id join auditorium a on a.id = s.auditorium_id
  where s.id = any($1::bigint[])`

type MovementRow = {
  what: Movement['what']
  channel: string
  ticket_type: string
  screening_id: bigint
  complimentary: boolean
  reason: string
  tax_name: string
  tax_basis_points: number
  tickets: number
  admitted: number
  price: string
  fee_hall: string
  fee_online: string
  tax: string
}

type KindRow = {
  kind: string
  payments: number
  paid: string
  returns: number
  returned: string
  due: string
}

/** What was sold and given back at a cinema on one of its trading days, and whether it adds up. */
export async function dayReport(
  reader: Reader,
  { cinemaId, day, clock }: { cinemaId: number; day: string; clock: Clock },
): Promise<Outcome<DayReport, 'cinema_unknown' | 'day_unusable'>> {
  const cinema = await cinemaById(reader, cinemaId)
  if (!cinema) return refuse('cinema_unknown', 'There is no such cinema.')
  const next = dayAfter(day)
  if (next === undefined) return refuse('day_unusable', `“${day}” is no day; write 2026-11-21.`)
  const from = tradingDayStart(day, cinema)
  const to = tradingDayStart(next, cinema)
  const span = [cinemaId, from, to] as const
  const sales = await reader.rows<MovementRow>(SALES, ...span)
  const back = await reader.rows<MovementRow>(BACK, ...span)
  const movements = [...sales, ...back].map(readMovement)
  const tables = dayTables({
    currency: cinema.currency,
    orders: await reader.rows<{ channel: string; orders: number }>(ORDERS, ...span),
    movements,
    kinds: (await reader.rows<KindRow>(KINDS, ...span)).map(readKind),
    screenings: await screeningNames(reader, movements),
  })
  return accept({
    cinemaId: String(cinemaId),
    cinema: cinema.name,
    day,
    from: from.toString(),
    to: to.toString(),
    madeAt: clock().toString(),
    ...tables,
    shifts: await shiftsBetween(reader, cinemaId, from, to),
  })
}

function dayAfter(day: string): string | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return undefined
  try {
    return Temporal.PlainDate.from(day, { overflow: 'reject' }).add({ days: 1 }).toString()
  } catch {
    // No day of the calendar: the caller says what one looks like.
    return undefined
  }
}

async function screeningNames(
  reader: Reader,
  movements: readonly Movement[],
): Promise<ReadonlyMap<bigint, ScreeningName>> {
  const ids = [...new Set(movements.map(({ screeningId }) => screeningId))]
  const rows = await reader.rows<{
    id: bigint
    title: string
    auditorium: string
    starts_at: Date
  }>(SCREENINGS, ids)
  return new Map(
    rows.map(({ id, title, auditorium, starts_at }) => [
      id,
      { title, auditorium, startsAt: starts_at.toISOString() },
    ]),
  )
}

function readMovement(row: MovementRow): Movement {
  return {
    what: row.what,
    channel: row.channel,
    ticketType: row.ticket_type,
    screeningId: row.screening_id,
    complimentary: row.complimentary,
    reason: row.reason,
    taxName: row.tax_name,
    taxBasisPoints: row.tax_basis_points,
    tickets: row.tickets,
    admitted: row.admitted,
    priceMinor: BigInt(row.price),
    feeHallMinor: BigInt(row.fee_hall),
    feeOnlineMinor: BigInt(row.fee_online),
    taxMinor: BigInt(row.tax),
  }
}

function readKind(row: KindRow): KindMovement {
  return {
    kind: row.kind,
    payments: row.payments,
    paidMinor: BigInt(row.paid),
    returns: row.returns,
    returnedMinor: BigInt(row.returned),
    dueMinor: BigInt(row.due),
  }
}
