import type { AnswerRow } from '#metrics/pure'
import { rowKeys } from '../parts/answer-columns.ts'
import type { Parted } from '../parts/dimension-choice.tsx'
import type { DimensionText } from '../parts/dimension-text.ts'
import type { Texts } from '../texts/text.tsx'
import type { Pick } from './explore-state.ts'

type PickText = {
  readonly texts: Texts
  readonly text: DimensionText
  readonly timezone: string
}

/** A mark in words: "Fridays, 20:00 to 20:59". Films and cinemas by the names that the row has. */
export function pickText(
  pick: Pick,
  row: AnswerRow | undefined,
  question: Parted,
  { texts: { t, dates }, text, timezone }: PickText,
): string {
  const names = rowKeys({ ...question, metrics: [], where: {} }).map((key) => {
    const value = pick[key] ?? ''
    if (key === 'weekday') return t('pickWeekday', { weekday: text.value(key, value) })
    if (key === 'hour' && value !== '') {
      const from = Number(value) * 60
      return t('pickHour', { from: dates.clock(from), to: dates.clock(from + 59) })
    }
    const options = { timezone, grain: question.grain }
    return row ? text.of(key, row, options) : text.value(key, value, options)
  })
  return names.join(t('comma'))
}
