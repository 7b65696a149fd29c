import { ChartColumn, Table2 } from 'lucide-react'
import type { ReactNode } from 'react'
import { useState } from 'react'
import { ToggleButton } from 'react-aria-components/ToggleButton'
import { useText } from './texts/text.tsx'

export type ChartTable = {
  readonly caption: string
  readonly heads: readonly string[]
  /** The first cell of a row is its name. */
  readonly rows: readonly (readonly string[])[]
}

type ChartFrameProps = {
  readonly table: ChartTable
  /** What stands left of the table button: a legend, a scale. */
  readonly legend?: ReactNode
  readonly children: ReactNode
}

/** A chart with its table behind a button. */
export function ChartFrame({ table, legend, children }: ChartFrameProps) {
  const { t } = useText()
  const [asTable, setAsTable] = useState(false)
  return (
    <div className="chart-frame">
      <div className="chart-head">
        <div className="chart-legend">{legend}</div>
        <ToggleButton className="quiet-button" isSelected={asTable} onChange={setAsTable}>
          {asTable ? <ChartColumn size={16} /> : <Table2 size={16} />}
          {asTable ? t('chart') : t('table')}
        </ToggleButton>
      </div>
      {asTable ? <FiguresTable table={table} /> : children}
    </div>
  )
}

function FiguresTable({ table }: { readonly table: ChartTable }) {
  return (
    // A long table scrolls on its own, and by keyboard.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it must be reachable to be scrolled
    <section className="chart-table" tabIndex={0} aria-label={table.caption}>
      <table className="figures">
        <caption className="hidden-text">{table.caption}</caption>
        <thead>
          <tr>
            {table.heads.map((head, index) => (
              <th key={head} scope="col" className={index > 0 ? 'figure' : ''}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map(([name, ...figures]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              {figures.map((figure, index) => (
                <td key={table.heads[index + 1]} className="figure">
                  {figure}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
