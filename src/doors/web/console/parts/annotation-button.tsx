import '../style/notes.css'
import { MessageSquarePlus } from 'lucide-react'
import { Button } from 'react-aria-components/Button'
import { Dialog, DialogTrigger } from 'react-aria-components/Dialog'
import { Popover } from 'react-aria-components/Popover'
import { useText } from '../texts/text.tsx'
import type { NoteSubject } from './annotation-form.tsx'
import { AnnotationForm } from './annotation-form.tsx'

type AnnotationButtonProps = {
  /** The day that a new note is on, unless somebody says otherwise. */
  readonly day: string
  readonly lastDay?: string | undefined
  readonly subject: NoteSubject
}

/** Beside a chart of time: writes a note on it. */
export function AnnotationButton({ day, lastDay, subject }: AnnotationButtonProps) {
  const { t } = useText()
  return (
    <DialogTrigger>
      <Button className="quiet-button" aria-label={t('noteAdd')}>
        <MessageSquarePlus size={16} strokeWidth={1.75} />
        <span className="wide">{t('noteAdd')}</span>
      </Button>
      <Popover className="popover" placement="bottom end">
        <Dialog className="note-dialog" aria-label={t('noteAdd')}>
          {({ close }) => <AnnotationForm {...{ day, lastDay, subject }} onDone={close} />}
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}
