import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button } from 'react-aria-components/Button'
import { Notice } from '../parts/notice.tsx'
import { useText } from '../texts/text.tsx'
import type { ScreeningView } from '../wire/programme.ts'
import { programmeClient } from '../wire/programme.ts'
import { useRefusalText } from './use-refusal-text.ts'

type PlannedActionsProps = {
  readonly screening: ScreeningView
  readonly onMove: () => void
  readonly onDone: (say: string) => void
  /** Gone; it may still be put back. */
  readonly onRemoved: (removed: ScreeningView) => void
}

/** What is only planned is put on sale, moved or taken away; nobody has paid for it yet. */
export function PlannedActions(props: PlannedActionsProps) {
  const { screening, onMove, onDone, onRemoved } = props
  const { t } = useText()
  const refusal = useRefusalText()
  const queries = useQueryClient()
  const { id, cinemaId } = screening
  const settled = () => queries.invalidateQueries({ queryKey: ['programme', cinemaId] })
  const publishing = useMutation({
    mutationFn: () => programmeClient.publish(cinemaId, { screenings: [id] }),
    async onSuccess({ onSale }) {
      await settled()
      onDone(t('publishedCount', { count: onSale }))
    },
  })
  const removal = useMutation({
    mutationFn: () => programmeClient.remove(id),
    async onSuccess() {
      onRemoved(screening)
      await settled()
    },
  })
  const fault = publishing.error ?? removal.error
  const busy = publishing.isPending || removal.isPending
  return (
    <>
      {fault && (
        <Notice state="failed" title={t('screeningRefused')}>
          {refusal(fault)}
        </Notice>
      )}
      <div className="panel-links">
        <Button
          className="button button-primary"
          isPending={busy}
          onPress={() => publishing.mutate()}
        >
          {t('publishOne')}
        </Button>
        <Button className="button" isPending={busy} onPress={onMove}>
          {t('screeningMove')}
        </Button>
        <Button
          className="button button-destructive"
          isPending={busy}
          onPress={() => removal.mutate()}
        >
          {t('screeningRemove')}
        </Button>
      </div>
    </>
  )
}
