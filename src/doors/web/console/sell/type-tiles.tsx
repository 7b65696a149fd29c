import { useText } from '../texts/text.tsx'
import type { SeatsView } from '../wire/sell.ts'
import { KeyCap } from './key-cap.tsx'
import type { Sale } from './sale.ts'
import { ticketTypes } from './sale.ts'

type TypeTilesProps = {
  readonly view: SeatsView
  readonly sale: Sale
  readonly onAdd: (ticketType: string, change: 1 | -1) => void
}

/** F11 and F12 take the money, so ten types have a key. */
const KEYS_MAX = 10

/** One tile a ticket type, its key printed on it. With Shift, or the right button, one fewer. */
export function TypeTiles({ view, sale, onAdd }: TypeTilesProps) {
  const { t } = useText()
  return (
    <fieldset className="sell-tiles" aria-label={t('sellTypes')}>
      {ticketTypes(view).map((ticketType, at) => {
        const count = sale.counts[ticketType] ?? 0
        return (
          <button
            key={ticketType}
            type="button"
            className="sell-tile"
            data-taken={count > 0}
            {...(at < KEYS_MAX && { 'aria-keyshortcuts': `F${at + 1}` })}
            onClick={(event) => onAdd(ticketType, event.shiftKey ? -1 : 1)}
            onContextMenu={(event) => {
              event.preventDefault()
              onAdd(ticketType, -1)
            }}
          >
            <span className="sell-type">{ticketType}</span>
            <TypePrice view={view} ticketType={ticketType} />
            {count > 0 && <span className="sell-count">{count}</span>}
            {at < KEYS_MAX && <KeyCap name={`F${at + 1}`} />}
          </button>
        )
      })}
    </fieldset>
  )
}

/** What it costs, all fees in; from the cheapest area to the dearest. */
function TypePrice({ view, ticketType }: Pick<TypeTilesProps, 'view'> & { ticketType: string }) {
  const { numbers } = useText()
  const totals = view.prices
    .filter((price) => price.ticketType === ticketType)
    .map(({ total }) => total)
    .toSorted((one, other) => (BigInt(one.minor) < BigInt(other.minor) ? -1 : 1))
  const [low, high] = [totals[0], totals.at(-1)]
  if (!low || !high) return null
  const dearer = high.minor !== low.minor
  return (
    <span className="sell-price">
      {numbers.moneyExact(low)}
      {dearer && `–${numbers.moneyExact(high)}`}
    </span>
  )
}
