import type { ReactNode } from 'react'
import { SeatRow } from '../parts/seat-row.tsx'
import { useText } from '../texts/text.tsx'
import type { HeadCount } from '../wire/gate.ts'
import type { Said } from './said.ts'
import type { Clock, VerdictWords } from './verdict-words.ts'

type VerdictRowsProps = {
  readonly said: Said | undefined
  readonly words: VerdictWords | undefined
  readonly count: HeadCount | undefined
  readonly door: string
  readonly clock: Clock
}

/** What stands under the verdict: the tickets, when and where, how full it is, what to do. */
export function VerdictRows({ said, words, count, door, clock }: VerdictRowsProps) {
  const { t } = useText()
  const refused = said && said.verdict !== 'admit' && !said.undone
  return (
    <dl className="gate-rows">
      {said && said.seats.length > 0 && (
        <Row name={t('gateTickets')}>{ticketsText(said, t('comma'))}</Row>
      )}
      {said?.first && (
        <Row name={t('gateFirstScan')}>
          {t('gateDoorAt', { time: clock(said.first.atMs), door: said.first.door })}
        </Row>
      )}
      {refused && (
        <Row name={t('gateNow')}>{t('gateDoorAt', { time: clock(said.atMs), door })}</Row>
      )}
      {count && !refused && (
        <Row name={t('gateInside')}>
          <span className="gate-inside" data-testid="inside">
            <SeatRow share={count.sold === 0 ? 0 : count.inside / count.sold} />
            {t('gateInsideOf', { inside: String(count.inside), sold: String(count.sold) })}
          </span>
        </Row>
      )}
      {said?.orderCode !== undefined && (
        <Row name={t('gateOrder')}>{said.orderCode.replace(/^(.{4})(.{4})$/, '$1 $2')}</Row>
      )}
      {words?.todo !== undefined && <Row name={t('gateWhatToDo')}>{words.todo}</Row>}
    </dl>
  )
}

/** 2 × Adult, 1 × Child; of those refused the seats too, which the verdict does not name. */
function ticketsText({ ticketTypes, seats, verdict }: Said, comma: string): string {
  const named = ticketTypes.filter((kind) => kind !== '')
  const counted = [...Map.groupBy(named, (kind) => kind)].map(
    ([kind, some]) => `${some.length} × ${kind}`,
  )
  const bare = verdict === 'admit' && counted.length > 0
  return [...counted, ...(bare ? [] : seats)].join(comma)
}

function Row({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div className="gate-row">
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}
