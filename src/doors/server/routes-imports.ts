import * as z from 'zod'
import { changeViews, importNotes, importView, importViews } from '#collate'
import { accept, parseId, refuse, tidyText } from '#kernel'
import type { EventStream } from './event-stream.ts'
import type { House } from './house.ts'
import { problemOf } from './mount.ts'
import type { Route } from './route.ts'
import { answers, streams } from './route.ts'
import {
  changesWire,
  fileWire,
  importRequestWire,
  importsWire,
  importWire,
  readingWishWire,
  triedWire,
  tryRequestWire,
} from './wire-imports.ts'

const IMPORTS_SHOWN = 100
/** A trial answers while somebody waits: of a long file it tries the beginning. */
const TRIED_ROWS_MAX = 20_000
const PROGRESS_EVERY_MS = 250

const IMPORT_REFUSALS = [
  'file_missing',
  'file_unreadable',
  'layout_unknown',
  'mapping_unknown',
  'cinema_needed',
  'timezone_unknown',
  'currency_unknown',
  'cinema_differs',
  'territory_needed',
] as const

/** The same wishes as in a body, from the words of a query. */
const readingQuery = readingWishWire.extend({ headerLine: z.coerce.number().int().exactOptional() })

export const IMPORT_ROUTES: readonly Route[] = [
  answers({
    name: 'giveFile',
    method: 'POST',
    path: '/v1/files',
    summary: 'Keeps a file, sent as the body, and says what it looks like; imports nothing yet',
    refusals: [],
    query: z.object({ fileName: z.string().min(1).max(255) }),
    body: 'bytes',
    status: 201,
    response: fileWire,
    async answer({ house, asker, query, incoming }) {
      const view = await house.importer.receive(asker, tidyText(query.fileName), incoming)
      return accept(view)
    },
  }),
  answers({
    name: 'fileById',
    method: 'GET',
    path: '/v1/files/{id}',
    summary: 'What a kept file looks like, read as it would be by itself or as wished',
    refusals: ['file_missing'],
    query: readingQuery,
    response: fileWire,
    answer: ({ house, asker, params, query }) =>
      house.importer.look(asker, params['id'] ?? '', query),
  }),
  answers({
    name: 'tryImport',
    method: 'POST',
    path: '/v1/imports/try',
    summary: 'What an import would do with each row, without doing it',
    refusals: [...IMPORT_REFUSALS, 'mapping_unusable'],
    body: tryRequestWire,
    response: triedWire,
    answer: ({ house, asker, body }) => house.importer.tryOut(asker, body, TRIED_ROWS_MAX),
  }),
  answers({
    name: 'startImport',
    method: 'POST',
    path: '/v1/imports',
    summary: 'Imports a kept file; goes on in the background',
    refusals: IMPORT_REFUSALS,
    body: importRequestWire,
    status: 202,
    response: importWire,
    async answer({ house, asker, body }) {
      const begun = await house.importer.begin(asker, body)
      if (begun.ok) runInBackground(house, begun.value.id)
      return begun
    },
  }),
  answers({
    name: 'imports',
    method: 'GET',
    path: '/v1/imports',
    summary: `The newest ${IMPORTS_SHOWN} imports`,
    refusals: [],
    response: importsWire,
    answer: async ({ house }) =>
      accept({ imports: [...(await importViews(house.store, IMPORTS_SHOWN))] }),
  }),
  answers({
    name: 'importById',
    method: 'GET',
    path: '/v1/imports/{id}',
    summary: 'One import: how far it is, and the fate of every row',
    refusals: ['import_unknown'],
    response: importWire,
    async answer({ house, params }) {
      const view = await importView(house.store, importId(params))
      return view ? accept(view) : unknownImport(params)
    },
  }),
  answers({
    name: 'importChanges',
    method: 'GET',
    path: '/v1/imports/{id}/changes',
    summary: 'What an import put in another’s place or took back, and what it left out',
    refusals: ['import_unknown'],
    response: changesWire,
    async answer({ house, params }) {
      const id = importId(params)
      if (!(await importView(house.store, id))) return unknownImport(params)
      const changes = [...(await changeViews(house.store, id))]
      return accept({ changes, notes: await importNotes(house.store, id) })
    },
  }),
  answers({
    name: 'undoImport',
    method: 'POST',
    path: '/v1/imports/{id}/undo',
    summary:
      'Undoes a whole import, as if its file had never been given; goes on in the background',
    refusals: ['import_unknown', 'import_under_way', 'import_built_on'],
    status: 202,
    response: importWire,
    async answer({ house, asker, params }) {
      const begun = await house.importer.undo(asker, params['id'] ?? '')
      if (begun.ok) runInBackground(house, begun.value.id)
      return begun
    },
  }),
  streams({
    name: 'importLive',
    method: 'GET',
    path: '/v1/imports/{id}/live',
    summary: 'The progress of one import, until it is done or has failed',
    refusals: ['import_unknown'],
    events: { import: importWire },
    async open({ house, params }, stream) {
      const id = importId(params)
      if (!(await importView(house.store, id))) return unknownImport(params)
      return accept(followImport(house, id, stream))
    },
  }),
]

/** 0 stands for whatever cannot be an id: no import has it. */
export function importId(params: Readonly<Record<string, string>>): number {
  return parseId(params['id'] ?? '') ?? 0
}

export function unknownImport(params: Readonly<Record<string, string>>) {
  return refuse('import_unknown', `There is no import ${params['id']}.`)
}

function runInBackground(house: House, id: string): void {
  house.importer.run(house.owner, id, house.closing).then(
    () => house.live.houseChanged(),
    // Not lost: the resumer of cut-off imports takes it up again.
    (fault: unknown) => house.log('An import was cut off', { id, fault: String(fault) }),
  )
}

// The importer may run in another process, so progress is read where all of them write it.
function followImport(house: House, id: number, stream: EventStream): () => void {
  let last = ''
  let looking = false
  const look = async () => {
    if (looking) return
    looking = true
    try {
      const view = await importView(house.store, id)
      const text = JSON.stringify(view)
      if (view && text !== last) stream.send('import', view)
      last = text
      if (!view || (view.state !== 'reading' && view.state !== 'undoing')) stream.end()
    } catch (fault) {
      stream.send('fault', problemOf(house, fault))
    } finally {
      looking = false
    }
  }
  const timer = setInterval(look, PROGRESS_EVERY_MS)
  void look()
  return () => clearInterval(timer)
}
