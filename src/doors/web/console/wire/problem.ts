/** An error as the server says it (RFC 9457). `detail` is a sentence for a person. */
export type Problem = {
  readonly title: string
  readonly status: number
  readonly detail: string
  readonly refusal?: string
  readonly choices?: readonly string[]
  /** Under which a fault stands in the log. */
  readonly id?: string
}

/** Thrown by the client, so that queries end as failed; `problem` is absent when nobody answered. */
export class WireError extends Error {
  readonly problem: Problem | undefined
  constructor(problem?: Problem) {
    super(problem?.detail ?? 'no answer')
    this.problem = problem
  }
}

/** What to show of anything that was thrown; undefined when the server could not be reached. */
export function problemOf(fault: unknown): Problem | undefined {
  return fault instanceof WireError ? fault.problem : undefined
}
