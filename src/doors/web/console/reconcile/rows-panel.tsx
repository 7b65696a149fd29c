import { ChevronRight } from 'lucide-react'
import { Button } from 'react-aria-components/Button'
import type { ReconcileRow, RowState } from '#collate/pure'
import { Panel } from '../parts/panel.tsx'
import { Segmented } from '../parts/segmented.tsx'
import { useText } from '../texts/text.tsx'
import type { Asked, Shown } from '../wire/reconcile.ts'
import { OpenRow } from './open-row.tsx'
import type { Steering } from './reconcile-page.tsx'
import { rowKey, rowsIn } from './row-words.ts'
import { StateMark } from './state-mark.tsx'
import { useCauseText } from './use-cause-text.ts'
import { useFigure } from './use-figure.ts'
import { useFirstRows } from './use-first-rows.tsx'

const FILTERS: readonly (RowState | 'all')[] = ['all', 'differs', 'leftOnly', 'rightOnly', 'agree']

type RowsPanelProps = Steering & {
  readonly found: Shown
  readonly asked: Asked
}

/** Every row by its state and its money; each opens what lies behind it. */
export function RowsPanel({ found, asked, search, go }: RowsPanelProps) {
  const { t, numbers } = useText()
  const { state } = search
  const rows = state ? found.rows.filter((row) => row.state === state) : found.rows
  const { shown, more } = useFirstRows(rows)
  const all = found.agree + found.differ + found.leftOnly + found.rightOnly
  const filterName = (one: RowState | 'all') =>
    one === 'all' ? t('reconAll') : t(`reconState_${one}`)
  const count = (one: RowState | 'all') => (one === 'all' ? all : rowsIn(found, one))
  return (
    <Panel
      title={t('reconSideBySide')}
      note={t('reconRows', {
        shown: numbers.countExact(state ? rowsIn(found, state) : all),
        all: numbers.countExact(all),
      })}
      className="recon-rows"
      footer={
        <>
          <span>
            {t('reconDifference')}: {t('reconDifferenceSay')}
          </span>
          {found.leftOff > 0 && (
            <span>{t('reconLeftOff', { count: numbers.countExact(found.leftOff) })}</span>
          )}
        </>
      }
    >
      <div className="recon-filter">
        <Segmented
          label={t('reconState')}
          value={state ?? 'all'}
          choices={FILTERS.map((one) => ({
            value: one,
            name: `${filterName(one)} ${numbers.countExact(count(one))}`,
          }))}
          onChange={(chosen) => go({ state: chosen === 'all' ? undefined : chosen })}
        />
      </div>
      {rows.length === 0 ? (
        <p className="panel-empty">{t('reconNone')}</p>
      ) : (
        <table className="rows recon-table">
          <Head found={found} />
          <tbody>
            {shown.map((row) => (
              <Row
                key={rowKey(row)}
                row={row}
                asked={asked}
                isOpen={search.open === rowKey(row)}
                onToggle={() => go({ open: search.open === rowKey(row) ? undefined : rowKey(row) })}
              />
            ))}
          </tbody>
        </table>
      )}
      {more}
    </Panel>
  )
}

function Head({ found }: { readonly found: Shown }) {
  const { t } = useText()
  const byFilm = found.by.includes('film')
  return (
    <thead>
      <tr>
        <th scope="col">
          {byFilm ? t('film') : found.by.includes('cinema') ? t('cinema') : t('days')}
        </th>
        <th scope="col" className="figure">
          {t('reconLeft')}
        </th>
        <th scope="col" className="figure">
          {t('reconRight')}
        </th>
        <th scope="col" className="figure">
          {t('reconDifference')}
        </th>
        <th scope="col" className="figure">
          {t('reconShare')}
        </th>
        <th scope="col">{t('reconState')}</th>
        <th scope="col">{t('reconCause')}</th>
      </tr>
    </thead>
  )
}

type RowProps = {
  readonly row: ReconcileRow
  readonly asked: Asked
  readonly isOpen: boolean
  readonly onToggle: () => void
}

function Row({ row, asked, isOpen, onToggle }: RowProps) {
  const { t, numbers } = useText()
  const { exact, signed } = useFigure()
  const causes = useCauseText()
  const [first] = row.causes
  const only = row.left === undefined || row.right === undefined
  return (
    <>
      <tr data-state={row.state} data-open={isOpen || undefined}>
        <th scope="row" className="cell-name">
          <Button className="recon-toggle" aria-expanded={isOpen} onPress={onToggle}>
            <ChevronRight size={14} />
            <RowName row={row} />
          </Button>
        </th>
        <td className="figure wide-cell">{exact(row.left)}</td>
        <td className="figure wide-cell">{exact(row.right)}</td>
        <td className="figure cell-lead">
          <span className="wide">{signed(row.difference)}</span>
          <span className="narrow-inline">
            {only ? exact(row.left ?? row.right) : signed(row.difference)}
          </span>
        </td>
        <td className="figure wide-cell">
          {row.share === undefined || row.state === 'agree' ? '' : shareText(row.share, numbers)}
        </td>
        <td className="cell-change">
          <span className={`recon-state recon-state-${row.state}`}>
            <StateMark state={row.state} /> {t(`reconState_${row.state}`)}
          </span>
        </td>
        <td className="cell-note recon-cause">{first ? causes.cause(first) : ''}</td>
      </tr>
      {isOpen && (
        <tr className="recon-opened">
          <td colSpan={7}>
            <OpenRow row={row} asked={asked} />
          </td>
        </tr>
      )}
    </>
  )
}

function shareText(share: number, numbers: ReturnType<typeof useText>['numbers']): string {
  return (share > 0 ? '+' : '−') + numbers.percentSize(share)
}

function RowName({ row }: { readonly row: ReconcileRow }) {
  const { t, dates } = useText()
  const { film, cinema, day, from, to } = row
  const period =
    day !== undefined
      ? dates.dayYear(day)
      : from !== undefined && to !== undefined
        ? t('fromTo', { from: dates.date(from), to: dates.date(to) })
        : undefined
  const name = film ?? cinema
  return (
    <span className="recon-name">
      {name ?? period}
      {name !== undefined && period !== undefined && <small>{period}</small>}
    </span>
  )
}
