import type { MoneyWire } from '#kernel'
import { moneyToDecimal } from '#kernel'
import type { ReconcileFigure, ReconcileRow, Reconciliation } from './reconciliation.ts'
import type { Restatements } from './restatement.ts'

/** Text cells; columns whose cells are figures. Amounts are exact decimals, without a currency. */
export type TextTable = {
  readonly head: readonly string[]
  readonly rows: readonly (readonly string[])[]
  readonly figures: ReadonlySet<number>
}

export function figureText(figure: ReconcileFigure | undefined): string {
  if (figure === undefined) return ''
  return typeof figure === 'number' ? String(figure) : decimalOf(figure)
}

function decimalOf({ minor, currency }: MoneyWire): string {
  return moneyToDecimal({ minor: BigInt(minor), currency })
}

const STATES: Readonly<Record<ReconcileRow['state'], string>> = {
  agree: 'agrees',
  differs: 'differs',
  leftOnly: 'left only',
  rightOnly: 'right only',
}

/** A reconciliation as a table: every row, with its causes as sentences. */
export function reconciliationTable({ by, currency, rows }: Reconciliation): TextTable {
  const told = by.flatMap((name) => (name === 'period' ? ['from', 'to'] : [name]))
  const figures = ['left', 'right', 'difference']
  const head = [
    ...told,
    ...figures,
    ...(currency === undefined ? [] : ['currency']),
    'share',
    'state',
    'causes',
  ]
  const cells = (row: ReconcileRow) => [
    ...by.flatMap((name) => {
      if (name === 'period') return [row.from ?? '', row.to ?? '']
      return [row[name] ?? '']
    }),
    figureText(row.left),
    figureText(row.right),
    figureText(row.difference),
    ...(currency === undefined ? [] : [currency]),
    row.share === undefined ? '' : String(row.share),
    STATES[row.state],
    row.causes.map(({ say }) => say).join(' '),
  ]
  const at = told.length
  return { head, rows: rows.map(cells), figures: new Set([at, at + 1, at + 2]) }
}

/** Restated totals as a table: every one of them. */
export function restatementsTable({ currency, rows }: Restatements): TextTable {
  const head = ['film', 'day', 'since', 'before', 'days', 'total', 'amount', 'currency', 'cause']
  const cells = rows.map((row) => [
    row.film,
    row.day,
    row.since,
    figureText(row.before),
    figureText(row.days),
    figureText(row.total),
    figureText(row.amount),
    currency ?? '',
    row.falls ? `The total fell. ${row.say}` : row.say,
  ])
  return { head, rows: cells, figures: new Set([3, 4, 5, 6]) }
}

/** RFC 4180; a cell that begins like a formula is kept from being one. */
export function tableCsv({ head, rows }: TextTable): string {
  return `${[head, ...rows].map((row) => row.map(csvCell).join(',')).join('\r\n')}\r\n`
}

function csvCell(cell: string): string {
  const isFormula = /^[=+\-@\t\r]/.test(cell) && !/^-?\d+(\.\d+)?$/.test(cell)
  const safe = isFormula ? `'${cell}` : cell
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
