/** A table of text cells, for a terminal or as RFC 4180 CSV. */
export type Table = {
  readonly head: readonly string[]
  readonly rows: readonly (readonly string[])[]
  /** Columns whose cells stand at the right: figures. */
  readonly right: ReadonlySet<number>
}

export function drawTable({ head, rows, right }: Table): string {
  const widths = head.map((name, at) =>
    Math.max(width(name), ...rows.map((row) => width(row[at] ?? ''))),
  )
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, at) => {
        const gap = ' '.repeat((widths[at] ?? 0) - width(cell))
        return right.has(at) ? gap + cell : cell + gap
      })
      .join('  ')
      .trimEnd()
  return [line(head), widths.map((one) => '─'.repeat(one)).join('  '), ...rows.map(line)].join('\n')
}

export function drawCsv({ head, rows }: Table): string {
  return [head, ...rows].map((row) => row.map(csvCell).join(',')).join('\r\n')
}

// A leading = + - @ would be run as a formula by a spreadsheet; figures keep their sign.
function csvCell(cell: string): string {
  const safe = /^[=+\-@\t\r]/.test(cell) && !/^-?\d+(\.\d+)?$/.test(cell) ? `'${cell}` : cell
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** Columns on a terminal: East Asian characters take two. */
function width(text: string): number {
  let columns = 0
  for (const character of text) columns += WIDE.test(character) ? 2 : 1
  return columns
}

const WIDE =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/u
