import type { World } from './world.ts'

type WalletState = 'pending' | 'settled' | 'failed'
type WalletPayment = { readonly amountMinor: bigint; state: WalletState }

/** A provider of payments in which no money moves. It knows nothing of orders, and is never wrong. */
export type Wallet = {
  start(key: string, amountMinor: bigint): void
  look(key: string): WalletState
  /** The guest has decided; the wallet may say no at first, and book it later. */
  decide(key: string, approved: boolean): void
  giveBack(paymentKey: string, amountMinor: bigint, key: string): 'done' | 'pending'
  /** Of each payment that was booked: what it has kept. */
  kept(): ReadonlyMap<string, bigint>
}

export function createWallet(world: World, news: (paymentKey: string) => void): Wallet {
  const payments = new Map<string, WalletPayment>()
  const given = new Map<string, { readonly paymentKey: string; readonly amountMinor: bigint }>()
  const actor = { name: 'wallet', isAlive: true, waits: 0 }
  const { random } = world
  return {
    start(key, amountMinor) {
      if (!payments.has(key)) payments.set(key, { amountMinor, state: 'pending' })
    },
    look: (key) => payments.get(key)?.state ?? 'pending',
    decide(key, approved) {
      const payment = payments.get(key)
      if (payment?.state !== 'pending') return
      if (!approved) {
        payment.state = 'failed'
        news(key)
        return
      }
      if (random.next() < 0.15) {
        payment.state = 'failed'
        news(key)
      }
      // Mostly at once; now and then long after everybody has gone.
      const lateMs = random.next() < 0.75 ? random.whole(0, 3_000) : random.whole(3_000, 180_000)
      world.at(world.nowMs() + lateMs, actor, 'wallet books', () => {
        payment.state = 'settled'
        news(key)
      })
    },
    giveBack(paymentKey, amountMinor, key) {
      if (given.has(key)) return 'done'
      if (random.next() < 0.3) return 'pending'
      given.set(key, { paymentKey, amountMinor })
      return 'done'
    },
    kept() {
      const kept = new Map<string, bigint>()
      for (const [key, { state, amountMinor }] of payments) {
        if (state === 'settled') kept.set(key, amountMinor)
      }
      for (const { paymentKey, amountMinor } of given.values()) {
        kept.set(paymentKey, (kept.get(paymentKey) ?? 0n) - amountMinor)
      }
      return kept
    },
  }
}
