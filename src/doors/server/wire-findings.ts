import * as z from 'zod'
import type { FindingView, RunView } from '#collate'
import { FINDING_STATES, RUN_REASONS, SEVERITIES } from '#collate'
import { moneyWire, readyWire } from './wire.ts'
import type { Held } from './wire-held.ts'

const day = z.string().describe('ISO date')
const instant = z.string().describe('ISO instant, UTC')
const count = z.number().int()
const severity = z.enum(SEVERITIES)

const value = z.union([z.string(), z.number(), moneyWire])

const rows = z.object({
  columns: z.array(z.string()).readonly(),
  rows: z.array(z.array(value.nullable()).readonly()).readonly(),
  beyond: count.describe('how many rows more there are'),
})

export const findingWire = z.object({
  id: z.string(),
  check: z.string(),
  severity,
  state: z.enum(FINDING_STATES),
  say: z.string().describe('what is wrong, with figures, and what to do'),
  sentence: z.string().describe('which of the check’s sentences it is'),
  values: z.record(z.string(), value).describe('the figures in the sentence'),
  organisationId: z.string().optional().describe('absent where it is the installation’s'),
  cinemaId: z.string().optional(),
  cinema: z.string().optional(),
  filmId: z.string().optional(),
  sourceId: z.string().optional(),
  sourceKind: z.string().optional(),
  importId: z.string().optional().describe('the import that is the matter, or last brought it'),
  firstDay: day.optional(),
  lastDay: day.optional(),
  money: z.array(moneyWire).readonly().describe('at stake, one amount a currency'),
  rows,
  firstSeenAt: instant,
  lastSeenAt: instant,
  goneAt: instant.optional(),
  acceptedAt: instant.optional(),
  note: z.string().optional(),
}) satisfies z.ZodType<Held<FindingView>>

export const findingsWire = z.object({ findings: z.array(findingWire) })

const note = z.object({
  say: z.string(),
  sentence: z.string(),
  values: z.record(z.string(), value),
})

export const runWire = z.object({
  id: z.string(),
  why: z.enum(RUN_REASONS),
  state: z.enum(['running', 'done', 'failed']),
  startedAt: instant,
  finishedAt: instant.optional(),
  checks: count,
  checksDone: count,
  tickets: z.number(),
  found: count,
  notes: z.array(note).readonly().describe('what could not be looked at'),
  firstDay: day.optional(),
  lastDay: day.optional(),
}) satisfies z.ZodType<Held<RunView>>

const check = z.object({
  id: z.string(),
  name: z.string(),
  severity,
  explanation: z.string(),
  open: count.describe('its findings that wait for somebody'),
})

export const healthWire = z.object({
  now: instant,
  engines: readyWire.shape.engines,
  lagMs: z.number().describe('how long the oldest fact waits for the warehouse'),
  pending: count.describe('facts on their way to it'),
  sites: z.object({
    live: count.describe('cinemas that report as they sell'),
    fresh: count,
    late: z.array(
      z.object({
        cinemaId: z.string(),
        cinema: z.string(),
        state: z.enum(['stale', 'silent']),
        heardAt: instant.optional(),
      }),
    ),
  }),
  findings: z.object({ error: count, warning: count, notice: count, accepted: count }),
  run: runWire.optional().describe('the newest run over everything'),
  lastRun: runWire.optional().describe('the newest that ended well'),
  checks: z.array(check),
})

export const findingChangeWire = z.strictObject({
  state: z.enum(['accepted', 'open']),
  note: z.string().max(500).optional().describe('why it is left as it is'),
})

export const checksToRunWire = z.strictObject({
  from: z.iso.date().optional().describe('first trading day; everything unless said'),
  to: z.iso.date().optional(),
})
