import * as z from 'zod'
import type { ReconcileRefusal, ReconcileRequest, Reconciliation } from '#collate'
import {
  drill,
  RECONCILE_BY,
  RECONCILE_METRICS,
  reconcile,
  reconcileSources,
  reconciliationTable,
  restatements,
  restatementsTable,
  SIDE_KINDS,
  tableCsv,
} from '#collate'
import type { Outcome } from '#kernel'
import { accept, parseId } from '#kernel'
import type { Route } from './route.ts'
import { answers } from './route.ts'
import { drillWire, reconciliationWire, restatementsWire, sourcesWire } from './wire-reconcile.ts'

/** Rows that a page is given; whoever wants more takes the CSV. */
const ROWS_SHOWN = 2_000

const REFUSALS: readonly ReconcileRefusal[] = [
  'source_unknown',
  'source_has_no_figures',
  'figures_of_no_kind',
  'days_not_stated',
  'reconcile_currency_needed',
  'reconcile_too_large',
]

const day = z.iso.date()
const source = z.string().min(1).max(200)

const reconcileQuery = z.object({
  left: source.describe('a source: its name, id or layout, or the beginning of one'),
  right: source,
  leftKind: z.enum(SIDE_KINDS).optional().describe('the finest it has, unless said'),
  rightKind: z.enum(SIDE_KINDS).optional(),
  metric: z.enum(RECONCILE_METRICS).default('gross'),
  by: z
    .string()
    .default('film')
    .transform((said) => said.split(','))
    .pipe(z.array(z.enum(RECONCILE_BY)))
    .describe('film, cinema, day, period: several with commas between'),
  from: day.optional(),
  to: day.optional(),
  currency: z.string().length(3).optional(),
})

const restatementsQuery = z.object({
  source,
  metric: z.enum(RECONCILE_METRICS).default('gross'),
  currency: z.string().length(3).optional(),
})

const drillQuery = reconcileQuery.extend({
  films: z.string().default('').describe('ids of the row’s films, with commas between'),
  cinema: z.string().optional(),
  firstDay: day.optional().describe('of the row’s day or period'),
  lastDay: day.optional(),
})

/** What is absent is left out, never undefined. */
function requestOf(query: z.output<typeof reconcileQuery>): ReconcileRequest {
  const { left, right, leftKind, rightKind, metric, by, from, to, currency } = query
  return {
    left,
    right,
    metric,
    by: [...new Set(by)],
    ...(leftKind && { leftKind }),
    ...(rightKind && { rightKind }),
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
    ...(currency !== undefined && { currency }),
  }
}

export const RECONCILE_ROUTES: readonly Route[] = [
  answers({
    name: 'sources',
    method: 'GET',
    path: '/v1/sources',
    summary: 'The sources that have tickets or reported figures, and what they have of them',
    refusals: [],
    response: sourcesWire,
    answer: async ({ house, asker }) =>
      accept({ sources: [...(await reconcileSources(house, asker))] }),
  }),
  answers({
    name: 'reconcile',
    method: 'GET',
    path: '/v1/reconcile',
    summary: 'Two sources side by side: what agrees, what differs and why, what stands on one side',
    refusals: REFUSALS,
    query: reconcileQuery,
    response: reconciliationWire,
    async answer({ house, asker, query }) {
      const found = await reconcile(house, asker, requestOf(query))
      return found.ok ? accept(shown(found.value)) : found
    },
  }),
  answers({
    name: 'reconcileCsv',
    method: 'GET',
    path: '/v1/reconcile/csv',
    summary: 'The same, every row of it, as CSV',
    refusals: REFUSALS,
    query: reconcileQuery,
    response: z.string(),
    mediaType: 'text/csv',
    async answer({ house, asker, query }): Promise<Outcome<string, ReconcileRefusal>> {
      const found = await reconcile(house, asker, requestOf(query))
      return found.ok ? accept(tableCsv(reconciliationTable(found.value))) : found
    },
  }),
  answers({
    name: 'reconcileRow',
    method: 'GET',
    path: '/v1/reconcile/row',
    summary: 'What one row is made of on both sides: its ticket types, screenings and days',
    refusals: REFUSALS,
    query: drillQuery,
    response: drillWire,
    async answer({ house, asker, query }) {
      const { films, cinema, firstDay, lastDay } = query
      const cinemaId = cinema === undefined ? undefined : parseId(cinema)
      return drill(house, asker, {
        ...requestOf(query),
        filmIds: films.split(',').flatMap((id) => parseId(id) ?? []),
        ...(cinemaId !== undefined && { cinemaId }),
        ...(firstDay !== undefined && { firstDay }),
        ...(lastDay !== undefined && { lastDay }),
      })
    },
  }),
  answers({
    name: 'restatements',
    method: 'GET',
    path: '/v1/reconcile/restatements',
    summary: 'Every day whose reported total to date is not the last one and the days since',
    refusals: REFUSALS,
    query: restatementsQuery,
    response: restatementsWire,
    answer: ({ house, asker, query }) => restatements(house, asker, restated(query)),
  }),
  answers({
    name: 'restatementsCsv',
    method: 'GET',
    path: '/v1/reconcile/restatements/csv',
    summary: 'The same as CSV',
    refusals: REFUSALS,
    query: restatementsQuery,
    response: z.string(),
    mediaType: 'text/csv',
    async answer({ house, asker, query }): Promise<Outcome<string, ReconcileRefusal>> {
      const found = await restatements(house, asker, restated(query))
      return found.ok ? accept(tableCsv(restatementsTable(found.value))) : found
    },
  }),
]

function restated({ source: said, metric, currency }: z.output<typeof restatementsQuery>) {
  return { source: said, metric, ...(currency !== undefined && { currency }) }
}

/** The first rows of each state, so that none is left off for another's sake. */
function shown(found: Reconciliation) {
  const rows = (['differs', 'leftOnly', 'rightOnly', 'agree'] as const).flatMap((state) =>
    found.rows.filter((row) => row.state === state).slice(0, ROWS_SHOWN),
  )
  return { ...found, rows, leftOff: found.rows.length - rows.length }
}
