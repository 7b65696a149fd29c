import { UNKNOWN } from '../../shared/numbers.ts'
import { SeatRow } from '../parts/seat-row.tsx'
import { useText } from '../texts/text.tsx'

/** How full, as ten seats and as a figure; no seats are drawn where none are known. */
export function OccupancyFigure({ share }: { readonly share: number | undefined }) {
  const { numbers } = useText()
  if (share === undefined) return <span className="occupancy">{UNKNOWN}</span>
  return (
    <span className="occupancy">
      <SeatRow share={share} />
      <span>{numbers.percent(share)}</span>
    </span>
  )
}
