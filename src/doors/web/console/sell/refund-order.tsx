import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from 'react-aria-components/Button'
import type { MoneyWire } from '#kernel/pure'
import { Notice } from '../parts/notice.tsx'
import { useText } from '../texts/text.tsx'
import { problemOf } from '../wire/problem.ts'
import type { OrderView, ShiftView } from '../wire/sell.ts'
import { sellClient, useOrder } from '../wire/sell.ts'
import { paidKey } from './done-panel.tsx'
import { SellField } from './sell-field.tsx'
import { TicketQr } from './ticket-qr.tsx'
import { useRefusal } from './use-refusal.ts'

type RefundOrderProps = {
  /** Of an order that this till sold itself. */
  readonly token: string | undefined
  readonly order: OrderView
  readonly about: string | undefined
  readonly shift: ShiftView
  readonly timezone: string
  readonly onChanged: (order: OrderView) => void
  readonly onBack: () => void
}

type Act = { readonly does: 'refund' | 'void'; readonly key: string }

/** One order that was paid: which tickets go back, why, and how much is handed out. */
export function RefundOrder(props: RefundOrderProps) {
  const { token, order, about, shift, timezone, onChanged, onBack } = props
  const { t, numbers, dates } = useText()
  const say = useRefusal()
  const qr = useOrder(order.id, token).data?.qr
  const good = order.tickets.filter(({ state }) => state === 'valid')
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const chosen = good.filter(({ id }) => !left.has(id))
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const [givenBack, setGivenBack] = useState<MoneyWire>()
  // Made once for what is asked: sent again after a break, it is the same giving back.
  const [keys, setKeys] = useState(freshKeys)
  const acting = useMutation({
    mutationFn: ({ does, key }: Act) => {
      const with_ = { reason: reason.trim(), shiftId: shift.id }
      return does === 'void'
        ? sellClient.void(key, order.id, with_)
        : sellClient.refund(key, order.id, { ...with_, tickets: chosen.map(({ id }) => id) })
    },
    onSuccess(after, { does }) {
      setGivenBack(sumOf(order, does === 'void' ? good : chosen))
      setKeys(freshKeys())
      onChanged(after)
    },
  })
  const act = (does: Act['does']) => {
    setTried(true)
    if (reason.trim() === '' || chosen.length === 0) return
    acting.mutate({ does, key: keys[does] })
  }
  const problem = acting.error ? problemOf(acting.error) : undefined
  const toggle = (id: string) => {
    const next = new Set(left)
    if (!next.delete(id)) next.add(id)
    setLeft(next)
    setKeys(freshKeys())
  }
  return (
    <div className="refund-order">
      <p className="quiet">
        {[
          about,
          order.paidAt && dates.momentOf(order.paidAt, timezone),
          t(paidKey(order.paidWith)),
          numbers.moneyExact(order.total),
          order.state !== 'paid' && t(`sellState_${order.state}`),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {givenBack && (
        <Notice state="fresh" title={t('sellGivenBack', { amount: numbers.moneyExact(givenBack) })}>
          {order.paidWith === 'cash' ? t('sellHandOut') : t('sellSameWay')}
        </Notice>
      )}
      <ul className="refund-tickets">
        {order.tickets.map((ticket) => (
          <li key={ticket.id}>
            <label>
              <input
                type="checkbox"
                checked={ticket.state === 'valid' && !left.has(ticket.id)}
                disabled={ticket.state !== 'valid'}
                onChange={() => toggle(ticket.id)}
              />
              <b>{ticket.seat}</b> {ticket.ticketType}
              <small>
                {ticket.state === 'refunded' && t('sellState_refunded')}
                {ticket.admittedAt && t('sellAdmitted')}
              </small>
              <span>{numbers.moneyExact(sumOf(order, [ticket]))}</span>
            </label>
          </li>
        ))}
      </ul>
      {good.length > 0 && (
        <SellField
          label={t('sellReason')}
          value={reason}
          onChange={(text) => {
            setReason(text)
            setKeys(freshKeys())
          }}
          error={tried && reason.trim() === '' ? t('sellReasonNeeded') : undefined}
        />
      )}
      {acting.error && (
        <Notice state="failed" title={problem ? say(problem) : t('sellAwayRefund')} />
      )}
      {qr !== undefined && good.length > 0 && (
        <TicketQr text={qr} label={t('sellQr', { code: order.code })} />
      )}
      <footer className="form-foot">
        <Button className="quiet-button" onPress={onBack}>
          {t('sellBack')}
        </Button>
        {qr !== undefined && good.length > 0 && (
          <Button className="button" onPress={() => window.print()}>
            {t('sellPrint')}
          </Button>
        )}
        {order.state === 'paid' && (
          <Button
            className="button button-destructive"
            isDisabled={acting.isPending}
            onPress={() => act('void')}
          >
            {t('sellVoid')}
          </Button>
        )}
        {good.length > 0 && (
          <Button
            className="button button-primary"
            isDisabled={acting.isPending || chosen.length === 0}
            onPress={() => act('refund')}
          >
            {t('sellRefundDo', { amount: numbers.moneyExact(sumOf(order, chosen)) })}
          </Button>
        )}
      </footer>
    </div>
  )
}

function freshKeys(): Readonly<Record<Act['does'], string>> {
  return { refund: crypto.randomUUID(), void: crypto.randomUUID() }
}

/** What these tickets cost. */
function sumOf(order: OrderView, tickets: readonly { readonly seat: string }[]): MoneyWire {
  const seats = new Set(tickets.map(({ seat }) => seat))
  const minor = order.lines
    .filter(({ seat }) => seats.has(seat))
    .reduce((sum, { total }) => sum + BigInt(total.minor), 0n)
  return { minor: minor.toString(), currency: order.total.currency }
}
