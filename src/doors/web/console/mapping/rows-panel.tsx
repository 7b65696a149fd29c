import { CircleSlash, Copy, Plus, RefreshCw, TriangleAlert, Undo2 } from 'lucide-react'
import { shownFacts } from '../imports/shown-facts.ts'
import { Panel } from '../parts/panel.tsx'
import { fieldText } from '../texts/fields.ts'
import { saidText } from '../texts/reasons.ts'
import { useText } from '../texts/text.tsx'
import type { FileView, Tried, TriedRow } from '../wire/imports.ts'
import type { Preview } from '../wire/mappings.ts'

const SHOWN = 12

/** The first rows as they would become facts, and what each would do. */
export function TriedRows({
  tried,
  timezone,
}: {
  readonly tried: Tried
  readonly timezone: string | undefined
}) {
  const texts = useText()
  const { t, numbers } = texts
  const rows = tried.firstRows.slice(0, SHOWN)
  const { columns, rows: cells } = shownFacts(
    rows.map(({ facts }) => facts),
    texts,
    timezone,
  )
  return (
    <RowsTable
      title={t('firstRowsAsRead')}
      columns={columns}
      rows={rows.map((row, at) => ({
        line: numbers.countExact(row.line),
        key: row.line,
        cells: columns.map(({ id }) => cells[at]?.[id] ?? ''),
        effect: <Effect row={row} />,
        raw: row.facts.length === 0 ? row.raw : undefined,
      }))}
    />
  )
}

/** The same before anything is known of whose file it is: read, but not compared with what stands. */
export function PreviewRows({ preview }: { readonly preview: Preview }) {
  const { t, numbers, lang } = useText()
  const columns = preview.fields.map(({ field, label }) => ({
    id: field as string,
    name: lang === 'zh' ? fieldText(field, lang) : label,
    figure: false,
  }))
  return (
    <RowsTable
      title={t('firstRowsAsRead')}
      columns={columns}
      rows={preview.rows.slice(0, SHOWN).map((row) => ({
        line: numbers.countExact(row.line),
        key: row.line,
        cells: columns.map(({ id }) => row.cells.find(({ field }) => field === id)?.shown ?? ''),
        effect: <PreviewEffect row={row} />,
        raw: undefined,
      }))}
    />
  )
}

/** The rows as they stand in the file, where nothing is known of what they mean. */
export function PlainRows({ file }: { readonly file: FileView }) {
  const { t } = useText()
  return (
    <RowsTable
      title={t('firstRowsInFile')}
      code
      columns={file.header.map((name, at) => ({ id: String(at), name, figure: false }))}
      rows={file.firstRows.slice(0, SHOWN).map((cells, at) => ({
        line: '',
        key: at,
        cells: file.header.map((_, place) => cells[place] ?? ''),
        raw: undefined,
      }))}
    />
  )
}

type RowsTableProps = {
  readonly title: string
  readonly code?: boolean
  readonly columns: readonly {
    readonly id: string
    readonly name: string
    readonly figure: boolean
  }[]
  readonly rows: readonly {
    readonly line: string
    readonly key: number
    readonly cells: readonly string[]
    readonly effect?: React.ReactNode
    readonly raw: string | undefined
  }[]
}

function RowsTable({ title, code = false, columns, rows }: RowsTableProps) {
  const { t } = useText()
  const effects = rows.some(({ effect }) => effect !== undefined)
  return (
    <Panel title={title} className={`first-rows ${code ? 'first-rows-code' : ''}`}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it must be reachable to be scrolled */}
      <div className="rows-scroll" tabIndex={0}>
        <table>
          <thead>
            <tr>
              {!code && (
                <th scope="col" className="figure">
                  {t('line')}
                </th>
              )}
              {columns.map(({ id, name, figure }) => (
                <th key={id} scope="col" className={figure ? 'figure' : undefined}>
                  {name}
                </th>
              ))}
              {effects && <th scope="col">{t('effect')}</th>}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ line, key, cells, effect, raw }) => (
              <tr key={key}>
                {!code && <td className="figure line-cell">{line}</td>}
                {raw === undefined ? (
                  columns.map(({ id, figure }, at) => (
                    <td key={id} className={figure ? 'figure' : undefined}>
                      {cells[at]}
                    </td>
                  ))
                ) : (
                  <td colSpan={Math.max(1, columns.length)} className="raw-cell">
                    {raw}
                  </td>
                )}
                {effects && <td className="effect-cell">{effect}</td>}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  )
}

function Effect({ row }: { readonly row: TriedRow }) {
  const { t, lang } = useText()
  const { fate, say = '', facts } = row
  const refund = facts[0]?.['kind'] === 'refund'
  switch (fate) {
    case 'new':
      return refund ? (
        <span className="effect">
          <Undo2 size={14} strokeWidth={1.75} /> {t('effect_takesBack')}
        </span>
      ) : (
        <span className="effect effect-new">
          <Plus size={14} strokeWidth={1.75} /> {t('effect_new')}
        </span>
      )
    case 'corrects':
      return (
        <span className="effect effect-new">
          <RefreshCw size={14} strokeWidth={1.75} /> {t('effect_corrects')}
        </span>
      )
    case 'duplicate':
      return (
        <span className="effect">
          <Copy size={14} strokeWidth={1.75} /> {t('effect_duplicate')}
        </span>
      )
    case 'empty':
      return (
        <span className="effect">
          <CircleSlash size={14} strokeWidth={1.75} /> {t('effect_empty', { say })}
        </span>
      )
    case 'quarantined':
      return <Held say={saidText(say, lang)} />
  }
}

function PreviewEffect({ row }: { readonly row: Preview['rows'][number] }) {
  const { t, lang } = useText()
  const { fate, say = '' } = row
  if (fate === 'quarantined') return <Held say={saidText(say, lang)} />
  return (
    <span className="effect">
      {fate === 'empty' ? t('effect_empty', { say }) : t('effect_row')}
    </span>
  )
}

function Held({ say }: { readonly say: string }) {
  const { t } = useText()
  return (
    <span className="effect effect-held">
      <TriangleAlert size={14} strokeWidth={1.75} /> {t('effect_quarantined', { say })}
    </span>
  )
}
