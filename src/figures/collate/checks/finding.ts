import type { MoneyWire } from '#kernel/pure'

/** How much a finding matters: figures are wrong; they may be; it is worth knowing. */
export const SEVERITIES = ['error', 'warning', 'notice'] as const
export type Severity = (typeof SEVERITIES)[number]

/** Found and waiting for somebody; left as it is by somebody, with a note; no longer found. */
export const FINDING_STATES = ['open', 'accepted', 'gone'] as const
export type FindingState = (typeof FINDING_STATES)[number]

/** A count, an amount, or text (an ISO day or instant among it). */
export type Value = string | number | MoneyWire

/** The rows behind a finding: columns by name, and how many more there are. */
export type Rows = {
  readonly columns: readonly string[]
  readonly rows: readonly (readonly (Value | null)[])[]
  readonly beyond: number
}

export type FindingView = {
  readonly id: string
  readonly check: string
  readonly severity: Severity
  readonly state: FindingState
  /** What is wrong, with figures, and what to do: one sentence for a cinema manager. */
  readonly say: string
  /** Which of the check's sentences it is, and the figures in it, to say it in another language. */
  readonly sentence: string
  readonly values: Readonly<Record<string, Value>>
  readonly organisationId?: string
  readonly cinemaId?: string
  readonly cinema?: string
  readonly filmId?: string
  readonly sourceId?: string
  readonly sourceKind?: string
  /** Where it is mended: the import that is the matter, or that last brought these days. */
  readonly importId?: string
  readonly firstDay?: string
  readonly lastDay?: string
  /** At stake, one amount a currency. */
  readonly money: readonly MoneyWire[]
  readonly rows: Rows
  /** ISO instants. */
  readonly firstSeenAt: string
  readonly lastSeenAt: string
  readonly goneAt?: string
  readonly acceptedAt?: string
  readonly note?: string
}

/** How the newest run went. */
export type RunView = {
  readonly id: string
  readonly why: RunReason
  readonly state: 'running' | 'done' | 'failed'
  readonly startedAt: string
  readonly finishedAt?: string
  readonly checks: number
  readonly checksDone: number
  /** Net tickets that it looked over. */
  readonly tickets: number
  readonly found: number
  readonly notes: readonly Note[]
  readonly firstDay?: string
  readonly lastDay?: string
}

/** What could not be looked at: a sentence, which of them it is, and its figures. */
export type Note = {
  readonly say: string
  readonly sentence: string
  readonly values: Readonly<Record<string, Value>>
}

export const RUN_REASONS = ['import', 'schedule', 'asked'] as const
export type RunReason = (typeof RUN_REASONS)[number]
