import { useEffect, useState } from 'preact/hooks'
import { Icon } from './icon.tsx'
import type { OrderView } from './wire.ts'
import { useWords } from './words.ts'

/**
 * How long an order's seats are still held, by the server's clock: `now` stood in its answer, and since
 * then this page's own clock has gone on. A phone whose clock is wrong does not matter.
 */
export function useLeftMs({ expiresAt, now }: Pick<OrderView, 'expiresAt' | 'now'>): number {
  const whole = Date.parse(expiresAt) - Date.parse(now)
  const [left, setLeft] = useState(whole)
  useEffect(() => {
    const start = performance.now()
    const tick = () => setLeft(Math.max(whole - (performance.now() - start), 0))
    tick()
    const timer = setInterval(tick, 500)
    return () => clearInterval(timer)
  }, [whole])
  return left
}

export function leftText(leftMs: number): string {
  const seconds = Math.ceil(leftMs / 1000)
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}

type CountdownProps = {
  readonly order: OrderView
  readonly timezone: string
  readonly leftMs: number
  readonly onClear: () => void
  readonly onProlong: () => void
}

/** With less than this the page offers more time, once. */
const OFFER_MS = 3 * 60_000

/** "Yours until 19:52, 9:41 left", and how much of the time is gone. */
export function Countdown({ order, timezone, leftMs, onClear, onProlong }: CountdownProps) {
  const { t, timeOf } = useWords()
  const whole = Date.parse(order.expiresAt) - Date.parse(order.madeAt)
  const share = whole > 0 ? Math.min(leftMs / whole, 1) : 0
  return (
    <div class="countdown">
      <p class="countdown-line">
        <Icon name="clock" />
        <span>
          {t.heldUntil(timeOf(order.expiresAt, timezone))} <b>{t.left(leftText(leftMs))}</b>
        </span>
        {leftMs < OFFER_MS && !order.prolonged && (
          <button class="link" type="button" onClick={onProlong}>
            {t.moreTime}
          </button>
        )}
        <button class="link" type="button" onClick={onClear}>
          {t.clear}
        </button>
      </p>
      <span class="countdown-bar" aria-hidden="true">
        <i style={{ transform: `scaleX(${share})` }} />
      </span>
    </div>
  )
}
