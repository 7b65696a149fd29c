import type { ReactNode } from 'react'
import type { GlyphState } from './state-glyph.tsx'
import { StateGlyph } from './state-glyph.tsx'

type ChipProps = {
  /** Absent: a neutral chip without a glyph. */
  readonly state?: GlyphState
  readonly label?: string
  readonly title?: string
  readonly children: ReactNode
}

/** A standing in words, on the ground of its state. */
export function Chip({ state, label, title, children }: ChipProps) {
  return (
    <span className={`chip chip-${state ?? 'plain'}`} title={title} data-testid={label}>
      {state && <StateGlyph state={state} />}
      <span>{children}</span>
    </span>
  )
}
