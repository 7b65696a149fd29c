/** Why a row could not be cut into cells, or why the rows end before the file does. */
export type RowFault =
  | 'quote_open'
  | 'quote_stray'
  | 'too_long'
  | 'not_text'
  /** A line of NDJSON that is no JSON object. */
  | 'not_json'
  /** The last row: the file ends in the middle of its data, or what follows is damaged. */
  | 'breaks_off'
  /** The last row: unpacked, the file is larger than a file may be. */
  | 'too_large'

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
/** In narrower tables a line of a long text may well have as many separators as a row. */
const WIDTH_TO_KNOW = 5
/** Longer rows are kept by their beginning and not read. */
export const ROW_CHARACTERS_MAX = 65_536

/**
 * Cuts one row (RFC 4180). `open` when a quoted cell does not end; `stray` when something follows a
 * closing quote: only blanks may, and they stay with the cell. A quote inside an unquoted cell is a
 * character like any other.
 */
export function cutRow(text: string, separator = ','): readonly string[] | 'open' | 'stray' {
  if (!text.includes('"')) return text.split(separator)
  const cells: string[] = []
  let at = 0
  for (;;) {
    if (text[at] !== '"') {
      const end = text.indexOf(separator, at)
      cells.push(end === -1 ? text.slice(at) : text.slice(at, end))
      if (end === -1) return cells
      at = end + 1
      continue
    }
    const close = closingQuote(text, at + 1)
    if (close === -1) return 'open'
    const end = pastBlanks(text, close + 1, separator)
    const cell = text.slice(at + 1, close).replaceAll('""', '"')
    cells.push(end === close + 1 ? cell : cell + text.slice(close + 1, end))
    if (end === text.length) return cells
    if (text[end] !== separator) return 'stray'
    at = end + 1
  }
}

function closingQuote(text: string, from: number): number {
  for (let at = text.indexOf('"', from); at !== -1; at = text.indexOf('"', at + 2)) {
    if (text[at + 1] !== '"') return at
  }
  return -1
}

function pastBlanks(text: string, from: number, separator: string): number {
  let at = from
  while ((text[at] === ' ' || text[at] === '\t') && text[at] !== separator) at++
  return at
}

/** A row as a line of CSV, quoted where it must be. */
export function joinRow(cells: readonly string[]): string {
  return cells.map(quoted).join(',')
}

function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}

/** How rows are cut. With `headerLine`, quotes that swallow whole rows of its width are found out. */
export type RowCutting = { readonly separator?: string; readonly headerLine?: number }

/**
 * Joins lines to rows. A broken quote costs its own line only: when no end is found within
 * LINES_PER_ROW_MAX lines, the first line is a fault and reading goes on with the next.
 */
export class RowCutter {
  readonly #separator: string
  readonly #headerLine: number | undefined
  #width: number | undefined
  #waiting: string[] = []
  #line = 1

  constructor({ separator = ',', headerLine }: RowCutting = {}) {
    this.#separator = separator
    this.#headerLine = headerLine
  }

  /** The line on which the next row begins. */
  get line(): number {
    return this.#line
  }

  /** Takes the next lines (without line ends) and gives the rows that are complete. */
  take(lines: readonly string[], last: boolean): CsvRow[] {
    const rows: CsvRow[] = []
    const queue = this.#waiting.length > 0 ? [...this.#waiting, ...lines] : lines
    let at = 0
    while (at < queue.length) {
      const taken = this.#next(queue, at, last)
      if (taken === undefined) break
      if (this.#line === this.#headerLine) this.#width = taken.row.cells?.length
      rows.push(taken.row)
      this.#line += taken.lines
      at += taken.lines
    }
    this.#waiting = queue.slice(at)
    return rows
  }

  #next(queue: readonly string[], at: number, last: boolean): Taken | undefined {
    const first = queue[at] ?? ''
    const faulty = lineFault(first)
    if (faulty) return { row: this.#fault(first, faulty), lines: 1 }
    const open = { row: this.#fault(first, 'quote_open'), lines: 1 }
    let text = first
    for (let lines = 1; ; lines++) {
      const cells = cutRow(text, this.#separator)
      if (cells === 'stray') return { row: this.#fault(first, 'quote_stray'), lines: 1 }
      if (cells !== 'open') {
        const swallows = lines > 1 && this.#swallows(cells, queue.slice(at, at + lines))
        return swallows ? open : { row: { line: this.#line, raw: text, cells }, lines }
      }
      const next = queue[at + lines]
      if (next === undefined && !last && lines < LINES_PER_ROW_MAX) return undefined
      const tooFar = lines >= LINES_PER_ROW_MAX || text.length > ROW_CHARACTERS_MAX
      if (next === undefined || tooFar || lineFault(next)) return open
      text = `${text}\n${next}`
    }
  }

  /** Whether a quote left open has taken in rows that are complete by themselves. */
  #swallows(cells: readonly string[], lines: readonly string[]): boolean {
    const width = this.#width
    if (width === undefined || width < 2) return false
    // Rows may have an empty last column that the header lacks.
    const isWide = cells.length === width + 1 && cells.at(-1)?.trim() === ''
    if (cells.length !== width && !isWide) return true
    if (width < WIDTH_TO_KNOW) return false
    const separators = lines.map((line) => line.split(this.#separator).length)
    const inner = separators.slice(1, -1)
    return inner.includes(width) || (separators[0] === width && separators.at(-1) === width)
  }

  #fault(raw: string, fault: RowFault): CsvRow {
    return { line: this.#line, raw: raw.slice(0, ROW_CHARACTERS_MAX), fault }
  }
}

type Taken = { readonly row: CsvRow; readonly lines: number }

export function lineFault(text: string): RowFault | undefined {
  if (text.length > ROW_CHARACTERS_MAX) return 'too_long'
  // U+FFFD is what the decoder leaves where bytes were no text of that encoding; NUL is in no till's export.
  return text.includes('\ufffd') || text.includes('\0') ? 'not_text' : undefined
}
