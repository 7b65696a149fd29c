/** A piece of evidence: bits for or against, and what a cinema manager reads of it. */
export type Weighed = {
  /** Negative: against. */
  readonly bits: number
  readonly say: string
}

export function forIt(bits: number, say: string): Weighed {
  return { bits, say }
}

export function against(bits: number, say: string): Weighed {
  return { bits: -bits, say }
}

/** Everything weighed of a pair. */
export type PairWeighed = {
  readonly bits: number
  readonly evidence: readonly Weighed[]
  /** The names are equal, articles and marks aside. */
  readonly equal: boolean
  /** One of them says that it is shown again: a source that counts it apart may mean the same film. */
  readonly again: boolean
}

export function weighAll(
  evidence: readonly Weighed[],
  { equal, again }: Pick<PairWeighed, 'equal' | 'again'>,
): PairWeighed {
  return { bits: evidence.reduce((sum, { bits }) => sum + bits, 0), evidence, equal, again }
}

/** From so many bits on a match is made without asking. */
export const CERTAIN_BITS = 11
/** From so many on it is put before somebody. */
export const DOUBTFUL_BITS = 3
/** At so many bits it is as likely as not. */
const EVEN_BITS = 4

/** How sure it is, 0 to 1. */
export function scoreOf(bits: number): number {
  return 1 / (1 + 2 ** (EVEN_BITS - bits))
}
