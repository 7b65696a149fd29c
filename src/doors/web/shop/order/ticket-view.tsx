import type { ComponentChildren } from 'preact'
import { DOORS_OPEN_MINUTES } from '#programme/pure'
import type { IconName } from '../icon.tsx'
import { Icon } from '../icon.tsx'
import type { OrderBody, ShopPage } from '../page.ts'
import { Shell } from '../shell.tsx'
import type { OrderView } from '../wire.ts'
import { useWords } from '../words.ts'
import { OrderLines } from './order-lines.tsx'
import { QrCode } from './qr-code.tsx'
import { SavedLine } from './saved-line.tsx'

type TicketViewProps = {
  readonly page: ShopPage
  readonly body: OrderBody
  readonly order: OrderView
}

/** The ticket: what a guest looks for on the way, and what the door scans. */
export function TicketView({ page, body, order }: TicketViewProps) {
  const { t, dayYear } = useWords()
  const { cinema, screening, qr } = body
  const good = order.tickets.filter(({ state }) => state === 'valid').map(({ seat }) => seat)
  const seats = good.length > 0 ? good : order.lines.map(({ seat }) => seat)
  const where = [dayYear(screening.localDate), cinema.name, screening.film.rating]
  return (
    <Shell page={page} cinema={cinema} tickets={t.allTickets}>
      <article class="ticket">
        <header>
          <h1>{screening.film.title}</h1>
          <p>{where.filter((one) => one !== '').join(' · ')}</p>
        </header>
        <dl class="ticket-facts">
          <Fact name={t.starts}>{screening.localTime}</Fact>
          <Fact name={t.auditorium}>{shortName(screening.auditorium)}</Fact>
          <Fact name={t.seats}>{seats.join(', ')}</Fact>
        </dl>
        <div class="ticket-code">
          <QrCode {...(qr && { qr })} />
          <p class="order-code" title={t.code}>
            <span class="hidden-text">{t.code} </span>
            {codeText(order.code)}
          </p>
          <SavedLine body={body} order={order} seats={seats} />
        </div>
      </article>
      <a class="button wide" href={`/shop/orders/${order.id}/calendar.ics?token=${body.token}`}>
        <Icon name="calendar" />
        {t.calendar}
      </a>
      <TicketNotes body={body} order={order} />
    </Shell>
  )
}

function Fact({ name, children }: { readonly name: string; readonly children: ComponentChildren }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

function TicketNotes({ body, order }: { readonly body: OrderBody; readonly order: OrderView }) {
  const { t, moneyExact, timeOf, momentOf } = useWords()
  const { cinema, screening } = body
  const timeAfter = (minutes: number) => {
    const ms = Date.parse(screening.startsAt) + minutes * 60_000
    return timeOf(new Date(ms).toISOString(), cinema.timezone)
  }
  const starts = timeAfter(screening.trailersMinutes)
  const how = t.paidWith(howPaid(order.paidWith ?? '', t))
  return (
    <div class="ticket-notes">
      <Note icon="door" head={t.doors(timeAfter(-DOORS_OPEN_MINUTES))}>
        {t.filmStarts(starts, timeOf(screening.endsAt, cinema.timezone))}
      </Note>
      <Note icon="pin" head={cinema.name}>
        {screening.auditorium}
      </Note>
      <Note icon="refund" head={t.refundRule}>
        {t.refundRuleWhy}
      </Note>
      <details class="ticket-note">
        <summary>
          <Icon name="receipt" />
          <span>
            <b>{t.receiptOf(order.lines.length, moneyExact(order.total))}</b>
            <span>{how}</span>
          </span>
          <span class="link">{t.receipt}</span>
        </summary>
        <OrderLines order={order} taxName={body.taxName} />
        {order.paidAt !== undefined && (
          <p class="note">{t.orderedAt(momentOf(order.paidAt, cinema.timezone))}</p>
        )}
      </details>
    </div>
  )
}

type NoteProps = {
  readonly icon: IconName
  readonly head: string
  readonly children: ComponentChildren
}

function Note({ icon, head, children }: NoteProps) {
  return (
    <p class="ticket-note">
      <Icon name={icon} />
      <span>
        <b>{head}</b>
        <span>{children}</span>
      </span>
    </p>
  )
}

/** The word "Screen" stands above it already. */
function shortName(auditorium: string): string {
  return auditorium.replace(/^(screen|auditorium)\s+(?=\S)/i, '')
}

/** In two halves, as one reads it aloud. */
function codeText(code: string): string {
  const middle = Math.ceil(code.length / 2)
  return `${code.slice(0, middle)} ${code.slice(middle)}`
}

function howPaid(paidWith: string, t: ReturnType<typeof useWords>['t']): string {
  const known: Readonly<Record<string, string>> = {
    test: t.testWallet,
    cash: t.cash,
    card: t.card,
    complimentary: t.complimentary,
  }
  return known[paidWith] ?? paidWith
}
