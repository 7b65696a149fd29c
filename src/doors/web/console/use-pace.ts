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
  const { scope, compared, byStart } = today
  const week = useAnswer(asked(today, compared.week.day)).data
  const year = useAnswer(compared.year && asked(today, compared.year.day)).data
  const lines = {
    week: lineOf(week, compared.week.day, byStart, scope.dayStartsAt),
    year: compared.year ? lineOf(year, compared.year.day, byStart, scope.dayStartsAt) : [],
    byStart,
  }
  const { pace } = today
  if (!pace) return { ...lines, today: [] }
  if (byStart) return { ...lines, today: paceByStart(pace, 'gross', scope.dayStartsAt) }
  const slots = saleSlots(pace, 'gross')
  return { ...lines, today: paceBySale(slots, scope.minuteNow), slots }
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
