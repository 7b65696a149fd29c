import type { QuarantinedRow } from '../layout.ts'

/** The row being read. One is used for all rows of a file, in turn. */
export type Row = {
  cells: readonly string[]
  /** Which row of the file it is, counted up: what was read of a row is read once. */
  turn: number
  /** The first thing in it that cannot be read. */
  fault: QuarantinedRow | undefined
}

/** Reads a field of a row: its value; nothing where the cell is blank or at fault. */
export type Read<Value> = (row: Row) => Value | undefined

/** Reads once a row, however many ask. */
export function once<Value>(read: Read<Value>): Read<Value> {
  let turn = -1
  let last: Value | undefined
  return (row) => {
    if (row.turn !== turn) {
      turn = row.turn
      last = read(row)
    }
    return last
  }
}

const KEPT_MAX = 20_000

/** Remembers what texts came to: a file repeats its dates and titles. */
export function remembering<Value>(read: (text: string) => Value): (text: string) => Value {
  const kept = new Map<string, Value>()
  return (text) => {
    const known = kept.get(text)
    if (known !== undefined) return known
    const value = read(text)
    if (kept.size >= KEPT_MAX) kept.clear()
    kept.set(text, value)
    return value
  }
}
