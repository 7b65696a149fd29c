/** How a refusal leaves the house: its HTTP status, its title, and what whoever asked can do. */
export type RefusalRule = {
  readonly status: number
  readonly title: string
  readonly remedy: string
}

/** Every refusal there is. The reference page and the problem types are made from this table. */
export const REFUSALS = {
  basis_unknown: {
    status: 422,
    title: 'There is no such basis',
    remedy: 'Ask on the basis "tickets", or leave basis out.',
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
  origin_foreign: {
    status: 403,
    title: 'Another site tried to write here',
    remedy: 'Use the console on its own address, or a client without an Origin.',
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
