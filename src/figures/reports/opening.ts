/** So much earlier than its first ticket, a day is that of another run: this one is a re-release. */
const SAID_BEFORE_DAYS_MAX = 120
/** So much later, a day is one that was put off; what was sold before it were previews. */
const SAID_AFTER_DAYS_MAX = 30

export type FirstDays = {
  /** The first day with a figure of the film, ISO. */
  readonly first: string
  /** The first day with a figure of anything. */
  readonly start: string
}

/**
 * The day on which a film opened: as it was said, where its figures bear that out; otherwise the first
 * with a figure. What was there when figures begin opened nobody knows when.
 */
export function dayOfOpening(
  said: readonly string[],
  { first, start }: FirstDays,
): string | undefined {
  const borneOut = said.filter((day) => {
    const later = daysFrom(first, day)
    return later >= -SAID_BEFORE_DAYS_MAX && later <= SAID_AFTER_DAYS_MAX
  })
  const [day] = borneOut.toSorted()
  if (day !== undefined) return day
  // An old film that is shown again begins a run too, but on the first day of all it tells nothing.
  return first > start ? first : undefined
}

function daysFrom(one: string, other: string): number {
  return (Date.parse(other) - Date.parse(one)) / 86_400_000
}
