import { useEffect, useState } from 'react'
import { STALE_AFTER_MS } from '#venues/pure'
import { Chip } from './parts/chip.tsx'
import type { GlyphState } from './parts/state-glyph.tsx'
import type { TextKey } from './texts/text.tsx'
import { useText } from './texts/text.tsx'
import type { Today } from './use-today.ts'

const AGEING_LAG_MS = 5_000

/** How fresh the page's figures are, in words; the same everywhere it is asked. */
export type Standing = {
  readonly state: GlyphState
  readonly key: TextKey
  readonly short: TextKey
  readonly values: Readonly<Record<string, string | number>>
}

/** What of a page says how fresh it is. */
export type Heard = Pick<Today, 'house' | 'scope' | 'live' | 'total'>

export function useStanding(today: Heard): Standing {
  const { dates } = useText()
  const quietMs = useQuietMs(today)
  const { scope, live, house } = today
  const warehouse = house.engines.warehouse
  const asOf = live.pulse?.now
  if (!warehouse.up) {
    const time = dates.timeOf(warehouse.since, scope.timezone)
    return { state: 'failed', key: 'engineDown', short: 'engineDownShort', values: { time } }
  }
  if (quietMs > STALE_AFTER_MS) {
    const time = asOf ? dates.timeOf(asOf, scope.timezone) : '–'
    return { state: 'stale', key: 'staleSince', short: 'staleShort', values: { time } }
  }
  if (!live.connected) {
    const seconds = Math.round(quietMs / 1000)
    return { state: 'ageing', key: 'disconnected', short: 'disconnectedShort', values: { seconds } }
  }
  if (!scope.live) {
    const day = dates.date(scope.lastDay)
    return { state: 'file', key: 'fromFile', short: 'fromFileShort', values: { day } }
  }
  if (!live.pulse) return { state: 'ageing', key: 'connecting', short: 'connecting', values: {} }
  const lagMs = live.pulse.lagMs ?? 0
  if (lagMs > STALE_AFTER_MS) {
    const time = dates.timeOf(today.total?.freshness.through ?? live.pulse.now, scope.timezone)
    return { state: 'stale', key: 'staleSince', short: 'staleShort', values: { time } }
  }
  if (lagMs > AGEING_LAG_MS) {
    const values = { seconds: Math.round(lagMs / 1000) }
    return { state: 'ageing', key: 'behind', short: 'behindShort', values }
  }
  const seconds = (lagMs / 1000).toFixed(1)
  return { state: 'fresh', key: 'liveBehind', short: 'liveBehindShort', values: { seconds } }
}

/** How long nothing has been heard from the server, while it matters. */
function useQuietMs({ live }: Heard): number {
  const [nowMs, setNowMs] = useState(() => performance.now())
  useEffect(() => {
    const timer = setInterval(() => setNowMs(performance.now()), 1_000)
    return () => clearInterval(timer)
  }, [])
  return live.heardAtMs === 0 ? 0 : Math.max(0, nowMs - live.heardAtMs)
}

export function FreshnessChip({ today }: { readonly today: Heard }) {
  const { t } = useText()
  const { state, key, short, values } = useStanding(today)
  return (
    <Chip state={state} label="freshness" title={t(key, values)}>
      <span className="wide">{t(key, values)}</span>
      <span className="narrow">{t(short, values)}</span>
    </Chip>
  )
}
