import type { ReactNode } from 'react'
import type { MetricId } from '#metrics/pure'
import { UNKNOWN } from '../../shared/numbers.ts'
import { useMetricText } from '../parts/metric-text.ts'
import { useText } from '../texts/text.tsx'
import type { Asked } from '../wire/questions.ts'
import { AdviceWords } from './advice.tsx'
import { EfficiencyFigure } from './efficiency-figure.tsx'
import { FigureLink } from './figure-link.tsx'
import { Drop } from './films-tab.tsx'
import { OccupancyFigure } from './occupancy-figure.tsx'
import { shortRooms } from './room-names.ts'
import type { Stay } from './sheet.ts'

export type SheetLine = {
  readonly key: string
  readonly name: ReactNode
  readonly stay: Stay
}

type SheetLinesProps = {
  readonly caption: string
  readonly head: string
  readonly lines: readonly SheetLine[]
  /** Whose figures, and of which days. */
  readonly asks: Omit<Asked, 'metrics'>
}

/** Stays of one film, or of one cinema, with what to agree on; on paper there is room to write it. */
export function SheetLines({ caption, head, lines, asks }: SheetLinesProps) {
  const { t, numbers } = useText()
  const { figure } = useMetricText()
  const asked = (metric: MetricId, { filmId, cinemaId }: Stay): Asked => ({
    ...asks,
    where: { ...asks.where, film: [filmId], cinema: [cinemaId] },
    metrics: [metric],
    by: ['auditorium', 'hour'],
  })
  return (
    <table className="rows sheet-table">
      <caption className="hidden-text">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{head}</th>
          <th scope="col" className="figure">
            {t('weekendRank')}
          </th>
          <th scope="col">{t('weekendRooms')}</th>
          <th scope="col" className="figure">
            {t('cinShows')}
          </th>
          <th scope="col" className="figure">
            {t('gross')}
          </th>
          <th scope="col" className="figure">
            {t('cinWeekOnWeek')}
          </th>
          <th scope="col" className="cell-seats">
            {t('cinHead_occupancy')}
          </th>
          <th scope="col" className="figure">
            {t('cinHead_efficiency')}
          </th>
          <th scope="col">{t('stayAdvice')}</th>
          <th scope="col" className="paper-cell">
            {t('weekendAgreed')}
          </th>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ key, name, stay }) => (
          <tr key={key} data-testid="sheet-line" data-advice={stay.holdover.advice}>
            <th scope="row" className="cell-name">
              {name}
            </th>
            <td className="figure wide-cell">{stay.rank}</td>
            <td className="wide-cell">{shortRooms(stay.rooms, t('comma')) || UNKNOWN}</td>
            <td className="figure wide-cell">{numbers.countExact(stay.screenings)}</td>
            <td className="figure cell-lead" data-minor={stay.gross?.minor}>
              <FigureLink question={asked('gross', stay)}>{figure('gross', stay.gross)}</FigureLink>
            </td>
            <td className="figure cell-change">
              <Drop change={stay.change} isNew={stay.gross !== undefined} />
            </td>
            <td className="cell-seats wide-cell">
              <FigureLink question={asked('occupancy', stay)}>
                <OccupancyFigure share={stay.occupancy} />
              </FigureLink>
            </td>
            <td className="figure wide-cell">
              <EfficiencyFigure value={stay.efficiency} />
            </td>
            <td className="cell-note">
              <AdviceWords holdover={stay.holdover} />
            </td>
            <td className="paper-cell" />
          </tr>
        ))}
      </tbody>
    </table>
  )
}
