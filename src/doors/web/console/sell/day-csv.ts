import type { MoneyWire } from '#kernel/pure'
import { moneyToDecimal } from '#kernel/pure'
import type { DayReport } from '../wire/sell.ts'

type Cell = string | number

/** The report as rows of section, name, and figures; amounts as exact decimals. */
export function dayCsv(report: DayReport): string {
  const amount = ({ minor, currency }: MoneyWire) =>
    moneyToDecimal({ minor: BigInt(minor), currency })
  const sums = ['sold', 'refunded', 'voided', 'net'] as const
  const rows: readonly (readonly Cell[])[] = [
    ['cinema', report.cinema],
    ['trading day', report.day],
    ['currency', report.currency],
    ['orders', report.orders],
    ['', '', 'tickets', 'gross', 'hall fees', 'online fees', 'tax', 'total'],
    ...sums.map((name) => {
      const { tickets, gross, feeHall, feeOnline, tax, total } = report[name]
      return ['sum', name, tickets, ...[gross, feeHall, feeOnline, tax, total].map(amount)]
    }),
    ['', '', 'rate %', 'gross', 'tax'],
    ...report.taxes.map((tax) => {
      const rate = tax.basisPoints / 100
      return ['tax', tax.name, rate, amount(tax.gross), amount(tax.tax)]
    }),
    ['', '', 'payments', 'paid', 'returns', 'returned', 'of it due'],
    ...report.payments.map((one) => {
      const { kind, payments, paid, returns, returned, due } = one
      return ['payment', kind, payments, amount(paid), returns, amount(returned), amount(due)]
    }),
    ['', '', 'orders', 'sold', 'given back', 'total'],
    ...report.channels.map((one) => {
      return ['channel', one.channel, one.orders, one.tickets, one.refunded, amount(one.total)]
    }),
    ['', '', 'sold', 'given back', 'total'],
    ...report.ticketTypes.map((one) => {
      return ['ticket type', one.ticketType, one.tickets, one.refunded, amount(one.total)]
    }),
    ['', '', 'auditorium', 'starts at', 'sold', 'given back', 'admitted', 'total'],
    ...report.screenings.map((one) => {
      const { title, auditorium, startsAt, tickets, refunded, admitted, total } = one
      const figures = [tickets, refunded, admitted, amount(total)]
      return ['screening', title, auditorium, startsAt, ...figures]
    }),
    ...report.complimentary.map(({ reason, tickets }) => ['complimentary', reason, tickets]),
    ['', '', 'cashier', 'opened', 'closed', 'expected', 'counted', 'difference'],
    ...report.shifts.map((shift) => {
      const { till, cashier, openedAt, closedAt = '', expected, counted, difference } = shift
      const money = [expected, counted, difference].map((one) => (one ? amount(one) : ''))
      return ['shift', till, cashier, openedAt, closedAt, ...money]
    }),
    ['', '', 'orders say', 'payments say', 'difference'],
    ['proof', '', ...Object.values(report.proof).map(amount)],
  ]
  return `${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`
}

/** A cell that begins like a formula is kept from being one. */
function cell(value: Cell): string {
  const text = typeof value === 'string' && /^[=+@]/.test(value) ? `'${value}` : String(value)
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
