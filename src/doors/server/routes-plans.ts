import type { IncomingMessage } from 'node:http'
import * as z from 'zod'
import { accept, refuse } from '#kernel'
import {
  auditoriumById,
  PLAN_FILE_BYTES_MAX,
  planProblems,
  planToCsv,
  planToJson,
  planVersions,
  readPlanFile,
  savedPlan,
  savePlan,
} from '#venues'
import type { Refusal } from './refusals.ts'
import type { Route } from './route.ts'
import { answers } from './route.ts'
import { idOf, noAuditorium } from './routes-venues.ts'
import {
  planDraftWire,
  planFileWire,
  planToSaveWire,
  savedPlanWire,
  versionsWire,
  versionWire,
} from './wire-plans.ts'

const UNSOUND: readonly Refusal[] = [
  'area_unknown',
  'companion_alone',
  'love_seat_unpaired',
  'place_outside',
  'places_overlap',
  'plan_empty',
  'plan_malformed',
  'plan_too_large',
  'seat_twice',
]

const version = z.coerce.number().int().min(1).max(1_000_000).optional()

export const PLAN_ROUTES: readonly Route[] = [
  answers({
    name: 'seatPlan',
    method: 'GET',
    path: '/v1/auditoria/{id}/plan',
    summary: 'The newest version of an auditorium’s seat plan, or the version named',
    refusals: ['plan_unknown'],
    query: z.object({ version }),
    response: savedPlanWire,
    async answer({ house, params, query }) {
      const saved = await savedPlan(house.store, idOf(params), query.version)
      return saved ? accept(saved) : noPlan()
    },
  }),
  answers({
    name: 'seatPlanVersions',
    method: 'GET',
    path: '/v1/auditoria/{id}/plan-versions',
    summary: 'The newest 100 versions of an auditorium’s seat plan',
    refusals: ['auditorium_unknown'],
    response: versionsWire,
    async answer({ house, params }) {
      const id = idOf(params)
      if (!(await auditoriumById(house.store, id))) return noAuditorium()
      return accept({ versions: await planVersions(house.store, id) })
    },
  }),
  answers({
    name: 'saveSeatPlan',
    method: 'POST',
    path: '/v1/auditoria/{id}/plan',
    summary: 'Saves a seat plan as the next version; versions saved before stay as they are',
    refusals: ['auditorium_unknown', 'plan_changed', ...UNSOUND],
    body: planToSaveWire,
    status: 201,
    response: versionWire,
    answer: ({ house, params, body }) =>
      house.store.write((transaction) =>
        savePlan(transaction, { auditoriumId: idOf(params), ...body }),
      ),
  }),
  answers({
    name: 'draftSeatPlan',
    method: 'POST',
    path: '/v1/plan-drafts',
    summary: 'Reads a file (CSV, our JSON, a known seat map) as a draft plan; saves nothing',
    refusals: ['plan_file_unknown', 'plan_malformed', 'plan_too_large'],
    body: 'bytes',
    response: planDraftWire,
    async answer({ incoming }) {
      const bytes = await readUpTo(incoming, PLAN_FILE_BYTES_MAX)
      if (!bytes) return refuse('plan_too_large', 'The file of a plan has at most 2 MB.')
      const draft = readPlanFile(bytes)
      if (!draft.ok) return draft
      return accept({ ...draft.value, problems: planProblems(draft.value.plan) })
    },
  }),
  answers({
    name: 'exportSeatPlan',
    method: 'GET',
    path: '/v1/auditoria/{id}/plan-file',
    summary: 'A saved seat plan as a file’s text, which reads back as exactly the same plan',
    refusals: ['auditorium_unknown', 'plan_unknown'],
    query: z.object({ form: z.enum(['csv', 'json']), version }),
    response: planFileWire,
    async answer({ house, params, query }) {
      const id = idOf(params)
      const auditorium = await auditoriumById(house.store, id)
      if (!auditorium) return noAuditorium()
      const saved = await savedPlan(house.store, id, query.version)
      if (!saved) return noPlan()
      const name = auditorium.name.replace(/[^\p{L}\p{N}]+/gu, '-')
      const fileName = `${name}-v${saved.version}.${query.form}`
      if (query.form === 'json') {
        const text = planToJson(saved.plan)
        return accept({ fileName, mediaType: 'application/json', text })
      }
      return accept({ fileName, mediaType: 'text/csv', text: planToCsv(saved.plan) })
    },
  }),
]

function noPlan() {
  return refuse('plan_unknown', 'There is no such version of a seat plan.')
}

/** The body, or undefined when it is longer; the rest is let go so that the answer is heard. */
async function readUpTo(incoming: IncomingMessage, most: number): Promise<Buffer | undefined> {
  const parts: Buffer[] = []
  let bytes = 0
  for await (const part of incoming) {
    bytes += part.length
    if (bytes <= most) parts.push(part)
  }
  return bytes <= most ? Buffer.concat(parts) : undefined
}
