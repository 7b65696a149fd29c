import { useCallback, useMemo, useReducer, useState } from 'react'
import type { PlanAction, PlanProblem, SeatPlan } from '#venues/pure'
import {
  EMPTY_PLAN,
  loveMate,
  openHistory,
  planHistory,
  planProblems,
  rowNames,
  seatId,
} from '#venues/pure'

export type Tool = 'select' | 'draw'

export type SeatEditor = {
  readonly plan: SeatPlan
  readonly canUndo: boolean
  readonly canRedo: boolean
  readonly refused: PlanProblem | undefined
  readonly problems: readonly PlanProblem[]
  readonly chosen: ReadonlySet<string>
  /** Rows of the chosen seats. */
  readonly rows: readonly string[]
  readonly tool: Tool
  setTool(tool: Tool): void
  act(action: PlanAction): void
  choose(seats: readonly string[], how?: 'only' | 'more' | 'toggle'): void
}

/** A plan being drawn: its history, and the seats that the next change is about. */
export function useSeatEditor(first: SeatPlan | undefined): SeatEditor {
  const [history, act] = useReducer(planHistory, first ?? EMPTY_PLAN, openHistory)
  const [asked, setAsked] = useState<readonly string[]>([])
  const [tool, setTool] = useState<Tool>(first ? 'select' : 'draw')
  const { plan } = history
  const problems = useMemo(() => planProblems(plan), [plan])
  // A renumbered row's seats have other ids: what is no longer there is not chosen.
  const chosen = useMemo(() => withMates(plan, asked), [plan, asked])
  const rows = useMemo(() => rowsOf(plan, chosen), [plan, chosen])
  const choose = useCallback(
    (seats: readonly string[], how: 'only' | 'more' | 'toggle' = 'only') => {
      setAsked((before) => {
        if (how === 'only') return seats
        if (how === 'more') return [...new Set([...before, ...seats])]
        const known = new Set(before)
        const kept = before.filter((seat) => !seats.includes(seat))
        return [...kept, ...seats.filter((seat) => !known.has(seat))]
      })
    },
    [],
  )
  return {
    plan,
    canUndo: history.past.length > 0,
    canRedo: history.future.length > 0,
    refused: history.refused,
    problems,
    chosen,
    rows,
    tool,
    setTool,
    act,
    choose,
  }
}

/** A love seat is chosen whole. */
function withMates({ seats }: SeatPlan, asked: readonly string[]): ReadonlySet<string> {
  const wanted = new Set(asked)
  const found = seats.filter((seat) => wanted.has(seatId(seat)))
  return new Set(found.flatMap((seat) => [seat, loveMate(seats, seat) ?? seat]).map(seatId))
}

function rowsOf(plan: SeatPlan, chosen: ReadonlySet<string>): readonly string[] {
  const inChosen = new Set(
    plan.seats.filter((seat) => chosen.has(seatId(seat))).map(({ row }) => row),
  )
  return rowNames(plan).filter((row) => inChosen.has(row))
}
