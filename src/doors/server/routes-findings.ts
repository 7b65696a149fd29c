import * as z from 'zod'
import { scopeOf } from '#access'
import {
  acceptFinding,
  beginChecks,
  FINDING_STATES,
  findingView,
  findingViews,
  newestRun,
  runView,
} from '#collate'
import type { Asker } from '#identity'
import { accept, faultText, parseId, refuse, tidyText } from '#kernel'
import { healthView } from './health-view.ts'
import type { House } from './house.ts'
import type { Route } from './route.ts'
import { answers } from './route.ts'
import {
  checksToRunWire,
  findingChangeWire,
  findingsWire,
  findingWire,
  healthWire,
  runWire,
} from './wire-findings.ts'

const FINDINGS_SHOWN = 500

const ofOrganisation = z.object({
  organisation: z.string().optional().describe('of everything the asker may see, unless said'),
})

export const FINDING_ROUTES: readonly Route[] = [
  answers({
    name: 'health',
    method: 'GET',
    path: '/v1/health',
    summary: 'How the house and its figures are: lag, late cinemas, checks and what they found',
    refusals: [],
    query: ofOrganisation,
    response: healthWire,
    async answer({ house, asker, query }) {
      const owners = await ownersOf(house, asker, query.organisation)
      return accept(await healthView(house, owners))
    },
  }),
  answers({
    name: 'findings',
    method: 'GET',
    path: '/v1/findings',
    summary: `What checks found, worst first, at most ${FINDINGS_SHOWN}`,
    refusals: [],
    query: ofOrganisation.extend({
      state: z.enum(FINDING_STATES).optional().describe('open unless said'),
      check: z.string().optional(),
      cinema: z.string().optional(),
      import: z.string().optional(),
    }),
    response: findingsWire,
    async answer({ house, asker, query }) {
      const owners = await ownersOf(house, asker, query.organisation)
      const [cinemaId, importId] = [idOf(query.cinema), idOf(query.import)]
      const found = await findingViews(house.store, {
        owners,
        atMost: FINDINGS_SHOWN,
        ...(query.state && { state: query.state }),
        ...(query.check && { check: query.check }),
        ...(cinemaId !== undefined && { cinemaId }),
        ...(importId !== undefined && { importId }),
      })
      return accept({ findings: [...found] })
    },
  }),
  answers({
    name: 'changeFinding',
    method: 'POST',
    path: '/v1/findings/{id}',
    summary: 'Accepts a finding with a note: it stays quiet until its figures change; or opens it',
    refusals: ['finding_unknown'],
    body: findingChangeWire,
    response: findingWire,
    async answer({ house, asker, params, body }) {
      const { store } = house
      const id = idOf(params['id']) ?? 0
      const owners = await ownersOf(house, asker)
      const unknown = refuse('finding_unknown', `There is no finding ${params['id']} any more.`)
      if (!(await findingView(store, owners, id))) return unknown
      const note = body.note === undefined ? undefined : tidyText(body.note)
      const changed = await store.write((transaction) =>
        acceptFinding(transaction, id, body.state === 'accepted', note),
      )
      const view = changed ? await findingView(store, owners, id) : undefined
      return view ? accept(view) : unknown
    },
  }),
  answers({
    name: 'runChecks',
    method: 'POST',
    path: '/v1/checks/run',
    summary: 'Runs every check now, over everything or some days; goes on in the background',
    refusals: [],
    body: checksToRunWire,
    status: 202,
    response: runWire,
    async answer({ house, asker, body }) {
      const running = await newestRun(house.store)
      if (running?.state === 'running' && running.why === 'asked') return accept(running)
      const owners = await ownersOf(house, asker)
      const days = { ...(body.from && { from: body.from }), ...(body.to && { to: body.to }) }
      const request = { why: 'asked', owners, signal: house.closing, ...days } as const
      const begun = await beginChecks(house, request)
      begun.run.catch((fault: unknown) =>
        house.log('A run of checks was cut off', { id: begun.id, reason: faultText(fault) }),
      )
      const view = await runView(house.store, begun.id)
      if (!view) throw new Error('The run just made is not there')
      return accept(view)
    },
  }),
]

/** Everybody whose figures the asker may see, or the one organisation of these that is named. */
async function ownersOf(house: House, asker: Asker, named?: string): Promise<readonly number[]> {
  const { owners, sampleOwners } = await scopeOf(house.store, asker)
  const all = [...owners, ...sampleOwners]
  return named === undefined ? all : all.filter((id) => String(id) === named)
}

/** 0 stands for whatever cannot be an id: nothing has it. */
function idOf(text: string | undefined): number | undefined {
  return text === undefined ? undefined : (parseId(text) ?? 0)
}
