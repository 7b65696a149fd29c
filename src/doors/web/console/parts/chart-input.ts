import { useMemo } from 'react'
import type { ChartInput, RowKey } from '#charts'
import { useText } from '../texts/text.tsx'
import { usePalette } from '../theme.tsx'
import type { DrawnProps } from './answer-chart.tsx'
import { useChartHouse } from './chart-house.ts'
import { useOutline, usePlaces } from './chart-places.ts'
import { useNarrow } from './use-width.ts'

/** A panel of less is drawn like a phone. */
const NARROW = 420

/** All that decides the drawing, kept the same while nothing of it changes. */
export function useChartInput(props: DrawnProps): ChartInput {
  const { answer, kind, metric, notes, selected, height, compact, width } = props
  const { comparisonNames } = props
  const { lang, numbers, dates } = useText()
  const palette = usePalette()
  const narrow = useNarrow() || width < NARROW
  const { timezone, dayStartsAt, present } = useChartHouse(answer)
  const known = usePlaces(answer.question)
  const places = props.places ?? known
  const outline = useOutline(kind === 'map')
  const chosen = selected && JSON.stringify(selected)
  return useMemo(
    () => ({
      answer,
      kind,
      palette,
      width,
      narrow,
      manner: {
        lang,
        numbers,
        dates,
        ...(timezone !== undefined && { timezone }),
        ...(dayStartsAt !== undefined && { dayStartsAt }),
      },
      ...(metric && { metric }),
      ...(notes && { notes }),
      ...(chosen !== undefined && { selected: JSON.parse(chosen) as RowKey }),
      ...(comparisonNames && { comparisonNames }),
      ...(height !== undefined && { height }),
      ...(compact !== undefined && { compact }),
      ...(places && { places }),
      ...(outline && { outline }),
      ...(present !== undefined && { present }),
    }),
    [
      answer,
      kind,
      palette,
      width,
      narrow,
      lang,
      numbers,
      dates,
      timezone,
      dayStartsAt,
      present,
      metric,
      notes,
      chosen,
      comparisonNames,
      height,
      compact,
      places,
      outline,
    ],
  )
}
