export type { Fates, FileView, ImportState, ImportView, QuarantineView } from './import.ts'
export { QUARANTINE_REASONS } from './import.ts'
export { importView, importViews, quarantineViews } from './import-store.ts'
export type { Importer, ImportRefusal, ImportRequest } from './importer.ts'
export { createImporter, OWN_ORGANISATION, resumeImports } from './importer.ts'
export type { Layout } from './layout.ts'
export { FIELD_SHAPES, FIELDS, TABLE_SHAPES } from './mapping/fields.ts'
export type { ColumnRule, ColumnsMapping, MappedTable, Mapping } from './mapping/mapping.ts'
export { DATE_FORMS, MAPPED_TABLES, SCOPES, UNITS } from './mapping/mapping.ts'
export type {
  MappingPreview,
  MappingView,
  Proposal,
  ProposalContext,
  Question,
  SavedMapping,
} from './mapping/proposal.ts'
export { CONFIDENCES } from './mapping/proposal.ts'
export type {
  Evidence,
  MatchKind,
  MatchRun,
  MatchSide,
  MatchState,
  MatchView,
} from './matching/match.ts'
export { MATCH_KINDS, MATCH_STATES, VERDICTS } from './matching/match.ts'
export { COLLATE_MIGRATIONS } from './migrations.ts'
export { LAYOUTS } from './recognise.ts'
