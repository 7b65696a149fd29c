import type { ComparisonId } from '#metrics/pure'

/** What figures can be held against, in the order in which it is offered. */
export const COMPARISON_IDS = [
  'previous',
  'weekday',
  'year',
  'holiday',
  'releaseWeek',
] as const satisfies readonly ComparisonId[]
