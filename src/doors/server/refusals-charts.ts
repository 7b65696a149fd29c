import type { RefusalRule } from './refusal-rule.ts'

/** What may be refused of charts as pictures. */
export const CHART_REFUSALS = {
  chart_busy: {
    status: 503,
    title: 'Many charts are being drawn',
    remedy: 'Try again in a few seconds.',
  },
  chart_font_missing: {
    status: 422,
    title: 'No font has some of the letters',
    remedy: 'Ask for format=svg, which takes its fonts from where it is shown, or install a font.',
  },
  chart_unfit: {
    status: 422,
    title: 'These figures fit no chart',
    remedy: 'Ask by one or two dimensions, or take the rows as a file from /v1/answers/file.',
  },
} as const satisfies Readonly<Record<string, RefusalRule>>
