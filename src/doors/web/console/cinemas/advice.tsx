import { ChevronsDown, Equal, X } from 'lucide-react'
import type { Holdover } from '../../shared/holdover.ts'
import { HOLDOVER_RULE } from '../../shared/holdover.ts'
import { useText } from '../texts/text.tsx'

const GLYPHS = { hold: Equal, fewer: ChevronsDown, drop: X }

/** Hold, fewer or drop in a word, with why and how many screenings; or why nothing is said. */
export function AdviceWords({ holdover }: { readonly holdover: Holdover }) {
  const { t } = useText()
  if (holdover.advice === undefined) {
    return <span className="advice advice-none">{t(`stay_${holdover.silence}`)}</span>
  }
  const { advice, reason, shows } = holdover
  const Glyph = GLYPHS[advice]
  return (
    <span className={`advice advice-${advice}`}>
      <Glyph size={14} strokeWidth={1.75} aria-hidden />
      <b>{t(`stay_${advice}`)}</b>
      <span className="advice-why">
        {shows ? t('stayShows', { from: shows.from, to: shows.to }) : ''}
        {reason !== 'earnsItsSeats' && reason !== 'tooManySeats' && (
          <small>{t(`stayWhy_${reason}`)}</small>
        )}
      </span>
    </span>
  )
}

/** The sign alone, for a cell that has room for no more; said in full to a reader. */
export function AdviceSign({ holdover }: { readonly holdover: Holdover }) {
  const { t } = useText()
  if (holdover.advice === undefined) {
    return <span className="hidden-text">{t(`stay_${holdover.silence}`)}</span>
  }
  const Glyph = GLYPHS[holdover.advice]
  return (
    <span className={`advice-sign advice-${holdover.advice}`}>
      <Glyph size={12} strokeWidth={2} aria-hidden />
      <span className="hidden-text">{t(`stay_${holdover.advice}`)}</span>
    </span>
  )
}

/** The rule, with its thresholds, wherever advice is given. */
export function RuleNote() {
  const { t, numbers } = useText()
  const { holdFrom, dropBelow, moreFrom, steepFall, topFilms, screeningsMin } = HOLDOVER_RULE
  const ratio = (value: number) => value.toFixed(2)
  return (
    <section className="rule-note" aria-label={t('stayRule')}>
      <h3>{t('stayRule')}</h3>
      <dl>
        <div>
          <dt>{t('stayRuleEfficiency')}</dt>
          <dd>{t('stayRuleEfficiencySay')}</dd>
        </div>
        <div>
          <dt>
            <AdviceSign holdover={{ advice: 'hold', reason: 'earnsItsSeats' }} /> {t('stay_hold')}
          </dt>
          <dd>{t('stayRuleHold', { from: ratio(holdFrom), more: ratio(moreFrom) })}</dd>
        </div>
        <div>
          <dt>
            <AdviceSign holdover={{ advice: 'fewer', reason: 'tooManySeats' }} /> {t('stay_fewer')}
          </dt>
          <dd>
            {t('stayRuleFewer', {
              from: ratio(dropBelow),
              below: ratio(holdFrom),
              fall: numbers.percentSize(steepFall).replace('.0', ''),
              top: topFilms,
            })}
          </dd>
        </div>
        <div>
          <dt>
            <AdviceSign holdover={{ advice: 'drop', reason: 'farTooManySeats' }} /> {t('stay_drop')}
          </dt>
          <dd>{t('stayRuleDrop', { below: ratio(dropBelow) })}</dd>
        </div>
        <div>
          <dt>{t('stayRuleNothing')}</dt>
          <dd>{t('stayRuleNothingSay', { least: screeningsMin })}</dd>
        </div>
      </dl>
    </section>
  )
}
