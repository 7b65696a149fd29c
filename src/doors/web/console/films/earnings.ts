/** What a film earns at a cinema for the seats it is given there. */
export type Earning = { readonly name: string; readonly id: string; readonly efficiency: number }

/** Within this of 1 a cinema is as good as even: nothing is said of it. */
const EVEN = 0.05
const SAID_MAX = 2

/** The cinemas where a film earns most more than its seats, and most less; furthest from 1 first. */
export function furthestFromEven(earnings: readonly Earning[]) {
  const sorted = earnings.toSorted((one, other) => other.efficiency - one.efficiency)
  return {
    more: sorted.filter(({ efficiency }) => efficiency >= 1 + EVEN).slice(0, SAID_MAX),
    less: sorted
      .filter(({ efficiency }) => efficiency <= 1 - EVEN)
      .toReversed()
      .slice(0, SAID_MAX),
  }
}
