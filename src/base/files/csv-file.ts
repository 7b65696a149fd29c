import { ROW_CHARACTERS_MAX, RowCutter } from './csv-row.ts'
import type { RowsRead } from './reading.ts'

/**
 * Reads a UTF-8 text file (with or without BOM, LF or CRLF) row by row, in constant memory: a line of
 * any length is cut at ROW_CHARACTERS_MAX + 1 and comes out as a fault.
 */
export async function* csvRows(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<RowsRead> {
  const decoder = new TextDecoder('utf-8')
  const cutter = new RowCutter()
  let rest = ''
  let bytesRead = 0
  for await (const piece of bytes) {
    bytesRead += piece.length
    const lines = (rest + decoder.decode(piece, { stream: true })).split('\n')
    rest = (lines.pop() ?? '').slice(0, ROW_CHARACTERS_MAX + 1)
    if (lines.length > 0) yield { rows: cutter.take(lines.map(withoutReturn), false), bytesRead }
  }
  rest += decoder.decode()
  const lines = rest === '' ? [] : [withoutReturn(rest)]
  yield { rows: cutter.take(lines, true), bytesRead }
}

function withoutReturn(line: string): string {
  return line.endsWith('\r') ? line.slice(0, -1) : line
}
