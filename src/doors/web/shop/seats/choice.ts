import type { MoneyWire } from '#kernel/pure'
import type { Seat, SeatPlan } from '#venues/pure'
import { loveMate, seatId } from '#venues/pure'
import type { SeatPrice, SeatStates, SeatsView } from '../wire.ts'

/** A seat that the guest wants, and as whom. */
export type Chosen = { readonly seat: string; readonly ticketType: string }

export type SeatIndex = ReadonlyMap<string, Seat>

export function seatIndex({ seats }: SeatPlan): SeatIndex {
  return new Map(seats.map((seat) => [seatId(seat), seat]))
}

/** What a seat costs, by ticket type, in the tariff's order. */
export function pricesOf({ prices }: SeatsView, area: string): readonly SeatPrice[] {
  return prices.filter((price) => price.area === area)
}

/** The seats nobody else can take: of others, sold, out of order, kept by the house. */
export function takenSeats(
  plan: SeatPlan,
  states: SeatStates,
  mine: ReadonlySet<string>,
): ReadonlySet<string> {
  const kept = plan.seats.filter(({ house }) => house).map(seatId)
  const named = Object.keys(states).filter((seat) => !mine.has(seat))
  return new Set([...kept, ...named])
}

/** Takes a seat or gives it back; a love seat whole. As the first ticket type that it is sold as. */
export function toggled(view: SeatsView, chosen: readonly Chosen[], seat: Seat): readonly Chosen[] {
  const mate = loveMate(view.plan.seats, seat)
  const ids = [seat, ...(mate ? [mate] : [])].map(seatId)
  if (chosen.some((one) => ids.includes(one.seat))) {
    return chosen.filter((one) => !ids.includes(one.seat))
  }
  return [...chosen, ...chosenAs(view, ids)]
}

/** Those seats, each as the ticket type it had before or the first that it is sold as. */
export function chosenAs(
  view: SeatsView,
  ids: readonly string[],
  before: readonly Chosen[] = [],
): readonly Chosen[] {
  const index = seatIndex(view.plan)
  return ids.map((id, at) => {
    const types = pricesOf(view, index.get(id)?.area ?? '').map(({ ticketType }) => ticketType)
    const wished = before[at]?.ticketType
    const ticketType = wished !== undefined && types.includes(wished) ? wished : types[0]
    return { seat: id, ticketType: ticketType ?? '' }
  })
}

export function priceOfChosen(
  view: SeatsView,
  index: SeatIndex,
  { seat, ticketType }: Chosen,
): MoneyWire | undefined {
  const area = index.get(seat)?.area
  return view.prices.find((price) => price.area === area && price.ticketType === ticketType)?.total
}

export function totalOf(view: SeatsView, index: SeatIndex, chosen: readonly Chosen[]): MoneyWire {
  const minor = chosen.reduce((sum, one) => {
    return sum + BigInt(priceOfChosen(view, index, one)?.minor ?? 0)
  }, 0n)
  return { minor: String(minor), currency: view.currency }
}
