import { ChevronDown, ChevronUp } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { Button } from 'react-aria-components/Button'
import { SeatRow } from '../parts/seat-row.tsx'
import { useText } from '../texts/text.tsx'
import type { ScreeningView } from '../wire/sell.ts'
import { KeyCap } from './key-cap.tsx'

type ScreeningListProps = {
  readonly screenings: readonly ScreeningView[]
  readonly chosen: string | undefined
  /** Of the chosen one, by its live seats. */
  readonly left: number | undefined
  readonly onChoose: (id: string) => void
}

const SHOWN = 7

/** What can be sold now and later today; digits choose among the first nine. */
export function ScreeningList({ screenings, chosen, left, onChoose }: ScreeningListProps) {
  const { t } = useText()
  const [all, setAll] = useState(false)
  const far = screenings.findIndex(({ id }) => id === chosen) >= SHOWN
  const shown = all || far ? screenings : screenings.slice(0, SHOWN)
  const last = screenings.at(-1)
  return (
    <nav className="sell-list" aria-label={t('sellScreenings')}>
      {shown.map((screening, at) => (
        <ScreeningButton
          key={screening.id}
          screening={screening}
          chosen={screening.id === chosen}
          left={screening.id === chosen ? (left ?? screening.left) : screening.left}
          digit={at < 9 ? String(at + 1) : undefined}
          onChoose={() => onChoose(screening.id)}
        />
      ))}
      {screenings.length > SHOWN && !far && (
        <Button className="sell-more" onPress={() => setAll(!all)}>
          {all
            ? t('sellFewer')
            : t('sellMore', {
                count: screenings.length - SHOWN,
                time: last?.localTime ?? '',
              })}
          {all ? <ChevronUp size={16} /> : <ChevronDown size={16} />}
        </Button>
      )}
    </nav>
  )
}

type ScreeningButtonProps = {
  readonly screening: ScreeningView
  readonly chosen: boolean
  readonly left: number
  readonly digit: string | undefined
  readonly onChoose: () => void
}

function ScreeningButton({ screening, chosen, left, digit, onChoose }: ScreeningButtonProps) {
  const { t, numbers } = useText()
  const { seats, auditorium, film, localTime } = screening
  const format = screening.release.format
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (chosen) button.current?.scrollIntoView({ block: 'nearest', inline: 'center' })
  }, [chosen])
  return (
    <button
      ref={button}
      type="button"
      className={`sell-screening${left === 0 ? ' sell-full' : ''}`}
      aria-pressed={chosen}
      data-screening={screening.id}
      onClick={onChoose}
    >
      <span className="sell-time">
        {localTime}
        {digit !== undefined && <KeyCap name={digit} />}
      </span>
      <span className="sell-film">{film.title}</span>
      <span className="sell-left">
        {left === 0 ? (
          t('sellFull')
        ) : (
          <>
            <b>{numbers.count(left)}</b> {t('sellLeft')}
          </>
        )}
      </span>
      <span className="sell-where">
        {format && format !== '2D' ? `${auditorium} · ${format}` : auditorium}
      </span>
      <SeatRow share={seats === 0 ? 0 : (seats - left) / seats} />
    </button>
  )
}
