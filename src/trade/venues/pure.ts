export type { CinemaView, Feed, FeedState, OrganisationView } from './cinema.ts'
export { AGEING_AFTER_MS, feedState, STALE_AFTER_MS } from './cinema.ts'
export type { Area, Place, Seat, SeatKind, SeatPlan } from './seat-plan.ts'
export {
  EMPTY_PLAN,
  freshRowName,
  GRID_MAX,
  loveMate,
  nextRowName,
  rowNames,
  seatId,
} from './seat-plan.ts'
export type { PlanProblem, PlanRefusal } from './seat-plan-check.ts'
export { parsePlan, planProblems } from './seat-plan-check.ts'
export type { Numbering, PlanEdit } from './seat-plan-edit.ts'
export { editPlan, placesAlong } from './seat-plan-edit.ts'
export type { PlanAction, PlanHistory } from './seat-plan-history.ts'
export { openHistory, planHistory } from './seat-plan-history.ts'
