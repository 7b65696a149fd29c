import type { TicketFact } from '#warehouse'
import type { CircuitDay } from './day.ts'
import { minuteAt } from './day-clock.ts'
import type { Plan } from './plan.ts'
import type { Sale } from './sale.ts'
import { CHANNELS, COUNTER, onlineFee, TICKET_TYPES } from './tariff.ts'

/** What the circuit's things are called in PostgreSQL. */
export type Binding = {
  readonly owner: number
  readonly source: number
  /** Ids of the sites, in the plan's order. */
  readonly cinemas: readonly number[]
  readonly films: ReadonlyMap<string, number>
  /** Ids of each site's auditoria, the largest first. */
  readonly auditoria: readonly (readonly number[])[]
}

/** More sales than any day has: a fact's number is its day's, then its place in the day. */
const SALES_A_DAY_MAX = 1_000_000

/** What one day's facts share, looked up once a screening rather than once a fact. */
type Ledger = {
  readonly plan: Plan
  readonly binding: Binding
  readonly day: CircuitDay
  readonly tradingDay: string
  readonly startHours: readonly number[]
}

export function openLedger(plan: Plan, binding: Binding, day: CircuitDay): Ledger {
  const tradingDay = plan.clocks.of(day.day).text
  const startHours = day.screenings.map(({ minute }) => Math.floor(minute / 60) % 24)
  return { plan, binding, day, tradingDay, startHours }
}

/** The fact of the sale at a place in its day. */
export function factOf(ledger: Ledger, place: number): TicketFact {
  const { plan, binding, day } = ledger
  const sale = day.sales[place]
  const screening = sale && day.screenings[sale.screening]
  if (!sale || !screening) throw new Error(`the circuit's day has no sale ${place}`)
  const clock = plan.clocks.at(sale.atMs)
  const signed = sale.refund ? -sale.quantity : sale.quantity
  const price = (screening.prices[sale.type] ?? 0) * signed
  const [part, whole] = plan.home.tax
  return {
    owner: binding.owner,
    exhibitor: binding.owner,
    cinema: idOf(binding.cinemas[screening.site], 'cinema'),
    auditorium: idOf(binding.auditoria[screening.site]?.[screening.auditorium - 1], 'room'),
    screening: screening.id,
    film: idOf(binding.films.get(screening.release.title), 'film'),
    distributor: 0,
    channel: CHANNELS[sale.channel] ?? '',
    ticketType: TICKET_TYPES[sale.type] ?? '',
    tariff: 0,
    seat: '',
    kind: sale.refund ? 'refund' : 'sale',
    quantity: signed,
    priceMinor: BigInt(price),
    feeHallMinor: 0n,
    feeOnlineMinor: price === 0 ? 0n : BigInt(onlineFee(plan.home, sale.channel) * signed),
    taxMinor: BigInt(Math.round((price * part) / whole)),
    currency: plan.home.currency,
    payment: paymentOf(sale),
    customer: 0n,
    soldAtMs: sale.atMs,
    soldDay: clock.text,
    soldMinute: minuteAt(clock, sale.atMs),
    startsAtSeconds: Math.round(screening.startsAtMs / 1000),
    tradingDay: ledger.tradingDay,
    startHour: ledger.startHours[sale.screening] ?? 0,
    ...screening.shown,
    source: binding.source,
    fact: BigInt(day.day * SALES_A_DAY_MAX + place),
  }
}

/** Throws where there is none: every thing of the circuit has an id before its facts do. */
export function idOf(id: number | undefined, what: string): number {
  if (id === undefined) throw new Error(`the circuit has no id for a ${what}`)
  return id
}

function paymentOf({ channel, cash, type }: Sale): string {
  if (TICKET_TYPES[type] === 'Complimentary') return ''
  if (channel === COUNTER) return cash ? 'cash' : 'card'
  return channel === 1 ? 'card' : 'wallet'
}
