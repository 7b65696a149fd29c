import { useEffect } from 'preact/hooks'
import { Countdown, useLeftMs } from '../countdown.tsx'
import type { OrderView } from '../wire.ts'
import type { LiveOrder } from './use-order.ts'

type HeldOrderProps = {
  readonly order: OrderView
  readonly timezone: string
  readonly live: LiveOrder
}

/** The time that is left to pay; when it is over the page says so. */
export function HeldOrder({ order, timezone, live }: HeldOrderProps) {
  const leftMs = useLeftMs(order)
  // biome-ignore lint/correctness/useExhaustiveDependencies: said once, at the moment it is over
  useEffect(() => {
    if (leftMs === 0) live.ended()
  }, [leftMs === 0])
  return (
    <Countdown
      order={order}
      timezone={timezone}
      leftMs={leftMs}
      onClear={live.release}
      onProlong={live.prolong}
    />
  )
}
