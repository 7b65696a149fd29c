import { setTimeout as pause } from 'node:timers/promises'
import { silentLog, systemClock } from '#kernel'
import { MIGRATIONS } from '#server'
import type { Store } from '#store'
import { openStore } from '#store'
import { plainPlan, putSomethingOnSale } from '../support/on-sale.ts'
import type { Counts, Hall } from './hot-hall-buyer.ts'
import { look } from './hot-hall-buyer.ts'
import type { Caller } from './hot-hall-caller.ts'
import { openCaller } from './hot-hall-caller.ts'
import { rush } from './hot-hall-crowd.ts'
import type { Diary } from './hot-hall-diary.ts'
import { openDiary, ordersOf, seatEvents, unfairRefusals } from './hot-hall-diary.ts'
import { isLinearisable } from './hot-hall-linear.ts'
import { startServer } from './server-process.ts'

const ROWS = 10
const SEATS_IN_ROW = 20
/** Short, so that what is abandoned comes back while the others still want it. */
const HOLD_SECONDS = 2
const CONNECTIONS = 128
const LOOK_EVERY_MS = 100

export type HotHallReport = {
  readonly seed: string
  readonly buyers: number
  readonly ms: number
  readonly seats: number
  readonly requests: number
  readonly held: number
  /** Turned down because a seat was somebody else's. */
  readonly refused: number
  /** Of those, with every wanted seat free all the while. */
  readonly unfair: number
  readonly overloaded: number
  readonly abandoned: number
  readonly released: number
  readonly paid: number
  readonly resent: number
  /** Valid tickets beyond one a seat, and beyond the seats there are. */
  readonly double: number
  readonly oversold: number
  /** Seats not sold though somebody still wanted them. */
  readonly unsold: number
  /** Events of all seats' histories, and the seats whose history nothing explains. */
  readonly events: number
  readonly unexplained: readonly string[]
  readonly differences: readonly string[]
}

export type HotHallOptions = {
  readonly seeds: readonly string[]
  readonly buyers: number
  /** An empty folder of this run's own. */
  readonly folder: string
  readonly done: (report: HotHallReport) => void
}

/**
 * A hall for each seed, of 200 seats, and everybody wants them at once: over HTTP, through two server
 * processes that share one PostgreSQL. Every request is written down with the moments of asking and
 * answer; afterwards that is held against the rows of the database and against what a seat can do.
 */
export async function hotHall({ seeds, buyers, folder, done }: HotHallOptions): Promise<void> {
  const environment = { FULLHOUSE_HOLD_SECONDS: String(HOLD_SECONDS) }
  const first = await startServer(folder, { environment })
  const second = await startServer(folder, { environment })
  const opening = { dataFolder: folder, migrations: MIGRATIONS, log: silentLog, clock: systemClock }
  const store = await openStore(opening)
  const servers = [first, second].map(({ url }) => {
    return openCaller(() => Number(new URL(url).port), CONNECTIONS)
  })
  try {
    const sale = { screenings: seeds.length, rows: ROWS, seatsInRow: SEATS_IN_ROW }
    const { screenings } = await putSomethingOnSale(store, sale)
    for (const [at, seed] of seeds.entries()) {
      const screeningId = screenings[at] ?? 0n
      done(await oneHall({ store, servers, screeningId, seed, buyers }))
    }
  } finally {
    for (const caller of servers) caller.close()
    await store.close()
    await Promise.all([first.stop(), second.stop()])
  }
}

type OneHall = {
  readonly store: Store
  readonly servers: readonly Caller[]
  readonly screeningId: bigint
  readonly seed: string
  readonly buyers: number
}

async function oneHall(one: OneHall): Promise<HotHallReport> {
  const { store, servers, screeningId, seed, buyers } = one
  const begun = performance.now()
  const hall = openHall(screeningId, servers, { rows: ROWS, seatsInRow: SEATS_IN_ROW })
  const showing = new AbortController()
  const page = showPage(hall, showing.signal)
  await rush(hall, seed, buyers)
  showing.abort()
  await page
  for (const server of servers.keys()) await look(hall, server)
  const ms = Math.round(performance.now() - begun)
  const { diary, count } = hall
  const seats = hall.rows.flat()
  const events = seatEvents(diary, seats)
  const tickets = await ticketsOf(store, screeningId)
  const sold = new Set(tickets.map(({ seat }) => seat))
  const orders = ordersOf(diary.holds, diary.moves)
  return {
    seed,
    buyers,
    ms,
    seats: seats.length,
    requests: diary.holds.length + diary.moves.length + diary.looks.length,
    held: orders.length,
    refused: diary.holds.filter(({ told }) => told === 'taken').length,
    unfair: unfairRefusals(diary).length,
    overloaded: count.overloaded,
    abandoned: count.abandoned,
    released: orders.filter(({ released }) => released).length,
    paid: orders.filter(({ paid }) => paid).length,
    resent: count.resent,
    double: tickets.length - sold.size,
    oversold: Math.max(0, tickets.length - seats.length),
    unsold: seats.length - sold.size,
    events: [...events.values()].reduce((sum, { length }) => sum + length, 0),
    unexplained: seats.filter((seat) => !isLinearisable(events.get(seat) ?? [])),
    differences: [...count.resentOtherwise, ...count.odd, ...ticketDifferences(diary, tickets)],
  }
}

export function openHall(
  screeningId: bigint,
  servers: readonly Caller[],
  size: { readonly rows: number; readonly seatsInRow: number },
): Hall {
  const { seats } = plainPlan(size.rows, size.seatsInRow)
  const rows = Map.groupBy(seats, ({ row }) => row)
  const count: Counts = {
    abandoned: 0,
    overloaded: 0,
    gaps: 0,
    resent: 0,
    resentOtherwise: [],
    odd: [],
  }
  return {
    screeningId,
    rows: [...rows].map(([row, inRow]) => inRow.map(({ number }) => `${row}${number}`)),
    servers,
    diary: openDiary(),
    shown: { states: {} },
    count,
  }
}

/** What is on everybody's screen, as the live page has it: a few times a second, from either server. */
async function showPage(hall: Hall, over: AbortSignal): Promise<void> {
  for (let turn = 0; !over.aborted; turn++) {
    await pause(LOOK_EVERY_MS)
    await look(hall, turn % hall.servers.length)
  }
}

type TicketSold = { readonly id: bigint; readonly order_id: bigint; readonly seat: string }

function ticketsOf(store: Store, screeningId: bigint): Promise<readonly TicketSold[]> {
  const sql = `select id, order_id, seat from ticket where screening_id = $1 and state = 'valid'`
  return store.rows<TicketSold>(sql, screeningId)
}

/** Whoever was told that it is paid has exactly these tickets, and nobody else has any. */
function ticketDifferences(
  { holds, moves }: Diary,
  tickets: readonly TicketSold[],
): readonly string[] {
  const paid = ordersOf(holds, moves).filter((order) => order.paid)
  const told = paid.flatMap(({ id, seats }) => seats.map((seat) => `${seat} of order ${id}`))
  const kept = tickets.map(({ order_id, seat }) => `${seat} of order ${order_id}`)
  const [toldOnce, keptOnce] = [new Set(told), new Set(kept)]
  return [
    ...[...toldOnce].filter((one) => !keptOnce.has(one)).map((one) => `lost: ${one}`),
    ...[...keptOnce].filter((one) => !toldOnce.has(one)).map((one) => `never paid: ${one}`),
  ]
}
