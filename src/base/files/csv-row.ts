/** Why a line could not be cut into cells. */
export type RowFault = 'quote_open' | 'quote_stray' | 'too_long' | 'not_text'

/** A row of a text file: its cells, or why it has none. `raw` is as it stood, without line end. */
export type CsvRow = {
  /** Line of the file on which it begins; the first is 1. */
  readonly line: number
  readonly raw: string
  readonly cells?: readonly string[]
  readonly fault?: RowFault
}

/** A quoted cell may run over so many lines; beyond, the quote is taken for a broken one. */
const LINES_PER_ROW_MAX = 20
/** Longer rows are kept by their beginning and not read. */
export const ROW_CHARACTERS_MAX = 65_536

/**
 * Cuts one row (RFC 4180, comma). `open` when a quoted cell does not end; `stray` when something
 * follows a closing quote. A quote inside an unquoted cell is a character like any other.
 */
export function cutRow(text: string): readonly string[] | 'open' | 'stray' {
  if (!text.includes('"')) return text.split(',')
  const cells: string[] = []
  let at = 0
  for (;;) {
    if (text[at] !== '"') {
      const comma = text.indexOf(',', at)
      cells.push(comma === -1 ? text.slice(at) : text.slice(at, comma))
      if (comma === -1) return cells
      at = comma + 1
      continue
    }
    const end = closingQuote(text, at + 1)
    if (end === -1) return 'open'
    cells.push(text.slice(at + 1, end).replaceAll('""', '"'))
    if (end + 1 === text.length) return cells
    if (text[end + 1] !== ',') return 'stray'
    at = end + 2
  }
}

function closingQuote(text: string, from: number): number {
  for (let at = text.indexOf('"', from); at !== -1; at = text.indexOf('"', at + 2)) {
    if (text[at + 1] !== '"') return at
  }
  return -1
}

/**
 * Joins lines to rows. A broken quote costs its own line only: when no end is found within
 * LINES_PER_ROW_MAX lines, the first line is a fault and reading goes on with the next.
 */
export class RowCutter {
  #waiting: string[] = []
  #line = 1

  /** Takes the next lines (without line ends) and gives the rows that are complete. */
  take(lines: readonly string[], last: boolean): CsvRow[] {
    const rows: CsvRow[] = []
    const queue = this.#waiting.length > 0 ? [...this.#waiting, ...lines] : lines
    let at = 0
    while (at < queue.length) {
      const taken = this.#next(queue, at, last)
      if (taken === undefined) break
      rows.push(taken.row)
      this.#line += taken.lines
      at += taken.lines
    }
    this.#waiting = queue.slice(at)
    return rows
  }

  #next(queue: readonly string[], at: number, last: boolean) {
    let text = queue[at] ?? ''
    const faulty = lineFault(text)
    if (faulty) return { row: this.#fault(text, faulty), lines: 1 }
    for (let lines = 1; ; lines++) {
      const cells = cutRow(text)
      if (cells === 'stray') return { row: this.#fault(queue[at] ?? '', 'quote_stray'), lines: 1 }
      if (cells !== 'open') return { row: { line: this.#line, raw: text, cells }, lines }
      const next = queue[at + lines]
      if (next === undefined && !last && lines < LINES_PER_ROW_MAX) return undefined
      const tooFar = lines >= LINES_PER_ROW_MAX || text.length > ROW_CHARACTERS_MAX
      if (next === undefined || tooFar || lineFault(next)) {
        return { row: this.#fault(queue[at] ?? '', 'quote_open'), lines: 1 }
      }
      text = `${text}\n${next}`
    }
  }

  #fault(raw: string, fault: RowFault): CsvRow {
    return { line: this.#line, raw: raw.slice(0, ROW_CHARACTERS_MAX), fault }
  }
}

function lineFault(text: string): RowFault | undefined {
  if (text.length > ROW_CHARACTERS_MAX) return 'too_long'
  // U+FFFD is what the decoder leaves where bytes were no UTF-8; NUL is in no till's export.
  return text.includes('\ufffd') || text.includes('\0') ? 'not_text' : undefined
}
