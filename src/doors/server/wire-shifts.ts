import * as z from 'zod'
import type { DayReport, ReportRow, ShiftTotals, ShiftView, TicketSum } from '#ticketing'
import { moneyWire } from './wire.ts'
import type { Held } from './wire-held.ts'

const instant = z.string().describe('ISO instant, UTC')
const count = z.number().int()

const shift = z.object({
  id: z.string(),
  cinemaId: z.string(),
  till: z.string(),
  cashier: z.string(),
  openedAt: instant,
  closedAt: instant.optional(),
  float: moneyWire,
  cashSales: moneyWire,
  cashRefunds: moneyWire,
  expected: moneyWire.describe('float + cash sales − cash handed out'),
  counted: moneyWire.optional(),
  difference: moneyWire.optional().describe('counted − expected'),
  note: z.string(),
}) satisfies z.ZodType<Held<ShiftView>>

export const shiftWire = shift
export const shiftsWire = z.object({ shifts: z.array(shift).readonly() })

export const newShiftWire = z.strictObject({
  till: z.string(),
  cashier: z.string(),
  float: moneyWire.describe('cash counted in'),
})

export const shiftEndWire = z.strictObject({
  counted: moneyWire.describe('cash in the drawer'),
  note: z.string().optional(),
})

const kindTotal = z.object({
  kind: z.string().describe('cash, complimentary, or a provider’s id'),
  payments: count,
  paid: moneyWire,
  returns: count,
  returned: moneyWire,
})

export const shiftTotalsWire = z.object({
  shift,
  payments: z.array(kindTotal).readonly(),
  ticketTypes: z
    .array(z.object({ ticketType: z.string(), tickets: count, total: moneyWire }))
    .readonly(),
}) satisfies z.ZodType<Held<ShiftTotals>>

const ticketSum = z.object({
  tickets: count,
  gross: moneyWire,
  feeHall: moneyWire,
  feeOnline: moneyWire,
  tax: moneyWire,
  total: moneyWire.describe('gross and both fees'),
}) satisfies z.ZodType<TicketSum>

const reportRow = z.object({
  tickets: count.describe('sold on this day'),
  refunded: count.describe('given back on this day, voids included'),
  total: moneyWire.describe('what is left of both, fees in'),
}) satisfies z.ZodType<ReportRow>

export const dayReportWire = z.object({
  cinemaId: z.string(),
  cinema: z.string(),
  day: z.string().describe('ISO date of a trading day'),
  from: instant,
  to: instant,
  madeAt: instant,
  currency: z.string(),
  orders: count,
  sold: ticketSum,
  refunded: ticketSum,
  voided: ticketSum,
  net: ticketSum,
  taxes: z
    .array(z.object({ name: z.string(), basisPoints: count, gross: moneyWire, tax: moneyWire }))
    .readonly(),
  payments: z.array(kindTotal.extend({ due: moneyWire })).readonly(),
  channels: z.array(reportRow.extend({ channel: z.string(), orders: count })).readonly(),
  ticketTypes: z.array(reportRow.extend({ ticketType: z.string() })).readonly(),
  screenings: z
    .array(
      reportRow.extend({
        screeningId: z.string(),
        title: z.string(),
        auditorium: z.string(),
        startsAt: instant,
        admitted: count,
      }),
    )
    .readonly(),
  complimentary: z.array(z.object({ reason: z.string(), tickets: count })).readonly(),
  shifts: z.array(shift).readonly(),
  proof: z.object({
    lines: moneyWire.describe('what the orders say'),
    money: moneyWire.describe('what the payments say'),
    difference: moneyWire,
  }),
}) satisfies z.ZodType<Held<DayReport>>
