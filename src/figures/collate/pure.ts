export type {
  FindingState,
  FindingView,
  Note,
  Rows,
  RunView,
  Severity,
  Value,
} from './checks/finding.ts'
export { FINDING_STATES, SEVERITIES } from './checks/finding.ts'
export type {
  ChangeView,
  Fates,
  FileView,
  ImportState,
  ImportTotal,
  ImportView,
  QuarantineReason,
  QuarantineState,
  QuarantineView,
} from './import.ts'
export type { Field } from './mapping/fields.ts'
export { FIELD_SHAPES, FIELDS, TABLE_SHAPES } from './mapping/fields.ts'
export type {
  ColumnOptions,
  ColumnRule,
  ColumnsMapping,
  MappedTable,
  Mapping,
} from './mapping/mapping.ts'
export { DATE_FORMS, MAPPED_TABLES, SCOPES, UNITS } from './mapping/mapping.ts'
export type {
  Choice,
  MappingPreview,
  MappingView,
  PreviewRow,
  Proposal,
  ProposedColumn,
  Question,
  SavedMapping,
} from './mapping/proposal.ts'
export type { Cause, CauseFigure, CauseId } from './reconcile/cause.ts'
export { CAUSE_SENTENCES, fillSentence } from './reconcile/cause.ts'
export type { Drill, DrillSide } from './reconcile/drill.ts'
export type {
  ReconcileBy,
  ReconcileFigure,
  ReconcileMetric,
  ReconcileRow,
  Reconciliation,
  RowState,
  SideKind,
  SideView,
  SourceFigures,
  SourceView,
} from './reconcile/reconciliation.ts'
export { RECONCILE_BY, RECONCILE_METRICS, SIDE_KINDS } from './reconcile/reconciliation.ts'
export type { Restatement, RestatementCause, Restatements } from './reconcile/restatement.ts'
export { RESTATEMENT_SENTENCES } from './reconcile/restatement.ts'
