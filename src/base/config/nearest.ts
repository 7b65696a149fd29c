const CHOICES_MAX = 2

/** The known names that take the fewest edits to reach, nearest first. */
export function nearest(name: string, known: readonly string[]): readonly string[] {
  const byDistance = known.map((other) => ({ other, edits: distance(name, other) }))
  byDistance.sort((one, two) => one.edits - two.edits || one.other.localeCompare(two.other, 'en'))
  return byDistance.slice(0, CHOICES_MAX).map(({ other }) => other)
}

/** Letters to insert, delete or replace to make one text the other. */
function distance(one: string, other: string): number {
  let previous = Array.from({ length: other.length + 1 }, (_, index) => index)
  for (let row = 1; row <= one.length; row++) {
    const current = [row]
    for (let column = 1; column <= other.length; column++) {
      const replaced = (previous[column - 1] ?? 0) + (one[row - 1] === other[column - 1] ? 0 : 1)
      const edited = 1 + Math.min(previous[column] ?? 0, current[column - 1] ?? 0)
      current.push(Math.min(replaced, edited))
    }
    previous = current
  }
  return previous[other.length] ?? 0
}
