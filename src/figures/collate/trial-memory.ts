import { randomUUID } from 'node:crypto'
import { hash64 } from '#kernel'
import { factTableShape } from '#warehouse'
import type { PreparedRow } from './batch.ts'
import { seer } from './prepare.ts'
import { forgetSeen, missingRows, noteSeen, seenBody } from './seen-store.ts'
import type { Trial } from './try-out.ts'

/** So many are counted at most; nobody takes back more without looking twice. */
export const MISSING_MAX = 10_000

/**
 * What a trial saw, kept as an import keeps it, under a number of its own, and forgotten when it is over:
 * so it finds by the very same statement what the file, being whole, no longer has.
 */
export type TrialMemory = {
  note(rows: readonly PreparedRow[]): Promise<void>
  /** Facts that stand and that the file lacks, MISSING_MAX at most. */
  missing(): Promise<number>
  forget(): Promise<void>
}

const NOTHING: TrialMemory = {
  note: async () => undefined,
  missing: async () => 0,
  forget: async () => undefined,
}

/** A memory where something can be missing at all. */
export function createTrialMemory({ warehouse, layout, place, territory }: Trial): TrialMemory {
  const { scope } = layout.meaning
  if (!place || scope === 'part') return NOTHING
  const shape = factTableShape(layout.table)
  const memory = hash64(randomUUID())
  const seenOf = seer(shape)
  let number = 0
  return {
    async note(rows) {
      number++
      const seen = rows.flatMap(({ facts }) => facts.map(({ row }) => seenOf(row, 0n)))
      const body = seenBody(memory, number, seen)
      if (body !== undefined) await noteSeen(warehouse, `trial-${memory}-${number}`, body)
    },
    async missing() {
      const whole = { ...place, memory, laterMemories: [], scope, territory }
      return (await missingRows(warehouse, shape, whole, MISSING_MAX)).length
    },
    forget: () => forgetSeen(warehouse, memory),
  }
}
