import * as z from 'zod'
import type {
  ChangeView,
  FileView,
  ImportView,
  QuarantineView,
  Tried,
  TriedRow,
  WatchedView,
} from '#collate'
import { IMPORT_STATES, QUARANTINE_REASONS } from '#collate'
import type { Reading } from '#files'
import { ENCODINGS, FORMATS } from '#files'
import { moneyWire } from './wire.ts'
import type { Held } from './wire-held.ts'

/** The shapes of imports on the wire, each beside the type it belongs to. */
const day = z.string().describe('ISO date of a trading day')
const instant = z.string().describe('ISO instant, UTC')
const count = z.number().int()
const columns = z.record(z.string(), z.string())
const cells = z.array(z.string())

const readingParts = {
  compression: z.enum(['gzip', 'zip']).exactOptional(),
  member: z.string().exactOptional().describe('of a zip: the file inside'),
  encoding: z.enum(ENCODINGS).exactOptional(),
  separator: z.string().min(1).max(1).exactOptional(),
  headerLine: count.exactOptional().describe('1-based; 0 where the file has none'),
  sheet: z.string().exactOptional(),
  path: z.string().exactOptional().describe('of JSON: where rows stand'),
}

const readingWire = z.object({
  ...readingParts,
  format: z.enum(FORMATS),
}) satisfies z.ZodType<Reading>

/** How somebody wants a file to be read; what is left out is found by its content. */
export const readingWishWire = z.strictObject({
  ...readingParts,
  format: z.enum(FORMATS).exactOptional(),
}) satisfies z.ZodType<Partial<Reading>>

const layoutName = z.object({ id: z.string(), name: z.string() })
const about = z.enum(['cinema', 'territory', 'nothing'])

export const importWire = z.object({
  id: z.string(),
  state: z.enum(IMPORT_STATES),
  fileName: z.string(),
  bytes: z.number(),
  bytesRead: z.number(),
  layout: layoutName,
  mappingId: z.string().optional(),
  sourceId: z.string(),
  source: z.string(),
  table: z.string().describe('ticket, box_office, screening, concession …'),
  cinemaId: z.string().optional(),
  cinema: z.string().optional(),
  territory: z.string().optional(),
  reading: readingWire.optional(),
  createdAt: instant,
  finishedAt: instant.optional(),
  say: z.string().optional(),
  corrected: count,
  withdrawn: count,
  withdrawalDue: z.boolean(),
  waiting: count.describe('rows in quarantine that nobody has settled'),
  totals: z
    .array(z.object({ measure: z.string(), currency: z.string().optional(), value: z.string() }))
    .readonly(),
  admissions: z.number().optional(),
  gross: moneyWire.optional(),
  firstDay: day.optional(),
  lastDay: day.optional(),
  read: count,
  accepted: count,
  duplicate: count,
  quarantined: count,
  empty: count,
}) satisfies z.ZodType<Held<ImportView>>

export const importsWire = z.object({ imports: z.array(importWire) })

export const quarantineWire = z.object({
  rows: z.array(
    z.object({
      line: count,
      reason: z.enum(QUARANTINE_REASONS),
      say: z.string(),
      raw: z.string(),
      cells: cells.readonly().optional(),
      state: z.enum(['waiting', 'corrected', 'set_aside']),
      correctedCells: cells.readonly().optional(),
    }) satisfies z.ZodType<Held<QuarantineView>>,
  ),
  header: cells.describe('the columns of the file, for the cells'),
  waiting: count,
  byReason: z.array(z.object({ reason: z.enum(QUARANTINE_REASONS), rows: count })),
})

export const changesWire = z.object({
  changes: z.array(
    z.object({
      line: count.optional(),
      before: columns,
      after: columns.optional(),
    }) satisfies z.ZodType<Held<ChangeView>>,
  ),
  notes: z.array(z.object({ line: count, say: z.string() })),
})

export const fileWire = z.object({
  id: z.string(),
  fileName: z.string(),
  bytes: z.number(),
  reading: readingWire.optional(),
  header: cells.readonly(),
  firstRows: z.array(cells.readonly()).readonly(),
  tables: z
    .array(
      z.object({
        member: z.string().optional(),
        sheet: z.string().optional(),
        path: z.string().optional(),
        label: z.string(),
      }),
    )
    .readonly()
    .describe('what of the file could be read instead'),
  layout: layoutName.extend({ about }).optional(),
  mapping: layoutName.extend({ about }).optional(),
  say: z.string().optional(),
}) satisfies z.ZodType<Held<FileView>>

export const importRequestWire = z.strictObject({
  fileId: z.string(),
  cinema: z.string().optional().describe('of a file that is one cinema’s'),
  timezone: z.string().optional().describe('IANA name; may be left out for a cinema that is known'),
  currency: z.string().optional().describe('ISO 4217; likewise'),
  territory: z.string().optional().describe('ISO 3166, of a file that is about a country'),
  layout: z.string().optional().describe('only where the file should not be recognised by content'),
  mappingId: z.string().optional().describe('a saved mapping'),
  reading: readingWishWire.optional(),
})

/** A trial, also of a mapping that is not saved yet. */
export const tryRequestWire = importRequestWire.extend({
  mappingText: z.string().optional().describe('a mapping as YAML'),
})

const triedRow = z.object({
  line: count,
  fate: z.enum(['new', 'corrects', 'duplicate', 'quarantined', 'empty']),
  say: z.string().optional(),
  raw: z.string(),
  facts: z.array(columns).readonly(),
}) satisfies z.ZodType<Held<TriedRow>>

export const triedWire = z.object({
  read: count,
  accepted: count,
  duplicate: count,
  quarantined: count,
  empty: count,
  corrected: count,
  missing: count.describe('facts that stand and the whole file lacks: they would be taken back'),
  firstRows: z.array(triedRow).readonly(),
  firstQuarantined: z.array(triedRow).readonly(),
  partly: z.boolean().describe('only the first rows of a long file were tried'),
}) satisfies z.ZodType<Held<Tried>>

export const watchedWire = z.object({
  folder: z.string().optional().describe('absent: none is watched'),
  files: z.array(
    z.object({
      path: z.string(),
      bytes: z.number(),
      state: z.enum(['arriving', 'imported', 'asks', 'failed']),
      say: z.string().optional(),
      fileId: z.string().optional(),
      importId: z.string().optional(),
      seenAt: instant,
    }) satisfies z.ZodType<Held<WatchedView>>,
  ),
})

export const mendWire = z.union([
  z.strictObject({ cells }),
  z.strictObject({ setAside: z.literal(true) }),
])

export const mendingRuleWire = z.strictObject({
  column: z.string(),
  find: z.string().min(1),
  whole: z.boolean().describe('the whole cell reads so, not a part of it'),
  replaceWith: z.string(),
})

export const mendedWire = z.object({
  settled: count,
  left: z.array(z.object({ line: count, say: z.string() })).readonly(),
})
