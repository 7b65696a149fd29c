const SEATS = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]

/** How full a screening is, as ten seats filling up. It stands beside its figure. */
export function SeatRow({ share }: { readonly share: number }) {
  const taken = Math.min(1, Math.max(0, share)) * SEATS.length
  return (
    <svg className="seat-row" viewBox="0 0 88 9" width="88" height="9" aria-hidden>
      {SEATS.map((seat) => (
        <g key={seat} transform={`translate(${seat * 9} 0)`}>
          <path className="seat-row-free" d={SEAT} />
          <SeatPart part={taken - seat} />
        </g>
      ))}
    </svg>
  )
}

/** Round at the back, flat in front. */
const SEAT = 'M.5 2.5Q.5 .5 2.5 .5H4.5Q6.5 .5 6.5 2.5V7.7Q6.5 8.5 5.7 8.5H1.3Q.5 8.5 .5 7.7Z'

function SeatPart({ part }: { readonly part: number }) {
  if (part >= 1) return <path className="seat-row-taken" d={SEAT} />
  if (part <= 0) return null
  const height = Math.max(2, part * 8)
  return (
    <rect className="seat-row-taken" x="1" y={8.5 - height} width="5" height={height} rx=".6" />
  )
}
