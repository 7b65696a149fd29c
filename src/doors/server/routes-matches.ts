import * as z from 'zod'
import {
  decideMatch,
  MATCH_KINDS,
  MATCH_STATES,
  MATCHES_SHOWN,
  matchAll,
  matchViews,
  undoMatch,
} from '#collate'
import { accept, parseId } from '#kernel'
import type { Route } from './route.ts'
import { answers } from './route.ts'
import { matchesWire, matchRunWire, matchWire, verdictWire } from './wire-matches.ts'

export const MATCH_ROUTES: readonly Route[] = [
  answers({
    name: 'matches',
    method: 'GET',
    path: '/v1/matches',
    summary:
      `The first ${MATCHES_SHOWN} pairs that may be one film or cinema: ` +
      'open ones by money at stake, decided ones the newest first',
    refusals: [],
    query: z.object({
      kind: z.enum(MATCH_KINDS).optional(),
      state: z.enum(MATCH_STATES).optional().describe('open unless said'),
    }),
    response: matchesWire,
    answer: async ({ house, asker, query }) =>
      accept(await matchViews(house, asker, { kind: query.kind, state: query.state ?? 'open' })),
  }),
  answers({
    name: 'runMatching',
    method: 'POST',
    path: '/v1/matches/run',
    summary:
      'Looks for films and cinemas that are one; certain ones are made so, doubtful ones wait',
    refusals: [],
    response: matchRunWire,
    answer: async ({ house, asker }) => accept(await matchAll(house, asker)),
  }),
  answers({
    name: 'decideMatch',
    method: 'POST',
    path: '/v1/matches/{id}',
    summary: 'Decides that a pair is the same or different; it holds until it is undone',
    refusals: ['match_contradicts', 'match_unknown'],
    body: verdictWire,
    response: matchWire,
    answer: ({ house, asker, params, body }) =>
      decideMatch(house, asker, { id: matchId(params), verdict: body.verdict }),
  }),
  answers({
    name: 'undoMatch',
    method: 'POST',
    path: '/v1/matches/{id}/undo',
    summary: 'Undoes what was decided of a pair; it is not proposed again',
    refusals: ['match_undecided', 'match_unknown'],
    response: matchWire,
    answer: ({ house, asker, params }) => undoMatch(house, asker, matchId(params)),
  }),
]

/** 0 stands for whatever cannot be an id: no match has it. */
function matchId(params: Readonly<Record<string, string>>): number {
  return parseId(params['id'] ?? '') ?? 0
}
