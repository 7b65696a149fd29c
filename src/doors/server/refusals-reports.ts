import type { RefusalRule } from './refusal-rule.ts'

/** What may be refused of notes and saved views. */
export const REPORTS_REFUSALS = {
  note_unknown: {
    status: 404,
    title: 'There is no such note any more',
    remedy: 'It may have been taken away already; ask for the annotations again.',
  },
  note_unusable: {
    status: 422,
    title: 'Not a note',
    remedy: 'Give a text, a first day, and a last day that is not before it.',
  },
  view_unknown: {
    status: 404,
    title: 'There is no such saved view any more',
    remedy: 'List the saved views to see which there are.',
  },
  view_unusable: {
    status: 422,
    title: 'Not a view that can be saved',
    remedy: 'Give the path of a page of this console, and what stands behind its question mark.',
  },
} as const satisfies Record<string, RefusalRule>
