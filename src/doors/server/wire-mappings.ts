import * as z from 'zod'
import type {
  ColumnRule,
  MappingPreview,
  MappingView,
  Proposal,
  Question,
  SavedMapping,
} from '#collate'
import { CONFIDENCES, DATE_FORMS, FIELDS, MAPPED_TABLES, SCOPES, UNITS } from '#collate'
import type { Held } from './wire-held.ts'
import { readingWishWire } from './wire-imports.ts'

/** The shapes of mappings on the wire, each beside the type it belongs to. */
const count = z.number().int()
const field = z.enum(FIELDS)
const table = z.enum(MAPPED_TABLES)

const constant = z.object({ field, value: z.string() })

const columnRule = z.object({
  column: z.string(),
  field,
  dates: z.enum(DATE_FORMS).optional(),
  era: z.literal('buddhist').optional(),
  zone: z.string().optional(),
  decimal: z.enum(['.', ',']).optional(),
  unit: z.enum(UNITS).optional(),
  words: z
    .array(z.object({ cell: z.string(), means: z.string() }))
    .readonly()
    .optional(),
}) satisfies z.ZodType<Held<ColumnRule>>

const columnsMapping = z.object({
  name: z.string(),
  reading: readingWishWire.optional(),
  table,
  about: z.enum(['cinema', 'territory']).optional(),
  currency: z.string().optional().describe('ISO 4217; absent: the cinema’s'),
  timezone: z.string().optional().describe('IANA name; absent: the cinema’s'),
  rows: z.union([z.literal('counted'), z.array(field).readonly()]).describe('or the key'),
  scope: z.enum(SCOPES),
  columns: z.array(columnRule).readonly(),
  ignore: z.array(z.string()).readonly().optional().describe('columns left out on purpose'),
  constants: z.array(constant).readonly(),
  empty: z
    .array(
      z.object({
        rule: z.string(),
        blank: z.array(z.string()).readonly().optional(),
        column: z.string().optional(),
        is: z.array(z.string()).readonly().optional(),
      }),
    )
    .readonly(),
})

const renameMapping = z.object({
  name: z.string(),
  reading: readingWishWire.optional(),
  layout: z.string(),
  rename: z.array(z.object({ column: z.string(), was: z.string() })).readonly(),
})

/** What comes in is read by the same rules as a YAML file, so its type is held to ours by the routes. */
export const mappingWire = z.union([columnsMapping, renameMapping])

const questionWire = z.object({
  about: z.enum(['column', 'table', 'currency', 'timezone', 'territory', 'period', 'day']),
  ask: z.string(),
  choices: z
    .array(
      z.object({
        say: z.string(),
        shows: z.string().optional(),
        rule: columnRule.optional(),
        value: z.string().optional(),
        constant: constant.optional(),
      }),
    )
    .readonly(),
}) satisfies z.ZodType<Pick<Question, 'about' | 'ask'>>

export const proposalWire = z.object({
  mapping: mappingWire,
  text: z.string(),
  table: z.string().describe('of facts'),
  looksLike: z.string(),
  columns: z
    .array(
      z.object({
        column: z.string(),
        confidence: z.enum(CONFIDENCES),
        rule: columnRule.optional(),
        first: z.string(),
        reads: z.string(),
        shown: z.string().optional(),
        question: questionWire.optional(),
      }),
    )
    .readonly(),
  questions: z.array(questionWire).readonly(),
  counts: z.object({ read: count, leftOut: count, asked: count }),
}) satisfies z.ZodType<Pick<Proposal, 'text' | 'looksLike' | 'counts'>>

export const proposalRequestWire = z.strictObject({
  fileId: z.string(),
  reading: readingWishWire.optional(),
  table: table.optional().describe('where the rows are known to be of one table'),
  cinema: z.string().optional().describe('the cinema whose file it is, where it is known'),
  currency: z.string().optional(),
  timezone: z.string().optional(),
  territory: z.string().optional(),
})

export const previewRequestWire = z.strictObject({
  fileId: z.string(),
  text: z.string().optional().describe('the mapping as YAML…'),
  mapping: mappingWire.optional().describe('…or as JSON'),
  cinema: z.string().optional(),
  currency: z.string().optional(),
  timezone: z.string().optional(),
  territory: z.string().optional(),
})

export const previewWire = z.object({
  mapping: mappingWire,
  text: z.string(),
  header: z.array(z.string()).readonly(),
  fields: z.array(z.object({ field, label: z.string() })).readonly(),
  rows: z
    .array(
      z.object({
        line: count,
        fate: z.enum(['row', 'empty', 'quarantined']),
        say: z.string().optional(),
        notes: z.array(z.string()).readonly(),
        cells: z
          .array(z.object({ field, shown: z.string(), cell: z.string() }))
          .readonly()
          .describe('per field, as it will be read'),
      }),
    )
    .readonly(),
  counts: z.object({ read: count, row: count, empty: count, quarantined: count }),
}) satisfies z.ZodType<Pick<MappingPreview, 'text' | 'header' | 'fields' | 'counts'>>

export const mappingToSaveWire = z.strictObject({
  text: z.string().optional().describe('YAML…'),
  mapping: mappingWire.optional().describe('…or JSON'),
})

const mappingView = z.object({
  id: z.string(),
  name: z.string(),
  version: count,
  table: table.optional(),
  layout: z.string().optional(),
  columns: z.array(z.string()).readonly().describe('of the file, that it needs'),
  madeAt: z.string(),
}) satisfies z.ZodType<Held<MappingView>>

export const mappingsWire = z.object({ mappings: z.array(mappingView).readonly() })

export const savedMappingWire = mappingView.extend({
  text: z.string().describe('YAML'),
  mapping: mappingWire,
}) satisfies z.ZodType<Pick<SavedMapping, 'id' | 'text'>>
