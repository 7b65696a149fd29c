import type { RefusalRule } from './refusal-rule.ts'

/** What may be refused of files and pages on their way out. */
export const FILE_REFUSALS = {
  page_unknown: {
    status: 404,
    title: 'There is no such page here',
    remedy:
      'Give the path of a page of this console, such as /today, with all that its address says.',
  },
  pdf_busy: {
    status: 503,
    title: 'Too many pages wait to be printed',
    remedy: 'Try again in a few seconds.',
  },
  pdf_late: {
    status: 504,
    title: 'The page took too long to print',
    remedy: 'Try again, or print fewer days or rows.',
  },
  pdf_unavailable: {
    status: 503,
    title: 'There is no browser to print with',
    remedy:
      'Install Chromium or Chrome on the machine that Fullhouse runs on, or name one by FULLHOUSE_BROWSER. ' +
      'On Linux on a 64-bit PC the one that comes with Fullhouse is used where there is none.',
  },
} as const satisfies Readonly<Record<string, RefusalRule>>
