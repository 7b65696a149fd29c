import { Button } from 'react-aria-components/Button'
import { UNKNOWN } from '../../shared/numbers.ts'
import { evidenceText } from '../texts/evidence.ts'
import { useText } from '../texts/text.tsx'
import type { MatchView } from '../wire/matches.ts'

type MadeListProps = {
  readonly matches: readonly MatchView[]
  readonly busy: boolean
  readonly onUndo: (match: MatchView) => void
}

/** What was decided, by whom and why; each can be undone. */
export function MadeList({ matches, busy, onUndo }: MadeListProps) {
  const { t, dates, lang } = useText()
  return (
    <ul className="made">
      {matches.map((match) => {
        const { id, left, right, verdict, how, madeAt, evidence } = match
        const why = evidence.map(({ say }) => evidenceText(say, lang)).join(' · ')
        return (
          <li key={id} data-testid="made-match">
            <div>
              <b>{left.name}</b>
              <span className="made-sign" aria-hidden>
                {verdict === 'different' ? '≠' : '='}
              </span>
              <b>{right.name}</b>
              {why !== '' && <p className="quiet">{why}</p>}
            </div>
            <p className="made-how">
              {t(verdict === 'different' ? 'matchVerdict_different' : 'matchVerdict_same')}
              <small>
                {t(how === 'by_hand' ? 'matchByHand' : 'matchAutomatic')}
                {' · '}
                {madeAt ? dates.momentOf(madeAt) : UNKNOWN}
              </small>
            </p>
            <Button className="button" isDisabled={busy} onPress={() => onUndo(match)}>
              {t('matchUndo')}
              <span className="hidden-text">
                {' '}
                {left.name}, {right.name}
              </span>
            </Button>
          </li>
        )
      })}
    </ul>
  )
}
