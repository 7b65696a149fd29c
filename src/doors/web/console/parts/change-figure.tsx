type ChangeFigureProps = {
  /** Its sign decides; undefined is unknown, or `instead`. */
  readonly change: number | undefined
  /** The size written out, without a sign. */
  readonly size: (change: number) => string
  readonly words: { readonly up: string; readonly down: string }
  readonly instead?: string
}

/** Half of the last decimal that is written. */
const UNCHANGED = 0.0005

/** ▲ or ▼ with a figure: a change is never told by colour alone. */
export function ChangeFigure({ change, size, words, instead = '–' }: ChangeFigureProps) {
  if (change === undefined) return <span className="change change-none">{instead}</span>
  // What rounds to nothing is neither a rise nor a fall.
  if (Math.abs(change) < UNCHANGED) return <span className="change change-none">{size(0)}</span>
  const up = change > 0
  return (
    <span className={`change ${up ? 'change-up' : 'change-down'}`}>
      <svg viewBox="0 0 10 9" width="11" height="10" aria-hidden>
        <path d={up ? 'M5 .3 9.8 8.7H.2z' : 'M5 8.7.2.3h9.6z'} fill="currentColor" />
      </svg>
      <span className="hidden-text">{up ? words.up : words.down} </span>
      {size(change)}
    </span>
  )
}
