import type { RefusalRule } from './refusal-rule.ts'
import { CHART_REFUSALS } from './refusals-charts.ts'
import { FILE_REFUSALS } from './refusals-files.ts'
import { FINDING_REFUSALS } from './refusals-findings.ts'
import { IMPORT_REFUSALS } from './refusals-imports.ts'
import { PROGRAMME_REFUSALS } from './refusals-programme.ts'
import { RECONCILE_REFUSALS } from './refusals-reconcile.ts'
import { REPORTS_REFUSALS } from './refusals-reports.ts'
import { SELLING_REFUSALS } from './refusals-selling.ts'

/** Every refusal there is. The reference page and the problem types are made from this table. */
export const REFUSALS = {
  amount_unusable: {
    status: 422,
    title: 'Not an amount of cash',
    remedy: 'Give minor units of the cinema’s currency, zero or more.',
  },
  area_unknown: {
    status: 422,
    title: 'A seat is in an area that the plan does not have',
    remedy: 'Add the area, or put the seat into another.',
  },
  auditoria_too_many: {
    status: 422,
    title: 'The cinema has too many auditoria',
    remedy: 'Use one of those that are there.',
  },
  auditorium_unknown: {
    status: 404,
    title: 'There is no such auditorium',
    remedy: 'List the auditoria to see which there are.',
  },
  basis_needed: {
    status: 422,
    title: 'More than one source can answer',
    remedy: 'Say `basis`: tickets, or one of the reported sources named.',
  },
  basis_unknown: {
    status: 422,
    title: 'There is no such basis',
    remedy: 'Ask on the basis "tickets" or one that /v1/bases names, or leave basis out.',
  },
  body_malformed: {
    status: 400,
    title: 'The body was not understood',
    remedy: 'Send what the API description says for this route.',
  },
  body_too_large: {
    status: 413,
    title: 'The body is too large',
    remedy: 'Send files to /v1/files as application/octet-stream; JSON is at most 1 MB.',
  },
  cinema_differs: {
    status: 409,
    title: 'The cinema is known with other settings',
    remedy: 'Leave time zone and currency out, or name another cinema.',
  },
  cinema_needed: {
    status: 422,
    title: 'The cinema is not named',
    remedy: 'Say which cinema the file is from.',
  },
  cinema_unknown: {
    status: 404,
    title: 'There is no such cinema',
    remedy: 'See /v1/house for the cinemas there are.',
  },
  companion_alone: {
    status: 422,
    title: 'A companion’s seat has no wheelchair place beside it',
    remedy: 'Mark the wheelchair place, or make it an ordinary seat.',
  },
  currency_needed: {
    status: 422,
    title: 'Amounts of several currencies would be added',
    remedy: 'Name one of the currencies, or split by currency.',
  },
  currency_unknown: {
    status: 422,
    title: 'Not a currency',
    remedy: 'Give an ISO 4217 code such as USD.',
  },
  day_unusable: {
    status: 422,
    title: 'Not a day',
    remedy: 'Give a trading day as an ISO date such as 2026-11-21.',
  },
  file_missing: {
    status: 404,
    title: 'The file is not kept here',
    remedy: 'Give the file again.',
  },
  host_foreign: {
    status: 421,
    title: 'This server answers on this machine only',
    remedy: 'Open it as http://localhost with its port.',
  },
  idempotency_key_missing: {
    status: 400,
    title: 'The request has no Idempotency-Key',
    remedy: 'Send a header Idempotency-Key with a fresh random value, and the same one on a retry.',
  },
  idempotency_key_reused: {
    status: 422,
    title: 'The Idempotency-Key was used for another request',
    remedy: 'Use a new key for a new request.',
  },
  import_unknown: {
    status: 404,
    title: 'There is no such import',
    remedy: 'List the imports to see which there are.',
  },
  layout_unknown: {
    status: 422,
    title: 'No layout fits the file',
    remedy: 'Check that the first line names the columns of a known layout.',
  },
  love_seat_unpaired: {
    status: 422,
    title: 'Half a love seat is missing',
    remedy: 'Pair it with its neighbour, or make it an ordinary seat.',
  },
  match_contradicts: {
    status: 409,
    title: 'Another decision says that they are different',
    remedy: 'Undo that decision first, or leave these two apart.',
  },
  match_undecided: {
    status: 409,
    title: 'Nothing is decided that could be undone',
    remedy: 'List the matches that were made to see which there are.',
  },
  match_unknown: {
    status: 404,
    title: 'There is no such match',
    remedy: 'List the matches to see which there are.',
  },
  name_taken: {
    status: 409,
    title: 'The name is taken',
    remedy: 'Choose another name.',
  },
  name_unusable: {
    status: 422,
    title: 'Not a name',
    remedy: 'Give 1 to 80 characters.',
  },
  origin_foreign: {
    status: 403,
    title: 'Another site tried to write here',
    remedy: 'Use the console on its own address, or a client without an Origin.',
  },
  payment_unknown: {
    status: 404,
    title: 'There is no such payment',
    remedy: 'Check the provider and its reference.',
  },
  period_unknown: {
    status: 404,
    title: 'There is no such period',
    remedy: 'It may have been ended already; list the periods again.',
  },
  period_unusable: {
    status: 422,
    title: 'Not a period',
    remedy: 'Give a beginning, and an end after it or none, as ISO instants.',
  },
  place_outside: {
    status: 422,
    title: 'A seat stands outside the grid',
    remedy: 'Move it inside; places go by half steps.',
  },
  places_overlap: {
    status: 422,
    title: 'Two seats stand on each other',
    remedy: 'Move one of them by a whole step.',
  },
  plan_changed: {
    status: 409,
    title: 'Somebody else saved the plan meanwhile',
    remedy: 'Open the newest version and draw on that.',
  },
  plan_empty: {
    status: 422,
    title: 'The plan has no seat',
    remedy: 'Draw a row first.',
  },
  plan_file_unknown: {
    status: 422,
    title: 'The file is no seat plan known here',
    remedy: 'Give CSV with the columns row and number, or JSON of Fullhouse.',
  },
  plan_malformed: {
    status: 422,
    title: 'The plan was not understood',
    remedy: 'Mend the seat, line or area that is named.',
  },
  plan_too_large: {
    status: 422,
    title: 'The plan is too large',
    remedy: 'A plan has at most 2,000 seats, its file 2 MB.',
  },
  plan_unknown: {
    status: 404,
    title: 'There is no such seat plan',
    remedy: 'Draw and save one, or name a version that is listed.',
  },
  provider_unavailable: {
    status: 503,
    title: 'The payment service does not answer',
    remedy: 'Try again in a moment with the same key, or pay another way.',
  },
  provider_unknown: {
    status: 422,
    title: 'There is no such payment service',
    remedy: 'Name one that this house pays with.',
  },
  question_malformed: {
    status: 400,
    title: 'The question was not understood',
    remedy: 'Use the metrics, dimensions and filters that /v1/registry lists.',
  },
  question_too_large: {
    status: 422,
    title: 'The question would cost too much',
    remedy: 'Ask for fewer days, or split by fewer things.',
  },
  rate_missing: {
    status: 422,
    title: 'There is no rate to that currency',
    remedy: 'Import a table of rates that has those days, or ask by currency.',
  },
  request_in_flight: {
    status: 409,
    title: 'The same request is still being answered',
    remedy: 'Wait, and send it again with the same key.',
  },
  request_malformed: {
    status: 400,
    title: 'The request was not understood',
    remedy: 'Check its address and headers.',
  },
  return_to_foreign: {
    status: 422,
    title: 'The way back leads elsewhere',
    remedy: 'Give a path of this house, such as /shop/orders/7.',
  },
  route_unknown: {
    status: 404,
    title: 'There is nothing at this address',
    remedy: 'See /v1/openapi.json for what there is.',
  },
  sample_busy: {
    status: 409,
    title: 'The sample circuit is being removed',
    remedy: 'Wait until it is gone, then make it again.',
  },
  seat_twice: {
    status: 422,
    title: 'Two seats have the same row and number',
    remedy: 'Renumber the row, or give it another letter.',
  },
  seat_unknown: {
    status: 422,
    title: 'The plan has no such seat',
    remedy: 'Use seats of the newest version, as printed on the ticket.',
  },
  shift_closed: {
    status: 409,
    title: 'The shift is closed',
    remedy: 'Open the next shift of the till.',
  },
  shift_open: {
    status: 409,
    title: 'The till has an open shift',
    remedy: 'Close it first, or go on in it.',
  },
  shift_unknown: {
    status: 404,
    title: 'There is no such shift',
    remedy: 'List the shifts of the cinema to see which there are.',
  },
  timezone_unknown: {
    status: 422,
    title: 'Not a time zone',
    remedy: 'Give a name such as America/Chicago.',
  },
  unavailable: {
    status: 503,
    title: 'An engine is away',
    remedy: 'It is being restarted; try again in a few seconds.',
  },
  ...CHART_REFUSALS,
  ...FILE_REFUSALS,
  ...FINDING_REFUSALS,
  ...IMPORT_REFUSALS,
  ...PROGRAMME_REFUSALS,
  ...RECONCILE_REFUSALS,
  ...REPORTS_REFUSALS,
  ...SELLING_REFUSALS,
} as const satisfies Readonly<Record<string, RefusalRule>>

export type Refusal = keyof typeof REFUSALS

/** What any operation of a method may refuse, beside what it names itself. */
export const COMMON_REFUSALS: Readonly<Record<'GET' | 'POST' | 'DELETE', readonly Refusal[]>> = {
  GET: ['host_foreign', 'request_malformed', 'unavailable'],
  DELETE: ['host_foreign', 'origin_foreign', 'request_malformed', 'unavailable'],
  POST: [
    'body_too_large',
    'host_foreign',
    'idempotency_key_missing',
    'idempotency_key_reused',
    'origin_foreign',
    'request_in_flight',
    'request_malformed',
    'unavailable',
  ],
}
