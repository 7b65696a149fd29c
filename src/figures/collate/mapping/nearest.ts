/** The choice that a text may have meant: at most two letters off; undefined where none is near. */
export function nearest(text: string, choices: readonly string[]): string | undefined {
  const plain = folded(text)
  if (plain === '') return undefined
  let best: string | undefined
  let least = plain.length <= 4 ? 2 : 3
  for (const choice of choices) {
    const off = distance(plain, folded(choice), least)
    if (off < least) [best, least] = [choice, off]
  }
  return best
}

function folded(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')
}

/** Letters to change, swap, add or leave out to make one text of the other; `most` where it is more. */
function distance(left: string, right: string, most: number): number {
  if (Math.abs(left.length - right.length) >= most) return most
  let row = Array.from({ length: right.length + 1 }, (_, at) => at)
  let before: number[] = []
  for (let at = 0; at < left.length; at++) {
    const next = [at + 1]
    for (let to = 0; to < right.length; to++) {
      const change = (row[to] ?? 0) + (left[at] === right[to] ? 0 : 1)
      const isSwap = at > 0 && to > 0 && left[at] === right[to - 1] && left[at - 1] === right[to]
      const swap = isSwap ? (before[to - 1] ?? most) + 1 : most
      next.push(Math.min(change, swap, (row[to + 1] ?? 0) + 1, (next[to] ?? 0) + 1))
    }
    before = row
    row = next
  }
  return row[right.length] ?? most
}
