import { publishScreenings } from '#programme'
import type { Reader, Transaction } from '#store'
import { sayScreenings } from './screening-said-store.ts'
import { OUT_AT_START } from './screening-stamp-store.ts'
import { planSeats } from './sheet-store.ts'

const LAY_OUT = `
  insert into screening_seat (screening_id, seat)
  select $1, seat from unnest($2::text[]) as seat order by seat collate "C"
  on conflict (screening_id, seat) do nothing`

const COUNTS = `
  select s.id, count(seat.seat) as seats,
    count(*) filter (where seat.order_id is not null and seat.held_until is null) as sold,
    count(*) filter (where seat.held_until > clock_timestamp()) as held,
    count(*) filter (where (seat.order_id is null or seat.held_until <= clock_timestamp())
      and exists (select from seat_out_of_order o
        where o.seat = seat.seat and ${OUT_AT_START})) as out
  from screening s join screening_seat seat on seat.screening_id = s.id
  where s.id = any($1::bigint[]) group by s.id`

const STATES = `
  select seat, case when held_until is null then 'sold' else 'held' end as state,
    extract(epoch from held_until) * 1000 as until
  from screening_seat
  where screening_id = $1 and order_id is not null
    and (held_until is null or held_until > clock_timestamp())`

const OUT = `
  select distinct o.seat from seat_out_of_order o join screening s on ${OUT_AT_START}
  where s.id = $1`

// Since when a cinema sells here, its figures come as they happen.
const SELLING = `
  select distinct cinema_id from screening
  where status = 'on_sale' and starts_at > clock_timestamp() - interval '1 day'`
const GOES_LIVE = `
  update cinema set live = true where not live and id in (
    select cinema_id from screening where id = any($1::bigint[]))`

/** What another guest sees of a seat; whose it is, nobody sees. */
export type SeatState = 'held' | 'sold' | 'out'

export type SeatStates = {
  /** What is not named is free. */
  readonly states: ReadonlyMap<string, SeatState>
  /** When the next hold ends by itself, epoch ms. */
  readonly nextEndMs?: number
}

export type SeatCount = {
  readonly seats: number
  readonly sold: number
  readonly held: number
  readonly out: number
}

/** Puts planned screenings on sale: each keeps its plan from now on, and its seats are laid out. */
export async function putOnSale(
  transaction: Transaction,
  ids: readonly bigint[],
): Promise<readonly bigint[]> {
  const published = await publishScreenings(transaction, ids)
  for (const { id, seats } of await planSeats(transaction, published)) {
    await transaction.run(LAY_OUT, id, seats)
  }
  await transaction.run(GOES_LIVE, published)
  await sayScreenings(transaction, published)
  return published
}

/** Cinemas with a screening on sale that is to come, or was today. */
export async function cinemasSelling(reader: Reader): Promise<readonly number[]> {
  const rows = await reader.rows<{ cinema_id: number }>(SELLING)
  return rows.map(({ cinema_id }) => cinema_id)
}

/** Of screenings that are or were on sale. */
export async function seatCounts(
  reader: Reader,
  ids: readonly bigint[],
): Promise<ReadonlyMap<bigint, SeatCount>> {
  type Found = { id: bigint; seats: bigint; sold: bigint; held: bigint; out: bigint }
  const rows = await reader.rows<Found>(COUNTS, [...ids])
  return new Map(
    rows.map(({ id, seats, sold, held, out }) => {
      const count = { seats: Number(seats), sold: Number(sold), held: Number(held) }
      return [id, { ...count, out: Number(out) }]
    }),
  )
}

/** Which seats cannot be had just now, and why. */
export async function seatStates(reader: Reader, screeningId: bigint): Promise<SeatStates> {
  type Found = { seat: string; state: SeatState; until: string | null }
  const rows = await reader.rows<Found>(STATES, screeningId)
  const out = await reader.rows<{ seat: string }>(OUT, screeningId)
  const states = new Map<string, SeatState>(out.map(({ seat }) => [seat, 'out']))
  for (const { seat, state } of rows) states.set(seat, state)
  const ends = rows.flatMap(({ until }) => (until === null ? [] : [Number(until)]))
  return { states, ...(ends.length > 0 && { nextEndMs: Math.min(...ends) }) }
}
