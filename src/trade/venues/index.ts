export type { CinemaView, Feed, FeedState, OrganisationView } from './cinema.ts'
export { AGEING_AFTER_MS, feedState, STALE_AFTER_MS } from './cinema.ts'
export { VENUES_MIGRATIONS } from './migrations.ts'
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
