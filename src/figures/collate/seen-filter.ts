/**
 * Tells that a fact has certainly not been seen, in a fixed 16 MiB: so a file's rows need not be looked
 * up in the warehouse where nothing stood before it. A Bloom filter; what it holds by mistake is only
 * looked up in vain.
 */
export class SeenFilter {
  readonly #bits = new Uint32Array(BITS / 32)

  mayHold(fact: bigint): boolean {
    const [first, second] = slices(fact)
    return this.#has(first) && this.#has(second) && this.#has((first + second) % BITS)
  }

  add(fact: bigint): void {
    const [first, second] = slices(fact)
    this.#set(first)
    this.#set(second)
    this.#set((first + second) % BITS)
  }

  #has(at: number): boolean {
    return ((this.#bits[at >>> 5] ?? 0) & (1 << (at & 31))) !== 0
  }

  #set(at: number): void {
    this.#bits[at >>> 5] = (this.#bits[at >>> 5] ?? 0) | (1 << (at & 31))
  }
}

const BITS = 2 ** 27
const MASK = BITS - 1

// A fact's number is a hash already: two slices of it, and their sum, are three places.
function slices(fact: bigint): readonly [number, number] {
  return [Number(BigInt.asUintN(32, fact)) & MASK, Number(BigInt.asUintN(64, fact) >> 32n) & MASK]
}
