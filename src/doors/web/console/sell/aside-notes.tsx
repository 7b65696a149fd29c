import { X } from 'lucide-react'
import { useState } from 'react'
import { Button } from 'react-aria-components/Button'
import { StateGlyph } from '../parts/state-glyph.tsx'
import { useText } from '../texts/text.tsx'
import { useRefusal } from './use-refusal.ts'
import type { Sell } from './use-sell.ts'

/** What became of sales that were set aside: sent after all, or refused with what to do. */
export function AsideNotes({ sell }: { readonly sell: Sell }) {
  const { t, numbers } = useText()
  const say = useRefusal()
  const [read, setRead] = useState<ReadonlySet<string>>(new Set())
  const { sales, done } = sell.network
  const refused = sales.filter((sale) => sale.aside && sale.refused)
  const sent = done.filter(({ sale }) => sale.aside && !read.has(sale.id))
  if (refused.length + sent.length === 0) return null
  return (
    <ul className="aside-notes" aria-live="polite">
      {sent.map(({ sale, order }) => (
        <li key={sale.id}>
          <StateGlyph state="fresh" />
          <span>
            {t('sellAsideSent', {
              about: sale.about,
              amount: numbers.moneyExact(order.total),
              code: order.code,
            })}
          </span>
          <Button
            className="icon-button"
            aria-label={t('sellDismiss')}
            onPress={() => setRead(new Set([...read, sale.id]))}
          >
            <X size={16} />
          </Button>
        </li>
      ))}
      {refused.map((sale) => (
        <li key={sale.id} role="alert">
          <StateGlyph state="failed" />
          <span>
            {t('sellAsideRefused', {
              about: sale.about,
              amount: numbers.moneyExact(sale.total),
            })}{' '}
            {sale.refused && say(sale.refused)}{' '}
            {t(sale.payTried ? 'sellRefusedPaid' : 'sellRefusedHeld')}
          </span>
          <Button
            className="icon-button"
            aria-label={t('sellDismiss')}
            onPress={() => sell.dismiss(sale.id)}
          >
            <X size={16} />
          </Button>
        </li>
      ))}
    </ul>
  )
}
