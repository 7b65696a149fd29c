/** Rung any number of times before anyone waits, it wakes once. */
export type Bell = {
  ring(): void
  /** Resolves when it was rung since the last call resolved. */
  next(): Promise<void>
}

export function createBell(): Bell {
  let rung = Promise.withResolvers<void>()
  return {
    ring: () => rung.resolve(),
    async next() {
      await rung.promise
      rung = Promise.withResolvers()
    },
  }
}
