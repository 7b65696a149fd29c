import * as z from 'zod'
import type { MoneyWire } from '#kernel'
import type { EngineState } from '#store'
import type { CinemaView, OrganisationView } from '#venues'
import type { Held } from './wire-held.ts'

/**
 * The shapes on the wire. Each stands beside the type of the part it belongs to, and the compiler
 * holds the two together; the API description and the generated client are made from these.
 */
const day = z.string().describe('ISO date of a trading day')
const instant = z.string().describe('ISO instant, UTC')
const count = z.number().int()

export const moneyWire = z.object({
  minor: z.string().describe('smallest unit of the currency, a decimal integer in text'),
  currency: z.string().describe('ISO 4217'),
}) satisfies z.ZodType<MoneyWire>

const engine = z.union([
  z.object({ up: z.literal(true) }),
  z.object({ up: z.literal(false), reason: z.string(), since: instant }),
]) satisfies z.ZodType<EngineState>

const feedState = z.enum(['fresh', 'ageing', 'stale', 'silent', 'file'])

const cinema = z.object({
  id: z.string(),
  organisationId: z.string(),
  name: z.string(),
  timezone: z.string(),
  currency: z.string(),
  dayStartsAt: count,
  sample: z.boolean(),
  state: feedState,
  heardAt: instant.optional(),
  tradingDay: day,
  minuteNow: z.number(),
  auditoria: count.describe('known here; where there are some, seats may be sold'),
}) satisfies z.ZodType<Held<CinemaView>>

const organisation = z.object({
  id: z.string(),
  name: z.string(),
  sample: z.boolean(),
  firstDay: day.optional(),
  lastDay: day.optional(),
}) satisfies z.ZodType<Held<OrganisationView>>

export const sampleWire = z.object({
  state: z.enum(['none', 'building', 'live', 'removing']),
  progress: z.number().optional().describe('0 to 1'),
  say: z.string().optional(),
})

const engines = z.object({ store: engine, warehouse: engine })

export const houseWire = z.object({
  version: z.string(),
  now: instant,
  organisations: z.array(organisation),
  cinemas: z.array(cinema),
  engines,
  sample: sampleWire,
})

/** While PostgreSQL is away only the engines are known. */
export const pulseWire = z.object({
  now: instant,
  engines,
  lagMs: z.number().optional(),
  pending: count.optional(),
  sample: sampleWire.optional(),
  cinemas: z
    .array(cinema.pick({ id: true, state: true, heardAt: true, tradingDay: true, minuteNow: true }))
    .optional(),
})

export const problemWire = z.object({
  type: z.string(),
  title: z.string(),
  status: count,
  detail: z.string(),
  refusal: z.string().optional(),
  choices: z.array(z.string()).optional(),
  id: z.string().optional(),
})

export const readyWire = z.object({ ready: z.boolean(), engines })
