import type { TextKey } from '../texts/text.tsx'
import { useText } from '../texts/text.tsx'
import { problemOf } from '../wire/problem.ts'

/** Refusals that the programme's pages have a sentence of their own for, where English is not read. */
const SAID = {
  auditorium_unknown: 'refusal_auditorium_unknown',
  currency_differs: 'refusal_currency_differs',
  film_unusable: 'refusal_film_unusable',
  price_card_unknown: 'refusal_price_card_unknown',
  release_taken: 'refusal_release_taken',
  release_unknown: 'refusal_release_unknown',
  release_unusable: 'refusal_release_unusable',
  runtime_needed: 'refusal_runtime_needed',
  screening_cancelled: 'refusal_screening_cancelled',
  screening_not_planned: 'refusal_screening_not_planned',
  screening_overlaps: 'refusal_screening_overlaps',
  screening_unknown: 'refusal_screening_unknown',
  screening_unusable: 'refusal_screening_unusable',
  tariff_changed: 'refusal_tariff_changed',
  tariff_unusable: 'refusal_tariff_unusable',
  time_skipped: 'refusal_time_skipped',
} as const satisfies Readonly<Record<string, TextKey>>

/** The server's sentence of what stands in an auditorium already. */
const IN_THE_WAY = /“(.+)” is in (.+) on (\d{4}-\d{2}-\d{2}) from ([\d:]+) to (?:\S+ )?([\d:]+)\.$/

/** Why something was refused, in the reader's language where there is a sentence. */
export function useRefusalText(): (fault: unknown) => string {
  const { t, lang } = useText()
  const inTheWay = useInTheWay()
  return (fault) => {
    const problem = problemOf(fault)
    if (!problem) return t('noAnswer')
    const { refusal, detail } = problem
    if (refusal === 'screening_overlaps') {
      const there = inTheWay(detail)
      if (there !== undefined) return `${there} ${t('inTheWayDo')}`
      return lang === 'en' ? detail : t('refusal_screening_overlaps')
    }
    const key = Object.entries(SAID).find(([known]) => known === refusal)?.[1]
    return lang === 'en' || !key ? detail : t(key)
  }
}

/** What is in the way, from the server's sentence, as the reader writes days; undefined if it is another. */
export function useInTheWay(): (sentence: string) => string | undefined {
  const { t, dates } = useText()
  return (sentence) => {
    const match = IN_THE_WAY.exec(sentence)
    if (!match) return undefined
    const [, title = '', auditorium = '', day = '', from = '', to = ''] = match
    return t('inTheWay', { title, auditorium, day: dates.day(day), from, to })
  }
}
