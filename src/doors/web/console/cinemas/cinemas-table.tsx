import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { Button } from 'react-aria-components/Button'
import type { Answer, AnswerRow, ComparisonId } from '#metrics/pure'
import { UNKNOWN } from '../../shared/numbers.ts'
import { useMetricText } from '../parts/metric-text.ts'
import { StateGlyph } from '../parts/state-glyph.tsx'
import { useText } from '../texts/text.tsx'
import type { Asked } from '../wire/questions.ts'
import { ofCinemas } from '../wire/questions.ts'
import { moneyOf, numberOf } from '../wire/rows.ts'
import type { CinemaLine } from './cinemas-lines.ts'
import type { CinemaColumn, CinemaOrder, DaysSearch } from './cinemas-search.ts'
import { CINEMA_COLUMNS } from './cinemas-search.ts'
import { FigureLink } from './figure-link.tsx'
import { MetricChange } from './metric-change.tsx'
import { OccupancyFigure } from './occupancy-figure.tsx'
import type { Sorting } from './sort-head.tsx'
import { SortHead } from './sort-head.tsx'
import { heardText, stateWords } from './state-words.ts'

/** More rows than this at once help nobody. */
const SHOWN_FIRST = 100

type CinemasTableProps = {
  readonly lines: readonly CinemaLine[]
  readonly answer: Answer | undefined
  readonly against: ComparisonId | undefined
  /** What the change is from, in words. */
  readonly againstName: string
  readonly sorting: Sorting<CinemaOrder>
  /** The days, kept on the way to a cinema. */
  readonly kept: DaysSearch
  readonly question: Asked
  readonly nowMs: number
  /** The days reach the one that is running: what is late now is then never compared. */
  readonly running: boolean
}

/** Every cinema in scope with what it took and how well it used its room. */
export function CinemasTable(props: CinemasTableProps) {
  const { lines, answer, against, againstName, sorting } = props
  const { t } = useText()
  const { name, meaning } = useMetricText()
  const [shown, setShown] = useState(SHOWN_FIRST)
  return (
    <section
      className="wide-table"
      aria-label={t('cinTableOf', { name: t('cinemas') })}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: it must be reachable to be scrolled
      tabIndex={0}
    >
      <table className="rows cinemas-table">
        <thead>
          <tr>
            <SortHead of="cinema" name={t('cinema')} sorting={sorting} className="cell-name" />
            {CINEMA_COLUMNS.flatMap((metric) => [
              <SortHead
                key={metric}
                of={metric}
                name={name(metric)}
                sorting={sorting}
                className={metric === 'occupancy' ? 'cell-seats' : 'figure'}
                title={meaning(metric)}
              >
                {t(`cinHead_${metric}`)}
              </SortHead>,
              metric === 'gross' && against && (
                <SortHead
                  key="change"
                  of="change"
                  name={againstName}
                  sorting={sorting}
                  className="figure"
                  title={againstName}
                >
                  {t('cinChange')}
                </SortHead>
              ),
            ])}
            <th scope="col" className="figure">
              {t('cinLastHeard')}
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.slice(0, shown).map((line) => (
            <Row key={line.cinema.id} {...props} line={line} />
          ))}
        </tbody>
        {answer && lines.length > 1 && (
          <tfoot>
            <tr className="total">
              <th scope="row" className="cell-name">
                {t('tableTotal')}
              </th>
              <Figures {...props} row={answer.total} question={props.question} />
              <td className="wide-cell" />
            </tr>
          </tfoot>
        )}
      </table>
      {shown < lines.length && (
        <p className="panel-empty">
          <Button className="link-button" onPress={() => setShown(shown + SHOWN_FIRST)}>
            {t('cinMore', { count: Math.min(SHOWN_FIRST, lines.length - shown) })}
          </Button>
        </p>
      )}
    </section>
  )
}

function Row({ line, kept, question, nowMs, ...props }: CinemasTableProps & { line: CinemaLine }) {
  const texts = useText()
  const { t } = texts
  const { cinema, row } = line
  const { against, answer } = props
  const words = stateWords(texts, cinema, nowMs)
  const isLate = cinema.state === 'silent' || cinema.state === 'stale'
  const name = (
    <th scope="row" className="cell-name">
      <StateGlyph state={cinema.state} />
      <span className="hidden-text">{words}: </span>
      <Link
        to="/cinemas/$cinemaId"
        params={{ cinemaId: cinema.id }}
        search={kept}
        className="row-link"
        title={words}
      >
        {cinema.name}
      </Link>
    </th>
  )
  // One without a figure keeps its row and says why.
  if (!row || row['gross'] === null) {
    return (
      <tr data-testid="cinema-line" data-cinema={cinema.id}>
        {name}
        <td colSpan={CINEMA_COLUMNS.length + (against ? 2 : 1)} className="cell-span silent">
          {answer && (isLate ? t('cinNoFiguresState', { state: words }) : t('cinNoFigures'))}
        </td>
      </tr>
    )
  }
  return (
    <tr data-testid="cinema-line" data-cinema={cinema.id}>
      {name}
      <Figures
        {...props}
        row={row}
        question={ofCinemasAsked(question, cinema.id)}
        late={props.running && isLate ? words : undefined}
      />
      <td className="figure wide-cell">{heardText(texts, cinema, nowMs) ?? UNKNOWN}</td>
    </tr>
  )
}

function ofCinemasAsked(question: Asked, cinemaId: string): Asked {
  return { ...question, ...ofCinemas(question, [cinemaId]) }
}

type FiguresProps = Pick<CinemasTableProps, 'against' | 'sorting'> & {
  readonly row: AnswerRow
  readonly question: Asked
  /** In words, in the place of a change. */
  readonly late?: string | undefined
}

/** On a phone one figure stands beside the name: the one that the list is sorted by. */
function Figures({ row, question, against, late, sorting: { order } }: FiguresProps) {
  const sized = order !== 'cinema' && order !== 'change' && order !== 'occupancy'
  const leading = sized ? order : 'gross'
  return CINEMA_COLUMNS.flatMap((metric) => [
    <FigureCell key={metric} {...{ metric, row, question }} leads={metric === leading} />,
    metric === 'gross' && against && (
      <td key="change" className="figure cell-change">
        {late ? (
          <span className="stale">{late}</span>
        ) : (
          <MetricChange metric="gross" row={row} against={against} />
        )}
      </td>
    ),
  ])
}

type FigureCellProps = {
  readonly metric: CinemaColumn
  readonly row: AnswerRow
  readonly question: Asked
  readonly leads: boolean
}

function FigureCell({ metric, row, question, leads }: FigureCellProps) {
  const { figure } = useMetricText()
  const asked = { ...question, metrics: [metric] }
  if (metric === 'occupancy') {
    return (
      <td className="cell-seats cell-note">
        <FigureLink question={asked}>
          <OccupancyFigure share={numberOf(row, metric)} />
        </FigureLink>
      </td>
    )
  }
  return (
    <td
      className={`figure ${leads ? 'cell-lead' : 'wide-cell'}`}
      data-metric={metric}
      data-minor={moneyOf(row, metric)?.minor}
    >
      <FigureLink question={asked}>{figure(metric, row[metric])}</FigureLink>
    </td>
  )
}
