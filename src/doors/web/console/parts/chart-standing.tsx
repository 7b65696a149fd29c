import type { Answer } from '#metrics/pure'
import { STALE_AFTER_MS } from '#venues/pure'
import { useText } from '../texts/text.tsx'
import { Chip } from './chip.tsx'

type ChartStandingProps = {
  readonly answer: Answer
  readonly timezone?: string | undefined
  /** The present trading day, where there is one. */
  readonly present?: string | undefined
}

/** How a chart's figures stand, where they are not simply so: late, or without some cinemas. */
export function ChartStanding({ answer, timezone, present }: ChartStandingProps) {
  const { t, dates } = useText()
  const { freshness, sites, question } = answer
  // Who is late today is late for no day before.
  const past = present !== undefined && question.to !== undefined && question.to < present
  const late = past ? 0 : [...sites.stale, ...sites.silent].length
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
