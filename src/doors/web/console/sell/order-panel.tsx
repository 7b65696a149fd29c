import { Button } from 'react-aria-components/Button'
import type { MoneyWire } from '#kernel/pure'
import { useText } from '../texts/text.tsx'
import { amountTyped, cashOffers, less } from './cash.ts'
import { KeyCap } from './key-cap.tsx'
import { LeadAmount, orderLines, SaleLines } from './sale-panel.tsx'
import type { Sell } from './use-sell.ts'
import type { SellDialog } from './use-sell-keys.ts'

type OrderPanelProps = {
  readonly sell: Sell
  readonly about: { readonly title: string; readonly note: string } | undefined
  readonly timezone: string
  readonly open: (dialog: SellDialog) => void
}

/** The order that is being put together, and the two ways it is paid. */
export function OrderPanel({ sell, about, timezone, open }: OrderPanelProps) {
  const { t } = useText()
  const { takenUp, laid, total, ready, view } = sell
  const lines = takenUp ? orderLines(takenUp.order.lines) : (laid?.lines ?? [])
  const party = laid?.party ?? 0
  return (
    <>
      <div className="order-top">
        <h2>{takenUp ? takenUp.about : about?.title}</h2>
        <p className="quiet">
          {takenUp ? t('sellHeldCode', { code: takenUp.order.code }) : about?.note}
        </p>
        <SaleLines
          lines={lines}
          {...(!takenUp && { onFewer: (type: string) => sell.add(type, -1) })}
        />
        {lines.length === 0 && party === 0 && view && (
          <p className="quiet order-empty">{t('sellEmpty')}</p>
        )}
        {!takenUp && party > 0 && laid && <OrderTrouble sell={sell} />}
        {total && (lines.length > 0 || takenUp) && (
          <LeadAmount label={t('sellToPay')} amount={total} />
        )}
        <HeldList sell={sell} timezone={timezone} />
      </div>
      <div className="order-pay">
        {total && ready && BigInt(total.minor) > 0n && <CashGiven sell={sell} />}
        <div className="order-bar">
          {total && (party > 0 || takenUp) && <BarSum amount={total} />}
          <div className="order-kinds">
            <Button className="pay-button" isDisabled={!ready} onPress={() => sell.pay('cash')}>
              {t('sellCash')}
              <KeyCap name="F11" />
            </Button>
            <Button
              className="pay-button pay-primary"
              isDisabled={!ready}
              onPress={() => sell.pay('card')}
            >
              {t('sellCard')}
              <KeyCap name="F12" />
            </Button>
          </div>
        </div>
        <div className="order-more">
          <Button isDisabled={!ready || takenUp !== undefined} onPress={sell.hold}>
            {t('sellHold')}
          </Button>
          <Button isDisabled={!ready} onPress={() => open('free')}>
            {t('sellFree')}
          </Button>
          <Button onPress={() => open('reprint')}>{t('sellReprint')}</Button>
          <Button onPress={() => open('refund')}>{t('sellRefund')}</Button>
          <Button className="order-clear" onPress={sell.clear}>
            {takenUp ? t('sellLetGo') : t('sellClear')}
          </Button>
        </div>
      </div>
    </>
  )
}

/** On a phone the sum stays in sight above the two ways to pay. */
function BarSum({ amount }: { readonly amount: MoneyWire }) {
  const { t, numbers } = useText()
  return (
    <p className="bar-sum" aria-hidden>
      {t('sellToPay')} <b>{numbers.moneyExact(amount)}</b>
    </p>
  )
}

/** Why it cannot be paid yet, and what to do. */
function OrderTrouble({ sell }: { readonly sell: Sell }) {
  const { t } = useText()
  const { laid } = sell
  if (!laid || laid.ready) return null
  if (laid.unpriced) {
    const { ticketType: type, area } = laid.unpriced
    return <p className="order-trouble">{t('sellUnpriced', { type, area })}</p>
  }
  const isFull = laid.seats.length === 0 && !sell.sale.picked
  if (isFull) return <p className="order-trouble">{t('sellFullSay')}</p>
  const missing = laid.party - laid.seats.length
  const key = sell.sale.picked ? 'sellSeatsMissing' : 'sellSeatsNone'
  return (
    <p className="order-trouble" role="status">
      {t(key, { count: missing })}
    </p>
  )
}

/** Notes that a guest is likely to hand over; any amount can be typed. */
function CashGiven({ sell }: { readonly sell: Sell }) {
  const { t, numbers } = useText()
  const { total, sale } = sell
  if (!total) return null
  const typed = sale.given ? amountTyped(sale.given, total.currency) : undefined
  const given = typed === undefined ? undefined : { ...total, minor: typed.toString() }
  const change = given && less(given, total)
  const short = change && BigInt(change.minor) < 0n
  return (
    <div className="cash-given">
      <div className="cash-head">
        <span>{t('sellCashGiven')}</span>
        <span aria-live="polite" className={short ? 'cash-short' : 'cash-change'}>
          {change &&
            t(short ? 'sellShort' : 'sellChangeWillBe', {
              amount: numbers.moneyExact(short ? less(total, given) : change),
            })}
          {sale.given && !given && t('sellNoAmount')}
        </span>
        <input
          className="cash-typed"
          inputMode="decimal"
          autoComplete="off"
          aria-label={t('sellCashGiven')}
          placeholder={t('sellTyped')}
          value={sale.given}
          onChange={(event) => sell.give(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter') sell.pay('cash')
          }}
        />
      </div>
      <div className="cash-notes">
        {cashOffers(total).map((offer) => (
          <Button
            key={offer.minor}
            aria-label={t('sellGiven', { amount: numbers.moneyExact(offer) })}
            data-chosen={given?.minor === offer.minor}
            onPress={() => sell.give(plainAmount(numbers.moneyExact(offer)))}
          >
            {noteText(numbers.moneyExact(offer))}
          </Button>
        ))}
      </div>
    </div>
  )
}

/** €35.00 is a note of €35. */
function noteText(amount: string): string {
  return amount.replace(/[.,]0+$/, '')
}

function plainAmount(amount: string): string {
  return noteText(amount).replace(/[^\d.]/g, '')
}

/** Orders this till holds, to be taken up when the guest is back. */
function HeldList({ sell, timezone }: { readonly sell: Sell; readonly timezone: string }) {
  const { t, dates, numbers } = useText()
  const others = sell.held.filter(({ order }) => order.id !== sell.takenUp?.order.id)
  if (others.length === 0) return null
  return (
    <section className="held-list" aria-label={t('sellHeldHere')}>
      <h3>{t('sellHeldHere')}</h3>
      {others.map((one) => (
        <Button key={one.order.id} onPress={() => sell.takeUp(one)}>
          <span>{one.about}</span>
          <b>{numbers.moneyExact(one.order.total)}</b>
          <small>
            {t('sellHeldUntil', {
              code: one.order.code,
              time: dates.timeOf(one.order.expiresAt, timezone),
            })}
          </small>
        </Button>
      ))}
    </section>
  )
}
