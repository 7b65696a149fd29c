import type { Answer } from '#metrics/pure'
import { useText } from './texts/text.tsx'

type TableFootProps = {
  readonly answer: Answer
  /** Of the cinemas it speaks of: their clock, not the reader's. */
  readonly timezone: string
}

/** What a table rests on: how it is counted, where from, and as of when. */
export function TableFoot({ answer, timezone }: TableFootProps) {
  const { t, dates } = useText()
  const sources = answer.sources.map(({ name }) => name)
  const shown =
    sources.length > 3 ? t('sourcesCount', { count: sources.length }) : sources.join(t('comma'))
  return (
    <>
      <span>{answer.sample ? t('basisSample') : t('basisTickets')}</span>
      {shown !== '' && <span>{t('sourcesAre', { sources: shown })}</span>}
      <span>{t('asOf', { time: dates.momentOf(answer.freshness.asOf, timezone) })}</span>
    </>
  )
}
