export type { Fates, ImportState, ImportView, QuarantineView } from './import.ts'
