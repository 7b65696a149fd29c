import { useEffect, useRef, useState } from 'preact/hooks'
import { Countdown, useLeftMs } from '../countdown.tsx'
import { Icon } from '../icon.tsx'
import type { OrderView } from '../wire.ts'
import { useWords } from '../words.ts'
import type { Chosen } from './choice.ts'
import { priceOfChosen, pricesOf } from './choice.ts'
import { NoticeLine } from './notice-line.tsx'
import type { SeatSale } from './use-seats.ts'

type SeatSheetProps = { readonly sale: SeatSale; readonly timezone: string }

/** The seats that are chosen, what they cost, and the way on. */
export function SeatSheet({ sale, timezone }: SeatSheetProps) {
  const { t, moneyExact } = useWords()
  const { chosen, order, busy, total } = sale
  const isEmpty = chosen.length === 0
  return (
    <section class="sheet" aria-label={t.chosenSeats} aria-busy={busy}>
      <NoticeLine sale={sale} />
      {order && <Held key={order.expiresAt} sale={sale} order={order} timezone={timezone} />}
      {isEmpty && !sale.notice && <p class="sheet-empty">{t.chooseSeats}</p>}
      <ul class="sheet-seats">
        {chosen.map((one) => (
          <ChosenSeat key={one.seat} one={one} sale={sale} />
        ))}
      </ul>
      {order ? (
        <PayForm
          order={order}
          words={total.minor === '0' ? t.payFree : t.pay(moneyExact(total))}
          focused={sale.justHeld}
        />
      ) : (
        !isEmpty && (
          <button
            class="primary"
            type="button"
            disabled={busy}
            onClick={() => void sale.hold(false)}
          >
            {busy ? t.busy : t.continueFor(moneyExact(total))}
          </button>
        )
      )}
      <p class="note">{t.feesIn}</p>
    </section>
  )
}

type HeldProps = SeatSheetProps & { readonly order: OrderView }

function Held({ sale, order, timezone }: HeldProps) {
  const leftMs = useLeftMs(order)
  // biome-ignore lint/correctness/useExhaustiveDependencies: said once, at the moment it is over
  useEffect(() => {
    if (leftMs === 0) sale.ended()
  }, [leftMs === 0])
  return (
    <Countdown
      order={order}
      timezone={timezone}
      leftMs={leftMs}
      onClear={sale.clear}
      onProlong={() => void sale.prolong()}
    />
  )
}

function ChosenSeat({ one, sale }: { readonly one: Chosen; readonly sale: SeatSale }) {
  const { t, moneyExact } = useWords()
  const { view, index, order } = sale
  const seat = index.get(one.seat)
  const area = view.plan.areas.find(({ id }) => id === seat?.area)
  const promised = order?.lines.find((line) => line.seat === one.seat)?.total
  const price = promised ?? priceOfChosen(view, index, one)
  const types = pricesOf(view, seat?.area ?? '')
  return (
    <li class="sheet-seat">
      <b class="seat-name">{one.seat}</b>
      <span class="sheet-what">
        <span>{area?.name}</span>
        <span class="sheet-type">
          <select
            aria-label={t.ticketType(one.seat)}
            value={one.ticketType}
            disabled={sale.busy}
            onChange={({ currentTarget }) => sale.setType(one.seat, currentTarget.value)}
          >
            {types.map(({ ticketType, total }) => (
              <option key={ticketType} value={ticketType} selected={ticketType === one.ticketType}>
                {ticketType === one.ticketType
                  ? ticketType
                  : `${ticketType} · ${moneyExact(total)}`}
              </option>
            ))}
          </select>
          <Icon name="down" />
        </span>
      </span>
      <b>{price && moneyExact(price)}</b>
    </li>
  )
}

type PayFormProps = {
  readonly order: OrderView
  readonly words: string
  readonly focused: boolean
}

/** Paying is a form: the wallet's page is another address, with scripts or without. */
function PayForm({ order, words, focused }: PayFormProps) {
  const [key] = useState(() => crypto.randomUUID())
  const button = useRef<HTMLButtonElement>(null)
  // Whoever held by keyboard finds the way on under their finger.
  useEffect(() => {
    if (focused) button.current?.focus({ preventScroll: true })
  }, [focused])
  return (
    <form method="post" action={`/shop/orders/${order.id}/pay`}>
      <input type="hidden" name="token" value={order.token ?? ''} />
      <input type="hidden" name="key" value={key} />
      <button ref={button} class="primary" type="submit">
        {words}
      </button>
    </form>
  )
}
