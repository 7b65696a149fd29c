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
