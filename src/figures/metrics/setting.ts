import type { Aliases } from '#programme'
import { NO_ALIASES } from '#programme'
import type { ComparisonId } from './question.ts'

/** What is known of films and cinemas beside their facts, by the ids that facts carry. */
export type Lookups = {
  /** First day on release, ISO. */
  readonly opened: ReadonlyMap<number, string>
  readonly distributors: ReadonlyMap<number, string>
  /** The currency a cinema takes, for what has none of its own. */
  readonly currencies: ReadonlyMap<number, string>
}

export const NO_LOOKUPS: Lookups = {
  opened: new Map(),
  distributors: new Map(),
  currencies: new Map(),
}

/** How a day of another span is laid over the days asked: step by step, later. */
export type Shift = readonly ({ readonly days: number } | { readonly years: number })[]

/** The span asked, or one that it is held against. */
export type Variant = {
  readonly id: 'now' | Exclude<ComparisonId, 'releaseWeek'>
  readonly shift: Shift
  readonly from?: string
  readonly to?: string
}

/** Kinds whose periods tile time, finest first: the only ones that are summed. */
export const TILING = ['day', 'weekend', 'week', 'year'] as const
export type TilingKind = (typeof TILING)[number]

/** What a reporter's figures are made of. */
export type Reporter = {
  readonly source: number
  readonly kinds: readonly TilingKind[]
  /** There are rows of all films together; of whole territories. */
  readonly wholes: boolean
  readonly territories: boolean
}

/** Factors from one amount's smallest unit to another's: each from its day on. */
export type RateTable = {
  readonly to: string
  readonly factors: readonly {
    readonly currency: string
    readonly day: string
    /** A plain decimal of at most 24 places. */
    readonly factor: string
  }[]
}

/** Everything that a plan follows from, beside the question. */
export type Setting = {
  /** Whose facts: at least one. */
  readonly owners: readonly number[]
  /** Films and cinemas that are one. */
  readonly aliases: Aliases
  readonly lookups: Lookups
  /** The spans compared with. */
  readonly comparisons: readonly Variant[]
  /** Sources that list screenings; of more than one, each cinema-day takes the first. */
  readonly listing: readonly number[]
  /** Whose reported figures, where the basis is that. */
  readonly reporter?: Reporter
  readonly rates?: RateTable
  /** Answers from single facts, as if there were no aggregates: to measure what they are good for. */
  readonly baseOnly?: boolean
}

/** A setting without anything but its owners. */
export function plainSetting(owners: readonly number[], more: Partial<Setting> = {}): Setting {
  return {
    owners,
    aliases: NO_ALIASES,
    lookups: NO_LOOKUPS,
    comparisons: [],
    listing: [],
    ...more,
  }
}
