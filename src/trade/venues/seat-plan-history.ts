import type { SeatPlan } from './seat-plan.ts'
import type { PlanProblem } from './seat-plan-check.ts'
import type { PlanEdit } from './seat-plan-edit.ts'
import { editPlan } from './seat-plan-edit.ts'

/** What was drawn, with the way back and forth. */
export type PlanHistory = {
  readonly plan: SeatPlan
  readonly past: readonly SeatPlan[]
  readonly future: readonly SeatPlan[]
  /** Why the last change was not made. */
  readonly refused?: PlanProblem
}

export type PlanAction =
  | PlanEdit
  | { readonly do: 'undo' }
  | { readonly do: 'redo' }
  /** Another plan in the place of this one, by import: can be undone like any change. */
  | { readonly do: 'replace'; readonly plan: SeatPlan }
  /** Another plan altogether: nothing before it can come back. */
  | { readonly do: 'open'; readonly plan: SeatPlan }

const STEPS_MAX = 200

export function openHistory(plan: SeatPlan): PlanHistory {
  return { plan, past: [], future: [] }
}

export function planHistory(history: PlanHistory, action: PlanAction): PlanHistory {
  const { plan, past, future } = history
  switch (action.do) {
    case 'open':
      return openHistory(action.plan)
    case 'undo': {
      const before = past.at(-1)
      if (!before) return history
      return { plan: before, past: past.slice(0, -1), future: [plan, ...future] }
    }
    case 'redo': {
      const [after, ...rest] = future
      return after ? { plan: after, past: [...past, plan], future: rest } : history
    }
    case 'replace':
      return step(history, action.plan)
    default: {
      const edited = editPlan(plan, action)
      if (edited.ok) return step(history, edited.value)
      const { refusal, say } = edited
      return { plan, past, future, refused: { refusal, say } }
    }
  }
}

function step({ plan, past }: PlanHistory, next: SeatPlan): PlanHistory {
  return { plan: next, past: [...past, plan].slice(-STEPS_MAX), future: [] }
}
