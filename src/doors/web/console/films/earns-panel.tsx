import { HOLDOVER_RULE } from '../../shared/holdover.ts'
import { FigureLink } from '../cinemas/figure-link.tsx'
import type { Texts } from '../texts/text.tsx'
import { useText } from '../texts/text.tsx'
import { useAnswer } from '../wire/queries.ts'
import type { Asked } from '../wire/questions.ts'
import { numberOf, textOf } from '../wire/rows.ts'
import type { Earning } from './earnings.ts'
import { furthestFromEven } from './earnings.ts'
import type { FilmFrame } from './film-frame.ts'
import { filmDays } from './film-frame.ts'

/** Where it takes clearly more, or less, than the room it is given: in sentences. */
export function EarnsPanel({ frame }: { readonly frame: FilmFrame }) {
  const texts = useText()
  const { t } = texts
  const question: Asked = {
    ...{ ...frame.asks, ...filmDays(frame, 'week') },
    metrics: ['efficiency', 'screeningsListed'],
    by: ['cinema'],
  }
  const { data } = useAnswer(question)
  if (!data) return null
  const earnings = data.rows.flatMap((row): readonly Earning[] => {
    const efficiency = numberOf(row, 'efficiency')
    const shows = numberOf(row, 'screeningsListed') ?? 0
    return efficiency === undefined || shows < HOLDOVER_RULE.screeningsMin
      ? []
      : [{ id: textOf(row, 'cinemaId'), name: textOf(row, 'cinema'), efficiency }]
  })
  const { more, less } = furthestFromEven(earnings)
  if (earnings.length === 0) return null
  return (
    <section className="film-earns">
      <h3>{t('filmEarns')}</h3>
      <p className="film-say">
        {more.length === 0 && less.length === 0 && t('filmEarnsEven', { count: earnings.length })}
        {more.length > 0 &&
          t('filmEarnsMore', { places: placesOf(texts, 'filmEarnsMorePlace', more) })}
        {less.length > 0 &&
          ` ${t('filmEarnsLess', { places: placesOf(texts, 'filmEarnsLessPlace', less) })}`}{' '}
        <span className="quiet">{t('filmEarnsOver', { count: earnings.length })}</span>
      </p>
      <FigureLink question={{ ...question, metrics: ['efficiency', 'moneyShare', 'seatShare'] }}>
        {t('filmEarnsAll')}
      </FigureLink>
    </section>
  )
}

/** "24 % in Cork Opera Lane and 12 % in Galway". */
function placesOf(
  { t, numbers, lang }: Texts,
  key: 'filmEarnsMorePlace' | 'filmEarnsLessPlace',
  earnings: readonly Earning[],
): string {
  const places = earnings.map(({ name, efficiency }) =>
    t(key, { share: numbers.percentSize(efficiency - 1), cinema: name }),
  )
  return new Intl.ListFormat(lang, { type: 'conjunction' }).format(places)
}
