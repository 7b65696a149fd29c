import { useText } from '../texts/text.tsx'
import type { ScreeningView } from '../wire/programme.ts'
import { blockShape } from './board-shape.ts'
import { useReleaseName } from './release-name.ts'
import { SeatRow } from './seat-row.tsx'

type BoardBlockProps = {
  readonly screening: ScreeningView
  readonly dayStartsAt: number
  readonly onOpen: (id: string) => void
}

/** One screening on its lane: trailers, the film, cleaning; what is sold of it. */
export function BoardBlock({ screening, dayStartsAt, onOpen }: BoardBlockProps) {
  const { t } = useText()
  const { film, localTime, status, seats, sold } = screening
  const { left, width, trailers, cleaning } = blockShape(screening, dayStartsAt)
  const said = useScreeningLabel(screening)
  const named = useReleaseName()
  return (
    <button
      type="button"
      className="block"
      data-status={status}
      style={{ left: `${left}%`, width: `${width}%` }}
      aria-label={said}
      title={said}
      onClick={() => onOpen(screening.id)}
    >
      <span className="block-trailers" style={{ width: `${trailers}%` }} />
      <span className="block-cleaning" style={{ width: `${cleaning}%` }} />
      <span className="block-words" style={{ marginRight: `${cleaning}%` }}>
        <span className="block-title">
          <b>{localTime}</b> <span>{film.title}</span>
        </span>
        {status === 'on_sale' && (
          <span className="block-sold">
            <SeatRow share={seats === 0 ? 0 : sold / seats} />
            <span>{t('soldOfShort', { sold, seats })}</span>
          </span>
        )}
        {status === 'planned' && <span className="block-sold">{named(screening.release)}</span>}
      </span>
    </button>
  )
}

/** A screening in one sentence, for who cannot see where it stands. */
export function useScreeningLabel(screening: ScreeningView): string {
  const { t } = useText()
  const { film, localTime, status, seats, sold, auditorium } = screening
  const words = [`${localTime} ${film.title}`, auditorium, t(`status_${status}`)]
  if (status === 'on_sale') words.push(t('soldOf', { sold, seats }))
  return words.join(', ')
}
