export type { Check } from './checks/check.ts'
export { checkImport } from './checks/check-import.ts'
export { lastRun, newestRun, runView } from './checks/check-run-store.ts'
export type { FindingState, FindingView, RunView, Severity } from './checks/finding.ts'
export { FINDING_STATES, RUN_REASONS, SEVERITIES } from './checks/finding.ts'
export type { FindingCounts } from './checks/finding-store.ts'
export {
  acceptFinding,
  findingCounts,
  findingView,
  findingViews,
  openByCheck,
} from './checks/finding-store.ts'
export { CHECKS } from './checks/registry.ts'
export { beginChecks, runChecks, runOften } from './checks/run-checks.ts'
export type { Contract } from './contract.ts'
export { CONTRACTS } from './contract.ts'
export type {
  ChangeView,
  Fates,
  FileView,
  ImportState,
  ImportTotal,
  ImportView,
  QuarantineState,
  QuarantineView,
} from './import.ts'
export { IMPORT_STATES, QUARANTINE_REASONS } from './import.ts'
export type { AfterImport, ImportParts } from './import-parts.ts'
export { OWN_ORGANISATION } from './import-place.ts'
export { changeViews, importNotes, importView, importViews } from './import-view-store.ts'
export type { Importer, ImportRefusal, ImportRequest } from './importer.ts'
export { createImporter, resumeImports } from './importer.ts'
export type { Layout } from './layout.ts'
export { LAYOUTS } from './layouts/index.ts'
export { FIELD_SHAPES, FIELDS, TABLE_SHAPES } from './mapping/fields.ts'
export type { ColumnRule, ColumnsMapping, MappedTable, Mapping } from './mapping/mapping.ts'
export { DATE_FORMS, MAPPED_TABLES, SCOPES, UNITS } from './mapping/mapping.ts'
export { previewForFile, proposeForFile } from './mapping/mapping-desk.ts'
export {
  MAPPINGS,
  mappingById,
  mappingByName,
  mappingViews,
  saveMapping,
} from './mapping/mapping-store.ts'
export type {
  MappingPreview,
  MappingView,
  Proposal,
  ProposalContext,
  Question,
  SavedMapping,
} from './mapping/proposal.ts'
export { CONFIDENCES } from './mapping/proposal.ts'
export { readMappingText, readMappingValue } from './mapping/read-mapping.ts'
export type { CinemaKnown } from './matching/cinema-known.ts'
export { cinemaMember } from './matching/cinema-known.ts'
export { pairCinemas, pairEveryCinema } from './matching/cinema-pairs.ts'
export { decidePairs } from './matching/decide-pairs.ts'
export type { FilmMistake, FilmScore } from './matching/film-exam.ts'
export type { FilmKnown } from './matching/film-known.ts'
export { filmMembers } from './matching/film-member.ts'
export { pairEveryFilm, pairFilms } from './matching/film-pairs.ts'
export { sitesOf } from './matching/known-store.ts'
export type {
  Evidence,
  MatchKind,
  MatchRun,
  MatchSide,
  MatchState,
  MatchView,
} from './matching/match.ts'
export { MATCH_KINDS, MATCH_STATES, VERDICTS } from './matching/match.ts'
export type { MatchRefusal } from './matching/match-desk.ts'
export { decideMatch, MATCHES_SHOWN, matchViews, undoMatch } from './matching/match-desk.ts'
export type { MatchingParts } from './matching/run-matching.ts'
export { matchAfterImport, matchAll } from './matching/run-matching.ts'
export { HALVES, scoreFilms } from './matching/score-films.ts'
export type { Mended } from './mend.ts'
export type { MendingRule } from './mending-rule.ts'
export { COLLATE_MIGRATIONS } from './migrations.ts'
export { notNeeded } from './not-needed.ts'
export type { MendRefusal, QuarantineDesk } from './quarantine-desk.ts'
export type { QuarantinePage } from './quarantine-store.ts'
export { QUARANTINE_PAGE_MAX, quarantineViews, quarantineWaiting } from './quarantine-store.ts'
export { readingsAlike } from './readings-alike.ts'
export type { Cause } from './reconcile/cause.ts'
export type { Drill, DrillRequest } from './reconcile/drill.ts'
export { drill } from './reconcile/drill.ts'
export type { TextTable } from './reconcile/reconcile-table.ts'
export { reconciliationTable, restatementsTable, tableCsv } from './reconcile/reconcile-table.ts'
export type {
  ReconcileBy,
  ReconcileRefusal,
  ReconcileRequest,
  Reconciliation,
  SideKind,
  SourceView,
} from './reconcile/reconciliation.ts'
export { RECONCILE_BY, RECONCILE_METRICS, SIDE_KINDS } from './reconcile/reconciliation.ts'
export type { Restatements } from './reconcile/restatement.ts'
export { RESTATEMENT_CAUSES } from './reconcile/restatement.ts'
export { reconcile, reconcileSources } from './reconcile/run-reconcile.ts'
export { restatements } from './reconcile/run-restatements.ts'
export type { MappingSource } from './resolve-layout.ts'
export type { Tried, TriedRow } from './try-out.ts'
export type { WatchedView } from './watch.ts'
export type { Watching } from './watch-folder.ts'
export { lookOnce, watchFolder } from './watch-folder.ts'
export { watchedViews } from './watch-store.ts'
