import type { TicketFact } from '#warehouse'
import type { Decision, Fate } from './batch.ts'
import type { QuarantineView } from './import.ts'
import type { Gain } from './import-store.ts'
import type { Portion, ReadRow } from './reading.ts'

/** What a portion adds to the figures of its import; the four fates add up to its rows. */
export function gainOf(portion: Portion, { fates }: Decision, facts: readonly TicketFact[]): Gain {
  const count = (...wanted: readonly Fate[]) =>
    [...fates].filter((fate) => wanted.some((one) => one === fate)).length
  const days = facts.map(({ tradingDay }) => tradingDay).toSorted()
  return {
    accepted: count('a', 'c'),
    duplicate: count('d'),
    quarantined: count('q'),
    empty: count('e'),
    bytesRead: portion.bytesRead,
    admissions: facts.reduce((sum, { quantity }) => sum + quantity, 0),
    grossMinor: facts.reduce((sum, { priceMinor }) => sum + priceMinor, 0n),
    firstDay: days[0],
    lastDay: days.at(-1),
  }
}

export function quarantineOf(rows: readonly ReadRow[]): QuarantineView[] {
  return rows.flatMap(({ row, read }) => {
    if (read.fate !== 'quarantined') return []
    // PostgreSQL's text holds no NUL; its visible sign stands for it.
    const raw = row.raw.replaceAll('\0', '␀').toWellFormed()
    const say = read.say.replaceAll('\0', '␀').toWellFormed()
    return [{ line: row.line, reason: read.reason, say, raw }]
  })
}
