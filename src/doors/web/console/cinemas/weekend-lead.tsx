import { UNKNOWN } from '../../shared/numbers.ts'
import { useMetricText } from '../parts/metric-text.ts'
import type { Days } from '../parts/span.ts'
import { daysText } from '../parts/span-choice.tsx'
import type { PageScope } from '../scope.ts'
import { useText } from '../texts/text.tsx'
import { useAnswer } from '../wire/queries.ts'
import type { Asked } from '../wire/questions.ts'
import { moneyOf, numberOf } from '../wire/rows.ts'
import { AdviceSign } from './advice.tsx'
import { ticketsOf } from './cinema-questions.ts'
import { FigureLink } from './figure-link.tsx'
import { Drop } from './films-tab.tsx'
import type { Sheet, SheetFilm } from './sheet.ts'
import { adviceCounts } from './sheet.ts'

type WeekendLeadProps = {
  readonly scope: PageScope
  readonly sheet: Sheet | undefined
  /** Those shown. */
  readonly films: readonly SheetFilm[]
  readonly days: Days
}

/** What the weekend took in all, and what the rule says of it. */
export function WeekendLead({ scope, sheet, films, days }: WeekendLeadProps) {
  const texts = useText()
  const { t, numbers } = texts
  const { lead, figure } = useMetricText()
  const part = sheet !== undefined && films.length < sheet.films.length
  const question: Asked = {
    ...ticketsOf(scope.asks),
    ...days,
    metrics: ['gross', 'admissions', 'drop'],
    ...(part && { where: { ...scope.asks.where, film: films.map(({ filmId }) => filmId) } }),
  }
  const answer = useAnswer(sheet && films.length === 0 ? undefined : question).data
  const gross = moneyOf(answer?.total, 'gross')
  const { whole, cents } = lead('gross', gross)
  const stays = films.flatMap((film) => film.stays)
  const counts = adviceCounts(stays)
  return (
    <section className="panel lead-line weekend-lead" aria-label={t('weekendSheet')}>
      <div className="lead-gross">
        <p className="quiet">{t('cinGrossOver', { days: daysText(texts, days) })}</p>
        <p className="gross" data-testid="gross" data-minor={gross?.minor}>
          {answer && gross ? (
            <FigureLink question={{ ...question, by: ['film'] }}>
              {whole}
              <small>{cents}</small>
            </FigureLink>
          ) : (
            <span className="gross-waiting">
              {sheet && films.length === 0 ? UNKNOWN : t('loading')}
            </span>
          )}
        </p>
        <p className="lead-against">
          <Drop change={numberOf(answer?.total, 'drop')} isNew={false} />
          <span className="quiet">{t('weekendVersus')}</span>
        </p>
      </div>
      <dl className="figure-strip">
        <div className="strip-figure">
          <dt>{t('admissions')}</dt>
          <dd className="strip-value">
            {figure('admissions', numberOf(answer?.total, 'admissions'))}
          </dd>
        </div>
        <div className="strip-figure">
          <dt>{t('films')}</dt>
          <dd className="strip-value">{sheet ? numbers.countExact(films.length) : UNKNOWN}</dd>
          <dd className="strip-note">{sheet && t('weekendStays', { count: stays.length })}</dd>
        </div>
        {(['hold', 'fewer', 'drop'] as const).map((advice) => (
          <div key={advice} className="strip-figure" data-advice={advice}>
            <dt>
              <AdviceSign holdover={SIGNS[advice]} /> {t(`stay_${advice}`)}
            </dt>
            <dd className="strip-value">{sheet ? numbers.countExact(counts[advice]) : UNKNOWN}</dd>
            <dd className="strip-note">
              {advice === 'drop' && counts.none > 0 && t('weekendUnsaid', { count: counts.none })}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

const SIGNS = {
  hold: { advice: 'hold', reason: 'earnsItsSeats' },
  fewer: { advice: 'fewer', reason: 'tooManySeats' },
  drop: { advice: 'drop', reason: 'farTooManySeats' },
} as const
