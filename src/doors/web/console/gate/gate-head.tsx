import { Link } from '@tanstack/react-router'
import { ChevronDown, X } from 'lucide-react'
import { Button } from 'react-aria-components/Button'
import { Chip } from '../parts/chip.tsx'
import { useText } from '../texts/text.tsx'
import type { GateAt } from './gate-search.ts'
import type { Gate } from './use-gate.ts'

/** A clock that is wrong by less harms no verdict. */
const CLOCK_WRONG_MS = 60_000

type GateHeadProps = { readonly gate: Gate; readonly at: GateAt; readonly onChange: () => void }

/** Which screening, which door, and whether the house can be asked. */
export function GateHead({ gate, at, onChange }: GateHeadProps) {
  const { t } = useText()
  const { list, connected, kept, clockOffsetMs } = gate
  const screening = list?.screenings.find(({ id }) => id === at.screening)
  const minutes = Math.round(Math.abs(clockOffsetMs) / 60_000)
  return (
    <header className="gate-head">
      <div className="gate-where">
        <Button className="gate-name" onPress={onChange}>
          <strong>
            {screening
              ? t('gateScreeningAt', {
                  auditorium: screening.auditorium,
                  time: screening.localTime,
                })
              : (list?.cinema.name ?? t('gate'))}
          </strong>
          <span>{screening?.title ?? t('gateAllScreenings')}</span>
          <ChevronDown size={14} aria-hidden />
        </Button>
        {connected && kept === 0 ? (
          <Chip state="fresh" label="connection">
            {t('gateConnected')}
          </Chip>
        ) : (
          <Chip state="ageing" label="connection">
            {t('gateAlone', { count: kept })}
          </Chip>
        )}
        <Link to="/today" className="icon-button" aria-label={t('gateLeave')}>
          <X size={20} />
        </Link>
      </div>
      {Math.abs(clockOffsetMs) > CLOCK_WRONG_MS && (
        <p className="gate-warning">
          {t(clockOffsetMs > 0 ? 'gateClockSlow' : 'gateClockFast', { minutes: String(minutes) })}
        </p>
      )}
    </header>
  )
}
