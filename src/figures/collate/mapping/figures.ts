import type { Column } from './assign-columns.ts'
import { roughly } from './column-profile.ts'
import { readDecimal } from './read-decimal.ts'
import { settleMark } from './settle-numbers.ts'

/**
 * The figures of a column's rows, roughly, NaN where there is none: to see whether columns belong to
 * each other and amounts are plausible, never to keep.
 */
export function figuresOf(
  { profile }: Column,
  isMoney: boolean,
  currency?: string,
): readonly number[] {
  const { mark } = settleMark(profile, isMoney, currency, undefined)
  return profile.cells.map((cell) => {
    const read = readDecimal(cell, mark ?? '.')
    return typeof read === 'string' ? Number.NaN : roughly(read)
  })
}
