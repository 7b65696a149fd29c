import { silentLog, systemClock } from '#kernel'
import type { Engined } from '#server'
import { openHouse } from '#server'
import type { Store } from '#store'
import { compareAggregates } from '#warehouse'
import type { Hall } from './hot-hall-buyer.ts'
import { askHold, look, problemIn } from './hot-hall-buyer.ts'
import { ordersOf, seatEvents, unfairRefusals } from './hot-hall-diary.ts'
import { isLinearisable } from './hot-hall-linear.ts'
import { persistentClient } from './persistent-client.ts'
import type { PaidSale } from './sale-kill-buyer.ts'
import { until } from './waiting.ts'

export type SaleFound = {
  readonly requests: number
  readonly held: number
  readonly refused: number
  readonly paidAcknowledged: number
  readonly paidPresent: number
  readonly tickets: number
  /** Seats of holds that had ended, taken again in one go at the end. */
  readonly swept: number
  readonly differences: readonly string[]
}

type Reckoning = {
  readonly folder: string
  readonly url: string
  readonly halls: readonly Hall[]
  readonly paid: readonly PaidSale[]
  readonly swept: Swept
}

export type Swept = { readonly seats: number; readonly differences: readonly string[] }

const OUTBOX_MS_MAX = 30_000
/** Of one order on the web. */
const SEATS_AT_ONCE = 10

/** Once every hold is over, every seat that is not sold can be had, and is taken. */
export async function sweepHalls(halls: readonly Hall[], seed: string): Promise<Swept> {
  const differences: string[] = []
  let swept = 0
  for (const hall of halls) {
    await look(hall, 0)
    const { states } = hall.shown
    differences.push(
      ...Object.entries(states)
        .filter(([, state]) => state !== 'sold')
        .map(([seat, state]) => `${seat} of ${hall.screeningId} is ${state} after its time`),
    )
    const free = hall.rows.flat().filter((seat) => states[seat] === undefined)
    for (let from = 0; from < free.length; from += SEATS_AT_ONCE) {
      const seats = free.slice(from, from + SEATS_AT_ONCE)
      const key = `sweep-${seed}-${hall.screeningId}-${from}`
      const said = await askHold(hall, (from / SEATS_AT_ONCE) % 2, { key, seats, keepGap: true })
      if (said.status === 201) swept += seats.length
      else differences.push(`${key}: ${problemIn(said).detail}`)
    }
  }
  return { seats: swept, differences }
}

/** Compares what buyers were told with seats, orders, tickets, payments and facts. */
export async function reckonSales(reckoning: Reckoning): Promise<SaleFound> {
  const { folder, url, halls, paid, swept } = reckoning
  const client = persistentClient(() => url)
  await until('the outbox is empty', OUTBOX_MS_MAX, async () => {
    const { freshness } = await client.ask({ metrics: 'admissions', sample: 'false' })
    return freshness.pending === 0 ? true : undefined
  })
  // As a third process beside the servers, through the holder's door.
  const config = { port: 0, host: '127.0.0.1', dataFolder: folder, sample: false }
  const house = await openHouse(config, systemClock, silentLog)
  try {
    const present = await paidOrders(house.store)
    const tickets = await goodTickets(house.store)
    const differences = [
      ...swept.differences,
      ...orderDifferences(reckoning, present, tickets),
      ...(await rowDifferences(house.store)),
      ...(await factDifferences(house, tickets)),
      ...(await compareAggregates(house.warehouse)).map(
        ({ aggregate, tradingDay }) => `${aggregate} differs from the base on ${tradingDay}`,
      ),
      ...halls.flatMap(historyDifferences),
    ]
    const holds = halls.flatMap(({ diary }) => diary.holds)
    return {
      requests: halls.reduce((sum, { diary }) => {
        return sum + diary.holds.length + diary.moves.length + diary.looks.length
      }, 0),
      held: halls.reduce((sum, { diary }) => {
        return sum + ordersOf(diary.holds, diary.moves).length
      }, 0),
      refused: holds.filter(({ told }) => told === 'taken').length,
      paidAcknowledged: paid.length,
      paidPresent: present.size,
      tickets: tickets.length,
      swept: swept.seats,
      differences,
    }
  } finally {
    await house.close()
  }
}

async function paidOrders(store: Store): Promise<ReadonlySet<string>> {
  const sql = `select id from ticket_order where state = 'paid'`
  return new Set((await store.rows<{ id: bigint }>(sql)).map(({ id }) => id.toString()))
}

type TicketKept = { readonly id: bigint; readonly order_id: bigint; readonly seat: string }

function goodTickets(store: Store): Promise<readonly TicketKept[]> {
  return store.rows<TicketKept>(`select id, order_id, seat from ticket where state = 'valid'`)
}

/** Acknowledged ⊆ present ⊆ tried, each with exactly its tickets. */
function orderDifferences(
  { paid, halls }: Reckoning,
  present: ReadonlySet<string>,
  tickets: readonly TicketKept[],
): readonly string[] {
  const tried = new Set(halls.flatMap(({ diary }) => diary.moves.map(({ order }) => order)))
  const byOrder = Map.groupBy(tickets, ({ order_id }) => order_id.toString())
  const say = (all: readonly { readonly id: bigint | string; readonly seat: string }[]) =>
    all
      .map(({ id, seat }) => `${id} ${seat}`)
      .toSorted()
      .join(', ')
  return [
    ...paid.flatMap(({ order }) => {
      if (!present.has(order.id)) return [`order ${order.id} is lost`]
      const kept = say(byOrder.get(order.id) ?? [])
      const told = say(order.tickets)
      return kept === told ? [] : [`order ${order.id} has ${kept}, not ${told}`]
    }),
    ...[...present].filter((id) => !tried.has(id)).map((id) => `order ${id} was never paid`),
  ]
}

/** Each has to find nothing. */
const ROW_CHECKS: Readonly<Record<string, string>> = {
  'tickets of a seat that is not sold to their order': `
    select t.id from ticket t left join screening_seat s on s.screening_id = t.screening_id
      and s.seat = t.seat and s.order_id = t.order_id and s.held_until is null
    where t.state = 'valid' and s.seat is null`,
  'seats sold without a ticket': `
    select s.order_id as id from screening_seat s left join ticket t on t.order_id = s.order_id
      and t.seat = s.seat and t.state = 'valid'
    where s.order_id is not null and s.held_until is null and t.id is null`,
  'seats sold twice': `
    select min(id) as id from ticket where state = 'valid'
    group by screening_id, seat having count(*) > 1`,
  'paid orders without all of their tickets': `
    select o.id from ticket_order o
    where o.state = 'paid' and json_array_length(o.lines) <>
      (select count(*) from ticket t where t.order_id = o.id and t.state = 'valid')`,
  'paid orders without exactly one settled payment of their amount': `
    select o.id from ticket_order o left join payment p on p.reference = o.id::text
    where o.state = 'paid' group by o.id, o.total_minor
    having count(p.id) <> 1 or min(p.amount_minor) <> o.total_minor or min(p.state) <> 'settled'`,
  'payments of no paid order': `
    select p.id from payment p left join ticket_order o on o.id::text = p.reference
      and o.state = 'paid' where o.id is null`,
  'holds that do not end with their order': `
    select s.order_id as id from screening_seat s join ticket_order o on o.id = s.order_id
    where s.held_until is not null and s.held_until <> o.expires_at`,
  'tickets whose order is not paid': `
    select t.id from ticket t join ticket_order o on o.id = t.order_id where o.state <> 'paid'`,
}

async function rowDifferences(store: Store): Promise<readonly string[]> {
  const found = await Promise.all(
    Object.entries(ROW_CHECKS).map(async ([what, sql]) => {
      const rows = await store.rows<{ id: bigint }>(sql)
      return rows.length === 0 ? [] : [`${what}: ${rows.length}, such as ${rows[0]?.id}`]
    }),
  )
  return found.flat()
}

/** Every ticket is a fact in the warehouse, once, and nothing else is. */
async function factDifferences(
  { warehouse, store }: Engined,
  tickets: readonly TicketKept[],
): Promise<readonly string[]> {
  const sources = await store.rows<{ id: number }>(`select id from source where kind = 'sales'`)
  const rows = await warehouse.query<{ fact: string; times: string; quantity: string }>(
    `select toString(fact) as fact, toString(count()) as times,
      toString(sum(quantity)) as quantity
    from ticket where source in (${sources.map(({ id }) => id).join()}) group by fact`,
  )
  const facts = new Map(rows.map(({ fact, times, quantity }) => [fact, `${times}/${quantity}`]))
  const known = new Set(tickets.map(({ id }) => id.toString()))
  const wrong = [...known].filter((id) => facts.get(id) !== '1/1')
  const strange = [...facts.keys()].filter((fact) => !known.has(fact))
  return [
    ...wrong.map((id) => `ticket ${id} is in the warehouse ${facts.get(id) ?? 'not at all'}`),
    ...strange.map((fact) => `fact ${fact} is of no ticket`),
  ]
}

function historyDifferences(hall: Hall): readonly string[] {
  const { screeningId, diary, rows } = hall
  const events = seatEvents(diary, rows.flat())
  return [
    ...[...events].flatMap(([seat, of]) => {
      return isLinearisable(of) ? [] : [`nothing explains ${seat} of ${screeningId}`]
    }),
    ...unfairRefusals(diary).map(({ key, seats }) => `${key}: ${seats.join()} were free`),
  ]
}
