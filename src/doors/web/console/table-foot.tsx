import type { Answer } from '#metrics/pure'
import { useText } from './texts/text.tsx'

/** What a table rests on: how it is counted, where from, and as of when. */
export function TableFoot({ answer }: { readonly answer: Answer }) {
  const { t, dates } = useText()
  const sources = answer.sources.map(({ name }) => name)
  const shown =
    sources.length > 3 ? t('sourcesCount', { count: sources.length }) : sources.join(t('comma'))
  return (
    <>
      <span>{answer.sample ? t('basisSample') : t('basisTickets')}</span>
      {shown !== '' && <span>{t('sourcesAre', { sources: shown })}</span>}
      <span>{t('asOf', { time: dates.momentOf(answer.freshness.asOf) })}</span>
    </>
  )
}
