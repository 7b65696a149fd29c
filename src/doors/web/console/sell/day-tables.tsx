import type { ReactNode } from 'react'
import type { MoneyWire } from '#kernel/pure'
import { Panel } from '../parts/panel.tsx'
import { StateGlyph } from '../parts/state-glyph.tsx'
import { useText } from '../texts/text.tsx'
import { useChannelName } from '../use-channel-name.ts'
import type { DayReport } from '../wire/sell.ts'
import { paidKey } from './done-panel.tsx'

type DayTablesProps = { readonly report: DayReport; readonly timezone: string }

/** The day as tables; before them the one line that says whether it adds up. */
export function DayTables({ report, timezone }: DayTablesProps) {
  const { t, numbers, dates } = useText()
  const channelName = useChannelName()
  const { net, orders } = report
  return (
    <>
      <section className="panel day-head">
        <p className="day-place">
          {report.cinema} · {dates.dayYear(report.day)}
        </p>
        <p className="day-lead">
          <b>{numbers.moneyExact(net.total)}</b>
          <span>
            {t('sellDayLead', { orders: numbers.countExact(orders), tickets: net.tickets })}
          </span>
        </p>
        <Proof report={report} />
        <p className="quiet day-foot">
          {t('sellDayMade', {
            from: dates.momentOf(report.from, timezone),
            to: dates.momentOf(report.to, timezone),
            at: dates.momentOf(report.madeAt, timezone),
          })}
        </p>
      </section>
      <Sums report={report} />
      <div className="day-columns">
        <Payments report={report} />
        <Taxes report={report} />
        <Counted
          title={t('sellByType')}
          head={t('sellType')}
          rows={report.ticketTypes.map((one) => ({ ...one, name: one.ticketType }))}
        />
        <Counted
          title={t('sellByChannel')}
          head={t('sellChannel')}
          rows={report.channels.map((one) => ({
            ...one,
            name: channelName(one.channel),
          }))}
        />
      </div>
      <Screenings report={report} timezone={timezone} />
      <Free report={report} />
      <Shifts report={report} timezone={timezone} />
    </>
  )
}

function Proof({ report: { proof } }: { readonly report: DayReport }) {
  const { t, numbers } = useText()
  const off = BigInt(proof.difference.minor) !== 0n
  return (
    <p className={`day-proof${off ? ' day-proof-off' : ''}`} data-testid="proof">
      <StateGlyph state={off ? 'failed' : 'fresh'} />
      <span>
        {t(off ? 'sellProofOff' : 'sellProof', {
          lines: numbers.moneyExact(proof.lines),
          money: numbers.moneyExact(proof.money),
          difference: numbers.moneyExact(proof.difference),
        })}
      </span>
    </p>
  )
}

type Cell = string | number | MoneyWire

type SheetProps = {
  readonly title: string
  readonly heads: readonly string[]
  readonly rows: readonly { readonly key: string; readonly cells: readonly Cell[] }[]
  /** Leading columns of words. */
  readonly words?: number
  readonly none?: string
  readonly children?: ReactNode
}

/** A table of a report: words left, figures right, all of one kind. */
function Sheet({ title, heads, rows, words = 1, none, children }: SheetProps) {
  const { numbers } = useText()
  const shown = (cell: Cell) => {
    if (typeof cell === 'string') return cell
    return typeof cell === 'number' ? numbers.countExact(cell) : numbers.moneyExact(cell)
  }
  return (
    <Panel title={title} className="day-sheet">
      {rows.length === 0 ? (
        <p className="panel-empty">{none}</p>
      ) : (
        <div className="day-scroll">
          <table className="day-table">
            <thead>
              <tr>
                {heads.map((head, at) => (
                  <th key={head} scope="col" className={at < words ? '' : 'figure'}>
                    {head}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map(({ key, cells }) => (
                <tr key={key}>
                  {cells.map((cell, at) =>
                    at === 0 ? (
                      // biome-ignore lint/suspicious/noArrayIndexKey: columns stay where they are
                      <th key={at} scope="row">
                        {shown(cell)}
                      </th>
                    ) : (
                      // biome-ignore lint/suspicious/noArrayIndexKey: columns stay where they are
                      <td key={at} className={at < words ? '' : 'figure'}>
                        {shown(cell)}
                      </td>
                    ),
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {children}
    </Panel>
  )
}

function Sums({ report }: { readonly report: DayReport }) {
  const { t } = useText()
  const rows = (['sold', 'refunded', 'voided', 'net'] as const).map((name) => {
    const { tickets, gross, feeHall, feeOnline, tax, total } = report[name]
    return {
      key: name,
      cells: [t(`sellSum_${name}`), tickets, gross, feeHall, feeOnline, total, tax],
    }
  })
  const heads = [
    t('sellSums'),
    t('sellTickets'),
    t('gross'),
    t('sellFeeHall'),
    t('sellFeeOnline'),
    t('sellTotal'),
    t('sellTaxIn'),
  ]
  return <Sheet title={t('sellSums')} heads={heads} rows={rows} />
}

function Payments({ report }: { readonly report: DayReport }) {
  const { t } = useText()
  const heads = [t('sellKind'), t('sellPaidIn'), t('sellGivenOut'), t('sellOfItDue')]
  const rows = report.payments.map(({ kind, paid, returned, due }) => {
    const known = ['cash', 'card', 'complimentary'].includes(kind)
    return { key: kind, cells: [known ? t(paidKey(kind)) : kind, paid, returned, due] }
  })
  return <Sheet title={t('sellPayments')} heads={heads} rows={rows} none={t('sellNothing')} />
}

function Taxes({ report }: { readonly report: DayReport }) {
  const { t, numbers } = useText()
  const rows = report.taxes.map(({ name, basisPoints, gross, tax }) => ({
    key: `${name} ${basisPoints}`,
    cells: [`${name} ${numbers.percent(basisPoints / 10_000)}`.trim(), gross, tax],
  }))
  const heads = [t('sellTax'), t('gross'), t('sellTaxIn')]
  return <Sheet title={t('sellTax')} heads={heads} rows={rows} none={t('sellNothing')} />
}

type CountedProps = {
  readonly title: string
  readonly head: string
  readonly rows: readonly {
    readonly name: string
    readonly tickets: number
    readonly refunded: number
    readonly total: MoneyWire
  }[]
}

function Counted({ title, head, rows }: CountedProps) {
  const { t } = useText()
  return (
    <Sheet
      title={title}
      heads={[head, t('sellSold'), t('sellBackCount'), t('sellTotal')]}
      rows={rows.map(({ name, tickets, refunded, total }) => ({
        key: name,
        cells: [name, tickets, refunded, total],
      }))}
      none={t('sellNothing')}
    />
  )
}

function Screenings({ report, timezone }: DayTablesProps) {
  const { t, dates } = useText()
  const heads = [
    t('film'),
    t('auditorium'),
    t('beginning'),
    t('sellSold'),
    t('sellBackCount'),
    t('sellLetIn'),
    t('sellTotal'),
  ]
  const rows = report.screenings.map((one) => ({
    key: one.screeningId,
    cells: [
      one.title,
      one.auditorium,
      one.startsAt ? dates.momentOf(one.startsAt, timezone) : '',
      one.tickets,
      one.refunded,
      one.admitted,
      one.total,
    ],
  }))
  return (
    <Sheet
      title={t('sellByScreening')}
      heads={heads}
      rows={rows}
      words={3}
      none={t('sellNothing')}
    />
  )
}

function Free({ report }: { readonly report: DayReport }) {
  const { t } = useText()
  if (report.complimentary.length === 0) return null
  return (
    <Sheet
      title={t('sellPaidFree')}
      heads={[t('sellReason'), t('sellTickets')]}
      rows={report.complimentary.map(({ reason, tickets }) => ({
        key: reason,
        cells: [reason, tickets],
      }))}
    />
  )
}

function Shifts({ report, timezone }: DayTablesProps) {
  const { t, dates } = useText()
  const heads = [
    t('sellTill'),
    t('sellCashier'),
    t('sellFromTo'),
    t('sellExpected'),
    t('sellCountedShort'),
    t('sellDifference'),
  ]
  const rows = report.shifts.map((shift) => ({
    key: shift.id,
    cells: [
      shift.till,
      shift.cashier,
      [shift.openedAt, shift.closedAt]
        .map((at) => (at ? dates.timeOf(at, timezone) : t('sellStillOpen')))
        .join(' – '),
      shift.expected,
      shift.counted ?? '–',
      shift.difference ?? '–',
    ],
  }))
  return (
    <Sheet title={t('sellShifts')} heads={heads} rows={rows} words={3} none={t('sellNoShifts')} />
  )
}
