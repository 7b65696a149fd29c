import * as z from 'zod'
import { importView, QUARANTINE_PAGE_MAX, quarantineViews, quarantineWaiting } from '#collate'
import { accept } from '#kernel'
import type { Route } from './route.ts'
import { answers } from './route.ts'
import { importId, unknownImport } from './routes-imports.ts'
import {
  importWire,
  mendedWire,
  mendingRuleWire,
  mendWire,
  quarantineWire,
} from './wire-imports.ts'

const MEND_REFUSALS = [
  'import_unknown',
  'import_under_way',
  'import_undone',
  'layout_unknown',
  'mapping_unknown',
  'file_missing',
  'row_settled',
  'row_unreadable',
  'column_unknown',
] as const

export const QUARANTINE_ROUTES: readonly Route[] = [
  answers({
    name: 'quarantine',
    method: 'GET',
    path: '/v1/imports/{id}/quarantine',
    summary: `Rows in quarantine as they came, ${QUARANTINE_PAGE_MAX} at a time, with the reason`,
    refusals: ['import_unknown'],
    query: z.object({
      state: z.enum(['waiting', 'corrected', 'set_aside']).optional(),
      reason: z.string().optional(),
      after: z.coerce.number().int().optional().describe('only lines beyond'),
    }),
    response: quarantineWire,
    async answer({ house, params, query }) {
      const id = importId(params)
      if (!(await importView(house.store, id))) return unknownImport(params)
      const byReason = [...(await quarantineWaiting(house.store, id))]
      return accept({
        rows: [...(await quarantineViews(house.store, id, query))],
        header: [...(await house.importer.quarantine.header(id))],
        waiting: byReason.reduce((sum, { rows }) => sum + rows, 0),
        byReason,
      })
    },
  }),
  answers({
    name: 'mendRow',
    method: 'POST',
    path: '/v1/imports/{id}/quarantine/{line}',
    summary: 'Corrects a row in quarantine so that it counts, or sets it aside',
    refusals: MEND_REFUSALS,
    body: mendWire,
    response: importWire,
    async answer({ house, params, body }) {
      const { mend, setAside } = house.importer.quarantine
      const id = importId(params)
      const line = Number(params['line'] ?? 0)
      const done =
        'cells' in body
          ? await mend(id, { line, cells: body.cells }, house.closing)
          : await setAside(id, line, house.closing)
      if (!done.ok) return done
      const view = await importView(house.store, id)
      return view ? accept(view) : unknownImport(params)
    },
  }),
  answers({
    name: 'mendByRule',
    method: 'POST',
    path: '/v1/imports/{id}/quarantine/rules',
    summary: 'Mends every waiting row that a rule touches, and rows of later files of the source',
    refusals: MEND_REFUSALS,
    body: mendingRuleWire,
    response: mendedWire,
    answer: ({ house, params, body }) =>
      house.importer.quarantine.mendByRule(importId(params), body, house.closing),
  }),
  answers({
    name: 'retryQuarantine',
    method: 'POST',
    path: '/v1/imports/{id}/retry',
    summary: 'Reads every waiting row again as it stands',
    refusals: MEND_REFUSALS,
    response: mendedWire,
    answer: ({ house, params }) => house.importer.quarantine.retry(importId(params), house.closing),
  }),
]
