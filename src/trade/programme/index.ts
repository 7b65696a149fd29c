export { filmIds, filmNames } from './film-store.ts'
export { PROGRAMME_MIGRATIONS } from './migrations.ts'
export type { Source, SourceKind } from './source-store.ts'
export { sourceId, sourceNames } from './source-store.ts'
