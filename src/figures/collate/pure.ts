export type {
  Fates,
  FileView,
  ImportState,
  ImportView,
  QuarantineReason,
  QuarantineView,
} from './import.ts'
