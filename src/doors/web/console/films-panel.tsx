import { ArrowDown } from 'lucide-react'
import type { AnswerRow } from '#metrics/pure'
import { UNKNOWN } from '../shared/numbers.ts'
import { ChangeFigure } from './parts/change-figure.tsx'
import { Panel } from './parts/panel.tsx'
import { Settling } from './parts/settling.tsx'
import { useSettledOrder } from './parts/use-settled-order.ts'
import { ShareCell } from './share-table.tsx'
import { TableFoot } from './table-foot.tsx'
import { useText } from './texts/text.tsx'
import type { Today } from './use-today.ts'
import { moneyOf, numberOf, sizeOf, textOf } from './wire/rows.ts'

/** The day's films by gross; what is beyond the first eight stands in one row. */
export function FilmsPanel({ today }: { readonly today: Today }) {
  const { t, dates } = useText()
  const { films: answer, compared } = today
  const { rows, hover } = useSettledOrder(answer?.rows ?? [], (row) => textOf(row, 'filmId'))
  const whole = sizeOf(answer?.total, 'gross')
  const count = rows.length + (answer?.others?.count ?? 0)
  return (
    <Panel
      title={t('films')}
      note={answer && t('filmsWithSales', { count })}
      className="films"
      footer={
        answer && rows.length > 0 && <TableFoot answer={answer} timezone={today.scope.timezone} />
      }
    >
      <table className="rows" {...hover}>
        <thead>
          <tr>
            <th scope="col">{t('film')}</th>
            <th scope="col" className="figure sorted" aria-sort="descending">
              {t('gross')} <ArrowDown size={12} aria-hidden />
            </th>
            <th scope="col" className="figure">
              {t('admissions')}
            </th>
            <th scope="col" className="figure">
              {t('versus', { day: dates.day(compared.week.day) })}
            </th>
            <th scope="col" className="figure share-head">
              {t('moneyShare')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <FilmRow key={textOf(row, 'filmId')} row={row} whole={whole} today={today} />
          ))}
          {answer?.others && (
            <OthersRow count={answer.others.count} row={answer.others.row} whole={whole} />
          )}
        </tbody>
      </table>
      {answer && rows.length === 0 && <p className="panel-empty">{t('noFilms')}</p>}
      {!answer && <p className="panel-empty">{t('loading')}</p>}
    </Panel>
  )
}

type FilmRowProps = {
  readonly row: AnswerRow
  readonly whole: number | undefined
  readonly today: Today
}

function FilmRow({ row, whole, today }: FilmRowProps) {
  const { t, numbers } = useText()
  const gross = moneyOf(row, 'gross')
  const change = today.compared.ofFilm(row)
  return (
    <tr data-testid="film-row" data-film={textOf(row, 'filmId')}>
      <th scope="row" className="cell-name">
        {textOf(row, 'film')}
      </th>
      <td className="figure cell-lead" data-minor={gross?.minor}>
        {gross ? <Settling of={gross.minor}>{numbers.money(gross)}</Settling> : UNKNOWN}
      </td>
      <td className="figure cell-note">
        {numbers.count(numberOf(row, 'admissions') ?? 0)}
        <span className="narrow-inline"> {t('admissionsLower')}</span>
      </td>
      <td className="figure cell-change">
        <ChangeFigure
          change={change === 'new' ? undefined : change}
          instead={change === 'new' ? t('new') : UNKNOWN}
          size={numbers.percentSize}
          words={{ up: t('up'), down: t('down') }}
        />
      </td>
      <ShareCell row={row} whole={whole} />
    </tr>
  )
}

type OthersRowProps = {
  readonly count: number
  readonly row: AnswerRow
  readonly whole: number | undefined
}

function OthersRow({ count, row, whole }: OthersRowProps) {
  const { t, numbers } = useText()
  const gross = moneyOf(row, 'gross')
  return (
    <tr className="others">
      <th scope="row" className="cell-name">
        {t('moreFilms', { count })}
      </th>
      <td className="figure cell-lead">{gross ? numbers.money(gross) : UNKNOWN}</td>
      <td className="figure cell-note">
        {numbers.count(numberOf(row, 'admissions') ?? 0)}
        <span className="narrow-inline"> {t('admissionsLower')}</span>
      </td>
      <td className="figure cell-change" />
      <ShareCell row={row} whole={whole} />
    </tr>
  )
}
