import type { MetricId } from '#metrics/pure'
import { useMetricText } from '../parts/metric-text.ts'
import { useText } from '../texts/text.tsx'
import type { Reporter } from './market-scope.ts'
import { useSourceWords } from './use-reporters.ts'

type MetricWords = {
  readonly name: (metric: MetricId) => string
  readonly meaning: (metric: MetricId) => string
}

const OWN_NAMES = ['averageTicketPrice', 'gross', 'peoplePerScreening', 'sites'] as const
const REPORTED = ['gross', 'admissions', 'screenings'] as const

/** Metrics of a market in words: what somebody reports is theirs, not what our tickets say. */
export function useMarketMetric(reporter: Pick<Reporter, 'id' | 'name'>): MetricWords {
  const { t } = useText()
  const { name, meaning } = useMetricText()
  const source = useSourceWords()(reporter).name
  return {
    name: (metric) => {
      const own = OWN_NAMES.find((id) => id === metric)
      return own ? t(`marketHead_${own}`) : name(metric)
    },
    meaning: (metric) => {
      const reported = REPORTED.find((id) => id === metric)
      return reported ? t(`marketSay_${reported}`, { source }) : meaning(metric)
    },
  }
}
