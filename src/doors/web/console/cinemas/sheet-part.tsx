import { ChevronDown } from 'lucide-react'
import type { ReactNode } from 'react'
import { useId, useState } from 'react'
import { useNarrow } from '../parts/use-width.ts'

type SheetPartProps = {
  readonly title: ReactNode
  readonly facts: ReactNode
  /** On a phone only the first lies open. */
  readonly first: boolean
  readonly label: string
  readonly children: ReactNode
}

/** One film or one cinema of the sheet, to be folded away; on paper it is always open. */
export function SheetPart({ title, facts, first, label, children }: SheetPartProps) {
  const narrow = useNarrow()
  const [turned, setTurned] = useState(false)
  const id = useId()
  const open = (!narrow || first) !== turned
  return (
    <section className="panel sheet-part" aria-label={label}>
      <header className="sheet-head">
        <h2>{title}</h2>
        <div className="sheet-facts">{facts}</div>
        <button
          type="button"
          className="icon-button sheet-turn"
          aria-expanded={open}
          aria-controls={id}
          aria-label={label}
          onClick={() => setTurned(!turned)}
        >
          <ChevronDown size={16} aria-hidden />
        </button>
      </header>
      <div id={id} className="sheet-body" hidden={!open}>
        {children}
      </div>
    </section>
  )
}
