/**
 * Tells that a fact has certainly not been seen, in a fixed 16 MiB: so a file's rows need not be looked
 * up in the warehouse where nothing stood before it. A Bloom filter; what it holds by mistake is only
 * looked up in vain.
 */
export class SeenFilter {
  readonly #bits = new Uint32Array(BITS / 32)

  mayHold(fact: bigint): boolean {
    return places(fact).every((at) => ((this.#bits[at >>> 5] ?? 0) & (1 << (at & 31))) !== 0)
  }

  add(fact: bigint): void {
    for (const at of places(fact))
      this.#bits[at >>> 5] = (this.#bits[at >>> 5] ?? 0) | (1 << (at & 31))
  }
}

const BITS = 2 ** 27
const MASK = BigInt(BITS - 1)

// A fact's number is a hash already: two slices of it, and their sum, are three places.
function places(fact: bigint): readonly number[] {
  const first = Number(fact & MASK)
  const second = Number((fact >> 27n) & MASK)
  return [first, second, (first + second) % BITS]
}
