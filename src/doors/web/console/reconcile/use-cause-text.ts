import type { Cause, CauseFigure, Restatement } from '#collate/pure'
import { CAUSE_SENTENCES, fillSentence, RESTATEMENT_SENTENCES } from '#collate/pure'
import { useText } from '../texts/text.tsx'
import { ZH_CAUSES, ZH_RESTATEMENTS } from '../texts/zh-causes.ts'

const MOMENT = /^(\d{4}-\d{2}-\d{2}) (\d{2}:\d{2})$/
const DAY = /^\d{4}-\d{2}-\d{2}$/

/** Writes causes in the reader's language, their figures as that language writes them. */
export function useCauseText() {
  const { lang, t, numbers, dates } = useText()
  const write = (figure: CauseFigure) => {
    if (typeof figure === 'object') return numbers.moneyExact(figure)
    if (typeof figure === 'number') return numbers.countExact(figure)
    const [, day, time] = MOMENT.exec(figure) ?? []
    if (day !== undefined && time !== undefined) return `${dates.dayYear(day)} ${time}`
    return DAY.test(figure) ? dates.dayYear(figure) : figure
  }
  const side = (name: 'left' | 'right') =>
    name === 'left' ? t('reconLeftWord') : t('reconRightWord')
  return {
    cause({ id, side: here, figures }: Cause): string {
      const there = here === 'left' ? 'right' : 'left'
      const words = here ? { here: side(here), there: side(there) } : {}
      const sentence = lang === 'zh' ? ZH_CAUSES[id] : CAUSE_SENTENCES[id]
      return fillSentence(sentence, { ...words, ...figures }, write)
    },
    restatement({ cause, causeDay, daysMissing }: Restatement): string {
      const sentence = lang === 'zh' ? ZH_RESTATEMENTS[cause] : RESTATEMENT_SENTENCES[cause]
      const figures = { days: daysMissing, ...(causeDay !== undefined && { day: causeDay }) }
      return fillSentence(sentence, figures, write)
    },
  }
}
