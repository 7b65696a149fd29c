import { Button } from 'react-aria-components/Button'
import { StateGlyph } from '../parts/state-glyph.tsx'
import { useText } from '../texts/text.tsx'
import { LeadAmount } from './sale-panel.tsx'
import type { SentSale } from './sale-queue.ts'
import { useRefusal } from './use-refusal.ts'

type WaitingPanelProps = {
  readonly sale: SentSale
  /** When the network went away, as the till's clock shows it. */
  readonly awaySince: string | undefined
  readonly onAside: () => void
  readonly onDrop: () => void
}

/** A sale on its way: sent again until it is answered. Never said to be sold before it is. */
export function WaitingPanel({ sale, awaySince, onAside, onDrop }: WaitingPanelProps) {
  const { t } = useText()
  const say = useRefusal()
  if (sale.refused) {
    return (
      <>
        <div className="order-top" role="alert">
          <h2>{sale.about}</h2>
          <p className="order-refused">
            <StateGlyph state="failed" /> {t('sellRefused')}
          </p>
          <p>{say(sale.refused)}</p>
          <p className="quiet">{t(sale.payTried ? 'sellRefusedPaid' : 'sellRefusedHeld')}</p>
          <LeadAmount label={t('sellNotSold')} amount={sale.total} />
        </div>
        <div className="order-pay">
          <div className="order-bar">
            <Button className="pay-button pay-primary" onPress={onDrop}>
              {t('sellChooseAgain')}
            </Button>
          </div>
        </div>
      </>
    )
  }
  return (
    <>
      <div className="order-top" role="status">
        <h2>{sale.about}</h2>
        <p className="quiet">{sale.hold.seats.map(({ seat }) => seat).join(', ')}</p>
        <LeadAmount label={t('sellWaits')} amount={sale.total} />
        {awaySince === undefined ? (
          <p>{t('sellSending')}</p>
        ) : (
          <>
            <p className="order-away">
              <StateGlyph state="ageing" /> {t('sellAwaySale', { time: awaySince })}
            </p>
            <p className="quiet">{t(sale.payTried ? 'sellAwayTried' : 'sellAwayHeld')}</p>
          </>
        )}
      </div>
      {awaySince !== undefined && (
        <div className="order-pay">
          <div className="order-kinds order-bar">
            {!sale.payTried && (
              <Button className="pay-button" onPress={onDrop}>
                {t('sellGiveUp')}
              </Button>
            )}
            <Button className="pay-button" onPress={onAside}>
              {t('sellAside')}
            </Button>
          </div>
        </div>
      )}
    </>
  )
}
