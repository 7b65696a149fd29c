import type { RowState } from '#collate/pure'

/** A row's state in its own shape: two equal bars, a struck pair, a half that is filled. */
export function StateMark({ state }: { readonly state: RowState }) {
  return (
    <svg
      className={`glyph state-mark state-mark-${state}`}
      viewBox="0 0 12 12"
      width="12"
      height="12"
      aria-hidden
    >
      {SHAPES[state]}
    </svg>
  )
}

const FRAME = (
  <rect
    x="1.25"
    y="2"
    width="9.5"
    height="8"
    rx="1.5"
    fill="none"
    stroke="currentColor"
    strokeWidth="1.3"
  />
)

const SHAPES: Record<RowState, React.ReactNode> = {
  agree: <path d="M1.5 4.4h9M1.5 7.8h9" stroke="currentColor" strokeWidth="1.6" />,
  differs: <path d="M1.5 4.4h9M1.5 7.8h9M3.4 11 8.6 1.2" stroke="currentColor" strokeWidth="1.6" />,
  leftOnly: (
    <>
      {FRAME}
      <path d="M2 2.6h4v6.8H2z" fill="currentColor" />
    </>
  ),
  rightOnly: (
    <>
      {FRAME}
      <path d="M6 2.6h4v6.8H6z" fill="currentColor" />
    </>
  ),
}
