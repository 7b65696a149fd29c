import type { RefusalRule } from './refusal-rule.ts'

/** What laying two sources side by side may refuse. */
export const RECONCILE_REFUSALS = {
  days_not_stated: {
    status: 422,
    title: 'These figures cannot be laid out by those days',
    remedy: 'Ask by film or cinema, or name another kind of its figures.',
  },
  figures_of_no_kind: {
    status: 422,
    title: 'The source has no figures of that kind',
    remedy: 'Name one of the kinds that it has, or another source.',
  },
  reconcile_currency_needed: {
    status: 422,
    title: 'Amounts of two currencies would be subtracted',
    remedy: 'Name one currency that both sides have.',
  },
  reconcile_too_large: {
    status: 422,
    title: 'More rows than can be laid side by side',
    remedy: 'Ask for fewer days, or by film instead of by film and day.',
  },
  source_has_no_figures: {
    status: 422,
    title: 'The source says nothing of that metric',
    remedy: 'Ask for a metric that it has, or name another source.',
  },
  source_unknown: {
    status: 404,
    title: 'There is no such source, or more than one',
    remedy: 'Name one of the choices; see /v1/sources.',
  },
} as const satisfies Readonly<Record<string, RefusalRule>>
