export type { AuditoriumView, DescribedCinema } from './auditorium-store.ts'
export { addAuditorium, auditoria, auditoriumById, openCinema } from './auditorium-store.ts'
export type { CinemaView, Feed, FeedState, OrganisationView } from './cinema.ts'
export { AGEING_AFTER_MS, feedState, STALE_AFTER_MS } from './cinema.ts'
export { VENUES_MIGRATIONS } from './migrations.ts'
export type { CinemaNamed } from './named-cinema-store.ts'
export { cinemaKey, namedCinemaIds } from './named-cinema-store.ts'
export type { NewOutOfOrder, OutOfOrderView } from './out-of-order-store.ts'
export { endOutOfOrder, outOfOrder, takeOutOfOrder } from './out-of-order-store.ts'
export type { RoomNamed } from './room-store.ts'
export { auditoriumNames, knownRoomIds, namedRoomIds, roomKey } from './room-store.ts'
export type { Seat, SeatPlan } from './seat-plan.ts'
export { SEAT_KINDS, SEATS_MAX } from './seat-plan.ts'
export type { PlanProblem, PlanRefusal } from './seat-plan-check.ts'
export { planProblems } from './seat-plan-check.ts'
export { planToCsv } from './seat-plan-csv.ts'
export type { PlanDraft, PlanForm } from './seat-plan-file.ts'
export { PLAN_FILE_BYTES_MAX, PLAN_FORMS, planToJson, readPlanFile } from './seat-plan-file.ts'
export type { StatusCount } from './seat-plan-status.ts'
export type { PlanToSave, PlanVersion, SavedPlan } from './seat-plan-store.ts'
export { planVersions, savedPlan, savePlan } from './seat-plan-store.ts'
export type { Cinema, NewCinema } from './venue-store.ts'
export {
  addCinema,
  addOrganisation,
  cinemaById,
  cinemaNames,
  cinemas,
  cinemaViews,
  heardFrom,
  organisations,
  removeOrganisation,
} from './venue-store.ts'
