import { Printer } from 'lucide-react'
import { Button } from 'react-aria-components/Button'
import { useText } from '../texts/text.tsx'
import { useOrder } from '../wire/sell.ts'
import { less } from './cash.ts'
import { KeyCap } from './key-cap.tsx'
import { LeadAmount, orderLines, SaleLines } from './sale-panel.tsx'
import type { DoneSale } from './sale-queue.ts'
import { TicketQr } from './ticket-qr.tsx'

type DonePanelProps = {
  readonly done: DoneSale
  /** Cinema and day, for the paper. */
  readonly place: string
  readonly onNext: () => void
}

/** A sale that is done: change due first, then what is handed over. */
export function DonePanel({ done: { sale, order }, place, onNext }: DonePanelProps) {
  const { t, numbers } = useText()
  const qr = useOrder(order.id, order.token).data?.qr ?? order.qr
  const given = sale.payment?.given
  const change = order.change ?? (given && less(given, order.total))
  const cash = order.paidWith === 'cash'
  return (
    <>
      <div className="order-top" role="status">
        <p className="print-only">{place}</p>
        <h2>{sale.about}</h2>
        <p className="quiet">{t('sellOrderCode', { code: order.code })}</p>
        {cash && change ? (
          <LeadAmount label={t('sellChange')} amount={change} />
        ) : (
          <LeadAmount label={t(cash ? 'sellPaid' : paidKey(order.paidWith))} amount={order.total} />
        )}
        {cash && given && (
          <p className="quiet">
            {t('sellPaidOf', {
              given: numbers.moneyExact(given),
              total: numbers.moneyExact(order.total),
            })}
          </p>
        )}
        <SaleLines lines={orderLines(order.lines)} />
        {qr !== undefined && <TicketQr text={qr} label={t('sellQr', { code: order.code })} />}
      </div>
      <div className="order-pay">
        <div className="order-kinds order-bar">
          <Button className="pay-button" onPress={() => window.print()}>
            <span className="pay-icon">
              <Printer size={18} strokeWidth={1.75} /> {t('sellPrint')}
            </span>
          </Button>
          <Button className="pay-button pay-primary" onPress={onNext}>
            {t('sellNext')}
            <KeyCap name="Enter" />
          </Button>
        </div>
      </div>
    </>
  )
}

export function paidKey(kind: string | undefined) {
  if (kind === 'cash') return 'sellPaidCash'
  if (kind === 'card') return 'sellPaidCard'
  return kind === 'complimentary' ? 'sellPaidFree' : 'sellPaidOnline'
}
