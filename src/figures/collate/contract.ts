import { tidyText } from '#kernel'
import type { RowRead, RowReader } from './layout.ts'
import { quarantined } from './layout.ts'

/**
 * What happens to rows sent by HTTP that are not as their mapping says, in dlt's words. `evolve`: new
 * columns are kept in the file and left unread; values that cannot be read wait in quarantine.
 * `freeze`: nothing of what was sent is taken. `discard_row`: the row waits in quarantine.
 * `discard_value`: the value is left out and the row counts, with a note.
 */
export const CONTRACTS = ['evolve', 'freeze', 'discard_row', 'discard_value'] as const

export type Contract = (typeof CONTRACTS)[number]

/** Reads rows under a contract; `known` are the columns that the mapping names, read or ignored. */
export function underContract(
  reader: RowReader,
  header: readonly string[],
  known: readonly string[],
  contract: Contract,
): RowReader {
  const names = new Set(known.map(tidyText))
  const strange = header.flatMap((name, at) => (names.has(tidyText(name)) ? [] : [{ name, at }]))
  return (cells) => {
    const found = strange.filter(({ at }) => (cells[at] ?? '').trim() !== '')
    const words = found.map(({ name }) => `“${name}”`).join(', ')
    if (found.length > 0 && (contract === 'discard_row' || contract === 'freeze')) {
      const say = `The row has ${words}, which its mapping does not know.`
      return quarantined('contract_broken', say)
    }
    const read = reader(cells)
    if (contract !== 'discard_value') return read
    const left = found.length > 0 ? [`${words} was left out: the mapping does not know it.`] : []
    return withNotes(
      read.fate === 'quarantined' ? withoutOne(reader, header, cells, read) : read,
      left,
    )
  }
}

/** The row without the one value that keeps it from counting; as it was read where none does. */
function withoutOne(
  reader: RowReader,
  header: readonly string[],
  cells: readonly string[],
  read: RowRead,
): RowRead {
  if (read.fate !== 'quarantined') return read
  for (const [at, cell] of cells.entries()) {
    if (cell.trim() === '') continue
    const again = reader(cells.with(at, ''))
    if (again.fate !== 'row') continue
    return withNotes(again, [`“${cell}” in ${header[at]} was left out: ${read.say}`])
  }
  return read
}

function withNotes(read: RowRead, notes: readonly string[]): RowRead {
  if (read.fate !== 'row' || notes.length === 0) return read
  return { ...read, notes: [...(read.notes ?? []), ...notes] }
}
