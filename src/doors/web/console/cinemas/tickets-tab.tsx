import type { Days } from '../parts/span.ts'
import { useText } from '../texts/text.tsx'
import type { TabProps } from './cinema-page.tsx'
import { channelsQuestion, ticketTypesQuestion } from './cinema-questions.ts'
import { comparedWith } from './cinemas-search.ts'
import { MixPanel } from './mix-panel.tsx'
import { PresalePanel } from './presale-panel.tsx'
import { PricesPanel } from './prices-panel.tsx'

/** What was sold: to whom, where, for how much and how long before. */
export function TicketsTab({ scope, search, days }: TabProps & { readonly days: Days }) {
  const { t } = useText()
  const [against] = comparedWith(search)
  const compare = against ? [against] : []
  const { asks } = scope.own
  return (
    <div className="halves">
      <MixPanel
        title={t('ticketTypes')}
        of="ticketType"
        question={ticketTypesQuestion(asks, days, compare)}
        against={against}
      />
      <MixPanel
        title={t('cinChannels')}
        of="channel"
        question={channelsQuestion(asks, days, compare)}
        against={against}
      />
      <PricesPanel scope={scope} days={days} />
      <PresalePanel scope={scope} days={days} />
    </div>
  )
}
