import { tidyText } from '#kernel'

/** The names of a header's columns: tidy, each once (Gross, Gross (2)), and none without one. */
export function columnNames(header: readonly string[]): readonly string[] {
  const seen = new Map<string, number>()
  return header.map((cell, at) => {
    const name = tidyText(cell) || `Column ${at + 1}`
    const turn = (seen.get(name) ?? 0) + 1
    seen.set(name, turn)
    return turn === 1 ? name : `${name} (${turn})`
  })
}
