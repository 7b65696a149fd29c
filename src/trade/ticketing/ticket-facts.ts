import { localMoment } from '#kernel'
import type { TicketFact } from '#warehouse'
import type { Order, OrderLine } from './order.ts'
import { ticketId } from './order.ts'
import type { SaleSheet } from './sale-sheet.ts'

/** `sold`; `refunded`, at its own moment; `undone`, a void, which leaves no trace in figures. */
export type TicketEvent = 'sold' | 'refunded' | 'undone'

type Happened = { readonly event: TicketEvent; readonly atMs: number }

/** The facts of what happened to lines of an order, by their places. */
export function ticketFacts(
  order: Order,
  places: readonly number[],
  sheet: SaleSheet,
  { event, atMs }: Happened,
): readonly TicketFact[] {
  const { tradingDay, minute } = localMoment(
    Temporal.Instant.fromEpochMilliseconds(atMs),
    sheet.rule,
  )
  const startHour = Math.floor(sheet.minute / 60) % 24
  const sign = event === 'sold' ? 1 : -1
  return places.map((place) => {
    const line = lineAt(order, place)
    return {
      owner: order.organisationId,
      exhibitor: order.organisationId,
      cinema: order.cinemaId,
      auditorium: sheet.auditoriumId,
      screening: order.screeningId,
      film: sheet.filmId,
      distributor: sheet.distributorId,
      channel: order.channel,
      ticketType: line.ticketType,
      tariff: line.tariffId,
      seat: line.seat,
      kind: event === 'refunded' ? 'refund' : 'sale',
      quantity: sign,
      priceMinor: line.priceMinor * BigInt(sign),
      feeHallMinor: line.feeHallMinor * BigInt(sign),
      feeOnlineMinor: line.feeOnlineMinor * BigInt(sign),
      taxMinor: line.taxMinor * BigInt(sign),
      currency: order.currency,
      payment: order.paidWith ?? '',
      customer: 0n,
      soldAtMs: atMs,
      soldDay: tradingDay,
      soldMinute: minute,
      startsAtSeconds: Math.round(sheet.startsAtMs / 1000),
      tradingDay: sheet.tradingDay,
      startHour,
      format: sheet.format,
      language: sheet.language,
      source: sheet.source,
      fact: ticketId(order.id, place),
    }
  })
}

export function lineAt(order: Order, place: number): OrderLine {
  const line = order.lines[place]
  if (!line) throw new Error(`order ${order.id} has no line ${place}`)
  return line
}
