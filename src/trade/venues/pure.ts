export type { CinemaView, Feed, FeedState, OrganisationView } from './cinema.ts'
export { AGEING_AFTER_MS, feedState, STALE_AFTER_MS } from './cinema.ts'
