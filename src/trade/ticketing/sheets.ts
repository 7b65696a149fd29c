import type { SaleSheet } from './sale-sheet.ts'

/** Sale sheets by screening, kept while they are right; a step finds out when one is not. */
export type Sheets = {
  get(screening: bigint): Promise<SaleSheet | undefined>
  forget(screening: bigint): void
}

/** As many as a circuit of a thousand auditoria has on sale in a week. */
const SHEETS_MAX = 40_000

export function createSheets(read: (screening: bigint) => Promise<SaleSheet | undefined>): Sheets {
  const kept = new Map<bigint, Promise<SaleSheet | undefined>>()
  return {
    get(screening) {
      const known = kept.get(screening)
      if (known) return known
      const reading = read(screening)
      kept.set(screening, reading)
      const oldest = kept.keys().next()
      if (kept.size > SHEETS_MAX && !oldest.done) kept.delete(oldest.value)
      // What could not be read, and what is not there yet, is looked for again.
      const drop = () => {
        if (kept.get(screening) === reading) kept.delete(screening)
      }
      reading.then((sheet) => sheet ?? drop(), drop)
      return reading
    },
    forget: (screening) => void kept.delete(screening),
  }
}
