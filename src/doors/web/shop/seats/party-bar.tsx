import { Icon } from '../icon.tsx'
import { useWords } from '../words.ts'

type PartyBarProps = {
  readonly party: number
  readonly most: number
  readonly listed: boolean
  readonly onParty: (party: number) => void
  readonly onBest: () => void
  readonly onListed: () => void
}

/** How many they are, the best seats for so many, and the map as a list. */
export function PartyBar({ party, most, listed, onParty, onBest, onListed }: PartyBarProps) {
  const { t } = useWords()
  return (
    <div class="party-bar">
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would need a form around it */}
      <div class="stepper" role="group" aria-label={t.party}>
        <button
          type="button"
          aria-label={t.partyFewer}
          disabled={party <= 1}
          onClick={() => onParty(party - 1)}
        >
          <Icon name="minus" />
        </button>
        <output aria-live="polite">{party}</output>
        <button
          type="button"
          aria-label={t.partyMore}
          disabled={party >= most}
          onClick={() => onParty(party + 1)}
        >
          <Icon name="plus" />
        </button>
      </div>
      <button class="button" type="button" onClick={onBest}>
        <Icon name="sofa" />
        {t.best(party)}
      </button>
      <button
        class="button square"
        type="button"
        aria-pressed={listed}
        aria-label={listed ? t.seatPicture : t.seatList}
        onClick={onListed}
      >
        <Icon name={listed ? 'map' : 'list'} />
      </button>
    </div>
  )
}
