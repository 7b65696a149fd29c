import type { Member } from './decide-pairs.ts'
import type { WordWeights } from './word-weights.ts'

/** What is known of a cinema, from whoever speaks of it. */
export type CinemaKnown = {
  readonly id: number
  readonly name: string
  /** Empty where no file says it. */
  readonly city: string
  readonly timezone: string
  readonly currency: string
  readonly reported: boolean
  readonly sources: readonly number[]
  readonly chain: string
  readonly address: string
  /** An authority's number for it. */
  readonly code: string
  /** Degrees. */
  readonly place?: { readonly latitude: number; readonly longitude: number }
}

/** A cinema's name and city, ready to be compared. */
export type CinemaRead = {
  readonly cinema: CinemaKnown
  readonly words: readonly string[]
  readonly key: string
  readonly numbers: readonly string[]
  readonly city: readonly string[]
  /** The name without the words of its city. */
  readonly local: readonly string[]
  readonly address: readonly string[]
  readonly chain: string
}

export type CinemaCorpus = {
  readonly cinemas: readonly CinemaRead[]
  readonly weights: WordWeights
  readonly addressWeights: WordWeights
}

/**
 * A list of cinemas calls two cinemas two; of one whose files are ours, somebody may have typed two
 * names.
 */
export function cinemaMember({ id, reported, sources }: CinemaKnown): Member {
  return { id, apartIn: reported ? sources : [] }
}
