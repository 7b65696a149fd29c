import type { FormEvent } from 'react'
import { useState } from 'react'
import { Button } from 'react-aria-components/Button'
import { useText } from '../texts/text.tsx'
import { SellDialogFrame } from './sell-dialog.tsx'
import { SellField } from './sell-field.tsx'

type FreeDialogProps = {
  readonly tickets: number
  readonly onFree: (reason: string) => void
  readonly onClose: () => void
}

/** Tickets for nothing: the report of the day says why. */
export function FreeDialog({ tickets, onFree, onClose }: FreeDialogProps) {
  const { t } = useText()
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (reason.trim() === '') return
    onFree(reason.trim())
  }
  return (
    <SellDialogFrame title={t('sellFreeTitle')} onClose={onClose}>
      <form onSubmit={submit} noValidate>
        <SellField
          label={t('sellReason')}
          help={t('sellFreeHelp')}
          value={reason}
          onChange={setReason}
          error={tried && reason.trim() === '' ? t('sellReasonNeeded') : undefined}
          focus
        />
        <footer className="form-foot">
          <Button className="quiet-button" onPress={onClose}>
            {t('sellBack')}
          </Button>
          <Button type="submit" className="button button-primary">
            {t('sellFreeDo', { count: tickets })}
          </Button>
        </footer>
      </form>
    </SellDialogFrame>
  )
}
