import { SeatRow } from '../parts/seat-row.tsx'
import { useText } from '../texts/text.tsx'
import type { ScreeningView } from '../wire/programme.ts'
import { blockShape } from './board-shape.ts'
import { useReleaseName } from './release-name.ts'

type BoardBlockProps = {
  readonly screening: ScreeningView
  readonly dayStartsAt: number
  readonly onOpen: (id: string) => void
}

/** One screening on its lane: trailers, the film, cleaning; what is sold of it. */
export function BoardBlock({ screening, dayStartsAt, onOpen }: BoardBlockProps) {
  const { numbers } = useText()
  const { film, localTime, status, seats, sold } = screening
  const { left, width, trailers, cleaning } = blockShape(screening, dayStartsAt)
  const title = useTitle(screening)
  const named = useReleaseName()
  return (
    <button
      type="button"
      className="block"
      data-status={status}
      style={{ left: `${left}%`, width: `${width}%` }}
      title={title}
      onClick={() => onOpen(screening.id)}
    >
      <span className="block-trailers" style={{ width: `${trailers}%` }} />
      <span className="block-cleaning" style={{ width: `${cleaning}%` }} />
      <span className="block-words" style={{ marginRight: `${cleaning}%` }}>
        <span className="block-title">{film.title}</span>
        <span className="block-line">
          <b>{localTime}</b>{' '}
          {status === 'on_sale' && <span>{`${numbers.count(sold)}/${numbers.count(seats)}`}</span>}
        </span>
        {status === 'on_sale' && <SeatRow share={seats === 0 ? 0 : sold / seats} />}
        {status === 'planned' && <span className="block-line">{named(screening.release)}</span>}
        <StatusWords screening={screening} />
      </span>
    </button>
  )
}

/** Where it is and how it stands, for who cannot see it. */
export function StatusWords({ screening }: Pick<BoardBlockProps, 'screening'>) {
  const { t } = useText()
  const { auditorium, status } = screening
  return (
    <span className="hidden-text">
      {t('comma')}
      {[auditorium, t(`status_${status}`)].join(t('comma'))}
    </span>
  )
}

/** A screening in one sentence, where its block has no room for it. */
function useTitle({ film, localTime, status, seats, sold }: ScreeningView): string {
  const { t } = useText()
  const words = [`${localTime} ${film.title}`, t(`status_${status}`)]
  if (status === 'on_sale') words.push(t('soldOf', { sold, seats }))
  return words.join(t('comma'))
}
