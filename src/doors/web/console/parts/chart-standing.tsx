import type { Answer } from '#metrics/pure'
import { STALE_AFTER_MS } from '#venues/pure'
import { useText } from '../texts/text.tsx'
import { Chip } from './chip.tsx'

/** How a chart's figures stand, where they are not simply so: late, or without some cinemas. */
export function ChartStanding({
  answer: { freshness, sites },
  timezone,
}: {
  readonly answer: Answer
  readonly timezone?: string | undefined
}) {
  const { t, dates } = useText()
  const late = [...sites.stale, ...sites.silent].length
  return (
    <>
      {freshness.lagMs > STALE_AFTER_MS && (
        <Chip state="stale">
          {t('chartStaleSince', { time: dates.timeOf(freshness.through, timezone) })}
        </Chip>
      )}
      {late > 0 && (
        <Chip state="silent">
          {t('chartSites', { reporting: sites.expected - late, expected: sites.expected })}
        </Chip>
      )}
    </>
  )
}
