import type { RefusalRule } from './refusal-rule.ts'

/** What may be refused of checks and what they found. */
export const FINDING_REFUSALS = {
  finding_unknown: {
    status: 404,
    title: 'There is no such finding any more',
    remedy: 'It may have gone away by itself; list the findings again.',
  },
} as const satisfies Record<string, RefusalRule>
