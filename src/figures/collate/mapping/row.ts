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
