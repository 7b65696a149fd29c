/** Whether the rows of an answer come to its total, where the registry says that they do. */
import type { Answer, AnswerRow } from './question.ts'
import { metricById } from './registry.ts'

/** Undefined where they do. */
export function sumDifference({ rows, others, total, question }: Answer): string | undefined {
  const { by, grain, convert, metrics } = question
  if (by.length === 0 && grain === undefined) return undefined
  const all = [...rows, ...(others ? [others.row] : [])]
  for (const id of metrics) {
    const { additiveOver, unit } = metricById(id)
    const parts = [...by, ...(grain ? (['tradingDay'] as const) : [])]
    // Converted amounts are rounded row by row.
    if (!parts.every((one) => additiveOver.includes(one))) continue
    if (unit === 'money' && convert !== undefined) continue
    const sum = all.reduce((whole, row) => whole + amount(row[id]), 0n)
    if (sum !== amount(total[id])) return `rows add up to ${sum} ${id}, not to ${amount(total[id])}`
  }
  return undefined
}

function amount(figure: AnswerRow[string] | undefined): bigint {
  if (typeof figure === 'number') return BigInt(figure)
  return typeof figure === 'object' && figure && 'minor' in figure ? BigInt(figure.minor) : 0n
}
