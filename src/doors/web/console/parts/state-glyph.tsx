export type GlyphState = 'fresh' | 'ageing' | 'stale' | 'silent' | 'failed' | 'sample' | 'file'

/** A state in its own shape, so that no state rests on colour. The word stands beside it. */
export function StateGlyph({ state }: { readonly state: GlyphState }) {
  return (
    <svg className={`glyph glyph-${state}`} viewBox="0 0 12 12" width="12" height="12" aria-hidden>
      {SHAPES[state]}
    </svg>
  )
}

const SHAPES: Record<GlyphState, React.ReactNode> = {
  fresh: <circle cx="6" cy="6" r="4.5" fill="currentColor" />,
  ageing: (
    <>
      <circle cx="6" cy="6" r="4.25" fill="none" stroke="currentColor" strokeWidth="1.5" />
      <path d="M6 1.75a4.25 4.25 0 0 1 0 8.5z" fill="currentColor" />
    </>
  ),
  stale: (
    <>
      <path
        d="M6 1.4 11 10.4H1z"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.4"
        strokeLinejoin="round"
      />
      <path d="M6 4.6v2.6M6 8.4v.9" stroke="currentColor" strokeWidth="1.3" />
    </>
  ),
  silent: (
    <>
      <circle
        cx="6"
        cy="6"
        r="4.4"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.5"
        strokeDasharray="2 1.46"
      />
      <path d="M4.2 6h3.6" stroke="currentColor" strokeWidth="1.4" />
    </>
  ),
  failed: (
    <>
      <rect x="1" y="1" width="10" height="10" rx="2" fill="currentColor" />
      <path d="m4 4 4 4m0-4L4 8" className="glyph-cut" strokeWidth="1.5" />
    </>
  ),
  sample: (
    <>
      <rect
        x="1.2"
        y="1.2"
        width="9.6"
        height="9.6"
        rx="2"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.4"
      />
      <path d="M2 7 7 2M2.5 10 10 2.5M5.5 10.2 10.2 5.5" stroke="currentColor" />
    </>
  ),
  file: (
    <path
      d="M2.7 1.2h4.4l2.2 2.3v7.3H2.7zM6.8 1.4v2.4h2.4"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.3"
      strokeLinejoin="round"
    />
  ),
}
