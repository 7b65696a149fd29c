/** A measurement that stands for so many sales. */
export type Sample = { readonly value: number; readonly weight: number }

/** How long things took, in ms; `count` is what was measured, weights included. */
export type Spread = {
  readonly count: number
  readonly p50: number
  readonly p95: number
  readonly p99: number
  readonly max: number
}

/** Nearest rank: the value that so many of the samples do not pass. */
export function spreadOf(samples: readonly Sample[]): Spread {
  const sorted = samples.toSorted((one, other) => one.value - other.value)
  const count = sorted.reduce((sum, { weight }) => sum + weight, 0)
  const at = (share: number) => {
    let passed = 0
    for (const { value, weight } of sorted) {
      passed += weight
      if (passed >= share * count) return round(value)
    }
    return Number.NaN
  }
  return { count, p50: at(0.5), p95: at(0.95), p99: at(0.99), max: at(1) }
}

export function medianOf(values: readonly number[]): number {
  return spreadOf(values.map((value) => ({ value, weight: 1 }))).p50
}

/** Three digits at least, and no more than one decimal. */
export function round(value: number): number {
  return Math.abs(value) >= 100 ? Math.round(value) : Math.round(value * 10) / 10
}

export type Table = {
  readonly head: readonly string[]
  readonly rows: readonly (readonly (string | number)[])[]
}

/** A table as Markdown that also reads well on a terminal: the first column left, figures right. */
export function drawTable({ head, rows }: Table): string {
  const lines = [head, ...rows].map((row) => row.map(String))
  const widths = head.map((_, place) => Math.max(3, ...lines.map((row) => row[place]?.length ?? 0)))
  const draw = (row: readonly string[]) => {
    const cells = widths.map((width, place) => {
      const text = row[place] ?? ''
      return place === 0 ? text.padEnd(width) : text.padStart(width)
    })
    return `| ${cells.join(' | ')} |`
  }
  const rule = widths.map((width, place) => (place === 0 ? '-'.repeat(width) : rightRule(width)))
  const [first = [], ...others] = lines
  return [draw(first), `| ${rule.join(' | ')} |`, ...others.map(draw)].join('\n')
}

function rightRule(width: number): string {
  return `${'-'.repeat(width - 1)}:`
}

export function spreadRow(name: string, { count, p50, p95, p99, max }: Spread) {
  return [name, p50, p95, p99, max, count]
}

export const SPREAD_HEAD = ['ms', 'p50', 'p95', 'p99', 'max', 'measured'] as const
