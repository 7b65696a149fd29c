import { Check, X } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { Button } from 'react-aria-components/Button'
import { evidenceText } from '../texts/evidence.ts'
import type { TextKey } from '../texts/text.tsx'
import { useText } from '../texts/text.tsx'
import type { MatchView, Verdict } from '../wire/matches.ts'
import { MatchSides } from './match-sides.tsx'

type MatchCardProps = {
  readonly match: MatchView
  readonly current: boolean
  readonly onPick: () => void
  readonly onDecide: (verdict: Verdict) => void
}

/** How sure it is in words: what is asked is no measurement. */
function sureness(score: number): TextKey {
  if (score >= 0.99) return 'matchAlmostSure'
  if (score >= 0.75) return 'matchProbable'
  return score >= 0.5 ? 'matchPossible' : 'matchDoubtful'
}

/** A doubtful pair: the two sides, what speaks for and against, and the verdict. */
export function MatchCard({ match, current, onPick, onDecide }: MatchCardProps) {
  const { t, lang } = useText()
  const place = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (current) place.current?.scrollIntoView({ block: 'nearest' })
  }, [current])
  return (
    <li
      ref={place}
      className="match"
      aria-current={current}
      data-testid="match"
      onPointerDown={onPick}
      onFocus={onPick}
    >
      <MatchSides left={match.left} right={match.right} />
      <div className="match-why">
        <ul>
          {match.evidence.map(({ say, speaks }) => (
            <li key={say} className={`speaks-${speaks}`}>
              {speaks === 'for' ? (
                <Check size={14} strokeWidth={2} aria-label={t('matchFor')} />
              ) : (
                <X size={14} strokeWidth={2} aria-label={t('matchAgainst')} />
              )}
              {evidenceText(say, lang)}
            </li>
          ))}
        </ul>
        <p className="quiet">{t(sureness(match.score))}</p>
      </div>
      <div className="match-do">
        <Button
          className={`button ${current ? 'button-primary' : ''}`}
          onPress={() => onDecide('same')}
        >
          {t('matchSame')}
          <kbd aria-hidden>S</kbd>
        </Button>
        <Button className="button" onPress={() => onDecide('different')}>
          {t('matchDifferent')}
          <kbd aria-hidden>D</kbd>
        </Button>
      </div>
    </li>
  )
}
