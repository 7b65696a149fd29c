import { readFile } from 'node:fs/promises'
import * as z from 'zod'
import type { Outcome } from '#kernel'
import { accept, refuse } from '#kernel'
import type { Question } from '#metrics'
import { FILE_ROWS_MAX, readQuestion, withFileLimit } from '#metrics'
import type { FileAsked } from './answer-file.ts'
import { answerFile, FILE_FORMATS, MEDIA_TYPES, safeName } from './answer-file.ts'
import { ticketFile } from './answer-file-tickets.ts'
import { FILE_LANGS } from './answer-file-words.ts'
import type { Refusal } from './refusals.ts'
import type { Route } from './route.ts'
import { sends } from './route.ts'
import { originOf, pagePath } from './view-pdf-address.ts'
import { printedHead, questionsIn } from './view-pdf-head.ts'

const flag = z.enum(['true', 'false']).transform((text) => text === 'true')

const fileQuery = z.object({
  q: z.string().describe('the question as JSON, as /v1/answers takes it'),
  format: z.enum(FILE_FORMATS),
  lang: z.enum(FILE_LANGS).default('en').describe('of titles and notes; names of columns stay'),
  bom: flag.optional().describe('CSV begins with the mark by which Excel knows UTF-8'),
})

const CLIENT = new URL('../../../clients/typescript/fullhouse.ts', import.meta.url)

const ASKING: readonly Refusal[] = [
  'question_malformed',
  'currency_needed',
  'basis_needed',
  'basis_unknown',
  'question_too_large',
  'rate_missing',
]

/** What leaves as a file: the same question, the same figures. */
export const FILE_OUT_ROUTES: readonly Route[] = [
  sends({
    name: 'answerFile',
    method: 'GET',
    path: '/v1/answers/file',
    summary: `Answers one question as CSV, Excel, Parquet or Arrow, of up to ${FILE_ROWS_MAX} rows`,
    refusals: ASKING,
    query: fileQuery,
    mediaTypes: Object.values(MEDIA_TYPES),
    async open({ house, asker, query }) {
      const question = questionIn(query.q)
      if (!question.ok) return question
      const rows = await house.answers.rows(asker, question.value)
      if (!rows.ok) return rows
      const made = answerFile(house.store, rows.value, fileAsked(query))
      return accept(await orClosed(rows.value, made))
    },
  }),
  sends({
    name: 'ticketFile',
    method: 'GET',
    path: '/v1/answers/tickets/file',
    summary: `Every ticket that a question counts, a row each, as a file of up to ${FILE_ROWS_MAX} rows`,
    refusals: ASKING,
    query: fileQuery,
    mediaTypes: Object.values(MEDIA_TYPES),
    async open({ house, asker, query }) {
      const question = questionIn(query.q)
      if (!question.ok) return question
      const tickets = await house.answers.ticketRows(asker, question.value)
      if (!tickets.ok) return tickets
      const made = ticketFile(house.store, tickets.value, fileAsked(query))
      return accept(await orClosed(tickets.value, made))
    },
  }),
  sends({
    name: 'clientSource',
    method: 'GET',
    path: '/v1/client.ts',
    summary: 'A client of this very server in TypeScript: one file without dependencies',
    refusals: [],
    mediaTypes: ['text/typescript'],
    async open() {
      const source = await readFile(CLIENT)
      const mediaType = 'text/typescript; charset=utf-8'
      return accept({ name: 'fullhouse.ts', mediaType, inline: true, bytes: inOne(source) })
    },
  }),
  sends({
    name: 'viewPdf',
    method: 'GET',
    path: '/v1/views/pdf',
    summary: 'Prints a page of the console as it stands on a screen, its filters in words above it',
    refusals: ['page_unknown', 'pdf_busy', 'pdf_late', 'pdf_unavailable'],
    query: z.object({
      path: z
        .string()
        .describe('of the page, with all that its address says: /today?day=2026-11-21'),
      lang: z.enum(FILE_LANGS).default('en'),
      theme: z.enum(['light', 'dark']).default('light'),
    }),
    mediaTypes: ['application/pdf'],
    async open({ house, query, incoming }) {
      const { lang, theme } = query
      const origin = originOf(incoming)
      const path = pagePath(query.path, origin)
      if (path === undefined) {
        return refuse('page_unknown', 'Only pages of this console are printed.')
      }
      // Before the page asks, so that it never claims too much.
      const asOf = house.clock()
      const printed = await house.printer.print({ origin, path, lang, theme }, (addresses) =>
        printedHead(house.store, questionsIn(addresses), { lang, asOf }),
      )
      if (!printed.ok) return printed
      const day = asOf.toString().slice(0, 10)
      const name = `${safeName(`Fullhouse ${new URL(path, origin).pathname.slice(1)} ${day}`)}.pdf`
      return accept({ name, mediaType: 'application/pdf', bytes: inOne(printed.value) })
    },
  }),
]

function fileAsked({ format, lang, bom = false }: z.output<typeof fileQuery>): FileAsked {
  return { format, lang, mark: bom }
}

/** What a file is made from is let go of where none comes of it. */
async function orClosed<File>(
  rows: { close(): Promise<void> },
  made: Promise<File>,
): Promise<File> {
  try {
    return await made
  } catch (fault) {
    await rows.close()
    throw fault
  }
}

async function* inOne(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}

/** A question whose limit may be that of a file. */
export function questionIn(text: string): Outcome<Question, Refusal> {
  const json = parsed(text)
  if (typeof json !== 'object' || json === null || Array.isArray(json)) {
    return refuse('question_malformed', 'A question in `q` must be a JSON object.')
  }
  const { limit, ...rest }: Record<string, unknown> = { ...json }
  const question = readQuestion(rest)
  return question.ok ? withFileLimit(question.value, limit) : question
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // Refused by whoever asked for it: nothing that is no JSON is an object.
    return undefined
  }
}
