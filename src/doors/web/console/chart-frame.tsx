import { ChartColumn, Table2 } from 'lucide-react'
import type { ReactNode } from 'react'
import { useState } from 'react'
import { ToggleButton } from 'react-aria-components/ToggleButton'
import type { AnswerRow } from '#metrics/pure'
import { useText } from './texts/text.tsx'

export type FrameTable = {
  readonly caption: string
  readonly heads: readonly string[]
  /** How many of the first cells of a row name it; unless said, one. */
  readonly names?: number
  readonly rows: readonly (readonly string[])[]
  /** The answer's row behind each row. */
  readonly behind?: readonly (AnswerRow | undefined)[]
}

type ChartFrameProps = {
  readonly table: FrameTable
  /** What stands left of the table button: a legend, a scale. */
  readonly legend?: ReactNode
  readonly actions?: ReactNode
  /** There is no drawing: the table is all, and no button turns it. */
  readonly tableOnly?: boolean
  readonly compact?: boolean
  readonly height?: number | undefined
  readonly onPick?: ((row: AnswerRow) => void) | undefined
  readonly children: ReactNode
}

/** A chart with its table behind a button. */
export function ChartFrame(props: ChartFrameProps) {
  const { legend, actions, tableOnly = false, compact = false, children } = props
  const { t } = useText()
  const [asTable, setAsTable] = useState(false)
  const word = asTable ? t('chart') : t('table')
  return (
    <div className="chart-frame">
      <div className="chart-head">
        <div className="chart-legend">{legend}</div>
        {actions}
        {!tableOnly && (
          <ToggleButton
            className="quiet-button"
            isSelected={asTable}
            onChange={setAsTable}
            {...(compact && { 'aria-label': word })}
          >
            {asTable ? <ChartColumn size={16} /> : <Table2 size={16} />}
            {!compact && word}
          </ToggleButton>
        )}
      </div>
      {asTable || tableOnly ? <FiguresTable {...props} /> : children}
    </div>
  )
}

/** A table that is all there is takes what it needs, up to here. */
const TABLE_HEIGHT = 520

function FiguresTable({ table, height, onPick, tableOnly }: ChartFrameProps) {
  const names = table.names ?? 1
  const size = tableOnly ? { height: 'auto', maxHeight: height ?? TABLE_HEIGHT } : { height }
  return (
    // A long table scrolls on its own, and by keyboard.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it must be reachable to be scrolled
    <section className="chart-table" tabIndex={0} aria-label={table.caption} style={size}>
      <table className="figures">
        <caption className="hidden-text">{table.caption}</caption>
        <thead>
          <tr>
            {table.heads.map((head, index) => (
              // Several comparisons each have a column of changes.
              // biome-ignore lint/suspicious/noArrayIndexKey: a column has no identity beyond its place
              <th key={index} scope="col" className={index >= names ? 'figure' : ''}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((cells, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two rows may bear one name
            <FiguresRow key={at} {...{ cells, names }} row={table.behind?.[at]} onPick={onPick} />
          ))}
        </tbody>
      </table>
    </section>
  )
}

type FiguresRowProps = {
  readonly cells: readonly string[]
  readonly names: number
  readonly row: AnswerRow | undefined
  readonly onPick?: ((row: AnswerRow) => void) | undefined
}

function FiguresRow({ cells, names, row, onPick }: FiguresRowProps) {
  const pick = row && onPick && (() => onPick(row))
  return (
    <tr>
      {cells.map((cell, index) =>
        index < names ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: a cell has no identity beyond its column
          <th key={index} scope={index === 0 ? 'row' : undefined}>
            {index === 0 && pick ? (
              <button type="button" className="row-pick" onClick={pick}>
                {cell}
              </button>
            ) : (
              cell
            )}
          </th>
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: as above
          <td key={index} className="figure">
            {cell}
          </td>
        ),
      )}
    </tr>
  )
}
