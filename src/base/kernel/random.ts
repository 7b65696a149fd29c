/** A seeded source of chance: the same seed gives the same numbers, on every machine. */
export type Random = {
  /** A number from 0 up to but not including 1. */
  next(): number
  /** A whole number from `least` to `most`, both included. */
  whole(least: number, most: number): number
  /** One of the list. */
  pick<Item>(items: readonly Item[]): Item
}

/** sfc32, seeded from text: small, fast and good enough for simulations (not for secrets). */
export function seededRandom(seed: string): Random {
  let [a, b, c, d] = [0x9e3779b9, 0x243f6a88, 0xb7e15162, 1]
  for (const character of seed) {
    a = Math.imul(a ^ (character.codePointAt(0) ?? 0), 0x85ebca6b)
    b = (b + a) | 0
  }
  const next = () => {
    const t = (((a + b) | 0) + d) | 0
    d = (d + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (c << 21) | (c >>> 11)
    c = (c + t) | 0
    return (t >>> 0) / 4294967296
  }
  for (let turn = 0; turn < 12; turn++) next()
  const whole = (least: number, most: number) => least + Math.floor(next() * (most - least + 1))
  const pick = <Item>(items: readonly Item[]): Item => {
    const item = items[whole(0, items.length - 1)]
    if (item === undefined) throw new Error('pick: the list is empty')
    return item
  }
  return { next, whole, pick }
}
