import type { Value } from '#collate/pure'
import { UNKNOWN } from '../../shared/numbers.ts'
import type { Texts } from '../texts/text.tsx'

const DAY = /^\d{4}-\d{2}-\d{2}$/
const LOCAL = /^(\d{4}-\d{2}-\d{2}) (\d{2}:\d{2})$/
const INSTANT = /^\d{4}-\d{2}-\d{2}T[\d:.]+(Z|[+-]\d{2}:\d{2})$/

/** A figure of a finding as the reader's language writes it. */
export function valueText(value: Value | null | undefined, { numbers, dates }: Texts): string {
  if (value === null || value === undefined || value === '') return UNKNOWN
  if (typeof value === 'object') return numbers.moneyExact(value)
  if (typeof value === 'number') {
    return Number.isInteger(value) ? numbers.countExact(value) : String(value)
  }
  if (DAY.test(value)) return dates.dayYear(value)
  const local = LOCAL.exec(value)
  if (local) return `${dates.dayYear(local[1] ?? '')} ${local[2]}`
  return INSTANT.test(value) ? dates.momentOf(value) : value
}

/** Figures stand at the right. */
export function isFigure(value: Value | null | undefined): boolean {
  return typeof value === 'number' || (typeof value === 'object' && value !== null)
}
