/** A status code of a foreign file that nobody documents, and how many seats carry it. */
export type StatusCount = { readonly status: string; readonly seats: number }

const CODES_MAX = 10

/** Counts codes without taking them to mean anything. */
export function statusCounts(statuses: readonly unknown[]): readonly StatusCount[] {
  const counts = new Map<string, number>()
  for (const one of statuses) {
    if (one === undefined) continue
    const status = String(one).slice(0, 20)
    counts.set(status, (counts.get(status) ?? 0) + 1)
  }
  return [...counts]
    .map(([status, seats]) => ({ status, seats }))
    .toSorted((one, other) => (one.status < other.status ? -1 : 1))
    .slice(0, CODES_MAX)
}
