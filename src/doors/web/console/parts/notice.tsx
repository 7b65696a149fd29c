import type { ReactNode } from 'react'
import type { GlyphState } from './state-glyph.tsx'
import { StateGlyph } from './state-glyph.tsx'

type NoticeProps = {
  readonly state: GlyphState
  readonly title: string
  readonly children?: ReactNode
  readonly action?: ReactNode
}

/** What happened and what to do, in the place of what could not be shown. */
export function Notice({ state, title, children, action }: NoticeProps) {
  return (
    <div className="notice" role={state === 'failed' ? 'alert' : 'status'}>
      <StateGlyph state={state} />
      <div>
        <strong>{title}</strong>
        {children !== undefined && <p>{children}</p>}
        {action}
      </div>
    </div>
  )
}
