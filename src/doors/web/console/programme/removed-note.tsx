import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { Button } from 'react-aria-components/Button'
import { useText } from '../texts/text.tsx'
import type { ScreeningView } from '../wire/programme.ts'
import { programmeClient } from '../wire/programme.ts'
import { useRefusalText } from './use-refusal-text.ts'

const UNDO_MS = 10_000

type RemovedNoteProps = {
  readonly removed: ScreeningView
  readonly onDone: () => void
}

/** What was just taken away, and for ten seconds the way back. */
export function RemovedNote({ removed, onDone }: RemovedNoteProps) {
  const { t, dates } = useText()
  const refusal = useRefusalText()
  const queries = useQueryClient()
  const { cinemaId, tradingDay, localTime, film } = removed
  const putBack = useMutation({
    mutationFn: () =>
      programmeClient.plan(cinemaId, {
        releaseId: removed.release.id,
        auditoriumId: removed.auditoriumId,
        priceCardId: removed.priceCardId,
        days: [tradingDay],
        times: [localTime],
        trailersMinutes: removed.trailersMinutes,
        featureMinutes: removed.featureMinutes,
        cleaningMinutes: removed.cleaningMinutes,
      }),
    async onSuccess() {
      await queries.invalidateQueries({ queryKey: ['programme', cinemaId] })
      onDone()
    },
  })
  const { isIdle } = putBack
  useEffect(() => {
    if (!isIdle) return
    const timer = setTimeout(onDone, UNDO_MS)
    return () => clearTimeout(timer)
  }, [isIdle, onDone])
  const name = `${film.title}, ${dates.day(tradingDay)} ${localTime}`
  return (
    <div className="planner-said" role="status">
      <span>{putBack.error ? refusal(putBack.error) : t('screeningRemovedName', { name })}</span>
      <Button
        className="quiet-button"
        isPending={putBack.isPending}
        onPress={() => putBack.mutate()}
      >
        {t('undo')}
      </Button>
    </div>
  )
}
