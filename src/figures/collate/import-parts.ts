import type { Log } from '#kernel'
import type { Store } from '#store'
import type { Warehouse } from '#warehouse'
import type { MappingSource } from './resolve-layout.ts'

/** What importing works on. */
export type ImportParts = {
  readonly store: Store
  readonly warehouse: Warehouse
  /** Where source files are kept. */
  readonly folder: string
  readonly log: Log
  readonly mappings: MappingSource
  /** What looks at an import's facts when it is done. What breaks there breaks no import. */
  readonly afterImport: readonly Look[]
}

/** At each import that has ended, or once for those of an organisation that ended meanwhile. */
export type Look = {
  readonly of: 'import' | 'organisation'
  look(parts: AfterImport): Promise<void>
}

export type AfterImport = {
  readonly store: Store
  readonly warehouse: Warehouse
  readonly importId: number
  readonly organisationId: number
}

export type ImportRun = ImportParts & { readonly signal: AbortSignal }
