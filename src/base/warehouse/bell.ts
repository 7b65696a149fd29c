/** Rung any number of times before anyone waits, it wakes once. */
export type Bell = {
  ring(): void
  /** Resolves when it was rung since the last call resolved, or after `msMax`. */
  next(msMax: number): Promise<void>
}

export function createBell(): Bell {
  let rung = Promise.withResolvers<void>()
  return {
    ring: () => rung.resolve(),
    async next(msMax) {
      const waking = rung
      const timer = setTimeout(() => waking.resolve(), msMax)
      await waking.promise
      clearTimeout(timer)
      rung = Promise.withResolvers()
    },
  }
}
