/** Rooms by what tells them apart: "Screen 1", "Screen 4" are "1, 4" under a head that says screens. */
export function shortRooms(names: readonly string[], comma: string): string {
  const parts = names.map((name) => /^(\D*?)\s*(\d+\D*)$/.exec(name.trim()))
  const words = new Set(parts.map((part) => part?.[1]?.toLowerCase()))
  if (names.length === 0 || words.size > 1 || words.has(undefined)) return names.join(comma)
  return parts.map((part) => part?.[2] ?? '').join(comma)
}
