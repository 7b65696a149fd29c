import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { sellClient } from '../wire/sell.ts'
import { keptSales } from './kept-sales.ts'
import type { QueueState, SaleQueue } from './sale-queue.ts'
import { createSaleQueue } from './sale-queue.ts'

const QUIET: QueueState = { sales: [], done: [] }

/** The till's sales on their way, and what the browser says of the network. */
export function useSaleQueue(nowMs: () => number): {
  readonly queue: SaleQueue | undefined
  readonly state: QueueState
} {
  const [queue, setQueue] = useState<SaleQueue>()
  const clock = useRef(nowMs)
  clock.current = nowMs
  useEffect(() => {
    const made = createSaleQueue({
      keeper: keptSales(localStorage),
      nowMs: () => clock.current(),
      hold: (sale) => sellClient.hold(sale.holdKey, sale.screeningId, sale.hold),
      pay: (sale, { id, token }) =>
        sellClient.pay(sale.payKey, id, { with: 'cash', ...sale.payment, token }),
      later(work, ms) {
        const timer = setTimeout(work, ms)
        return () => clearTimeout(timer)
      },
    })
    const up = () => made.heard(true)
    const down = () => made.heard(false)
    window.addEventListener('online', up)
    window.addEventListener('offline', down)
    if (!navigator.onLine) down()
    setQueue(made)
    return () => {
      made.close()
      window.removeEventListener('online', up)
      window.removeEventListener('offline', down)
    }
  }, [])
  const subscribe = useCallback(
    (changed: () => void) => queue?.subscribe(changed) ?? (() => undefined),
    [queue],
  )
  return { queue, state: useSyncExternalStore(subscribe, () => queue?.read() ?? QUIET) }
}
