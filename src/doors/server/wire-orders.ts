import * as z from 'zod'
import { SPOT_PAYMENTS } from '#ticketing'
import { moneyWire } from './wire.ts'
import { planWire } from './wire-plans.ts'

const instant = z.string().describe('ISO instant, UTC')
const seat = z.string().max(20).describe('row and number as on the ticket: G7')
const ticketType = z.string().max(80)
const channel = z.string().min(1).max(40).describe('web, counter, or a seller’s name')
const reason = z.string().trim().max(200)
const shiftId = z.string().max(20).optional().describe('of the till that is open')

const priceWire = z.object({
  price: moneyWire.describe('tax in, fees out'),
  feeHall: moneyWire,
  feeOnline: moneyWire,
  total: moneyWire.describe('all that is paid'),
})

export const ORDER_STATES = [
  'open',
  'paying',
  'paid',
  'part_refunded',
  'refunded',
  'voided',
  'released',
  'returned',
  'expired',
] as const

export const orderWire = z.object({
  id: z.string(),
  token: z.string().optional().describe('whoever has it may act for the order'),
  code: z.string().describe('what people call the order by'),
  state: z.enum(ORDER_STATES),
  channel: z.string(),
  screeningId: z.string(),
  cinemaId: z.string(),
  madeAt: instant,
  expiresAt: instant,
  now: instant.describe('the server’s clock, to count down by'),
  prolonged: z.boolean(),
  lines: z.array(priceWire.extend({ seat, ticketType, area: z.string() })).readonly(),
  total: moneyWire,
  tax: moneyWire,
  paidWith: z.string().optional(),
  paidAt: instant.optional(),
  change: moneyWire.optional().describe('of the cash given'),
  reason: z.string().optional(),
  tickets: z
    .array(
      z.object({
        id: z.string(),
        seat,
        ticketType,
        state: z.enum(['valid', 'refunded']),
        admittedAt: instant.optional(),
        door: z.string().optional(),
      }),
    )
    .readonly(),
  qr: z.string().optional().describe('the signed code of its good tickets, as text of a QR code'),
})

export type OrderWire = z.input<typeof orderWire>

export const ordersWire = z.object({ orders: z.array(orderWire).readonly() })

export const newHoldWire = z.strictObject({
  channel,
  seats: z.array(z.strictObject({ seat, ticketType })).max(100),
  keepGap: z.boolean().optional().describe('the guest keeps a choice that leaves a seat alone'),
  shiftId,
})

export const tokenWire = z.strictObject({ token: z.string().max(100) })

export const payWire = tokenWire.extend({
  with: z.enum(SPOT_PAYMENTS),
  given: moneyWire.optional().describe('cash laid down, to reckon the change'),
  shiftId,
  reason: reason.optional().describe('needed where it is complimentary'),
})

export const refundWire = z.strictObject({
  tickets: z.array(z.string().max(20)).max(64).optional().describe('left out: all good ones'),
  reason,
  shiftId,
})

export const undoWire = z.strictObject({ reason, shiftId })

export const seatStateWire = z.enum(['held', 'sold', 'out', 'house'])
const states = z.record(z.string(), seatStateWire).describe('seats that cannot be had, by name')

export const seatsLiveWire = z.object({ states })

export const seatsWire = z.object({
  screeningId: z.string(),
  status: z.enum(['planned', 'on_sale', 'cancelled']),
  startsAt: instant,
  salesEndAt: instant,
  now: instant,
  plan: planWire,
  states,
  prices: z.array(priceWire.extend({ ticketType, area: z.string() })).readonly(),
  currency: z.string(),
  tax: z.object({ name: z.string(), basisPoints: z.number().int() }),
  linesMax: z.number().int(),
})

export const bestSeatsWire = z.object({
  seats: z.array(seat).readonly(),
  together: z.boolean(),
})
