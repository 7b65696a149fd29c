export type { Aliases, AliasGroup, AliasKind } from './alias-store.ts'
export {
  createAliasReader,
  keepAliasGroups,
  NO_ALIASES,
  namedBy,
  namingMembers,
} from './alias-store.ts'
export type { CalendarOf } from './calendar.ts'
export { calendarText } from './calendar.ts'
export type { Move } from './change-screening-store.ts'
export { moveScreening, removeScreening } from './change-screening-store.ts'
export type { Copied, DaysToCopy } from './copy-screenings-store.ts'
export { copyScreenings } from './copy-screenings-store.ts'
export type { FilmDetails, FilmSaid, FilmView, ReleaseSaid, ReleaseView } from './film.ts'
export type { FilmCard, FilmLookup } from './film-lookup-store.ts'
export { filmCard, filmLookups } from './film-lookup-store.ts'
export type { FilmNamed } from './film-said-store.ts'
export { filmKey, namedFilmIds } from './film-said-store.ts'
export { addFilm, changeFilm, filmIds, filmNames, filmViews } from './film-store.ts'
export { PROGRAMME_MIGRATIONS } from './migrations.ts'
export type { PlanScreeningsRefusal, ScreeningsSaid } from './plan-screenings-store.ts'
export { planScreenings } from './plan-screenings-store.ts'
export type { NewPriceCard, PriceCard, Supersession } from './price-card-store.ts'
export { addPriceCard, priceCards, supersedeTariff } from './price-card-store.ts'
export type { Release } from './release-store.ts'
export { addRelease, releaseById } from './release-store.ts'
export type { EventOf } from './screening-event.ts'
export { jsonLdText, screeningEvent } from './screening-event.ts'
export {
  markCancelled,
  publishScreenings,
  screeningById,
  screeningsOfCinema,
  screeningsOn,
} from './screening-store.ts'
export type { ScreeningView } from './screening-view.ts'
export type { Shown } from './screening-view-store.ts'
export { screeningViews, VIEWS_MAX } from './screening-view-store.ts'
export type { Source, SourceKind } from './source-store.ts'
export { sourceId, sourceNames } from './source-store.ts'
export { tariffById, tariffInForce, tariffsInForce } from './tariff-store.ts'
