export type { Fates, FileView, ImportState, ImportView, QuarantineView } from './import.ts'
