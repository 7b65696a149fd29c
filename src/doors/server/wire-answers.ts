import * as z from 'zod'
import type {
  BasisView,
  ComparisonSpan,
  FilmFacts,
  MetricDefinition,
  PlanView,
  RateShown,
  TicketsPage,
  ValueView,
} from '#metrics'
import { DIMENSION_IDS, METRIC_IDS } from '#metrics'
import { moneyWire } from './wire.ts'
import type { Held } from './wire-held.ts'

/** Questions, their answers and their plans, as they go over the wire. */
const day = z.string().describe('ISO date of a trading day')
const instant = z.string().describe('ISO instant, UTC')
const count = z.number().int()

const figure = z.union([z.number(), moneyWire, z.string(), z.null()])
const comparisonId = z.enum(['previous', 'weekday', 'year', 'holiday', 'releaseWeek'])
const compared = z
  .partialRecord(comparisonId, z.record(z.string(), figure))
  .describe('the same metrics of each span compared with')
const row = z.object({ compared: compared.optional() }).catchall(figure)

const metricId = z.enum(METRIC_IDS)
export const dimensionIdWire = z.enum(DIMENSION_IDS)
const filters = z.partialRecord(dimensionIdWire, z.array(z.string()))
const basis = z.string().describe('tickets, or reported: and the id of a source')

const question = z.object({
  metrics: z.array(metricId),
  by: z.array(dimensionIdWire),
  where: filters,
  whereNot: filters.optional(),
  from: day.optional(),
  to: day.optional(),
  grain: z.enum(['day', 'week', 'month', 'quarter', 'year']).optional(),
  soldBy: z.string().optional(),
  compare: z.array(comparisonId).optional(),
  peers: z.array(z.string()).optional(),
  order: z.object({ of: z.string(), descending: z.boolean() }).optional(),
  limit: count.optional(),
  currency: z.string().optional(),
  convert: z.string().optional(),
  basis: basis.optional(),
  sample: z.boolean().optional(),
})

const definition = z.object({
  id: metricId,
  name: z.string(),
  unit: z.enum([
    'tickets',
    'screenings',
    'seats',
    'sites',
    'money',
    'share',
    'ratio',
    'people',
    'change',
  ]),
  meaning: z.string(),
}) satisfies z.ZodType<MetricDefinition>

const comparison = z.object({
  id: comparisonId,
  from: day.optional(),
  to: day.optional(),
  holiday: z.string().optional(),
  peers: z.array(z.string()).optional(),
  unavailable: z.string().optional().describe('why there is none'),
}) satisfies z.ZodType<Held<ComparisonSpan>>

const rate = z.object({
  from: z.string(),
  to: z.string(),
  rate: z.string().describe('whole units of `to` for one of `from`, six places'),
  day: day.describe('the day of that rate: the last that was needed'),
  rates: count.describe('how many different days’ rates were used'),
  source: z.string(),
}) satisfies z.ZodType<RateShown>

export const answerWire = z.object({
  rows: z.array(row),
  others: z.object({ count, row }).optional(),
  total: row,
  question,
  basis,
  sample: z.boolean(),
  currency: z.string().optional(),
  definitions: z.array(definition),
  comparisons: z.array(comparison).optional(),
  rates: z.array(rate).optional(),
  freshness: z.object({ asOf: instant, through: instant, lagMs: z.number(), pending: count }),
  sites: z.object({
    expected: count,
    reporting: count,
    stale: z.array(z.string()),
    silent: z.array(z.string()),
  }),
  sources: z.array(z.object({ id: count, name: z.string(), kind: z.string() })),
})

export const registryWire = z.object({
  metrics: z.array(definition.extend({ bases: z.array(z.enum(['tickets', 'reported'])) })),
  dimensions: z.array(z.object({ id: dimensionIdWire, name: z.string(), expects: z.string() })),
})

export const planWire = z.object({
  basis: z.templateLiteral(['reported:', z.number()]).or(z.literal('tickets')),
  reads: z.array(z.object({ table: z.string(), rows: count, why: z.string() })),
  limits: z.object({ secondsMax: count, memoryBytesMax: count, rowsReadMax: count }),
  sql: z.string(),
}) satisfies z.ZodType<PlanView>

export const basesWire = z.object({
  bases: z.array(
    z.object({
      basis: z.templateLiteral(['reported:', z.number()]).or(z.literal('tickets')),
      name: z.string(),
      firstDay: day.optional(),
      lastDay: day.optional(),
      metrics: z.array(metricId),
      territories: z.array(z.string()),
      kinds: z.array(z.string()),
    }) satisfies z.ZodType<Held<BasisView>>,
  ),
})

export const ticketsWire = z.object({
  tickets: z.array(
    z.object({
      soldAt: instant.optional(),
      startsAt: instant,
      tradingDay: day,
      film: z.string(),
      filmId: z.string(),
      cinema: z.string(),
      cinemaId: z.string(),
      auditorium: z.string(),
      seat: z.string(),
      ticketType: z.string(),
      channel: z.string(),
      payment: z.string(),
      kind: z.enum(['sale', 'refund']),
      quantity: count.describe('negative for a refund'),
      price: moneyWire,
      fees: moneyWire,
      source: z.string(),
    }),
  ),
  next: z.string().optional().describe('give it as `after` for the next page'),
  count: count.describe('of all pages'),
}) satisfies z.ZodType<Held<TicketsPage>>

export const valuesWire = z.object({
  values: z.array(
    z.object({ value: z.string(), name: z.string(), admissions: count }),
  ) satisfies z.ZodType<ValueView[]>,
})

export const filmFactsWire = z.object({
  id: z.string(),
  name: z.string(),
  distributor: z.string().optional(),
  year: count.optional(),
  rating: z.string().optional(),
  runtimeMinutes: count.optional(),
  formats: z.array(z.string()),
  opensOn: day.optional(),
  firstDay: day.optional(),
  lastDay: day.optional(),
  cinemas: count,
  spellings: z.array(z.object({ title: z.string(), organisation: z.string() })),
  ours: z.boolean().describe('one we play, not only one that others report'),
}) satisfies z.ZodType<Held<FilmFacts>>
