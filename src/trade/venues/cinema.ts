/** How late a cinema that reports live may be before its figures say so; settings, these the defaults. */
export const AGEING_AFTER_MS = 5_000
export const STALE_AFTER_MS = 120_000

/**
 * How a cinema's figures stand. `file`: it does not report live, its figures come by files.
 * `silent`: it reports live and today nothing came at all.
 */
export type FeedState = 'fresh' | 'ageing' | 'stale' | 'silent' | 'file'

export type Feed = {
  readonly live: boolean
  /** When we last heard from it (a sale or a sign of life), epoch ms. */
  readonly heardAtMs?: number
  /** When its present trading day began, epoch ms. */
  readonly dayStartedAtMs: number
}

export function feedState(feed: Feed, nowMs: number): FeedState {
  if (!feed.live) return 'file'
  if (feed.heardAtMs === undefined || feed.heardAtMs < feed.dayStartedAtMs) return 'silent'
  const lateMs = nowMs - feed.heardAtMs
  if (lateMs > STALE_AFTER_MS) return 'stale'
  return lateMs > AGEING_AFTER_MS ? 'ageing' : 'fresh'
}

export type CinemaView = {
  readonly id: string
  readonly organisationId: string
  readonly name: string
  readonly timezone: string
  readonly currency: string
  readonly dayStartsAt: number
  readonly sample: boolean
  readonly state: FeedState
  /** ISO instant. */
  readonly heardAt?: string
  /** Its present trading day, ISO date. */
  readonly tradingDay: string
  /** Its local time of day now, in minutes of the trading day (25:30 is 1530). */
  readonly minuteNow: number
  /** How many auditoria are known here: where there are some, seats may be sold. */
  readonly auditoria: number
}

export type OrganisationView = {
  readonly id: string
  readonly name: string
  readonly sample: boolean
  /** First and last trading day with figures, ISO dates; absent while there are none. */
  readonly firstDay?: string
  readonly lastDay?: string
}
