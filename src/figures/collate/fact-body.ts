import { hash } from 'node:crypto'
import type { FactTableShape } from '#warehouse'
import type { FactRow } from './fact-row.ts'

export const BODY_FORMAT = 'TabSeparatedWithNames'

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must be escaped
const UNSAFE = /[\\\t\n\r\u0000]/g
const ESCAPES: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  '\t': '\\t',
  '\n': '\\n',
  '\r': '\\r',
  '\u0000': '\\0',
}

/** The bytes that are sent, and their digest for the manifest. */
export function encodeBody(rows: readonly FactRow[], shape: FactTableShape) {
  const lines = [shape.columns.map(({ name }) => name).join('\t')]
  const texts = textColumns(shape)
  // Figures, days and names of ours have nothing to escape; only what somebody wrote is looked at.
  for (const row of rows) lines.push(isPlain(row, texts) ? row.join('\t') : encodeRow(row))
  const body = lines.join('\n')
  return { body, digest: hash('sha256', body, 'hex') }
}

const ANY_UNSAFE = /[\\\t\n\r\0]/

function textColumns({ columns }: FactTableShape): readonly number[] {
  return columns.flatMap(({ type }, at) => (type.includes('String') ? [at] : []))
}

function isPlain(row: FactRow, texts: readonly number[]): boolean {
  for (const at of texts) {
    const cell = row[at]
    if (cell !== '' && ANY_UNSAFE.test(cell ?? '')) return false
  }
  return true
}

export function encodeRow(row: FactRow): string {
  const line = row.join('\t')
  // Nearly every row is plain; a tab inside a cell shows as one too many.
  if (!UNSAFE_BUT_TAB.test(line) && tabsIn(line) === row.length - 1) return line
  return row.map(escaped).join('\t')
}

/** The rows that `encodeBody` gave. */
export function decodeBody(body: string): FactRow[] {
  return body.split('\n').slice(1).map(decodeRow)
}

/** The row that `encodeRow` gave. */
export function decodeRow(line: string): FactRow {
  return line
    .split('\t')
    .map((cell) => cell.replace(/\\([\\tnr0])/g, (_, c: string) => PLAIN[c] ?? c))
}

const PLAIN: Readonly<Record<string, string>> = {
  '\\': '\\',
  t: '\t',
  n: '\n',
  r: '\r',
  '0': '\u0000',
}
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must be escaped
const UNSAFE_BUT_TAB = /[\\\n\r\u0000]/

function escaped(cell: string): string {
  return cell.replace(UNSAFE, (character) => ESCAPES[character] ?? character)
}

function tabsIn(line: string): number {
  let tabs = 0
  for (let at = line.indexOf('\t'); at !== -1; at = line.indexOf('\t', at + 1)) tabs++
  return tabs
}
