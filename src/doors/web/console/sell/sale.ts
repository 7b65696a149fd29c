import type { MoneyWire } from '#kernel/pure'
import { bestSeats } from '#ticketing/pure'
import type { Seat, SeatPlan } from '#venues/pure'
import { loveMate, seatId } from '#venues/pure'
import type { SeatState, SeatsView } from '../wire/sell.ts'

/** What a cashier is putting together. Nothing of it is anybody's before it is paid or held. */
export type Sale = {
  readonly screeningId?: string
  /** Tickets by type, in the order of the tiles. */
  readonly counts: Readonly<Record<string, number>>
  /** Chosen by hand; while absent the best ones are taken. */
  readonly picked?: readonly string[]
  /** Shown and passed over: "Other seats". */
  readonly passedOver: readonly string[]
  /** Cash given, as typed. */
  readonly given: string
}

export const NO_SALE: Sale = { counts: {}, passedOver: [], given: '' }

export type SaleLine = {
  readonly ticketType: string
  readonly seats: readonly string[]
  readonly total: MoneyWire
}

/** A sale laid on the seats as they are now. */
export type LaidSale = {
  readonly seats: readonly { readonly seat: string; readonly ticketType: string }[]
  readonly together: boolean
  readonly lines: readonly SaleLine[]
  readonly total: MoneyWire
  readonly party: number
  /** Seats for everybody, each with a price. */
  readonly ready: boolean
  /** The type that has no price in the area of its seat. */
  readonly unpriced?: { readonly ticketType: string; readonly area: string }
}

export type States = Readonly<Record<string, SeatState>>

/** Types in the tariff's order; each with its price per area. */
export function ticketTypes({ prices }: SeatsView): readonly string[] {
  return [...new Set(prices.map(({ ticketType }) => ticketType))]
}

export function partyOf({ counts }: Sale): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0)
}

/** One ticket more or fewer; seats picked by hand stay, and grow by the nearest. */
export function addTicket(
  sale: Sale,
  ticketType: string,
  change: 1 | -1,
  { view, states }: { readonly view: SeatsView; readonly states: States },
): Sale {
  const count = (sale.counts[ticketType] ?? 0) + change
  if (count < 0 || (change > 0 && partyOf(sale) >= view.linesMax)) return sale
  const next = { ...sale, counts: { ...sale.counts, [ticketType]: count } }
  if (!sale.picked) return next
  const party = partyOf(next)
  if (party === 0) {
    const { picked: _, ...rest } = next
    return rest
  }
  if (sale.picked.length > party) return { ...next, picked: sale.picked.slice(0, party) }
  const more = sale.picked.length < party ? nextTo(view.plan, states, sale.picked) : []
  return { ...next, picked: [...sale.picked, ...more] }
}

/** The free seat closest to those picked, its own row before others. */
function nextTo(plan: SeatPlan, states: States, picked: readonly string[]): readonly string[] {
  const taken = takenSeats(plan, states)
  const ours = plan.seats.filter((seat) => picked.includes(seatId(seat)))
  const far = (seat: Seat) =>
    Math.min(...ours.map(({ x, y }) => Math.abs(seat.x - x) + Math.abs(seat.y - y) * 4))
  const free = plan.seats.filter(
    (seat) =>
      seat.kind === 'standard' && !taken.has(seatId(seat)) && !picked.includes(seatId(seat)),
  )
  const [nearest] = free.toSorted((one, other) => far(one) - far(other))
  return nearest ? [seatId(nearest)] : []
}

/** What nobody may sit in for this sale: gone, held, out of order; house seats only by hand. */
export function takenSeats(plan: SeatPlan, states: States): ReadonlySet<string> {
  const house = plan.seats.filter((seat) => seat.house).map(seatId)
  return new Set([...Object.keys(states), ...house])
}

export function isForSale(state: SeatState | undefined): boolean {
  return state === undefined || state === 'house'
}

/** Puts the tickets on seats: those picked as far as they are free, else the best there are. */
export function laySale(sale: Sale, view: SeatsView, states: States): LaidSale {
  const party = partyOf(sale)
  const types = ticketTypes(view).flatMap((type) =>
    Array.from({ length: sale.counts[type] ?? 0 }, () => type),
  )
  const found = seatsFor(sale, view, states)
  const rows = new Map(view.plan.seats.map((seat, at) => [seatId(seat), { seat, at }]))
  const inOrder = found.seats.toSorted(
    (one, other) => (rows.get(one)?.at ?? 0) - (rows.get(other)?.at ?? 0),
  )
  const seats = inOrder.slice(0, party).map((seat, at) => ({ seat, ticketType: types[at] ?? '' }))
  const areaOf = (seat: string) => rows.get(seat)?.seat.area ?? ''
  const lines = linesOf(view, seats, areaOf)
  const bare = seats.find(({ seat, ticketType }) => !priceAt(view, ticketType, areaOf(seat)))
  const total = lines.reduce((sum, line) => sum + BigInt(line.total.minor), 0n)
  return {
    seats,
    together: found.together,
    lines,
    total: { minor: total.toString(), currency: view.currency },
    party,
    ready: party > 0 && seats.length === party && !bare,
    ...(bare && {
      unpriced: {
        ticketType: bare.ticketType,
        area: view.plan.areas.find(({ id }) => id === areaOf(bare.seat))?.name ?? '',
      },
    }),
  }
}

function seatsFor(sale: Sale, { plan }: SeatsView, states: States) {
  const party = partyOf(sale)
  if (sale.picked) {
    return { seats: sale.picked.filter((seat) => isForSale(states[seat])), together: false }
  }
  if (party === 0) return { seats: [], together: true }
  const taken = takenSeats(plan, states)
  const without = new Set([...taken, ...sale.passedOver])
  // When all was passed over, it begins again with the best.
  return (
    bestSeats({ plan, taken: without }, { party }) ??
    bestSeats({ plan, taken }, { party }) ?? { seats: [], together: false }
  )
}

export function priceAt(view: SeatsView, ticketType: string, area: string) {
  return view.prices.find((price) => price.ticketType === ticketType && price.area === area)
}

function linesOf(
  view: SeatsView,
  seats: LaidSale['seats'],
  areaOf: (seat: string) => string,
): readonly SaleLine[] {
  const lines = new Map<string, { seats: string[]; minor: bigint }>()
  for (const { seat, ticketType } of seats) {
    const line = lines.get(ticketType) ?? { seats: [], minor: 0n }
    line.seats.push(seat)
    line.minor += BigInt(priceAt(view, ticketType, areaOf(seat))?.total.minor ?? '0')
    lines.set(ticketType, line)
  }
  return [...lines].map(([ticketType, line]) => ({
    ticketType,
    seats: line.seats,
    total: { minor: line.minor.toString(), currency: view.currency },
  }))
}

/**
 * A touch on the map: a seat of ours is given up; while somebody has none, the seat is theirs; else
 * everybody moves there, side by side as far as it goes. Love seats go whole.
 */
export function touchSeat(sale: Sale, id: string, view: SeatsView, states: States): Sale {
  const { plan } = view
  const seat = plan.seats.find((one) => seatId(one) === id)
  if (!seat || !isForSale(states[id])) return sale
  const ours = laySale(sale, view, states).seats.map((one) => one.seat)
  const whole = wholeOf(plan, seat)
  if (ours.includes(id)) return { ...sale, picked: ours.filter((one) => !whole.includes(one)) }
  const [firstType] = ticketTypes(view)
  const party = partyOf(sale)
  if (party === 0 && firstType !== undefined) {
    return { ...sale, counts: { [firstType]: whole.length }, picked: whole }
  }
  if (ours.length + whole.length <= party) return { ...sale, picked: [...ours, ...whole] }
  return { ...sale, picked: blockFrom(plan, states, seat, Math.max(party, whole.length)) }
}

function wholeOf(plan: SeatPlan, seat: Seat): readonly string[] {
  const mate = loveMate(plan.seats, seat)
  return mate ? [seatId(seat), seatId(mate)] : [seatId(seat)]
}

/** So many seats of one row from this one on, to the right and then to the left. */
function blockFrom(plan: SeatPlan, states: States, from: Seat, party: number): readonly string[] {
  const row = plan.seats.filter((one) => one.row === from.row && one.y === from.y)
  const free = (seat: Seat | undefined) => seat !== undefined && isForSale(states[seatId(seat)])
  const at = (x: number) => row.find((one) => one.x === x)
  const block = new Set(wholeOf(plan, from))
  for (const step of [1, -1]) {
    for (let x = from.x + step; block.size < party && free(at(x)); x += step) {
      const seat = at(x)
      const whole = seat ? wholeOf(plan, seat) : []
      if (block.size + whole.filter((id) => !block.has(id)).length > party) break
      for (const id of whole) block.add(id)
    }
  }
  return [...block]
}
