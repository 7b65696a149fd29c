import type { MoneyWire } from '#kernel/pure'

export const MATCH_KINDS = ['film', 'cinema'] as const
export type MatchKind = (typeof MATCH_KINDS)[number]

export const VERDICTS = ['same', 'different'] as const
export type Verdict = (typeof VERDICTS)[number]

/** Waiting for somebody's verdict; decided; or a decision undone by hand, which is never proposed again. */
export const MATCH_STATES = ['open', 'made', 'undone'] as const
export type MatchState = (typeof MATCH_STATES)[number]

export type Evidence = {
  /** A sentence that a cinema manager understands. */
  readonly say: string
  readonly speaks: 'for' | 'against'
}

/** One of the two films or cinemas that may be the same. */
export type MatchSide = {
  readonly id: string
  readonly name: string
  /** The source's own code, where one title may be two films. */
  readonly toldApart?: string
  /** The same film's title in another language or writing. */
  readonly otherName?: string
  /** Of a cinema. */
  readonly city?: string
  /** Known from others' figures only: not one of ours. */
  readonly reported: boolean
  /** Whose files speak of it. */
  readonly sources: readonly string[]
  /** Of all figures of it, ISO dates. */
  readonly firstDay?: string
  readonly lastDay?: string
  /** One amount a currency: our own tickets, else the most that one source reports. */
  readonly gross: readonly MoneyWire[]
  readonly year?: number
  readonly distributor?: string
}

/** A pair that may be the same film or cinema, and what was decided of it. */
export type MatchView = {
  readonly id: string
  readonly kind: MatchKind
  readonly left: MatchSide
  readonly right: MatchSide
  /** How sure it is that the two are the same, 0 to 1. */
  readonly score: number
  readonly evidence: readonly Evidence[]
  readonly state: MatchState
  readonly verdict?: Verdict
  readonly how?: 'automatic' | 'by_hand'
  /** ISO instant. */
  readonly madeAt?: string
}

/** What a run did. */
export type MatchRun = {
  readonly films: number
  readonly cinemas: number
  /** Automatic decisions made and withdrawn by this run. */
  readonly made: number
  readonly withdrawn: number
  /** Pairs that wait for a verdict now. */
  readonly open: number
  readonly milliseconds: number
}
