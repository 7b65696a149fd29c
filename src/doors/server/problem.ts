import type { Refused } from '#kernel'
import type { Refusal } from './refusals.ts'
import { REFUSALS } from './refusals.ts'

/** An error on the wire: RFC 9457, with the refusal's name and, where there are some, the choices. */
export type Problem = {
  readonly type: string
  readonly title: string
  readonly status: number
  readonly detail: string
  readonly refusal?: Refusal
  readonly choices?: readonly string[]
  /** Names a fault in the log. */
  readonly id?: string
}

export function refusalProblem({ refusal, say, choices }: Refused<Refusal>): Problem {
  const { status, title } = REFUSALS[refusal]
  return {
    type: `/docs/reference/refusals#${refusal}`,
    title,
    status,
    detail: say,
    refusal,
    ...(choices && { choices }),
  }
}

/** A bug or a broken world: logged under `id`, without its inner text to whoever asked. */
export function faultProblem(id: string): Problem {
  const detail = `Something broke here, not with you. The log has it under ${id}.`
  return { type: 'about:blank', title: 'A fault', status: 500, detail, id }
}
