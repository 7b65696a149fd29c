import * as z from 'zod'
import type { AuditoriumView, PlanProblem, PlanVersion, SeatPlan, StatusCount } from '#venues'
import { PLAN_FORMS, SEAT_KINDS } from '#venues'

const instant = z.string().describe('ISO instant, UTC')
const count = z.number().int()

export const planWire = z.object({
  areas: z.array(z.object({ id: z.string(), name: z.string() })).readonly(),
  screen: z.object({ x: z.number(), width: z.number() }).describe('in seats; x is its middle'),
  seats: z
    .array(
      z.object({
        row: z.string(),
        number: count,
        x: z.number(),
        y: z.number(),
        kind: z.enum(SEAT_KINDS),
        area: z.string(),
        house: z.boolean(),
      }),
    )
    .readonly(),
}) satisfies z.ZodType<SeatPlan>

export const auditoriumWire = z.object({
  id: z.string(),
  cinemaId: z.string(),
  name: z.string(),
  version: count.describe('of its newest seat plan; 0 while it has none'),
  seats: count,
}) satisfies z.ZodType<AuditoriumView>

export const auditoriaWire = z.object({ auditoria: z.array(auditoriumWire).readonly() })

export const newCinemaWire = z.strictObject({
  name: z.string(),
  timezone: z.string().describe('IANA name'),
  currency: z.string().describe('ISO 4217'),
})

export const madeWire = z.object({ id: z.string() })
export const newAuditoriumWire = z.strictObject({ name: z.string() })

export const versionWire = z.object({
  version: count,
  seats: count,
  madeAt: instant,
}) satisfies z.ZodType<PlanVersion>

export const versionsWire = z.object({ versions: z.array(versionWire).readonly() })
export const savedPlanWire = versionWire.extend({ plan: planWire })

export const planToSaveWire = z.strictObject({
  basedOn: count.describe('the version it was drawn on; 0 when there was none'),
  plan: planWire,
})

export const planDraftWire = z.object({
  form: z.enum(PLAN_FORMS),
  plan: planWire,
  problems: z
    .array(
      z.object({
        refusal: z.string(),
        say: z.string(),
        seat: z.union([z.string(), z.undefined()]).optional(),
      }),
    )
    .readonly() satisfies z.ZodType<readonly Pick<PlanProblem, 'say'>[]>,
  statuses: z
    .array(z.object({ status: z.string(), seats: count }) satisfies z.ZodType<StatusCount>)
    .readonly()
    .describe('codes that nobody documents, not taken to mean anything'),
})

export const planFileWire = z.object({
  fileName: z.string(),
  mediaType: z.string(),
  text: z.string(),
})

export const outOfOrderWire = z.object({
  periods: z
    .array(
      z.object({
        id: z.string(),
        seat: z.string(),
        from: instant,
        to: instant.optional(),
        reason: z.string(),
      }),
    )
    .readonly(),
})

export const conflictsWire = z.object({
  all: count.describe('how many there are, also where the list is cut'),
  tickets: z
    .array(
      z.object({
        id: z.string(),
        code: z.string().describe('what people call the order by'),
        orderId: z.string(),
        seat: z.string(),
        screeningId: z.string(),
        film: z.string(),
        startsAt: instant,
        localDate: z.string().describe('by the cinema’s clock'),
        localTime: z.string(),
        reason: z.string().describe('why the seat is out of order'),
      }),
    )
    .readonly(),
})

export const newOutOfOrderWire = z.strictObject({
  seats: z.array(z.string()).max(2_000),
  from: instant.optional().describe('left out: from now'),
  to: instant.optional().describe('left out: until it is ended'),
  lastDay: z.iso.date().optional().describe('in place of to: until this trading day is over'),
  reason: z.string(),
})

export const endedWire = z.object({ ended: z.literal(true) })
