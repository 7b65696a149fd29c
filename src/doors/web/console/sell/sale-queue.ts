import type { MoneyWire } from '#kernel/pure'
import type { Problem } from '../wire/problem.ts'
import { WireError } from '../wire/problem.ts'
import type { Hold, OrderView, Payment } from '../wire/sell.ts'

/** A sale on its way to the server, kept until it is answered: its keys make sending it twice one sale. */
export type SentSale = {
  readonly id: string
  readonly holdKey: string
  readonly payKey: string
  readonly screeningId: string
  /** For the cashier's eye: film, time, seats. */
  readonly about: string
  readonly total: MoneyWire
  readonly hold: Hold
  /** Absent: the seats are only held. */
  readonly payment?: Omit<Payment, 'token'>
  readonly begunAtMs: number
  /** What the first step gave. */
  readonly order?: { readonly id: string; readonly token: string }
  /** Payment was sent at least once: whether it arrived is not known before an answer. */
  readonly payTried?: boolean
  /** The till goes on; this one waits beside. */
  readonly aside?: boolean
  /** It cannot be done, and why. */
  readonly refused?: Problem
}

export type DoneSale = { readonly sale: SentSale; readonly order: OrderView }

export type QueueState = {
  readonly sales: readonly SentSale[]
  /** Answered since the page was opened, the newest last. */
  readonly done: readonly DoneSale[]
  /** Since when nobody answers. */
  readonly awaySinceMs?: number
}

export type Keeper = {
  read(): readonly SentSale[]
  keep(sale: SentSale): void
  forget(id: string): void
}

export type QueueOptions = {
  readonly keeper: Keeper
  readonly nowMs: () => number
  readonly hold: (sale: SentSale) => Promise<OrderView>
  readonly pay: (
    sale: SentSale,
    order: { readonly id: string; readonly token: string },
  ) => Promise<OrderView>
  readonly later: (work: () => void, ms: number) => () => void
}

export type SaleQueue = {
  read(): QueueState
  subscribe(changed: () => void): () => void
  add(sale: SentSale): void
  setAside(id: string): void
  /** Takes away one that is refused, or whose payment was never sent. */
  drop(id: string): void
  /** Something was heard from the network, or lost. */
  heard(up: boolean): void
  close(): void
}

const AGAIN_MS = [500, 1_000, 2_000, 4_000] as const
const DONE_MAX = 20
/** Refusals that only say "not just now". */
const TRY_AGAIN = new Set(['request_in_flight', 'overloaded', 'unavailable'])

/** Sends sales one after the other until each is answered, whatever the network does meanwhile. */
export function createSaleQueue(options: QueueOptions): SaleQueue {
  const { keeper, nowMs, later } = options
  const listeners = new Set<() => void>()
  let state: QueueState = { sales: keeper.read(), done: [] }
  let running = false
  let closed = false
  let tries = 0
  let cancel = () => {}

  function set(change: Partial<QueueState>): void {
    state = { ...state, ...change }
    for (const listener of listeners) listener()
  }
  function change(id: string, with_: Partial<SentSale>): SentSale | undefined {
    const sales = state.sales.map((sale) => (sale.id === id ? { ...sale, ...with_ } : sale))
    const changed = sales.find((sale) => sale.id === id)
    if (changed) keeper.keep(changed)
    set({ sales })
    return changed
  }
  function forget(id: string): void {
    keeper.forget(id)
    set({ sales: state.sales.filter((sale) => sale.id !== id) })
  }
  function up(): void {
    tries = 0
    if (state.awaySinceMs === undefined) return
    const { awaySinceMs: _, ...rest } = state
    state = rest
    set({})
  }
  function down(): void {
    if (state.awaySinceMs === undefined) set({ awaySinceMs: nowMs() })
  }

  async function send(first: SentSale): Promise<void> {
    const made = first.order ?? (await options.hold(first))
    up()
    const order = { id: made.id, token: made.token ?? '' }
    if (!first.payment) return finish(first, made)
    const held = change(first.id, { order, payTried: true })
    if (held) finish(held, await options.pay(held, order))
  }
  function finish(sale: SentSale, order: OrderView | SentSale['order']): void {
    up()
    forget(sale.id)
    if (order && 'state' in order) {
      set({ done: [...state.done, { sale, order }].slice(-DONE_MAX) })
    }
  }

  async function run(): Promise<void> {
    if (running || closed) return
    running = true
    cancel()
    try {
      let next = waiting()
      while (next && !closed) {
        if (!(await attempt(next))) return
        next = waiting()
      }
    } finally {
      running = false
    }
  }
  /** Whether to go on with the next one at once. */
  async function attempt(sale: SentSale): Promise<boolean> {
    try {
      await send(sale)
      return true
    } catch (fault) {
      const problem = fault instanceof WireError ? fault.problem : undefined
      if (problem && problem.status < 500 && !TRY_AGAIN.has(problem.refusal ?? '')) {
        up()
        change(sale.id, { refused: problem })
        return true
      }
      // Nobody answered, or not for good: the same is sent again under the same keys.
      if (!problem) down()
      const delay = AGAIN_MS[Math.min(tries, AGAIN_MS.length - 1)] ?? 0
      tries += 1
      cancel = later(() => void run(), delay)
      return false
    }
  }
  const waiting = () => state.sales.find(({ refused }) => !refused)

  void run()
  return {
    read: () => state,
    subscribe(changed) {
      listeners.add(changed)
      return () => listeners.delete(changed)
    },
    add(sale) {
      keeper.keep(sale)
      set({ sales: [...state.sales, sale] })
      void run()
    },
    setAside: (id) => void change(id, { aside: true }),
    drop(id) {
      const sale = state.sales.find((one) => one.id === id)
      if (sale && (sale.refused || !sale.payTried)) forget(id)
    },
    heard(isUp) {
      if (!isUp) return down()
      up()
      void run()
    },
    close() {
      closed = true
      cancel()
    },
  }
}
