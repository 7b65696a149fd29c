import { useMutation, useQueryClient } from '@tanstack/react-query'
import { CalendarDays, CalendarPlus, Copy, Ticket } from 'lucide-react'
import { Button } from 'react-aria-components/Button'
import type { CinemaView } from '#venues/pure'
import { Notice } from '../parts/notice.tsx'
import { useText } from '../texts/text.tsx'
import type { ScreeningView } from '../wire/programme.ts'
import { programmeClient } from '../wire/programme.ts'
import { useRefusalText } from './use-refusal-text.ts'

type PlannerActionsProps = {
  readonly cinema: CinemaView
  readonly days: readonly string[]
  readonly shown: readonly ScreeningView[]
  readonly ready: boolean
  readonly onPlan: () => void
  readonly onCopy: () => void
  readonly onSaid: (say: string) => void
}

/** What can be done with the days in sight; each button says what it does. */
export function PlannerActions(props: PlannerActionsProps) {
  const { cinema, days, shown, ready, onPlan, onCopy, onSaid } = props
  const { t, dates } = useText()
  const refusal = useRefusalText()
  const queries = useQueryClient()
  const planned = shown.filter(({ status }) => status === 'planned')
  const publishing = useMutation({
    mutationFn: () =>
      programmeClient.publish(cinema.id, { from: days[0] ?? cinema.tradingDay, days: days.length }),
    async onSuccess({ onSale }) {
      await queries.invalidateQueries({ queryKey: ['programme', cinema.id] })
      onSaid(t('publishedCount', { count: onSale }))
    },
  })
  const live = shown.some(({ status }) => status !== 'cancelled')
  return (
    <>
      <div className="planner-actions">
        <Button className="button button-primary" isDisabled={!ready} onPress={onPlan}>
          <CalendarPlus size={16} strokeWidth={1.75} />
          {t('planScreenings')}
        </Button>
        {planned.length > 0 && (
          <Button
            className="button"
            isPending={publishing.isPending}
            onPress={() => publishing.mutate()}
          >
            <Ticket size={16} strokeWidth={1.75} />
            {t('publishCount', { count: planned.length })}
          </Button>
        )}
        {live && (
          <Button className="button" onPress={onCopy}>
            <Copy size={16} strokeWidth={1.75} />
            {days.length > 1 ? t('copyWeek') : t('copyDay', { day: dates.day(days[0] ?? '') })}
          </Button>
        )}
        <a className="quiet-button calendar-link" href={`/v1/cinemas/${cinema.id}/calendar.ics`}>
          <CalendarDays size={16} strokeWidth={1.75} />
          {t('calendarFile')}
        </a>
      </div>
      {publishing.error && (
        <Notice state="failed" title={t('publishRefused')}>
          {refusal(publishing.error)}
        </Notice>
      )}
    </>
  )
}
