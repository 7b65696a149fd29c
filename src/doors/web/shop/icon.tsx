/** Lucide's strokes (ISC) in a box of 24, and our own mark. Drawn beside a word, never in its place. */
const PATHS = {
  back: 'm15 18-6-6 6-6',
  calendar:
    'M16 18h6M16 2v3M19 15v6M21 11.5V5a2 2 0 0 0-2-2H5a2 2 0 0 0-2 2v14a2 2 0 0 0 2 2h8.3M3 9h18M8 2v3',
  check: 'M12 2a10 10 0 1 0 0 20 10 10 0 1 0 0-20M16 9l-5.5 5.5L8 12',
  clock: 'M12 2a10 10 0 1 0 0 20 10 10 0 1 0 0-20M12 6v6l4 2',
  cross: 'M12 2a10 10 0 1 0 0 20 10 10 0 1 0 0-20M15 9l-6 6M9 9l6 6',
  down: 'm6 9 6 6 6-6',
  door: 'M10 21H2M10 3H7a2 2 0 0 0-2 2v16M14 12h.01M22 21h-3M10 3v18.5l9-1.5V4.5z',
  list: 'M3 5h.01M3 12h.01M3 19h.01M8 5h13M8 12h13M8 19h13',
  map: 'M4 3h5v5H4zM15 3h5v5h-5zM4 11h5v5H4zM15 11h5v5h-5zM4 21h16',
  mark: '',
  minus: 'M5 12h14',
  pin:
    'M20 10c0 5-5.5 10.2-7.4 11.8a1 1 0 0 1-1.2 0C9.5 20.2 4 15 4 10a8 8 0 0 1 16 0' +
    'M12 7a3 3 0 1 0 0 6 3 3 0 0 0 0-6',
  plus: 'M5 12h14M12 5v14',
  receipt:
    'M4 2v20l2-1 2 1 2-1 2 1 2-1 2 1 2-1 2 1V2l-2 1-2-1-2 1-2-1-2 1-2-1-2 1ZM14 8H8M16 12H8M13 16H8',
  refund: 'M9 14 4 9l5-5M4 9h10.5a5.5 5.5 0 0 1 0 11H11',
  sofa:
    'M19 9V6a2 2 0 0 0-2-2H7a2 2 0 0 0-2 2v3M3 16a2 2 0 0 0 2 2h14a2 2 0 0 0 2-2v-5a2 2 0 0 0-4 0v1.5' +
    'a.5.5 0 0 1-.5.5h-9a.5.5 0 0 1-.5-.5V11a2 2 0 0 0-4 0zM5 18v2M19 18v2',
  wait:
    'M5 22h14M5 2h14M17 22v-4.2a2 2 0 0 0-.6-1.4L12 12l-4.4 4.4a2 2 0 0 0-.6 1.4V22' +
    'M7 2v4.2a2 2 0 0 0 .6 1.4L12 12l4.4-4.4a2 2 0 0 0 .6-1.4V2',
} as const

export type IconName = keyof typeof PATHS

export function Icon({ name }: { readonly name: IconName }) {
  if (name === 'mark') return <Mark />
  return (
    <svg class="icon" viewBox="0 0 24 24" width="20" height="20" aria-hidden="true">
      <path d={PATHS[name]} />
    </svg>
  )
}

const PLACES = [0, 1, 2]

/** Three rows of three seats, all taken. */
function Mark() {
  return (
    <svg class="mark" viewBox="0 0 18 17" width="18" height="17" aria-hidden="true">
      {PLACES.map((row) =>
        PLACES.map((place) => (
          <path
            key={`${row}${place}`}
            transform={`translate(${place * 6.3} ${row * 5.9})`}
            d="M0 2Q0 0 2 0h1.4q2 0 2 2v2.2q0 .8-.8.8H.8Q0 5 0 4.2z"
          />
        )),
      )}
    </svg>
  )
}
