import type { Order, SpotPayment, WantedSeat } from '#ticketing'

type OfOrder = { readonly orderId: bigint; readonly screeningId: bigint }
type Keyed = { readonly key: string; readonly print: string }

/** What people, and the wallet, ask of a server. */
export type Ask =
  | (Keyed & {
      readonly kind: 'hold'
      readonly screeningId: bigint
      readonly channel: 'web' | 'counter'
      readonly seats: readonly WantedSeat[]
    })
  | (Keyed & OfOrder & { readonly kind: 'pay'; readonly with: SpotPayment })
  | (Keyed & OfOrder & { readonly kind: 'begin' })
  | (OfOrder & { readonly kind: 'prolong' })
  | (OfOrder & { readonly kind: 'release' })
  | (Keyed & OfOrder & { readonly kind: 'refund'; readonly tickets?: readonly bigint[] })
  | (Keyed & OfOrder & { readonly kind: 'void' })
  | { readonly kind: 'cancel'; readonly screeningId: bigint }
  /** The wallet has news of a payment. */
  | { readonly kind: 'notice'; readonly paymentKey: string }
  /** The keeper's turn: unfinished payments are asked about, returns that are due are made. */
  | { readonly kind: 'turn' }

export type Answer =
  | { readonly said: 'order'; readonly order: Order }
  | { readonly said: 'done' }
  | { readonly said: 'refused'; readonly refusal: string; readonly say: string }
  | { readonly said: 'fault'; readonly fault: Error }

/** One request as one server had it; without an answer if the server died of it, or lost it. */
export type Call = {
  readonly ask: Ask
  readonly fromTick: number
  toTick?: number
  answer?: Answer
}

/** What a provider's word led to, as the box office was called. */
export type SettleCall = {
  readonly orderId: bigint
  readonly paymentKey: string
  readonly fromTick: number
  toTick?: number
  settled?: string
}
