import { useCallback, useState } from 'react'
import type { OrderView } from '../wire/sell.ts'

/** Seats kept for a guest who comes back to pay; only this till has the token to sell them. */
export type HeldOrder = {
  readonly order: OrderView
  readonly screeningId: string
  readonly about: string
}

const KEPT = 'fullhouse.held'

export type HeldOrders = {
  readonly held: readonly HeldOrder[]
  readonly keep: (one: HeldOrder) => void
  readonly forget: (orderId: string) => void
}

/** Orders held at this till, kept over a reload until their time is over. */
export function useHeldOrders(nowMs: () => number): HeldOrders {
  const [all, setAll] = useState(readHeld)
  const change = useCallback((next: (before: readonly HeldOrder[]) => readonly HeldOrder[]) => {
    setAll((before) => {
      const after = next(before)
      localStorage.setItem(KEPT, JSON.stringify(after))
      return after
    })
  }, [])
  const keep = useCallback(
    (one: HeldOrder) =>
      change((before) => [...before.filter(({ order }) => order.id !== one.order.id), one]),
    [change],
  )
  const forget = useCallback(
    (id: string) => change((before) => before.filter(({ order }) => order.id !== id)),
    [change],
  )
  const held = all.filter(({ order }) => Date.parse(order.expiresAt) > nowMs())
  return { held, keep, forget }
}

function readHeld(): readonly HeldOrder[] {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(KEPT) ?? '[]')
    // Written by `keep` alone.
    return Array.isArray(found) ? (found as HeldOrder[]) : []
  } catch {
    // Cut off: holds end by themselves.
    return []
  }
}
