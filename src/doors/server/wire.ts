import * as z from 'zod'
import type { MoneyWire } from '#kernel'
import type { MetricDefinition } from '#metrics'
import { DIMENSION_IDS, METRIC_IDS } from '#metrics'
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

const figure = z.union([z.number(), moneyWire, z.string(), z.null()])
const row = z.record(z.string(), figure)

const metricId = z.enum(METRIC_IDS)
const dimensionId = z.enum(DIMENSION_IDS)

const question = z.object({
  metrics: z.array(metricId),
  by: z.array(dimensionId),
  where: z.partialRecord(dimensionId, z.array(z.string())),
  from: day.optional(),
  to: day.optional(),
  grain: z.enum(['day', 'week', 'month', 'quarter', 'year']).optional(),
  soldBy: z.string().optional(),
  order: z.object({ of: z.string(), descending: z.boolean() }).optional(),
  limit: count.optional(),
  currency: z.string().optional(),
  basis: z.literal('tickets').optional(),
  sample: z.boolean().optional(),
})

const definition = z.object({
  id: metricId,
  name: z.string(),
  unit: z.enum(['tickets', 'screenings', 'money', 'share']),
  meaning: z.string(),
}) satisfies z.ZodType<MetricDefinition>

export const answerWire = z.object({
  rows: z.array(row),
  others: z.object({ count, row }).optional(),
  total: row,
  question,
  basis: z.literal('tickets'),
  sample: z.boolean(),
  currency: z.string().optional(),
  definitions: z.array(definition),
  freshness: z.object({ asOf: instant, through: instant, lagMs: z.number(), pending: count }),
  sites: z.object({
    expected: count,
    reporting: count,
    stale: z.array(z.string()),
    silent: z.array(z.string()),
  }),
  sources: z.array(z.object({ id: count, name: z.string(), kind: z.string() })),
})

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

export const registryWire = z.object({
  metrics: z.array(definition),
  dimensions: z.array(z.object({ id: dimensionId, name: z.string(), expects: z.string() })),
})

export const readyWire = z.object({ ready: z.boolean(), engines })
