import type { ReconcileFigure, ReconcileMetric } from './reconciliation.ts'

/** Why a total to date is not what it was before and the days since. */
export const RESTATEMENT_CAUSES = [
  'days_missing',
  'day_left_out',
  'day_twice',
  'earlier_day_taken_back',
  'earlier_day_again',
  'put_right',
  'unknown',
] as const
export type RestatementCause = (typeof RESTATEMENT_CAUSES)[number]

/** A day on which the total to date is not the last one known and the days since. */
export type Restatement = {
  readonly filmId: string
  readonly film: string
  readonly territory?: string
  readonly cinemaId?: string
  readonly day: string
  /** The last day before it of which a total is known. */
  readonly since: string
  readonly before: ReconcileFigure
  /** What the days since come to, this one among them. */
  readonly days: ReconcileFigure
  readonly total: ReconcileFigure
  /** By how much the total is more than before and days. */
  readonly amount: ReconcileFigure
  /** Days between the two totals of which nothing is known. */
  readonly daysMissing: number
  /** The total is less than the one before. */
  readonly falls: boolean
  readonly cause: RestatementCause
  /** The day that the cause points to. */
  readonly causeDay?: string
  /** The cause in a sentence. */
  readonly say: string
}

export type Restatements = {
  readonly sourceId: string
  readonly source: string
  readonly metric: ReconcileMetric
  readonly currency?: string
  /** Days with a total to date. */
  readonly totals: number
  /** Those of them with a total before them, so that they can be told to be restated. */
  readonly followed: number
  readonly count: number
  /** Those that follow the total of the very day before. */
  readonly nextDay: number
  readonly falls: number
  /** What all of them come to, those that add and those that take away by themselves. */
  readonly added: ReconcileFigure
  readonly taken: ReconcileFigure
  /** By size, largest first. */
  readonly rows: readonly Restatement[]
}

/** What a restatement is judged by. */
export type Judged = {
  readonly amount: bigint
  readonly dayFigure: bigint
  readonly daysMissing: number
  /** Earlier day figures of the film and place, oldest first. */
  readonly earlierDays: readonly { readonly day: string; readonly value: bigint }[]
  /** Amounts of its earlier restatements. */
  readonly earlierAmounts: readonly { readonly day: string; readonly amount: bigint }[]
}

/** The likely cause, and the day that it points to. */
export function judgeRestatement(judged: Judged): {
  readonly cause: RestatementCause
  readonly day?: string
} {
  const { amount, dayFigure, daysMissing, earlierDays, earlierAmounts } = judged
  const undone = earlierAmounts.findLast((one) => one.amount === -amount)
  if (undone) return { cause: 'put_right', day: undone.day }
  if (daysMissing > 0 && amount > 0n) return { cause: 'days_missing' }
  if (dayFigure !== 0n && amount === -dayFigure) return { cause: 'day_left_out' }
  if (dayFigure !== 0n && amount === dayFigure) return { cause: 'day_twice' }
  const taken = earlierDays.findLast(({ value }) => value !== 0n && value === -amount)
  if (taken) return { cause: 'earlier_day_taken_back', day: taken.day }
  const again = earlierDays.findLast(({ value }) => value !== 0n && value === amount)
  if (again) return { cause: 'earlier_day_again', day: again.day }
  return { cause: 'unknown' }
}

/** English sentences; {day} and {days} stand for what the cause points to. */
export const RESTATEMENT_SENTENCES: Readonly<Record<RestatementCause, string>> = {
  days_missing: 'Nothing is known of {days} days between; they may have come to this.',
  day_left_out: 'The day itself is not in the total.',
  day_twice: 'The day itself is in the total twice.',
  earlier_day_taken_back: 'Just the figure of {day}, which is no longer in it.',
  earlier_day_again: 'Just the figure of {day}, which is in it once more.',
  put_right: 'It undoes the restatement of {day}.',
  unknown: 'The total was restated; the file does not say for which day.',
}
