import * as z from 'zod'
import type { Drill, Reconciliation, Restatements, SourceView } from '#collate'
import { RECONCILE_BY, RECONCILE_METRICS, RESTATEMENT_CAUSES, SIDE_KINDS } from '#collate'
import { moneyWire } from './wire.ts'
import type { Held } from './wire-held.ts'

/** Two sources side by side, on the wire. */
const day = z.string().describe('ISO date')
const count = z.number().int()
const figure = z.union([moneyWire, z.number()]).describe('an amount, or a count')
const kind = z.enum(SIDE_KINDS)
const metric = z.enum(RECONCILE_METRICS)
const sideName = z.enum(['left', 'right'])

export const sourcesWire = z.object({
  sources: z
    .array(
      z.object({
        id: z.string(),
        name: z.string(),
        kind: z.enum(['file', 'sales', 'sample']),
        organisationId: z.string(),
        layouts: z.array(z.string()).readonly(),
        figures: z
          .array(
            z.object({
              metric,
              kind,
              currencies: z.array(z.string()).readonly(),
              firstDay: day.optional(),
              lastDay: day.optional(),
              byFilm: z.boolean(),
              cinemas: z.array(z.string()).readonly(),
              territories: z.array(z.string()).readonly(),
              definitions: z.array(z.string()).readonly(),
            }),
          )
          .readonly(),
      }) satisfies z.ZodType<Held<SourceView>>,
    )
    .readonly(),
})

const cause = z.object({
  id: z.string(),
  exact: z.boolean().describe('it makes up the whole difference'),
  side: sideName.optional(),
  figures: z.record(z.string(), z.union([moneyWire, z.number(), z.string()])),
  say: z.string().describe('the cause in a sentence, with its figures'),
})

const row = z.object({
  film: z.string().optional(),
  filmIds: z.array(z.string()).readonly().optional(),
  cinema: z.string().optional(),
  cinemaId: z.string().optional(),
  day: day.optional(),
  from: day.optional(),
  to: day.optional(),
  left: figure.optional(),
  right: figure.optional(),
  difference: figure.optional().describe('right less left'),
  share: z.number().optional().describe('the difference as a share of the left'),
  state: z.enum(['agree', 'differs', 'leftOnly', 'rightOnly']),
  causes: z.array(cause).readonly(),
})

const side = z.object({
  sourceId: z.string(),
  source: z.string(),
  kind,
  firstDay: day.optional(),
  lastDay: day.optional(),
  definitions: z.array(z.string()).readonly(),
  rows: count,
  total: figure,
})

export const reconciliationWire = z.object({
  metric,
  by: z.array(z.enum(RECONCILE_BY)).readonly(),
  currency: z.string().optional(),
  from: day.optional(),
  to: day.optional(),
  left: side,
  right: side,
  agree: count,
  differ: count,
  leftOnly: count,
  rightOnly: count,
  sums: z.object({
    agree: figure,
    differ: figure,
    leftOnly: figure,
    rightOnly: figure,
    difference: figure,
  }),
  causes: z.array(cause).readonly(),
  rows: z.array(row).readonly(),
  leftOff: count.describe('rows that are not listed here; the CSV has every one'),
}) satisfies z.ZodType<Held<Omit<Reconciliation, 'rows' | 'causes'>>>

const drillSide = z.object({
  types: z
    .array(z.object({ name: z.string(), gross: figure, admissions: count, free: count }))
    .readonly(),
  screenings: z
    .array(z.object({ moment: z.string(), gross: figure, admissions: count }))
    .readonly(),
  days: z.array(z.object({ day, value: figure })).readonly(),
})

export const drillWire = z.object({
  left: drillSide,
  right: drillSide,
}) satisfies z.ZodType<Held<Drill>>

export const restatementsWire = z.object({
  sourceId: z.string(),
  source: z.string(),
  metric,
  currency: z.string().optional(),
  totals: count,
  followed: count.describe('totals that follow another one of their film'),
  count: count.describe('those that are not the one before and the days since'),
  nextDay: count.describe('of them, those that follow the total of the day before'),
  falls: count,
  added: figure,
  taken: figure,
  rows: z
    .array(
      z.object({
        filmId: z.string(),
        film: z.string(),
        territory: z.string().optional(),
        cinemaId: z.string().optional(),
        day,
        since: day,
        before: figure,
        days: figure,
        total: figure,
        amount: figure,
        daysMissing: count,
        falls: z.boolean(),
        cause: z.enum(RESTATEMENT_CAUSES),
        causeDay: day.optional(),
        say: z.string(),
      }),
    )
    .readonly(),
}) satisfies z.ZodType<Held<Restatements>>
