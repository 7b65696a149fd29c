const KEPT_MAX = 10_000

/**
 * A reading that remembers what it made of the texts it saw: dates, names and amounts repeat all
 * through a file, and working out a moment in a zone costs far more than looking it up.
 */
export function kept<Value>(read: (text: string) => Value): (text: string) => Value {
  const known = new Map<string, Value>()
  return (text) => {
    const found = known.get(text)
    if (found !== undefined) return found
    if (known.size >= KEPT_MAX) known.clear()
    const value = read(text)
    known.set(text, value)
    return value
  }
}
