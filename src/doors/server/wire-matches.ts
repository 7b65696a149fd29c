import * as z from 'zod'
import type { Evidence, MatchRun, MatchSide, MatchView } from '#collate'
import { MATCH_KINDS, MATCH_STATES, VERDICTS } from '#collate'
import { moneyWire } from './wire.ts'
import type { Held } from './wire-held.ts'

const day = z.string().describe('ISO date')
const count = z.number().int()

const side = z.object({
  id: z.string(),
  name: z.string(),
  toldApart: z.string().optional().describe('the source’s own code where one title may be two'),
  otherName: z.string().optional().describe('its title in another language or writing'),
  city: z.string().optional(),
  reported: z.boolean().describe('known from others’ figures only'),
  sources: z.array(z.string()).readonly(),
  firstDay: day.optional(),
  lastDay: day.optional(),
  gross: z
    .array(moneyWire)
    .readonly()
    .describe('one amount a currency: our own tickets, else the most that one source reports'),
  year: count.optional(),
  distributor: z.string().optional(),
}) satisfies z.ZodType<Held<MatchSide>>

const evidence = z.object({
  say: z.string(),
  speaks: z.enum(['for', 'against']),
}) satisfies z.ZodType<Evidence>

export const matchWire = z.object({
  id: z.string(),
  kind: z.enum(MATCH_KINDS),
  left: side,
  right: side,
  score: z.number().describe('how sure it is that the two are the same, 0 to 1'),
  evidence: z.array(evidence).readonly(),
  state: z.enum(MATCH_STATES),
  verdict: z.enum(VERDICTS).optional(),
  how: z.enum(['automatic', 'by_hand']).optional(),
  madeAt: z.string().optional().describe('ISO instant, UTC'),
}) satisfies z.ZodType<Held<MatchView>>

export const matchesWire = z.object({
  matches: z.array(matchWire).readonly(),
  total: count.describe('how many there are, shown or not'),
})

export const verdictWire = z.strictObject({ verdict: z.enum(VERDICTS) })

export const matchRunWire = z.object({
  films: count,
  cinemas: count,
  made: count.describe('automatic decisions made by this run'),
  withdrawn: count.describe('automatic decisions that no longer hold'),
  open: count.describe('pairs that wait for a verdict now'),
  milliseconds: count,
}) satisfies z.ZodType<MatchRun>
