import { Minus } from 'lucide-react'
import { Button } from 'react-aria-components/Button'
import type { MoneyWire } from '#kernel/pure'
import { useText } from '../texts/text.tsx'
import type { SaleLine } from './sale.ts'

type SaleLinesProps = {
  readonly lines: readonly SaleLine[]
  /** Absent where nothing can be changed any more. */
  readonly onFewer?: (ticketType: string) => void
}

/** What is bought: by type, with seats and the sum, all fees in. */
export function SaleLines({ lines, onFewer }: SaleLinesProps) {
  const { t, numbers } = useText()
  return (
    <ul className="sale-lines">
      {lines.map(({ ticketType, seats, total }) => (
        <li key={ticketType}>
          <span className="sale-what">
            {seats.length} × {ticketType}
          </span>
          <b>{numbers.moneyExact(total)}</b>
          <small>{seats.join(', ')}</small>
          {onFewer && (
            <Button
              className="sale-fewer"
              aria-label={t('sellOneFewer', { type: ticketType })}
              onPress={() => onFewer(ticketType)}
            >
              <Minus size={16} />
            </Button>
          )}
        </li>
      ))}
    </ul>
  )
}

/** The figure that leads the panel. */
export function LeadAmount({
  label,
  amount,
}: {
  readonly label: string
  readonly amount: MoneyWire
}) {
  const { numbers } = useText()
  return (
    <p className="sale-lead">
      <span>{label}</span>
      <b data-testid="lead-amount">{numbers.moneyExact(amount)}</b>
    </p>
  )
}

/** Lines of an order that is there already, gathered like those of a sale. */
export function orderLines(
  lines: readonly {
    readonly seat: string
    readonly ticketType: string
    readonly total: MoneyWire
  }[],
): readonly SaleLine[] {
  const types = new Map<string, SaleLine>()
  for (const { seat, ticketType, total } of lines) {
    const line = types.get(ticketType)
    const minor = BigInt(line?.total.minor ?? '0') + BigInt(total.minor)
    types.set(ticketType, {
      ticketType,
      seats: [...(line?.seats ?? []), seat],
      total: { minor: minor.toString(), currency: total.currency },
    })
  }
  return [...types.values()]
}
