import '../style/answer-table.css'
import { ArrowDown, ArrowUp } from 'lucide-react'
import type { KeyboardEvent, ReactNode } from 'react'
import { useEffect, useMemo, useRef, useState } from 'react'
import type { Answer, AnswerRow, MetricId } from '#metrics/pure'
import { useText } from '../texts/text.tsx'
import { AnswerCell, columnClass, lineClass } from './answer-cell.tsx'
import type { AnswerColumn, Order } from './answer-columns.ts'
import { answerColumns, columnId, nextOrder, rowId, rowKeys, shownOrder } from './answer-columns.ts'
import { comparisonName } from './compare-choice.tsx'
import type { RowKey } from './dimension-text.ts'
import { useDimensionText } from './dimension-text.ts'
import { useMetricText } from './metric-text.ts'
import { useNarrow } from './use-width.ts'
import { useWindow } from './use-window.ts'

type AnswerTableProps = {
  readonly answer: Answer
  /** What a screen reader calls it. */
  readonly caption: string
  /** Those shown; all that were asked unless said. */
  readonly metrics?: readonly MetricId[]
  /** A head was pressed: the question should be asked in this order. */
  readonly onOrder?: (order: Order) => void
  /** A row was chosen, by pointer or Enter. */
  readonly onPick?: (row: AnswerRow) => void
  readonly isPicked?: (row: AnswerRow) => boolean
  /** What stands in the place of a name: a link. Undefined leaves the text. */
  readonly nameOf?: (key: RowKey, row: AnswerRow, text: string) => ReactNode
  /** Of the cinemas it speaks of, for moments. */
  readonly timezone?: string
  /** Names without a column of their own: `nameOf` says them with another. */
  readonly hidden?: readonly RowKey[]
  /** Without the row of the total. */
  readonly plain?: boolean
}

const ROW_HEIGHT = 36
const ROW_HEIGHT_NARROW = 56

/** Any answer as a table. More figures than fit a phone's two lines scroll beside their names. */
export function AnswerTable(props: AnswerTableProps) {
  const { answer, caption, metrics, hidden, plain = false } = props
  const { t } = useText()
  const narrow = useNarrow()
  const place = useRef<HTMLElement>(null)
  const keys = rowKeys(answer.question)
  const columns = useMemo(
    () => answerColumns(answer, metrics).filter((column) => !isHidden(column, hidden)),
    [answer, metrics, hidden],
  )
  const twoLines = narrow && columns.filter(({ kind }) => kind === 'metric').length <= 2
  const shown = twoLines ? twoLineColumns(columns) : columns
  const rowHeight = twoLines ? ROW_HEIGHT_NARROW : ROW_HEIGHT
  const { rows, others, total } = answer
  const seen = useWindow(place, rows.length, rowHeight)
  const moving = useRowKeys(place, rows.length, rowHeight)
  if (rows.length === 0) return <p className="panel-empty">{t('noSalesSpan')}</p>
  const line = (row: AnswerRow, at: number) => (
    <Row
      key={rowId(row, keys)}
      {...props}
      {...{ row, at, twoLines }}
      columns={shown}
      focus={moving.focus}
    />
  )
  return (
    // A wide or long table scrolls on its own, and by keyboard.
    <section
      ref={place}
      className={`answer-table ${twoLines ? 'two-lines' : ''} ${seen.windowed ? 'windowed' : ''}`}
      aria-label={caption}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: it must be reachable to be scrolled
      tabIndex={0}
    >
      <table aria-rowcount={rows.length + 1} onKeyDown={moving.onKeyDown}>
        <caption className="hidden-text">{caption}</caption>
        <thead>
          <tr>
            {shown.map((column) => (
              <Head key={columnId(column)} {...props} column={column} />
            ))}
          </tr>
        </thead>
        <tbody>
          {seen.first > 0 && <Gap rows={seen.first} rowHeight={rowHeight} columns={shown.length} />}
          {rows.slice(seen.first, seen.end).map((row, index) => line(row, seen.first + index))}
          {seen.end < rows.length && (
            <Gap rows={rows.length - seen.end} rowHeight={rowHeight} columns={shown.length} />
          )}
        </tbody>
        <tfoot>
          {others && (
            <SumRow
              {...props}
              className="others"
              columns={shown}
              row={others.row}
              name={t('tableOthers', { count: others.count })}
            />
          )}
          {!plain && rows.length > 1 && (
            <SumRow {...props} columns={shown} row={total} name={t('tableTotal')} />
          )}
        </tfoot>
      </table>
    </section>
  )
}

function isHidden(column: AnswerColumn, hidden: readonly RowKey[] | undefined): boolean {
  return column.kind === 'key' && (hidden?.includes(column.key) ?? false)
}

/** On a phone: the names, the first figure with its first change, and the second figure. */
function twoLineColumns(columns: readonly AnswerColumn[]): readonly AnswerColumn[] {
  const keys = columns.filter(({ kind }) => kind === 'key')
  const [lead, note] = columns.filter(({ kind }) => kind === 'metric')
  const change = columns.find(({ kind }) => kind === 'change')
  // Two lines have four places: further names stand in one, and then there is one more for a figure.
  const rest = keys.length > 1 && change ? [change] : [note, change]
  return [...keys.slice(0, 2), lead, ...rest].filter((column) => column !== undefined)
}

function Head({ answer, onOrder, column }: AnswerTableProps & { readonly column: AnswerColumn }) {
  const { question } = answer
  const order = shownOrder(question)
  const name = useHeadText(answer, column)
  const of =
    column.kind === 'key' ? column.key : column.kind === 'metric' ? column.metric : undefined
  const sorted = of !== undefined && order?.of === of
  const direction = order?.descending ? 'descending' : 'ascending'
  const Arrow = order?.descending ? ArrowDown : ArrowUp
  const shown = (
    <>
      {name}
      {sorted && <Arrow size={12} aria-hidden />}
    </>
  )
  return (
    <th
      scope="col"
      className={`${columnClass(column)} ${sorted ? 'sorted' : ''}`}
      {...(sorted && { 'aria-sort': direction })}
    >
      {onOrder && of ? (
        <button type="button" onClick={() => onOrder(nextOrder(question, of))}>
          {shown}
        </button>
      ) : (
        shown
      )}
    </th>
  )
}

function useHeadText(answer: Answer, column: AnswerColumn): string {
  const texts = useText()
  const { t } = texts
  const metricText = useMetricText()
  const dimensionText = useDimensionText()
  switch (column.kind) {
    case 'key':
      return dimensionText.name(column.key)
    case 'seats':
      return t('tableSeats')
    case 'metric':
      return metricText.name(column.metric)
    case 'change': {
      const { from, to } = answer.question
      const { comparison } = column
      const name =
        comparison === 'previous' && from && to
          ? comparisonName(texts, comparison, { from, to })
          : t(`compareShort_${comparison}`)
      return t('tableVersus', { name })
    }
  }
}

type RowProps = AnswerTableProps & {
  readonly twoLines: boolean
  readonly row: AnswerRow
  readonly columns: readonly AnswerColumn[]
  readonly at: number
  readonly focus: number
}

function Row({ row, columns, at, focus, ...props }: RowProps) {
  const { answer, onPick, isPicked, nameOf, timezone, hidden, twoLines } = props
  const dimensionText = useDimensionText()
  const options = { timezone, grain: answer.question.grain }
  const picked = isPicked?.(row) ?? false
  /** On a phone, all names but the first stand together. */
  const furtherNames = () =>
    rowKeys(answer.question)
      .slice(1)
      .filter((key) => !hidden?.includes(key))
      .map((key) => {
        const text = dimensionText.of(key, row, options)
        return <span key={key}>{nameOf?.(key, row, text) ?? text}</span>
      })
  const nameIn = (key: RowKey, first: boolean): ReactNode => {
    const text = dimensionText.of(key, row, options)
    const shown = nameOf?.(key, row, text) ?? text
    if (twoLines && !first) return furtherNames()
    if (!onPick || !first) return shown
    return (
      <button type="button" data-row={at} tabIndex={at === focus ? 0 : -1} aria-pressed={picked}>
        {shown}
      </button>
    )
  }
  return (
    // The name is the button; the rest of the row is a larger target for the same: a click rises.
    <tr
      aria-rowindex={at + 2}
      data-testid="answer-row"
      className={`${picked ? 'picked' : ''} ${onPick ? 'picks' : ''}`}
      {...(onPick && { onClick: () => onPick(row) })}
    >
      {columns.map((column, index) => {
        const classes = `${columnClass(column)} ${lineClass(columns, index)}`
        if (column.kind !== 'key') {
          return (
            <AnswerCell key={columnId(column)} {...{ column, row, classes }} total={answer.total} />
          )
        }
        const Cell = index === 0 ? 'th' : 'td'
        return (
          <Cell key={column.key} className={classes} {...(index === 0 && { scope: 'row' })}>
            {nameIn(column.key, index === 0)}
          </Cell>
        )
      })}
    </tr>
  )
}

type SumRowProps = AnswerTableProps & {
  readonly row: AnswerRow
  readonly columns: readonly AnswerColumn[]
  readonly name: string
  readonly className?: string
}

/** A row over several: its name stands under all the names. */
function SumRow({ answer, row, columns, name, className = 'total' }: SumRowProps) {
  const names = columns.filter(({ kind }) => kind === 'key').length
  return (
    <tr className={className}>
      {names > 0 && (
        <th scope="row" colSpan={names} className="line-name">
          {name}
        </th>
      )}
      {columns.map((column, index) => {
        if (column.kind === 'key') return null
        const classes = `${columnClass(column)} ${lineClass(columns, index)}`
        return (
          <AnswerCell key={columnId(column)} {...{ column, row, classes }} total={answer.total} />
        )
      })}
    </tr>
  )
}

type GapProps = {
  readonly rows: number
  readonly rowHeight: number
  readonly columns: number
}

/** Stands in the place of rows out of sight. */
function Gap({ rows, rowHeight, columns }: GapProps) {
  return (
    <tr className="gap" aria-hidden>
      <td colSpan={columns} style={{ height: rows * rowHeight }} />
    </tr>
  )
}

/** One row is in the order of Tab; arrows, Home and End go to the others, in sight or not. */
function useRowKeys(
  place: { readonly current: HTMLElement | null },
  count: number,
  rowHeight: number,
) {
  const [focus, setFocus] = useState(0)
  const wanted = useRef(false)
  useEffect(() => {
    if (!wanted.current) return
    wanted.current = false
    const button = place.current?.querySelector<HTMLElement>(`[data-row="${focus}"]`)
    button?.focus()
  })
  const onKeyDown = (event: KeyboardEvent) => {
    const at = Number((event.target as HTMLElement).dataset['row'] ?? Number.NaN)
    if (Number.isNaN(at)) return
    const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: count - 1 }[event.key]
    if (next === undefined || next < 0 || next >= count) return
    event.preventDefault()
    wanted.current = true
    setFocus(next)
    const element = place.current
    if (!element || element.scrollHeight <= element.clientHeight) return
    const top = next * rowHeight
    const room = element.clientHeight - 2 * rowHeight
    if (top < element.scrollTop) element.scrollTop = top
    else if (top > element.scrollTop + room) element.scrollTop = top - room
  }
  return { focus: Math.min(focus, count - 1), onKeyDown }
}
