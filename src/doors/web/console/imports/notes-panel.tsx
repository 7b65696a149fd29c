import { useState } from 'react'
import { Button } from 'react-aria-components/Button'
import type { ImportView } from '#collate/pure'
import { Panel } from '../parts/panel.tsx'
import { saidText } from '../texts/reasons.ts'
import { useText } from '../texts/text.tsx'
import { useChanges } from '../wire/imports.ts'

const SHOWN = 8

/** What of rows that count could not be kept. */
export function NotesPanel({ view }: { readonly view: ImportView }) {
  const { t, numbers, lang } = useText()
  const [all, setAll] = useState(false)
  const notes = useChanges(view).data?.notes ?? []
  if (notes.length === 0) return null
  const shown = all ? notes : notes.slice(0, SHOWN)
  return (
    <Panel
      title={t('importNotes')}
      note={t('importNotesSay', { count: notes.length })}
      className="notes"
    >
      <ol>
        {shown.map(({ line, say }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a line may have several notes
          <li key={at}>
            <span className="line-number">
              <span className="hidden-text">{t('line')} </span>
              {numbers.countExact(line)}
            </span>
            <p>{saidText(say, lang)}</p>
          </li>
        ))}
      </ol>
      {notes.length > SHOWN && !all && (
        <p className="panel-empty">
          <Button className="quiet-button link" onPress={() => setAll(true)}>
            {t('showAllNotes', { count: notes.length })}
          </Button>
        </p>
      )}
    </Panel>
  )
}
