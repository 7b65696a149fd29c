import { useNavigate } from '@tanstack/react-router'
import type { Place } from '#charts'
import type { Answer } from '#metrics/pure'
import { AnswerChart } from '../parts/answer-chart.tsx'
import { textOf } from '../wire/rows.ts'
import type { CinemaOrder, DaysSearch } from './cinemas-search.ts'

type CinemasMapProps = {
  readonly answer: Answer | undefined
  readonly places: ReadonlyMap<string, Place>
  /** What the list is sorted by is drawn. */
  readonly order: CinemaOrder
  readonly kept: DaysSearch
  readonly waiting: boolean
}

/** The cinemas where they are; a mark leads to its cinema. */
export function CinemasMap({ answer, places, order, kept, waiting }: CinemasMapProps) {
  const navigate = useNavigate()
  const metric = order === 'cinema' || order === 'change' ? 'gross' : order
  return (
    <div className="chart-panel">
      <AnswerChart
        answer={answer}
        kind="map"
        metric={metric}
        places={places}
        waiting={waiting}
        onPick={(row) => {
          const cinemaId = textOf(row, 'cinemaId')
          if (cinemaId === '') return
          void navigate({ to: '/cinemas/$cinemaId', params: { cinemaId }, search: kept })
        }}
      />
    </div>
  )
}
