import type { RefusalRule } from './refusal-rule.ts'

/** What may be refused of films, prices and the programme. */
export const PROGRAMME_REFUSALS = {
  currency_differs: {
    status: 422,
    title: 'The price card is in another currency',
    remedy: 'Use a price card in the currency that the cinema trades in.',
  },
  film_unknown: {
    status: 404,
    title: 'There is no such film',
    remedy: 'List the films of the organisation to see which there are.',
  },
  film_unusable: {
    status: 422,
    title: 'That cannot be said of a film',
    remedy: 'Put right what is named.',
  },
  organisation_unknown: {
    status: 404,
    title: 'There is no such organisation',
    remedy: 'See /v1/house for the organisations there are.',
  },
  price_card_unknown: {
    status: 404,
    title: 'There is no such price card',
    remedy: 'List the price cards of the organisation to see which there are.',
  },
  release_taken: {
    status: 409,
    title: 'The film has that release already',
    remedy: 'Use it, or give another format, language or subtitles.',
  },
  release_unknown: {
    status: 404,
    title: 'There is no such release',
    remedy: 'List the films of the organisation to see their releases.',
  },
  release_unusable: {
    status: 422,
    title: 'That cannot be said of a release',
    remedy: 'Put right what is named.',
  },
  releases_too_many: {
    status: 422,
    title: 'The film has too many releases',
    remedy: 'Use one of those that are there.',
  },
  runtime_needed: {
    status: 422,
    title: 'How long the film runs is not known',
    remedy: 'Give the film’s runtime, or the minutes of this screening.',
  },
  screening_not_planned: {
    status: 409,
    title: 'The screening is no longer only planned',
    remedy: 'What is on sale stays where it is; cancel it and plan another.',
  },
  screening_overlaps: {
    status: 409,
    title: 'Something else is in the auditorium then',
    remedy: 'Choose another time or auditorium, or move what is in the way.',
  },
  screening_unusable: {
    status: 422,
    title: 'That cannot be planned',
    remedy: 'Put right what is named.',
  },
  tariff_changed: {
    status: 409,
    title: 'Somebody else changed the prices meanwhile',
    remedy: 'Read the newest version, and make yours on it.',
  },
  tariff_unusable: {
    status: 422,
    title: 'That cannot be a tariff',
    remedy: 'Put right the line that is named.',
  },
  time_skipped: {
    status: 422,
    title: 'The clock skips this time on that day',
    remedy: 'Choose a time before or after the hour that is skipped.',
  },
} as const satisfies Readonly<Record<string, RefusalRule>>
