import { Link } from '@tanstack/react-router'
import { Keyboard } from 'lucide-react'
import { Button } from 'react-aria-components/Button'
import type { CinemaView } from '#venues/pure'
import { LanguageSwitch } from '../language-switch.tsx'
import { Chip } from '../parts/chip.tsx'
import { Choice } from '../parts/choice.tsx'
import { Mark } from '../parts/mark.tsx'
import { useText } from '../texts/text.tsx'
import { ThemeButton } from '../theme.tsx'
import type { ShiftView } from '../wire/sell.ts'
import type { QueueState } from './sale-queue.ts'
import { useNow } from './use-till-clock.ts'

type SellHeadProps = {
  readonly cinema: CinemaView
  readonly cinemas: readonly CinemaView[]
  readonly nowMs: () => number
  readonly onCinema: (id: string) => void
  readonly shift?: ShiftView | undefined
  readonly network?: QueueState
  readonly onClose?: () => void
  readonly onKeys?: () => void
}

/** Whose till it is, how the network stands in words, and the cinema's own time. */
export function SellHead(props: SellHeadProps) {
  const { cinema, cinemas, nowMs, onCinema, shift, network, onClose, onKeys } = props
  const { t, dates } = useText()
  const { timezone } = cinema
  return (
    <header className="sell-head">
      <Link to="/today" className="sell-home" aria-label={t('sellHome')}>
        <Mark size={24} />
      </Link>
      <h1>
        {cinemas.length > 1 ? (
          <Choice
            label={t('cinema')}
            value={cinema.id}
            items={cinemas}
            onChange={onCinema}
            shown={cinema.name}
          />
        ) : (
          cinema.name
        )}
      </h1>
      {shift && (
        <p className="sell-shift">
          <span className="sell-shift-who">{`${shift.till} · ${shift.cashier} · `}</span>
          {t('sellSince', { time: dates.timeOf(shift.openedAt, timezone) })}
        </p>
      )}
      <div className="sell-head-end">
        {network && <NetworkChip network={network} timezone={timezone} />}
        {onClose && (
          <Button className="quiet-button sell-head-link" onPress={onClose}>
            {t('sellCloseShort')}
          </Button>
        )}
        <Link to="/sell/day" search={{ cinema: cinema.id }} className="quiet-button sell-head-link">
          {t('sellDay')}
        </Link>
        {onKeys && (
          <Button className="icon-button wide" aria-label={t('sellKeys')} onPress={onKeys}>
            <Keyboard size={18} strokeWidth={1.75} />
          </Button>
        )}
        <span className="sell-head-setting">
          <LanguageSwitch />
          <ThemeButton />
        </span>
        <Clock nowMs={nowMs} timezone={timezone} />
      </div>
    </header>
  )
}

function Clock({ nowMs, timezone }: { readonly nowMs: () => number; readonly timezone: string }) {
  const { dates } = useText()
  return <time className="sell-clock">{dates.timeOf(useNow(nowMs), timezone)}</time>
}

/** Said whenever something waits; silent while all is well. */
function NetworkChip({
  network,
  timezone,
}: {
  readonly network: QueueState
  readonly timezone: string
}) {
  const { t, dates } = useText()
  const { awaySinceMs, sales } = network
  const count = sales.filter(({ refused }) => !refused).length
  if (awaySinceMs !== undefined) {
    const time = dates.timeOf(new Date(awaySinceMs).toISOString(), timezone)
    return (
      <Chip state="ageing" label="network">
        {t('sellAway', { time, count })}
      </Chip>
    )
  }
  const aside = sales.filter((sale) => sale.aside && !sale.refused)
  if (aside.length === 0) return null
  return (
    <Chip state="ageing" label="network">
      {t('sellAsideWaits', { count: aside.length })}
    </Chip>
  )
}
