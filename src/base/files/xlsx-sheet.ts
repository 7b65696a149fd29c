import { ROW_CHARACTERS_MAX } from './csv-row.ts'
import type { NumberKind } from './excel-value.ts'
import { numberText } from './excel-value.ts'
import { plainXmlText } from './xlsx-book.ts'
import type { XmlReader } from './xml-parts.ts'

/** A row of a sheet that holds something. */
export type SheetRow = { readonly line: number; readonly cells: readonly string[] }

/** What is needed to know what cells say. */
export type CellWords = {
  readonly texts: readonly string[]
  readonly kinds: readonly NumberKind[]
  readonly is1904: boolean
}

const COLUMNS_MAX = 16_384

/** Makes rows of a sheet's XML as it comes; whoever reads takes them. */
export class SheetReader implements XmlReader {
  readonly #words: CellWords
  #rows: SheetRow[] = []
  #line = 0
  #cells: string[] = []
  #column = -1
  #type = ''
  #style = 0
  #value = ''
  #takes = false
  #reads = true
  /** Whether the sheet was there to its end. */
  complete = false

  constructor(words: CellWords) {
    this.#words = words
  }

  takeRows(): SheetRow[] {
    const rows = this.#rows
    this.#rows = []
    return rows
  }

  open(name: string, attribute: (name: string) => string | undefined): void {
    if (name === 'c') {
      this.#column = columnOf(attribute('r')) ?? this.#column + 1
      this.#type = attribute('t') ?? 'n'
      this.#style = Number(attribute('s') ?? 0)
      this.#value = ''
    } else if (name === 'row') {
      // A line that goes back is counted on: a sheet is read from top to bottom.
      this.#line = Math.max(Number(attribute('r')) || this.#line + 1, this.#line + 1)
      this.#column = -1
      this.#cells = []
    } else if (name === 'rPh') {
      this.#reads = false
    }
    this.#takes = this.#reads && (name === 'v' || name === 't')
  }

  text(text: string): void {
    if (this.#takes && this.#value.length <= ROW_CHARACTERS_MAX) this.#value += text
  }

  close(name: string): void {
    this.#takes = false
    if (name === 'c') this.#endCell()
    else if (name === 'row') this.#endRow()
    else if (name === 'rPh') this.#reads = true
    else if (name === 'sheetData') this.complete = true
  }

  #endCell(): void {
    const text = this.#cellText()
    if (text === '' || this.#column >= COLUMNS_MAX) return
    while (this.#cells.length < this.#column) this.#cells.push('')
    this.#cells[this.#column] = text
  }

  #cellText(): string {
    const value = this.#value
    if (value === '') return ''
    if (this.#type === 's') return this.#words.texts[Number(value)] ?? ''
    if (this.#type === 'b') return value.trim() === '0' ? 'false' : 'true'
    if (this.#type !== 'n') return plainXmlText(value)
    const kind = this.#words.kinds[this.#style] ?? 'number'
    return numberText(value.trim(), kind, this.#words.is1904)
  }

  #endRow(): void {
    if (this.#cells.length > 0) this.#rows.push({ line: this.#line, cells: this.#cells })
  }
}

/** The column of `AB12`, A being 0. */
export function columnOf(reference: string | undefined): number | undefined {
  if (reference === undefined) return undefined
  let column = 0
  for (let at = 0; at < reference.length; at++) {
    const letter = (reference.charCodeAt(at) | 32) - 96
    if (letter < 1 || letter > 26) break
    column = column * 26 + letter
    if (column > COLUMNS_MAX) return COLUMNS_MAX
  }
  return column === 0 ? undefined : column - 1
}
