import type { Outcome, Refused } from '#kernel/pure'
import { accept, refuse } from '#kernel/pure'
import type { Channel } from '#programme/pure'
import { priceOf, salesEndMs, taxWithin } from '#programme/pure'
import type { Draft } from './draft.ts'
import type { Order, OrderLine } from './order.ts'
import { LINES_MAX } from './order.ts'
import type { SaleSheet, ScreeningStamp } from './sale-sheet.ts'
import { isCurrent } from './sale-sheet.ts'
import { isFree } from './seat-row.ts'

/** How long a hold lasts unless the installation says otherwise. */
export const HOLD_MS = 10 * 60_000
/** Seats of one order: of a guest by himself, and at the counter. */
export const WEB_LINES_MAX = 10

export type WantedSeat = { readonly seat: string; readonly ticketType: string }

export type HoldRequest = {
  readonly key: string
  /** What is asked, hashed: the same key with another print is another request. */
  readonly print: string
  readonly sheet: SaleSheet
  readonly channel: Channel
  readonly seats: readonly WantedSeat[]
  readonly holdMs: number
  readonly shiftId?: bigint
}

export type HoldRefusal =
  | 'idempotency_key_reused'
  | 'love_seat_split'
  | 'screening_not_on_sale'
  | 'screening_started'
  | 'screening_unknown'
  | 'seat_not_for_sale'
  | 'seat_taken'
  | 'seat_unknown'
  | 'tariff_ended'
  | 'ticket_type_unknown'
  | 'too_many_seats'

/** The sheet no longer says what is true: read it again and ask again; nobody outside sees this. */
export const SHEET_STALE = 'sheet_stale'

type HoldOutcome = Outcome<Order, HoldRefusal | typeof SHEET_STALE>

/** Takes all the seats of a request or none, and promises their prices. */
export function decideHold(draft: Draft, request: HoldRequest): HoldOutcome {
  const { sheet, channel, key, print } = request
  const known = draft.known(key)
  if (known) return again(known, print)
  const stamp = draft.stamp(sheet.id)
  if (!stamp) return refuse('screening_unknown', 'There is no such screening.')
  if (!isCurrent(sheet, stamp)) return refuse(SHEET_STALE, 'The sheet is out of date.')
  const closed = whyClosed(sheet, channel, draft.nowMs)
  if (closed) return closed
  const lines = priceSeats(request, stamp)
  if (!lines.ok) return lines
  const taken = lines.value.filter(({ seat }) => {
    const row = draft.seat({ screeningId: sheet.id, seat })
    return row === undefined || !isFree(row, draft.nowMs)
  })
  if (taken.length > 0) return takenBy(taken.map(({ seat }) => seat))
  const order = newOrder(draft, request, lines.value)
  draft.addOrder(order)
  for (const { seat } of order.lines) {
    const { id: orderId, expiresAtMs: heldUntilMs } = order
    draft.putSeat({ screeningId: sheet.id, seat, orderId, heldUntilMs })
  }
  return accept(order)
}

function again(known: Order, print: string): HoldOutcome {
  if (known.holdPrint === print) return accept(known)
  return refuse('idempotency_key_reused', 'This Idempotency-Key stands for another hold.')
}

function whyClosed(
  sheet: SaleSheet,
  channel: Channel,
  nowMs: number,
): Refused<'screening_not_on_sale' | 'screening_started'> | undefined {
  if (sheet.status !== 'on_sale') {
    const what = sheet.status === 'cancelled' ? 'was cancelled' : 'is not on sale yet'
    return refuse('screening_not_on_sale', `The screening ${what}.`)
  }
  if (nowMs < salesEndMs(sheet.startsAtMs, channel)) return undefined
  const say = channel === 'counter' ? 'It is too late for this screening.' : 'It has started.'
  return refuse('screening_started', say)
}

function newOrder(draft: Draft, request: HoldRequest, lines: readonly OrderLine[]): Order {
  const { sheet, channel, key, print, holdMs, shiftId } = request
  return {
    id: draft.takeNumber(),
    organisationId: sheet.organisationId,
    cinemaId: sheet.cinemaId,
    screeningId: sheet.id,
    state: 'open',
    channel,
    holdKey: key,
    holdPrint: print,
    madeAtMs: draft.nowMs,
    expiresAtMs: draft.nowMs + holdMs,
    prolonged: false,
    lines,
    currency: sheet.tariff?.currency ?? '',
    reason: '',
    backReason: '',
    ...(shiftId !== undefined && { shiftId }),
  }
}

/** What the wanted seats cost, if every one of them is a seat that this channel may sell. */
function priceSeats(
  { sheet, channel, seats }: HoldRequest,
  { outOfOrder }: ScreeningStamp,
): Outcome<readonly OrderLine[], HoldRefusal> {
  const most = channel === 'counter' ? LINES_MAX : WEB_LINES_MAX
  const names = new Set(seats.map(({ seat }) => seat))
  if (seats.length === 0 || seats.length > most || names.size < seats.length) {
    return refuse('too_many_seats', `An order has 1 to ${most} different seats.`)
  }
  const lines: OrderLine[] = []
  for (const { seat, ticketType } of seats) {
    const found = sheet.seats.get(seat)
    if (!found) {
      return refuse('seat_unknown', `Seat “${seat}” is not in the plan of this screening.`)
    }
    if (outOfOrder.includes(seat) || (found.house && channel !== 'counter')) {
      return refuse('seat_not_for_sale', `Seat ${seat} is not for sale.`)
    }
    if (found.mate !== undefined && !names.has(found.mate)) {
      const say = `Seats ${seat} and ${found.mate} are one love seat and sell together.`
      return refuse('love_seat_split', say, [found.mate])
    }
    const line = priceSeat(sheet, channel, { seat, ticketType, area: found.area })
    if (!line.ok) return line
    lines.push(line.value)
  }
  return accept(lines)
}

function priceSeat(
  sheet: SaleSheet,
  channel: Channel,
  wanted: WantedSeat & { readonly area: string },
): Outcome<OrderLine, 'tariff_ended' | 'ticket_type_unknown'> {
  const { tariff, weekday, minute, format } = sheet
  if (!tariff || tariff.lines.length === 0) {
    return refuse('tariff_ended', 'The prices of this screening have ended.')
  }
  const price = priceOf(tariff, { ...wanted, channel, weekday, minute, format })
  if (!price) {
    const say = `There is no “${wanted.ticketType}” ticket for seat ${wanted.seat} here.`
    return refuse('ticket_type_unknown', say)
  }
  const { priceMinor, feeHallMinor, feeOnlineMinor } = price
  const taxMinor = taxWithin(priceMinor, tariff.taxBasisPoints)
  return accept({
    ...wanted,
    tariffId: tariff.id,
    priceMinor,
    feeHallMinor,
    feeOnlineMinor,
    taxMinor,
  })
}

function takenBy(seats: readonly string[]): HoldOutcome {
  const verb = seats.length === 1 ? 'was' : 'were'
  return refuse('seat_taken', `${seats.join(', ')} ${verb} taken a moment ago.`)
}
