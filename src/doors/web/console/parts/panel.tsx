import type { ReactNode } from 'react'
import { useId } from 'react'

type PanelProps = {
  readonly title: string
  /** Beside the title, in the quiet ink. */
  readonly note?: ReactNode
  readonly action?: ReactNode
  readonly footer?: ReactNode
  readonly className?: string
  readonly id?: string
  readonly children: ReactNode
}

/** A part of a page with its name. */
export function Panel({ title, note, action, footer, className, id, children }: PanelProps) {
  const titleId = useId()
  return (
    <section className={`panel ${className ?? ''}`} aria-labelledby={titleId} id={id}>
      <header className="panel-head">
        <h2 id={titleId}>{title}</h2>
        {note !== undefined && <span className="panel-note">{note}</span>}
        {action !== undefined && <div className="panel-action">{action}</div>}
      </header>
      {children}
      {footer !== undefined && <footer className="panel-foot">{footer}</footer>}
    </section>
  )
}
