import type { FactTableShape } from '#warehouse'
import type { Decision, Fate, PreparedRow } from './batch.ts'
import { correctedRows } from './batch.ts'
import type { FactRow } from './fact-row.ts'
import { totalsOf } from './fact-total.ts'
import type { Change, Gain, Note } from './import-batch-store.ts'
import type { QuarantinedLine } from './quarantine-store.ts'
import type { Portion, ReadRow } from './reading.ts'

/** What a portion adds to the figures of its import; the four fates add up to its rows. */
export function gainOf(
  portion: Portion,
  rows: readonly PreparedRow[],
  decision: Decision,
  sent: readonly FactRow[],
  shape: FactTableShape,
): Gain {
  const times = new Map<string, number>()
  for (const fate of decision.fates) times.set(fate, (times.get(fate) ?? 0) + 1)
  const count = (...wanted: readonly Fate[]) =>
    wanted.reduce((sum, fate) => sum + (times.get(fate) ?? 0), 0)
  return {
    accepted: count('a', 'c', 'm'),
    corrected: correctedRows(decision, rows),
    duplicate: count('d'),
    quarantined: count('q'),
    empty: count('e'),
    withdrawn: 0,
    bytesRead: portion.bytesRead,
    ...totalsOf(sent, shape),
  }
}

/** What took another's place, with the line that brought it. */
export function changesOf(
  lines: readonly number[],
  rows: readonly PreparedRow[],
  decision: Decision,
): Change[] {
  const changes: Change[] = []
  let place = 0
  rows.forEach(({ facts }, at) => {
    for (const { row } of facts) {
      const before = decision.changes.get(place)
      if (before) changes.push({ place, line: lines[at], before, after: row })
      place++
    }
  })
  return changes
}

export function notesOf(rows: readonly ReadRow[]): Note[] {
  return rows.flatMap(({ row, read }) =>
    read.fate === 'row' && read.notes ? read.notes.map((say) => ({ line: row.line, say })) : [],
  )
}

export function quarantineOf(rows: readonly ReadRow[]): QuarantinedLine[] {
  return rows.flatMap(({ row, read }) => {
    if (read.fate !== 'quarantined') return []
    const { line, raw, cells } = row
    return [{ line, reason: read.reason, say: read.say, raw, ...(cells && { cells }) }]
  })
}
