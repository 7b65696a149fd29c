import * as z from 'zod'
import { CONTRACTS, mappingByName, watchedViews } from '#collate'
import { accept, refuse } from '#kernel'
import type { Route } from './route.ts'
import { answers } from './route.ts'
import { importWire, watchedWire } from './wire-imports.ts'

const NO_JSON = 'The rows are no JSON: send an array of objects, or an object a line.'

/** What comes in by itself: rows by HTTP, and files put into a folder. */
export const FEED_ROUTES: readonly Route[] = [
  answers({
    name: 'sendRows',
    method: 'POST',
    path: '/v1/feeds/{mapping}/rows',
    summary:
      'Takes rows, a JSON array or an object a line, by a saved mapping and under a contract: ' +
      'evolve, freeze, discard_row or discard_value',
    refusals: [
      'mapping_unknown',
      'contract_broken',
      'file_missing',
      'file_unreadable',
      'layout_unknown',
      'cinema_needed',
      'timezone_unknown',
      'currency_unknown',
      'cinema_differs',
      'territory_needed',
    ],
    query: z.object({
      contract: z.enum(CONTRACTS).default('evolve'),
      cinema: z.string().optional(),
      timezone: z.string().optional(),
      currency: z.string().optional(),
      territory: z.string().optional(),
    }),
    body: 'bytes',
    takesRows: true,
    response: importWire,
    async answer({ house, asker, params, query, incoming }) {
      const { store, importer } = house
      const name = params['mapping'] ?? ''
      const mapping = await mappingByName(store, name)
      if (!mapping) return refuse('mapping_unknown', `There is no mapping “${name}”.`)
      const file = await importer.receive(asker, `${name}.json`, incoming)
      const format = file.reading?.format
      if (file.say !== undefined && format === undefined) return refuse('file_unreadable', file.say)
      if (format !== 'json' && format !== 'ndjson') return refuse('file_unreadable', NO_JSON)
      const request = {
        ...query,
        fileId: file.id,
        mappingId: mapping.id,
        reading: { format },
        // No rows are no news: nothing is taken back for want of them.
        isPart: file.firstRows.length === 0,
      }
      if (query.contract === 'freeze') {
        const tried = await importer.tryOut(asker, request)
        if (!tried.ok) return tried
        const [broken] = tried.value.firstQuarantined
        if (broken) {
          const rows = tried.value.quarantined
          const breaks = rows === 1 ? '1 row breaks' : `${rows} rows break`
          const first = `${rows === 1 ? '' : 'the first '}at line ${broken.line}`
          const say = `Nothing was taken: ${breaks} the contract, ${first}. ${broken.say ?? ''}`
          return refuse('contract_broken', say)
        }
      }
      const begun = await importer.begin(asker, request)
      if (!begun.ok) return begun
      return accept(await importer.run(asker, begun.value.id, house.closing))
    },
  }),
  answers({
    name: 'watchedFiles',
    method: 'GET',
    path: '/v1/watched',
    summary: 'Files in the watched folder and what became of them',
    refusals: [],
    response: watchedWire,
    async answer({ house }) {
      const { watchFolder } = house.config
      const files = [...(await watchedViews(house.store))]
      return accept({ ...(watchFolder !== undefined && { folder: watchFolder }), files })
    },
  }),
]
