import * as z from 'zod'
import type { HeadCount } from '#ticketing'
import type { GateScreening, GateTicket } from '#ticketing/pure'
import { SCANS_MAX, VERDICTS } from '#ticketing/pure'

const instant = z.string().describe('ISO instant, UTC')
const count = z.number().int()
const ms = z.number().int()
const text = (most: number) => z.string().min(1).max(most)
const verdict = z.enum(VERDICTS)

const scan = z
  .object({
    id: z.uuid().describe('made by the gate; a scan sent twice counts once'),
    code: text(4_000).optional().describe('what the QR code says'),
    orderCode: text(40).optional().describe('or the order’s code, typed'),
    screeningId: z
      .string()
      .regex(/^[1-9]\d{0,17}$/)
      .optional()
      .describe('the screening that the gate is set to'),
    cinemaId: z
      .string()
      .regex(/^[1-9]\d{0,8}$/)
      .optional()
      .describe('or the cinema, for all of its trading day'),
    door: text(40),
    scannedAt: z.iso.datetime({ offset: true }).describe('by the gate’s own clock'),
    clockOffsetMs: ms.optional().describe('by how much the server’s clock is ahead of the gate’s'),
    seats: z.array(text(40)).max(64).optional().describe('of the code, only these; absent: all'),
    said: z
      .object({ verdict, admit: count.min(0).max(64) })
      .optional()
      .describe('what the gate said by itself while it had no connection'),
  })
  .refine(({ code, orderCode }) => (code === undefined) !== (orderCode === undefined), {
    error: 'Give either code or orderCode.',
  })
  .refine(({ cinemaId, screeningId }) => (cinemaId === undefined) !== (screeningId === undefined), {
    error: 'Give either screeningId or cinemaId.',
  })

export const scansWire = z.object({
  scans: z.array(scan).min(1).max(SCANS_MAX),
  sentAt: z.iso.datetime({ offset: true }).optional().describe('by the gate’s own clock, now'),
})

const gateTicket = z.object({
  id: z.string(),
  seat: z.string(),
  ticketType: z.string(),
  state: z.enum(['valid', 'refunded']),
  admittedAtMs: ms.exactOptional(),
  door: z.string().exactOptional(),
}) satisfies z.ZodType<GateTicket>

export const headCountWire = z.object({
  inside: count.describe('guests let in'),
  sold: count.describe('tickets that are good'),
}) satisfies z.ZodType<HeadCount>

const gateScreening = z.object({
  id: z.string(),
  cinemaId: z.string(),
  tradingDay: z.string(),
  startsAtMs: ms,
  freeAgainAtMs: ms,
  cancelled: z.boolean(),
  title: z.string(),
  auditorium: z.string(),
  localTime: z.string(),
  localDate: z.string(),
}) satisfies z.ZodType<GateScreening>

const scanAnswer = z.object({
  id: z.string(),
  verdict,
  admit: count.describe('guests to let in'),
  seats: z.array(z.string()),
  tickets: z.array(gateTicket).readonly().describe('those let in, or those the verdict is about'),
  at: instant.describe('by the server’s clock'),
  first: z.object({ at: instant, door: z.string() }).optional().describe('of already_in'),
  orderCode: z.string().optional(),
  screening: gateScreening.optional().describe('that of the ticket'),
  conflict: z.boolean().describe('the gate let in by itself whom the house would not have'),
  inside: count,
  sold: count,
})

export const scanAnswersWire = z.object({
  now: instant,
  clockOffMs: ms.optional().describe('by how much the server’s clock is ahead of the gate’s'),
  scans: z.array(scanAnswer),
})

export const undoneWire = z.object({ undone: z.literal(true), inside: count, sold: count })

export const gateListWire = z.object({
  now: instant,
  publicKeys: z.array(z.string()).describe('Ed25519, 32 bytes as base64url'),
  cinema: z.object({ id: z.string(), name: z.string(), timezone: z.string() }),
  tradingDay: z.string(),
  screeningId: z.string().optional(),
  screenings: z.array(gateScreening.extend(headCountWire.shape)),
  orders: z.array(
    z.object({
      id: z.string(),
      code: z.string(),
      screeningId: z.string(),
      tickets: z.array(gateTicket).readonly(),
    }),
  ),
  whole: z.boolean().describe('no ticket was left out'),
})
