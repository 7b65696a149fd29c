import { useMemo } from 'react'
import type { PacePoint, SaleSlots } from '#charts'
import { paceBySale, paceByStart, saleSlots } from '#charts'
import type { Answer } from '#metrics/pure'
import type { Today } from './use-today.ts'
import { useAnswer } from './wire/queries.ts'
import type { Asked } from './wire/questions.ts'

export type Pace = {
  readonly today: readonly PacePoint[]
  readonly week: readonly PacePoint[]
  readonly year: readonly PacePoint[]
  /** The day's sales by five minutes; absent where sale times are not stated. */
  readonly slots?: SaleSlots
  readonly byStart: boolean
}

/** The day's pace and its comparisons, whole days. */
export function usePace(today: Today): Pace {
  const { scope, compared, byStart, pace } = today
  const { minuteNow, dayStartsAt } = scope
  const weekDay = compared.week.day
  const yearDay = compared.year?.day
  const week = useAnswer(asked(today, weekDay)).data
  const year = useAnswer(yearDay === undefined ? undefined : asked(today, yearDay)).data
  // The chart is drawn again only when something in it changed.
  return useMemo(() => {
    const lines = {
      week: lineOf(week, weekDay, byStart, dayStartsAt),
      year: yearDay === undefined ? [] : lineOf(year, yearDay, byStart, dayStartsAt),
      byStart,
    }
    if (!pace) return { ...lines, today: [] }
    if (byStart) return { ...lines, today: paceByStart(pace, 'gross', dayStartsAt) }
    const slots = saleSlots(pace, 'gross')
    return { ...lines, today: paceBySale(slots, minuteNow), slots }
  }, [pace, week, year, weekDay, yearDay, minuteNow, dayStartsAt, byStart])
}

function asked({ scope, byStart }: Today, day: string): Asked | undefined {
  if (day < scope.firstDay) return undefined
  const by = byStart ? 'hour' : 'saleTime'
  return { ...scope.asks, from: day, to: day, metrics: ['gross'], by: [by] }
}

function lineOf(
  answer: Answer | undefined,
  day: string,
  byStart: boolean,
  dayStartsAt: number,
): readonly PacePoint[] {
  if (!answer || answer.question.from !== day) return []
  if (byStart) return paceByStart(answer, 'gross', dayStartsAt)
  return paceBySale(saleSlots(answer, 'gross'))
}
