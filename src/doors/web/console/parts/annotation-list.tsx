import '../style/notes.css'
import { useMutation } from '@tanstack/react-query'
import { X } from 'lucide-react'
import { useEffect, useState } from 'react'
import { Button } from 'react-aria-components/Button'
import type { Annotation } from '#reports/pure'
import type { Texts } from '../texts/text.tsx'
import { useText } from '../texts/text.tsx'
import { annotationClient, annotationText, useNotesChanged } from '../wire/annotations.ts'

type AnnotationListProps = {
  readonly annotations: readonly Annotation[]
  /** How many at most; those beyond are the least important. */
  readonly most?: number
}

const UNDO_MS = 10_000

/** What happened, in the order of the days; a note can be taken away, and put back. */
export function AnnotationList({ annotations, most = 12 }: AnnotationListProps) {
  const texts = useText()
  const { t } = texts
  const changed = useNotesChanged()
  const [removed, setRemoved] = useState<Annotation>()
  const remove = useMutation({
    mutationFn: annotationClient.remove,
    onSuccess: async (note) => {
      setRemoved(note)
      await changed()
    },
  })
  const shown = annotations
    .slice(0, most)
    .toSorted((one, other) => (one.from < other.from ? -1 : Number(one.from > other.from)))
  return (
    <>
      {shown.length === 0 && <p className="panel-empty">{t('noteEmpty')}</p>}
      <ul className="note-list">
        {shown.map((one) => (
          <li key={one.id ?? `${one.kind}-${one.from}-${one.text}`}>
            <span className="note-day">{dayText(texts, one)}</span>
            <span className={`note-kind note-kind-${one.kind}`}>{t(`noteKind_${one.kind}`)}</span>
            <span className="note-words">{annotationText(texts, one)}</span>
            {one.id !== undefined && (
              <Button
                className="icon-button"
                aria-label={t('noteRemove', { text: one.text })}
                onPress={() => one.id && remove.mutate(one.id)}
              >
                <X size={14} />
              </Button>
            )}
          </li>
        ))}
      </ul>
      {removed && <Removed note={removed} onDone={() => setRemoved(undefined)} />}
    </>
  )
}

/** In a list of some weeks nobody needs the year. */
function dayText(texts: Texts, { from, to }: Annotation): string {
  if (to === undefined) return texts.dates.day(from)
  const { t, dates } = texts
  return t('fromTo', { from: dates.dayShort(from), to: dates.dayShort(to) })
}

/** For ten seconds a note that was taken away can be put back. */
function Removed({ note, onDone }: { readonly note: Annotation; readonly onDone: () => void }) {
  const { t } = useText()
  const changed = useNotesChanged()
  useEffect(() => {
    const timer = setTimeout(onDone, UNDO_MS)
    return () => clearTimeout(timer)
  }, [onDone])
  const back = useMutation({
    mutationFn: () => {
      const { from, to, text, film, cinema } = note
      const about = { ...(film && { film }), ...(cinema && { cinema }) }
      return annotationClient.add({ from, text, ...(to && { to }), ...about })
    },
    onSuccess: async () => {
      await changed()
      onDone()
    },
  })
  return (
    <p className="note-removed" role="status">
      {t('noteRemoved')}
      <Button className="link-button" onPress={() => back.mutate()} isDisabled={back.isPending}>
        {t('undo')}
      </Button>
    </p>
  )
}
