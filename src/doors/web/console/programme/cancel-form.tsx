import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { FormEvent } from 'react'
import { useState } from 'react'
import { Button } from 'react-aria-components/Button'
import { Notice } from '../parts/notice.tsx'
import { useText } from '../texts/text.tsx'
import type { ScreeningView } from '../wire/programme.ts'
import { programmeClient } from '../wire/programme.ts'
import { LongField } from './fields.tsx'
import { focusFirstWrong } from './focus-first-wrong.ts'
import { useRefusalText } from './use-refusal-text.ts'

const REASON_MAX = 200

type CancelFormProps = {
  readonly screening: ScreeningView
  readonly onDone: (say: string) => void
}

/** Calling off what is on sale: says first what is lost, and wants a reason for who has a ticket. */
export function CancelForm({ screening, onDone }: CancelFormProps) {
  const { t } = useText()
  const refusal = useRefusalText()
  const queries = useQueryClient()
  const { id, cinemaId, sold } = screening
  const [asking, setAsking] = useState(false)
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const cancelling = useMutation({
    mutationFn: () => programmeClient.cancel(id, reason.trim()),
    async onSuccess({ orders, refunds }) {
      await queries.invalidateQueries({ queryKey: ['programme', cinemaId] })
      onDone(t('cancelledSaid', { orders, refunds }))
    },
  })
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    setTried(true)
    focusFirstWrong(event.currentTarget)
    if (reason.trim() !== '' && !cancelling.isPending) cancelling.mutate()
  }
  if (!asking) {
    return (
      <div className="panel-links">
        <Button className="button button-destructive" onPress={() => setAsking(true)}>
          {t('screeningCancel')}
        </Button>
      </div>
    )
  }
  return (
    <form className="panel-form" onSubmit={submit} noValidate>
      <p>{t('cancelWhat', { count: sold })}</p>
      <LongField
        label={t('cancelReason')}
        help={t('cancelReasonHelp')}
        value={reason}
        most={REASON_MAX}
        rows={2}
        onChange={setReason}
        error={tried && reason.trim() === '' ? t('cancelReasonNeeded') : undefined}
      />
      {cancelling.error && (
        <Notice state="failed" title={t('screeningRefused')}>
          {refusal(cancelling.error)}
        </Notice>
      )}
      <div className="panel-links">
        <Button
          type="submit"
          className="button button-destructive"
          isPending={cancelling.isPending}
        >
          {t('cancelDo', { count: sold })}
        </Button>
        <Button className="quiet-button" onPress={() => setAsking(false)}>
          {t('keep')}
        </Button>
      </div>
    </form>
  )
}
