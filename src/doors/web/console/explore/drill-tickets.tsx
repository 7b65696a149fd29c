import { Button } from 'react-aria-components/Button'
import { Chip } from '../parts/chip.tsx'
import { useDimensionText } from '../parts/dimension-text.ts'
import { useNarrow } from '../parts/use-width.ts'
import type { PageScope } from '../scope.ts'
import { useText } from '../texts/text.tsx'
import type { TicketView } from '../wire/explore.ts'
import { useTickets } from '../wire/explore.ts'
import { problemOf } from '../wire/problem.ts'
import { ticketsQuestion } from './drill-questions.ts'
import type { ExploreState } from './explore-state.ts'

type DrillTicketsProps = { readonly state: ExploreState; readonly scope: PageScope }

/** Every ticket behind a mark, the newest sale first, page by page. */
export function DrillTickets({ state, scope }: DrillTicketsProps) {
  const { t, numbers } = useText()
  const narrow = useNarrow()
  const asked = useTickets(ticketsQuestion(state, scope))
  const { data, error, hasNextPage, isFetchingNextPage, fetchNextPage } = asked
  if (error && !data) {
    return <p className="panel-empty failed">{problemOf(error)?.detail ?? t('noAnswer')}</p>
  }
  if (!data) return <p className="panel-empty">{t('loading')}</p>
  const tickets = data.pages.flatMap((page) => page.tickets)
  const count = data.pages.at(-1)?.count ?? tickets.length
  const seats = tickets.some(({ seat }) => seat !== '')
  const shape: Shape = narrow ? 'narrow' : seats ? 'seats' : 'plain'
  if (tickets.length === 0) return <p className="panel-empty">{t('ticketsNone')}</p>
  return (
    <>
      {/* A wide table scrolls on its own, and by keyboard. */}
      <section
        className={`answer-table ${narrow ? 'two-lines' : ''}`}
        aria-label={t('drill_tickets')}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it must be reachable to be scrolled
        tabIndex={0}
      >
        <table>
          <caption className="hidden-text">{t('drill_tickets')}</caption>
          <thead>
            <TicketHeads shape={shape} />
          </thead>
          <tbody>
            {tickets.map((ticket, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: tickets have no name, and are only added to
              <TicketRow key={index} ticket={ticket} timezone={scope.timezone} shape={shape} />
            ))}
          </tbody>
        </table>
      </section>
      <footer className="panel-foot drill-foot">
        <span>
          {t('ticketRows', {
            shown: numbers.countExact(tickets.length),
            count: numbers.countExact(count),
          })}
        </span>
        {hasNextPage && (
          <Button
            className="link-button"
            isDisabled={isFetchingNextPage}
            onPress={() => void fetchNextPage()}
          >
            {isFetchingNextPage ? t('loading') : t('ticketsMore')}
          </Button>
        )}
      </footer>
    </>
  )
}

/** Two lines on a phone; a column of seats only where somebody says them. */
type Shape = 'narrow' | 'seats' | 'plain'

function TicketHeads({ shape }: { readonly shape: Shape }) {
  const { t } = useText()
  const { name } = useDimensionText()
  const narrow = shape === 'narrow'
  return (
    <tr>
      <th scope="col">{t('ticketSold')}</th>
      {!narrow && <th scope="col">{name('screening')}</th>}
      <th scope="col">{name('film')}</th>
      {!narrow && (
        <>
          <th scope="col">{t('ticketPlace')}</th>
          {shape === 'seats' && <th scope="col">{t('ticketSeat')}</th>}
          <th scope="col">{name('ticketType')}</th>
          <th scope="col">{name('channel')}</th>
          <th scope="col" className="figure">
            {t('ticketCount')}
          </th>
        </>
      )}
      <th scope="col" className="figure">
        {t('ticketPrice')}
      </th>
      <th scope="col" className="figure">
        {t('ticketFees')}
      </th>
    </tr>
  )
}

type TicketRowProps = {
  readonly ticket: TicketView
  readonly timezone: string
  readonly shape: Shape
}

function TicketRow({ ticket, timezone, shape }: TicketRowProps) {
  const { t, numbers, dates } = useText()
  const { value } = useDimensionText()
  const { film, cinema, auditorium, seat, quantity } = ticket
  const sold =
    ticket.soldAt === undefined ? t('saleTime_unknown') : dates.momentOf(ticket.soldAt, timezone)
  const start = value('startsAt', ticket.startsAt, { timezone })
  const place = auditorium === '' ? cinema : `${cinema} · ${auditorium}`
  const type = value('ticketType', ticket.ticketType)
  const price = numbers.moneyExact(ticket.price)
  const refund = ticket.kind === 'refund'
  if (shape === 'narrow') {
    return (
      <tr data-testid="ticket">
        <th scope="row" className="line-name">
          {sold}
        </th>
        <td className="line-lead figure">{price}</td>
        <td className="line-more">
          {[film, start, place, seat].filter((part) => part !== '').join(' · ')}
        </td>
        <td className="line-change figure">{refund ? t('ticketRefund') : type}</td>
      </tr>
    )
  }
  return (
    <tr data-testid="ticket">
      <th scope="row">
        {sold} {refund && <Chip>{t('ticketRefund')}</Chip>}
      </th>
      <td>{start}</td>
      <td>{film}</td>
      <td className="name">{place}</td>
      {shape === 'seats' && <td>{seat}</td>}
      <td>{type}</td>
      <td className="name">{value('channel', ticket.channel)}</td>
      <td className="figure">{numbers.countExact(quantity)}</td>
      <td className="figure">{price}</td>
      <td className="figure">{numbers.moneyExact(ticket.fees)}</td>
    </tr>
  )
}
