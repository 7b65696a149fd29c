import { faultText } from '#kernel'
import type { AfterImport, ImportParts } from './import-parts.ts'

/** What looks at facts when imports are done, one look after the other, while the importer goes on. */
export type Afterwards = {
  /** An import has ended: everything looks at it, and what looks at the whole house once for all. */
  ended(of: Pick<AfterImport, 'importId' | 'organisationId'>): void
  /** When everything has been looked at. */
  idle(): Promise<void>
}

export function createAfterwards({
  store,
  warehouse,
  log,
  afterImport,
}: Pick<ImportParts, 'store' | 'warehouse' | 'log' | 'afterImport'>): Afterwards {
  let last: Promise<void> = Promise.resolve()
  const waiting = new Set<string>()
  const look = async (name: string, work: () => Promise<void>) => {
    waiting.delete(name)
    try {
      await work()
    } catch (fault) {
      log('What looks at an import broke', { name, reason: faultText(fault) })
    }
  }
  return {
    ended({ importId, organisationId }) {
      for (const [at, { of, look: work }] of afterImport.entries()) {
        const name = `${at}-${of === 'import' ? importId : organisationId}`
        // One that has not begun yet will see this import's facts too.
        if (waiting.has(name)) continue
        waiting.add(name)
        const parts = { store, warehouse, importId, organisationId }
        last = last.then(() => look(name, () => work(parts)))
      }
    },
    idle: () => last,
  }
}
