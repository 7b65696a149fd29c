const SEATS = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]

/** How full it is, as ten seats that fill up. A figure always stands beside it. */
export function SeatRow({ seats, left }: { readonly seats: number; readonly left: number }) {
  const sold = seats === 0 ? 0 : Math.floor(((seats - left) / seats) * 10)
  return (
    <svg class="seat-row" viewBox="0 0 88 9" width="88" height="9" aria-hidden="true">
      {SEATS.map((seat) => (
        <path
          key={seat}
          class={seat < sold ? 'seat-row-sold' : 'seat-row-free'}
          transform={`translate(${seat * 9} 0)`}
          d="M.5 3Q.5.5 3 .5h1Q6.5.5 6.5 3v4.5q0 1-1 1h-4q-1 0-1-1z"
        />
      ))}
    </svg>
  )
}
