import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { FormEvent } from 'react'
import { useState } from 'react'
import { Button } from 'react-aria-components/Button'
import { Notice } from '../parts/notice.tsx'
import { useText } from '../texts/text.tsx'
import { problemOf } from '../wire/problem.ts'
import type { OrderView, ShiftView } from '../wire/sell.ts'
import { sellClient, useRecentOrders } from '../wire/sell.ts'
import { paidKey } from './done-panel.tsx'
import { RefundOrder } from './refund-order.tsx'
import { SellDialogFrame } from './sell-dialog.tsx'
import { SellField } from './sell-field.tsx'

type RefundDialogProps = {
  readonly title: string
  readonly shift: ShiftView
  readonly day: string
  readonly timezone: string
  /** Film and time of a screening, as far as the till knows them. */
  readonly aboutOf: (screeningId: string) => string | undefined
  /** Of an order that this till sold since it was opened. */
  readonly tokenOf: (orderId: string) => string | undefined
  readonly onClose: () => void
}

const RECENT = 12

/** Finds an order by its code or among the day's, to give it back, undo it, or print it again. */
export function RefundDialog(props: RefundDialogProps) {
  const { title, shift, day, timezone, aboutOf, tokenOf, onClose } = props
  const { t, numbers, dates } = useText()
  const queries = useQueryClient()
  const [code, setCode] = useState('')
  const [order, setOrder] = useState<OrderView>()
  const recent = useRecentOrders(shift.cinemaId, day).data ?? []
  const finding = useMutation({
    mutationFn: sellClient.orderByCode,
    onSuccess: ([found]) => setOrder(found),
  })
  const find = (event: FormEvent) => {
    event.preventDefault()
    if (code.trim() !== '') finding.mutate(code.trim().toUpperCase())
  }
  const changed = (after: OrderView) => {
    setOrder(after)
    for (const queryKey of [
      ['orders'],
      ['order'],
      ['seats'],
      ['day-screenings'],
      ['shift'],
      ['shifts'],
    ]) {
      void queries.invalidateQueries({ queryKey })
    }
  }
  if (order) {
    return (
      <SellDialogFrame title={t('sellOrderCode', { code: order.code })} onClose={onClose}>
        <RefundOrder
          key={order.id}
          order={order}
          token={tokenOf(order.id)}
          about={aboutOf(order.screeningId)}
          shift={shift}
          timezone={timezone}
          onChanged={changed}
          onBack={() => setOrder(undefined)}
        />
      </SellDialogFrame>
    )
  }
  return (
    <SellDialogFrame title={title} onClose={onClose}>
      <form className="refund-find" onSubmit={find} noValidate>
        <SellField label={t('sellCode')} value={code} onChange={setCode} focus />
        <Button type="submit" className="button">
          {t('sellFind')}
        </Button>
      </form>
      {finding.data?.length === 0 && <p className="order-trouble">{t('sellCodeUnknown')}</p>}
      {finding.error && (
        <Notice state="failed" title={problemOf(finding.error)?.detail ?? t('noAnswer')} />
      )}
      <h3>{t('sellRecent')}</h3>
      <ul className="refund-recent">
        {recent.slice(0, RECENT).map((one) => (
          <li key={one.id}>
            <Button onPress={() => setOrder(one)}>
              <span>{one.paidAt ? dates.timeOf(one.paidAt, timezone) : ''}</span>
              <span className="refund-about">
                <b>{one.code}</b> {aboutOf(one.screeningId) ?? ''}
                <small>
                  {one.lines.map(({ seat }) => seat).join(', ')} · {t(paidKey(one.paidWith))}
                  {one.state !== 'paid' && ` · ${t(`sellState_${one.state}`)}`}
                </small>
              </span>
              <b>{numbers.moneyExact(one.total)}</b>
            </Button>
          </li>
        ))}
      </ul>
      {recent.length === 0 && <p className="quiet">{t('sellRecentNone')}</p>}
    </SellDialogFrame>
  )
}
