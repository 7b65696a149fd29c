import { useMemo } from 'react'
import type { Answer } from '#metrics/pure'
import { useHouse } from '../wire/queries.ts'

type ChartHouse = {
  readonly timezone?: string
  readonly dayStartsAt?: number
  /** Present trading day of the cinemas shown that report as they sell; absent where none does. */
  readonly present?: string
}

/** What a chart needs to know of the cinemas it is about: their clock and their present day. */
export function useChartHouse({ question, sample }: Answer): ChartHouse {
  const { data } = useHouse()
  const { cinema } = question.where
  return useMemo(() => {
    const kin = (data?.cinemas ?? []).filter((one) => one.sample === sample)
    const shown = cinema ? kin.filter(({ id }) => cinema.includes(id)) : kin
    const live = shown.filter(({ state }) => state !== 'file')
    const [first] = live.length > 0 ? live : shown
    return {
      ...(first && { timezone: first.timezone, dayStartsAt: first.dayStartsAt }),
      ...(first && live.length > 0 && { present: first.tradingDay }),
    }
  }, [data, sample, cinema])
}
