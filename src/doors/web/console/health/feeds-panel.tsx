import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { Panel } from '../parts/panel.tsx'
import type { GlyphState } from '../parts/state-glyph.tsx'
import { StateGlyph } from '../parts/state-glyph.tsx'
import { useText } from '../texts/text.tsx'
import type { Health } from '../wire/health.ts'

const LATE_SHOWN = 12
const AGEING_LAG_MS = 5_000
const STALE_LAG_MS = 120_000

/** Both engines, the lag, and the cinemas that should have been heard of. */
export function FeedsPanel({ health }: { readonly health: Health }) {
  const { t, dates } = useText()
  const { engines, lagMs, pending, sites } = health
  const lag: GlyphState =
    lagMs > STALE_LAG_MS ? 'stale' : lagMs > AGEING_LAG_MS ? 'ageing' : 'fresh'
  const engine = (state: typeof engines.store) =>
    state.up ? t('engineUp') : t('engineDownSince', { time: dates.momentOf(state.since) })
  return (
    <Panel title={t('healthFeeds')} className="health-feeds">
      <ul>
        <Line state={engines.store.up ? 'fresh' : 'failed'} name={t('healthStore')}>
          {engine(engines.store)}
        </Line>
        <Line state={engines.warehouse.up ? 'fresh' : 'failed'} name={t('healthWarehouse')}>
          {engine(engines.warehouse)}
        </Line>
        <Line state={lag} name={t('healthLag')}>
          {pending === 0
            ? t('healthAllIn')
            : t('healthPendingLag', { count: pending, seconds: (lagMs / 1000).toFixed(1) })}
        </Line>
        {sites.late.slice(0, LATE_SHOWN).map(({ cinemaId, cinema, state, heardAt }) => (
          <Line key={cinemaId} state={state} name={cinema}>
            {heardAt
              ? t(state === 'silent' ? 'siteSilentSince' : 'siteStaleSince', {
                  time: dates.momentOf(heardAt),
                })
              : t('siteNeverHeard')}
          </Line>
        ))}
      </ul>
      {sites.late.length > LATE_SHOWN && (
        <p className="panel-empty">
          <Link to="/cinemas" className="link">
            {t('moreSites', { count: sites.late.length - LATE_SHOWN })}
          </Link>
        </p>
      )}
    </Panel>
  )
}

type LineProps = {
  readonly state: GlyphState
  readonly name: string
  readonly children: ReactNode
}

function Line({ state, name, children }: LineProps) {
  return (
    <li>
      <StateGlyph state={state} />
      <span>{name}</span>
      <em>{children}</em>
    </li>
  )
}
