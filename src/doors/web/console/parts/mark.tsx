const PLACES = [0, 1, 2]

/** Our mark: three rows of three seats, all taken. */
export function Mark({ size = 18 }: { readonly size?: number }) {
  return (
    <svg className="mark" viewBox="0 0 18 17" width={size} height={(size * 17) / 18} aria-hidden>
      {PLACES.flatMap((row) =>
        PLACES.map((place) => (
          <path
            key={`${row}-${place}`}
            transform={`translate(${place * 6.3} ${row * 5.9})`}
            d="M0 2Q0 0 2 0h1.4q2 0 2 2v2.2q0 .8-.8.8H.8Q0 5 0 4.2z"
            fill="currentColor"
          />
        )),
      )}
    </svg>
  )
}
