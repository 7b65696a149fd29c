import * as z from 'zod'
import type { Annotation, SavedView } from '#reports'
import { ANNOTATION_KINDS, NOTE_CHARACTERS_MAX, VIEW_NAME_CHARACTERS_MAX } from '#reports'
import type { Held } from './wire-held.ts'

const day = z.string().describe('ISO date of a trading day')
const instant = z.string().describe('ISO instant, UTC')

export const annotationWire = z.object({
  id: z.string().optional().describe('of a note: by it, it is taken away'),
  kind: z.enum(ANNOTATION_KINDS),
  by: z.enum(['house', 'hand']),
  from: day,
  to: day.optional().describe('the last day, where there are several'),
  text: z
    .string()
    .describe('the note, or the name of the film, holiday, cinema, source or price card'),
  more: z.number().int().optional().describe('how many more of the kind stand with it'),
  since: instant.optional().describe('since when a cinema is silent'),
  film: z.string().optional(),
  cinema: z.string().optional(),
}) satisfies z.ZodType<Held<Annotation>>

export const annotationsWire = z.object({
  annotations: z.array(annotationWire).describe('the most important first'),
})

const ids = z.string().describe('ids, commas between them')

export const annotationsAskedWire = z.object({
  from: z.iso.date(),
  to: z.iso.date(),
  cinema: ids.optional(),
  film: ids.optional(),
  basis: z
    .string()
    .regex(/^(tickets|reported:[1-9]\d{0,9})$/)
    .optional()
    .describe('tickets unless said, or reported: and the id of a source'),
  territory: z
    .string()
    .optional()
    .describe('ISO 3166, of reported figures; commas between several'),
  sample: z.enum(['true', 'false']).optional().describe('only where nothing is real, unless said'),
})

export const newNoteWire = z.strictObject({
  from: z.iso.date(),
  to: z.iso.date().optional().describe('the same day unless said'),
  text: z.string().max(NOTE_CHARACTERS_MAX * 4),
  film: z.string().optional().describe('the film it is about'),
  cinema: z.string().optional().describe('the cinema it is about'),
  organisation: z.string().optional().describe('whose note it is, where it is about neither'),
})

export const savedViewWire = z.object({
  id: z.string(),
  organisationId: z.string(),
  name: z.string(),
  page: z.string().describe('path of the page, such as /explore'),
  search: z.string().describe('what stands behind the question mark of its address'),
  madeAt: instant,
}) satisfies z.ZodType<Held<SavedView>>

export const savedViewsWire = z.object({ views: z.array(savedViewWire).describe('by name') })

const name = z.string().max(VIEW_NAME_CHARACTERS_MAX * 4)

export const newSavedViewWire = z.strictObject({
  name,
  page: z.string(),
  search: z.string().optional(),
  organisation: z.string().optional().describe('whose view it is; the first one’s unless said'),
})

export const savedViewChangeWire = z.strictObject({
  name: name.optional(),
  page: z.string().optional().describe('another page; its search is empty unless said'),
  search: z.string().optional(),
})
